"""The success criteria of WCAG and the clauses of EN 301 549: data, and a small reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from a11ycheck.model import Criterion, Edition, Level, Settings, WcagVersion
from a11ycheck.standards.en301549 import beyond_wcag, editions, moved, void_for_documents

EDITIONS: Mapping[WcagVersion, Edition] = MappingProxyType({facts.wcag: name for name, facts in editions().items()})
"""The edition of EN 301 549 that takes over each version of WCAG."""

_WEB = re.compile(r"9\.([1-4](?:\.\d+){2})")
_DOCUMENT = re.compile(r"10\.([1-4](?:\.\d+){2})")
_LEVELS: tuple[Level, ...] = ("A", "AA", "AAA")


@cache
def criteria() -> Mapping[str, Criterion]:
    """Return all success criteria of WCAG 2.0 to 2.2 by number, in order; wcag.json names the source."""
    rows = json.loads((Path(__file__).parent / "wcag.json").read_text(encoding="utf-8"))["criteria"]
    return MappingProxyType({row["number"]: Criterion(**row) for row in rows})


def in_scope(level: Level, wcag: WcagVersion) -> tuple[Criterion, ...]:
    """Return the criteria that conformance at a level requires, lower levels included, in order."""
    levels = _LEVELS[: _LEVELS.index(level) + 1]
    return tuple(c for c in criteria().values() if c.level in levels and _belongs(c, wcag))


def clauses(numbers: Iterable[str], edition: Edition = "V4.1.1") -> tuple[str, ...]:
    """Return the web clauses (9.x.y.z) that take over these criteria; none for level AAA and for void clauses.

    The numbers are the same in both editions; V4.1.1 adds those of WCAG 2.2 and leaves out 9.4.1.1.
    Raises KeyError for a criterion that does not exist.
    """
    found = (criteria()[number].en301549[edition] for number in numbers)
    return tuple(dict.fromkeys(clause for clause in found if clause))


def document_clauses(numbers: Iterable[str], edition: Edition = "V4.1.1") -> tuple[str, ...]:
    """Return the clauses for documents (10.x.y.z) that take over these criteria, without void ones."""
    void = void_for_documents(edition)
    found = (f"10{clause[1:]}" for clause in clauses(numbers, edition))
    return tuple(clause for clause in found if clause not in void)


def in_edition(numbers: Iterable[str], others: Iterable[str], edition: Edition) -> tuple[str, ...]:
    """Return all clauses in one edition: the web clauses of these criteria, then `others`, given in either edition.

    `others` may hold web clauses of the same criteria in the other edition: these are not repeated. A clause that no
    edition knows, such as a customer's own, stays as it is.
    """
    numbers = tuple(numbers)
    found = list(clauses(numbers, edition))
    beyond = {number for clause in beyond_wcag() for number in clause.number.values()}
    for clause in others:
        if clause in beyond:
            found += moved((clause,), edition)
        elif twin := _DOCUMENT.fullmatch(clause):
            found += document_clauses((twin[1],), edition) if twin[1] in criteria() else ()
        elif not _WEB.fullmatch(clause):
            found.append(clause)
    return tuple(dict.fromkeys(found))


def edition_of(settings: Settings) -> Edition:
    """Return the edition whose clauses a report shows."""
    return settings.en301549 or EDITIONS[settings.wcag]


@cache
def known_clauses() -> frozenset[str]:
    """Return every clause of both editions: for criteria, on the web and in documents, and beyond WCAG."""
    found = {number for clause in beyond_wcag() for number in clause.number.values()}
    for edition in editions():
        found |= {*clauses(criteria(), edition), *document_clauses(criteria(), edition)}
    return frozenset(found - {""})


def _belongs(criterion: Criterion, wcag: WcagVersion) -> bool:
    if wcag == "2.2":
        return not criterion.removed_in_22
    return criterion.since != "2.2"
