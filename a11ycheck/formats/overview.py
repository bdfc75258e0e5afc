"""The overview: a report's conclusions, cut to one page, with the names and dates of the laws and standards in them.

It is a page of its own (summary.html) and the first section of report.html.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from a11ycheck.laws import Question, Regime, questions, regimes
from a11ycheck.model import Action, Edition, Issue, JourneyStep, LawResult, OverallState, Report
from a11ycheck.standards import edition_of
from a11ycheck.standards.en301549 import EditionFacts, PerformanceStatement, editions, performance_statements
from a11ycheck.text.words import Words

MOST_ACTIONS = 5
MOST_STEP_RULES = 4
MOST_GROUP_RULES = 3


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group of users, the first rules that shut it out, and how many more there are."""

    statement: PerformanceStatement
    rules: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class LawEntry:
    """A law, and whether it may apply."""

    regime: Regime
    result: LawResult


@dataclass(frozen=True, slots=True)
class Overview:
    """What the template of the overview reads beside the Report; `judged` counts criteria that were tested."""

    overall: OverallState
    steps: tuple[tuple[JourneyStep, tuple[str, ...]], ...]
    """Each step with the rules that are named."""
    elsewhere: int
    groups: tuple[GroupEntry, ...]
    actions: tuple[Action, ...]
    more_actions: int
    judged: int
    laws: Mapping[str, tuple[LawEntry, ...]]
    """By applicability."""
    questions: tuple[Question, ...]
    platform: tuple[Issue, ...]
    edition: Edition
    edition_facts: EditionFacts
    cited: Mapping[tuple[str, str], tuple[str, ...]]
    """Whether and by what the edition is cited → the Directives that this is about."""


class OverviewData(TypedDict):
    """What the template reads by name."""

    overview: Overview
    overview_answer: str


def overview_data(report: Report, words: Words) -> OverviewData:
    """Return what the template reads beside `report`, `words` and `started`."""
    return {"overview": build_overview(report), "overview_answer": _answer(report, words)}


def build_overview(report: Report) -> Overview:
    """Return the overview of a report."""
    conclusions = report.conclusions
    edition = edition_of(report.settings)
    facts = editions()[edition]
    return Overview(
        overall=conclusions.overall,
        steps=tuple((step, step.rules[:MOST_STEP_RULES]) for step in conclusions.journey),
        elsewhere=conclusions.elsewhere,
        groups=_groups(report),
        actions=conclusions.actions[:MOST_ACTIONS],
        more_actions=max(0, len(conclusions.actions) - MOST_ACTIONS),
        judged=sum(verdict.status != "not-tested" for verdict in report.verdicts),
        laws=_laws(report),
        questions=tuple(question for question in questions() if question.key in conclusions.questions),
        platform=tuple(issue for issue in report.issues if issue.id in conclusions.platform),
        edition=edition,
        edition_facts=facts,
        cited=_cited(facts),
    )


def _answer(report: Report, words: Words) -> str:
    """Return the answer to the question of the page, in one sentence."""
    overall = report.conclusions.overall
    counts = Counter(issue.outcome for issue in report.issues)
    steps = [words(f"journey.{step.name}") for step in report.conclusions.journey if step.state == overall]
    return words(
        f"overview.answer-{overall}",
        problems=words.count("overview.problems", counts["failure"]),
        points=words.count("overview.points", counts["review"]),
        steps=", ".join(steps).lower() or words("overview.unnamed-step"),
    )


def _groups(report: Report) -> tuple[GroupEntry, ...]:
    statements = {statement.number: statement for statement in performance_statements()}
    return tuple(
        GroupEntry(
            statements[group.statement], group.rules[:MOST_GROUP_RULES], max(0, len(group.rules) - MOST_GROUP_RULES)
        )
        for group in report.conclusions.affected
    )


def _laws(report: Report) -> Mapping[str, tuple[LawEntry, ...]]:
    entries = [LawEntry(regimes()[result.regime], result) for result in report.conclusions.laws]
    return {
        applicability: tuple(entry for entry in entries if entry.result.applicability == applicability)
        for applicability in ("may-apply", "probably-not", "open")
    }


def _cited(facts: EditionFacts) -> Mapping[tuple[str, str], tuple[str, ...]]:
    acts: dict[tuple[str, str], tuple[str, ...]] = {}
    for citation in facts.citations:
        acts[citation.cited, citation.by] = (*acts.get((citation.cited, citation.by), ()), citation.act)
    return acts
