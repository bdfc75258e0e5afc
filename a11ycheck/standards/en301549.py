"""The clauses of EN 301 549 in each edition, what is known of the editions, and whom a criterion serves."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from a11ycheck.model import Certainty, Edition, Lang, WcagVersion

ClauseArea = Literal["general", "video", "web", "documents", "software", "authoring", "support"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A requirement beyond the criteria of WCAG: its number in each edition, "" where an edition has none."""

    number: Mapping[Edition, str]
    area: ClauseArea
    title: Mapping[Lang, str]
    recommended_in: tuple[str, ...] = ()
    title_in_v4: str = ""
    """The English short title in V4.1.1 where that differs."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Whether the Official Journal cites an edition under a Directive, on the day `EditionFacts.as_of`."""

    act: str
    cited: Literal["yes", "no", "unknown"]
    by: str
    sure: Certainty


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """An edition: `published` is year and month, `as_of` the day on which the citations were looked up."""

    published: str
    wcag: WcagVersion
    citations: tuple[Citation, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class PerformanceStatement:
    """A functional performance statement: the users it is about, and the criteria that serve them most."""

    number: str
    title: Mapping[Lang, str]
    people: Mapping[Lang, str]
    criteria: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActPoint:
    """A point of Directive (EU) 2019/882 in our own words, and the clauses that Annex ZB of EN 301 549 names for it.

    `only_for` is a question about the organisation; where the answer is no, the point does not concern it.
    """

    annex: Literal["I", "V"]
    point: Mapping[Lang, str]
    title: Mapping[Lang, str]
    clauses: tuple[str, ...]
    sure: Certainty
    only_for: str = ""


@cache
def beyond_wcag() -> tuple[Clause, ...]:
    """Return the clauses beyond WCAG in the order of V3.2.1; source: en301549.toml."""
    return tuple(
        Clause(
            {"V3.2.1": row["V3.2.1"], "V4.1.1": row["V4.1.1"]},
            row["area"],
            row["title"],
            tuple(row.get("recommended_in", ())),
            row.get("title_in_v4", ""),
        )
        for row in _table("en301549.toml")["clauses"]
    )


def moved(clauses: Iterable[str], edition: Edition) -> tuple[str, ...]:
    """Return the numbers that clauses beyond WCAG, given by their number in either edition, have in this one.

    A clause that this edition does not have is left out. Raises KeyError for one that no edition has.
    """
    found: list[str] = []
    for number in clauses:
        rows = [clause for clause in beyond_wcag() if number in clause.number.values()]
        if not rows:
            raise KeyError(number)
        found += [clause.number[edition] for clause in rows]
    return tuple(dict.fromkeys(filter(None, found)))


def void_for_documents(edition: Edition) -> frozenset[str]:
    """Return the clauses 10.x.y.z that are void in an edition, though it has the criterion for the web."""
    return frozenset(_table("en301549.toml")["void_for_documents"][edition])


@cache
def editions() -> Mapping[Edition, EditionFacts]:
    """Return the facts about each edition, oldest first; source: editions.toml."""
    table = _table("editions.toml")
    as_of = table.pop("as_of")
    facts: dict[Edition, EditionFacts] = {}
    for name, row in table.items():
        citations = tuple(Citation(**each) for each in row["citations"])
        facts[name] = EditionFacts(row["published"], row["wcag"], citations, as_of)  # type: ignore[index]
    return MappingProxyType(facts)


@cache
def performance_statements() -> tuple[PerformanceStatement, ...]:
    """Return the functional performance statements in order; source: people.toml, whose mapping is our own."""
    return tuple(
        PerformanceStatement(number, row["title"], row["people"], frozenset(row["criteria"]))
        for number, row in _table("people.toml").items()
    )


def served(criteria: Iterable[str]) -> tuple[PerformanceStatement, ...]:
    """Return the statements about users whom at least one of these criteria serves."""
    wanted = set(criteria)
    return tuple(each for each in performance_statements() if each.criteria & wanted)


@cache
def act_points() -> tuple[ActPoint, ...]:
    """Return the points of Annexes I and V that concern services; source: act.toml."""
    return tuple(ActPoint(**(row | {"clauses": tuple(row["clauses"])})) for row in _table("act.toml")["points"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
