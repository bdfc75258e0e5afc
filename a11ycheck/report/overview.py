"""The one page for the person who asked: how each step of a learner's way stands, who is kept out, what to do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from a11ycheck.laws import Question, Result, judge, unanswered
from a11ycheck.model import IMPACTS, Finding, Impact, Issue, Report, Screen
from a11ycheck.report.actions import Action, actions
from a11ycheck.report.journeys import journey, journeys
from a11ycheck.standards import edition_of
from a11ycheck.standards.en301549 import EditionFacts, Statement, editions, statements
from a11ycheck.text.dates import day
from a11ycheck.text.words import Words

State = Literal["not-seen", "not-reached", "stopped", "hindered", "look", "nothing-found"]
Answer = Literal["nothing-tested", "stopped", "hindered", "look", "nothing-found"]

MOST_ACTIONS = 5
MOST_CAUSES = 4
MOST_KEPT_OUT_BY = 3
_BAD: tuple[Impact, ...] = ("critical", "serious")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way: its state, its screens that were reached and not, and the rules of its worst problems."""

    name: str
    state: State
    reached: int
    missed: int
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A group of users and the rules whose failures keep them out; `more` counts further rules."""

    statement: Statement
    causes: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page reads beside the Report. `judged` counts criteria on which a machine said something."""

    answer: Answer
    steps: tuple[Step, ...]
    elsewhere: int
    people: tuple[KeptOut, ...]
    actions: tuple[Action, ...]
    more_actions: int
    judged: int
    laws: tuple[Result, ...]
    questions: tuple[Question, ...]
    platform: tuple[Issue, ...]
    """What was seen of that which the laws ask of a platform itself, beyond WCAG: statement, feedback, help."""
    edition: str
    edition_facts: EditionFacts
    cited: Mapping[tuple[str, str], tuple[str, ...]]
    """Whether the edition is cited and by what → the Directives that this is about."""


def build_overview(report: Report) -> Overview:
    """The overview of a report."""
    sites = {target.name for target in report.targets if target.kind == "website"}
    of_step: dict[str, list[Screen]] = defaultdict(list)
    for screen in report.screens:
        of_step[journey(screen, screen.target in sites)].append(screen)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.screen].append(finding)
    todo = actions(report)
    facts = editions()[edition_of(report.settings)]
    return Overview(
        answer=_answer(report),
        steps=tuple(_step(name, of_step[name], found) for name in journeys()),
        elsewhere=len(of_step[""]),
        people=_kept_out(report.issues),
        actions=todo[:MOST_ACTIONS],
        more_actions=max(0, len(todo) - MOST_ACTIONS),
        judged=sum(verdict.status != "not-tested" for verdict in report.verdicts),
        laws=judge(report.organisation),
        questions=unanswered(report.organisation),
        platform=_of_the_platform(report),
        edition=edition_of(report.settings),
        edition_facts=facts,
        cited=_cited(facts),
    )


def overview_data(report: Report, words: Words) -> dict[str, Any]:
    """What the template of the overview reads, by name, beside `report`, `words` and `started`."""
    overview = build_overview(report)
    return {
        "overview": overview,
        "overview_answer": _sentence(overview, report, words),
        "day": lambda when: day(when, words),
    }


def _sentence(overview: Overview, report: Report, words: Words) -> str:
    """The answer in one sentence."""
    counts = Counter(issue.outcome for issue in report.issues)
    steps = [words(f"journey.{step.name}") for step in overview.steps if step.state == overview.answer]
    return words(
        f"overview.answer-{overview.answer}",
        problems=words.count("overview.problems", counts["failure"]),
        points=words.count("overview.points", counts["review"]),
        steps=", ".join(steps).lower() or words("overview.unnamed-step"),
    )


def _cited(facts: EditionFacts) -> Mapping[tuple[str, str], tuple[str, ...]]:
    acts: dict[tuple[str, str], tuple[str, ...]] = {}
    for each in facts.citations:
        acts[each.cited, each.by] = (*acts.get((each.cited, each.by), ()), each.act)
    return acts


def _answer(report: Report) -> Answer:
    failing = [issue.impact for issue in report.issues if issue.outcome == "failure"]
    if not any(screen.reached for screen in report.screens):
        return "nothing-tested"
    if failing:
        return "stopped" if set(failing) & set(_BAD) else "hindered"
    return "look" if report.issues else "nothing-found"


def _of_the_platform(report: Report) -> tuple[Issue, ...]:
    beyond = {name for name, rule in report.rules.items() if rule.scope == "site" and not rule.criteria}
    return tuple(issue for issue in report.issues if issue.rule in beyond)


def _step(name: str, screens: Sequence[Screen], found: Mapping[str, Sequence[Finding]]) -> Step:
    reached = [screen for screen in screens if screen.reached]
    here = [finding for screen in reached for finding in found.get(screen.same_as or screen.id, ())]
    failures = sorted((each for each in here if each.outcome == "failure"), key=lambda each: IMPACTS.index(each.impact))
    state: State = (
        "not-seen" if not screens
        else "not-reached" if not reached
        else "stopped" if failures and failures[0].impact in _BAD
        else "hindered" if failures
        else "look" if here
        else "nothing-found"
    )  # fmt: skip
    causes = tuple(dict.fromkeys(each.rule for each in failures or here))[:MOST_CAUSES]
    return Step(name, state, len(reached), len(screens) - len(reached), causes)


def _kept_out(issues: Iterable[Issue]) -> tuple[KeptOut, ...]:
    """Those with most causes first; only what a machine is sure of counts."""
    failing = [issue for issue in issues if issue.outcome == "failure"]
    found = []
    for statement in statements():
        causes: Counter[str] = Counter()
        for issue in failing:
            if statement.criteria & set(issue.first.criteria):
                causes[issue.rule] += len(issue.findings)
        names = sorted(causes, key=lambda rule: _rank(rule, failing))
        if names:
            found.append(KeptOut(statement, tuple(names[:MOST_KEPT_OUT_BY]), max(0, len(names) - MOST_KEPT_OUT_BY)))
    return tuple(sorted(found, key=lambda each: -(len(each.causes) + each.more)))


def _rank(rule: str, issues: Sequence[Issue]) -> int:
    return next(n for n, issue in enumerate(issues) if issue.rule == rule)
