"""The laws and the questions that decide which of them may apply: data, read from regimes/*.toml and questions.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from a11ycheck.model import Applicability, Certainty, Lang

Answers = Mapping[str, tuple[str, ...]]
"""By question; "yes" and "no" where a question has no choices."""
Translations = Mapping[Lang, str]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Question:
    """Something to know of an organisation; without choices the answer is yes or no. `many` allows several answers."""

    key: str
    ask: Translations
    choices: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What a regime says when the answers fit `conditions` (question → answers that fit), and the fact behind it."""

    conditions: Answers
    applicability: Applicability
    certainty: Certainty
    fact: Translations


@dataclass(frozen=True, slots=True)
class Regime:
    """A law, or a custom such as procurement, as known on the day `as_of`.

    `id` is the name of its file; `countries` is () for everywhere; `asks` says in our words what it asks, `unsettled`
    what is not settled; `supervisor` is {} where none is known.
    """

    id: str
    name: Translations
    countries: tuple[str, ...]
    as_of: date
    supervisor: Translations
    asks: tuple[Translations, ...]
    unsettled: tuple[Translations, ...]
    sources: tuple[str, ...]
    cases: tuple[Case, ...]


@cache
def questions() -> tuple[Question, ...]:
    """Return all questions, in the order in which they are asked."""
    table = tomllib.loads((_FOLDER / "questions.toml").read_text(encoding="utf-8"))
    return tuple(
        Question(key, row["ask"], tuple(row.get("choices", ())), row.get("many", False)) for key, row in table.items()
    )


@cache
def regimes() -> Mapping[str, Regime]:
    """Return all regimes by id, in order."""
    files = sorted((_FOLDER / "regimes").glob("*.toml"))
    return MappingProxyType({file.stem: _regime(file) for file in files})


def _regime(file: Path) -> Regime:
    row = tomllib.loads(file.read_text(encoding="utf-8"))
    return Regime(
        id=file.stem,
        name=row["name"],
        countries=tuple(row["countries"]),
        as_of=row["as_of"],
        supervisor=row.get("supervisor", {}),
        asks=tuple(row["asks"]),
        unsettled=tuple(row.get("unsettled", ())),
        sources=tuple(row["sources"]),
        cases=tuple(_case(each) for each in row["cases"]),
    )


def _case(row: Mapping[str, Any]) -> Case:
    conditions: dict[str, tuple[str, ...]] = {}
    for key, value in row["if"].items():
        fitting: Sequence[object] = value if isinstance(value, list) else [value]
        conditions[key] = tuple("yes" if each is True else "no" if each is False else str(each) for each in fitting)
    return Case(conditions, row["outcome"], row["sure"], row["fact"])
