"""Which laws may apply: the cases of each regime, held against the answers about an organisation.

The cases of a regime are read in order, and the first that the answers do not contradict decides. Where that case needs
an answer that is missing, and later cases say something else, the result is open and names the questions that decide.
"""

from __future__ import annotations

from a11ycheck.laws.tables import Answers, Case, Question, Regime, questions, regimes
from a11ycheck.model import LawResult


def judge(answers: Answers) -> tuple[LawResult, ...]:
    """Return the result of each regime, apart from those of countries that were not named; () without answers."""
    if not answers:
        return ()
    countries = set(answers.get("country", ()))
    return tuple(
        _result(regime, answers)
        for regime in regimes().values()
        if not countries or not regime.countries or countries & set(regime.countries)
    )


def unanswered(answers: Answers) -> tuple[Question, ...]:
    """Return the questions whose answers would decide what is open; all of them where nothing was answered."""
    if not answers:
        return questions()
    deciding = {key for result in judge(answers) for key in result.missing}
    return tuple(question for question in questions() if question.key in deciding)


def _result(regime: Regime, answers: Answers) -> LawResult:
    possible = [case for case in regime.cases if not _contradicted(case, answers)]
    missing = [_missing(case, regime, answers) for case in possible]
    certain = next((case for case, needed in zip(possible, missing, strict=True) if not needed), None)
    if certain and (certain is possible[0] or {case.applicability for case in possible} == {certain.applicability}):
        return LawResult(regime.id, certain.applicability, certain.certainty, certain.fact)
    return LawResult(regime.id, "open", None, None, missing[0] if missing else ())


def _contradicted(case: Case, answers: Answers) -> bool:
    return any(answers.get(key) and not set(answers[key]) & set(fitting) for key, fitting in case.conditions.items())


def _missing(case: Case, regime: Regime, answers: Answers) -> tuple[str, ...]:
    needed = {*case.conditions, *(["country"] if regime.countries else [])}
    return tuple(question.key for question in questions() if question.key in needed and not answers.get(question.key))
