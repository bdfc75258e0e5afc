"""Which law may apply, by which fact: regimes are data (regimes/*.toml), held here against answers. No legal advice.

A regime's cases are read in order: the first that the answers do not contradict decides. Where it still needs an answer
and the cases after it say otherwise, the outcome is open and names the questions. No outcome says that anything is met.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from a11ycheck.model import Lang

Outcome = Literal["may-apply", "probably-not", "open"]
Sure = Literal["high", "medium", "low"]
Answers = Mapping[str, tuple[str, ...]]
Text = Mapping[Lang, str]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to know of an organisation; without choices the answer is yes or no."""

    key: str
    ask: Text
    choices: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What a regime says when the answers fit `conditions` (question → the answers that fit)."""

    conditions: Answers
    outcome: Outcome
    sure: Sure
    fact: Text


@dataclass(frozen=True, slots=True)
class Regime:
    """A law, or a habit such as procurement; `countries` () is everywhere. `asks`: what it asks, in our words."""

    id: str
    name: Text
    countries: tuple[str, ...]
    as_of: date
    supervisor: Text
    asks: tuple[Text, ...]
    unsettled: tuple[Text, ...]
    sources: tuple[str, ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What the answers come to for one regime; `missing` are the questions that decide when it is open."""

    regime: Regime
    outcome: Outcome
    sure: Sure | None
    fact: Text | None
    missing: tuple[Question, ...] = ()


@cache
def questions() -> tuple[Question, ...]:
    """What can be asked, in order."""
    table = tomllib.loads((_FOLDER / "questions.toml").read_text(encoding="utf-8"))
    return tuple(
        Question(key, row["ask"], tuple(row.get("choices", ())), row.get("many", False)) for key, row in table.items()
    )


@cache
def regimes() -> tuple[Regime, ...]:
    """All regimes, in the order of their files' names."""
    return tuple(_regime(file) for file in sorted((_FOLDER / "regimes").glob("*.toml")))


def judge(answers: Answers) -> tuple[Result, ...]:
    """What each regime comes to; those of countries that were not named are left out. Nothing without answers."""
    if not answers:
        return ()
    countries = answers.get("country", ())
    here = [each for each in regimes() if not countries or not each.countries or set(each.countries) & set(countries)]
    return tuple(_result(regime, answers) for regime in here)


def unanswered(answers: Answers) -> tuple[Question, ...]:
    """The questions whose answers would decide what is open; all of them where nothing was answered."""
    if not answers:
        return questions()
    open_ = {question.key for result in judge(answers) for question in result.missing}
    return tuple(question for question in questions() if question.key in open_)


def _result(regime: Regime, answers: Answers) -> Result:
    possible = [case for case in regime.cases if not _contradicted(case, answers)]
    missing = [_missing(case, regime, answers) for case in possible]
    sure = next((case for case, needed in zip(possible, missing, strict=True) if not needed), None)
    if sure and (sure is possible[0] or {case.outcome for case in possible} == {sure.outcome}):
        return Result(regime, sure.outcome, sure.sure, sure.fact)
    return Result(regime, "open", None, None, missing[0] if missing else ())


def _contradicted(case: Case, answers: Answers) -> bool:
    return any(answers.get(key) and not set(answers[key]) & set(fits) for key, fits in case.conditions.items())


def _missing(case: Case, regime: Regime, answers: Answers) -> tuple[Question, ...]:
    needed = {*case.conditions, *(["country"] if regime.countries else [])}
    return tuple(each for each in questions() if each.key in needed and not answers.get(each.key))


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
        wanted: Sequence[object] = value if isinstance(value, list) else [value]
        conditions[key] = tuple("yes" if each is True else "no" if each is False else str(each) for each in wanted)
    return Case(conditions, row["outcome"], row["sure"], row["fact"])
