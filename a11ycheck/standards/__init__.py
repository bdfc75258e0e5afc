"""The success criteria of WCAG and the clauses of EN 301 549, as data with a small reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from a11ycheck.model import Criterion, Level, WcagVersion

Edition = Literal["V3.2.1", "V4.1.1"]

EDITIONS: Mapping[WcagVersion, Edition] = MappingProxyType({"2.1": "V3.2.1", "2.2": "V4.1.1"})
"""The edition of EN 301 549 that takes over each version of WCAG."""

NOT_OF_DOCUMENTS = frozenset({"2.4.1", "2.4.5", "3.2.3", "3.2.4", "3.2.6"})
"""Criteria about sets of web pages; clauses 10.2.4.1, 10.2.4.5, 10.3.2.3 and 10.3.2.4 are void."""

_LEVELS: tuple[Level, ...] = ("A", "AA", "AAA")


@cache
def criteria() -> Mapping[str, Criterion]:
    """All success criteria of WCAG 2.0 to 2.2 by number, in order; where they come from stands in wcag.json."""
    rows = json.loads((Path(__file__).parent / "wcag.json").read_text(encoding="utf-8"))["criteria"]
    return MappingProxyType({row["number"]: Criterion(**row) for row in rows})


def in_scope(level: Level, wcag: WcagVersion) -> tuple[Criterion, ...]:
    """The criteria that must be met for conformance at a level, the lower levels included, in order."""
    levels = _LEVELS[: _LEVELS.index(level) + 1]
    return tuple(c for c in criteria().values() if c.level in levels and _belongs(c, wcag))


def clauses(numbers: Iterable[str], edition: Edition = "V4.1.1") -> tuple[str, ...]:
    """The web clauses (9.x.y.z) that take over these criteria; none for level AAA and for void clauses.

    The numbers are the same in both editions; V4.1.1 adds those of WCAG 2.2 and leaves out 9.4.1.1.
    KeyError for a criterion that does not exist.
    """
    found = (criteria()[number].en301549[edition] for number in numbers)
    return tuple(dict.fromkeys(clause for clause in found if clause))


def document_clauses(numbers: Iterable[str], edition: Edition = "V4.1.1") -> tuple[str, ...]:
    """The clauses for documents (10.x.y.z) that take over these criteria.

    Void are those of criteria about sets of web pages (WCAG2ICT: https://www.w3.org/TR/wcag2ict-22/).
    """
    kept = [number for number in numbers if number not in NOT_OF_DOCUMENTS]
    return tuple(f"10.{clause.removeprefix('9.')}" for clause in clauses(kept, edition))


def _belongs(criterion: Criterion, wcag: WcagVersion) -> bool:
    if wcag == "2.2":
        return not criterion.removed_in_22
    return criterion.since != "2.2"
