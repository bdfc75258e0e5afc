"""Draws the conclusions of a report, once for all formats: who gets stuck, what to repair, which laws may apply."""

from __future__ import annotations

from dataclasses import replace

from a11ycheck.laws import Answers, judge, unanswered
from a11ycheck.model import Conclusions, OverallState, Report
from a11ycheck.report.actions import actions
from a11ycheck.report.affected import affected_groups
from a11ycheck.report.journey_states import STOPPING, journey_steps
from a11ycheck.report.journeys import step_names
from a11ycheck.standards.en301549 import performance_statements


def concluded(report: Report) -> Report:
    """Return the report with the conclusions that follow from the rest of it."""
    journey, elsewhere = journey_steps(report)
    conclusions = Conclusions(
        overall=_overall(report),
        journey=journey,
        elsewhere=elsewhere,
        affected=affected_groups(report),
        actions=actions(report),
        platform=_platform_issues(report),
    )
    return with_organisation(replace(report, conclusions=conclusions), report.organisation)


def with_organisation(report: Report, answers: Answers) -> Report:
    """Return the report with these answers about the organisation, and with what follows from today's laws for them."""
    conclusions = replace(
        report.conclusions,
        laws=judge(answers),
        questions=tuple(question.key for question in unanswered(answers)),
    )
    return replace(report, organisation=answers, conclusions=conclusions)


def restored(report: Report) -> Report:
    """Return a report that was saved, with today's laws, and with new conclusions where it has none that are known.

    Reports of earlier versions have no conclusions; those of another version may name steps or groups that we lack.
    """
    saved = report.conclusions
    steps = {step.name for step in saved.journey}
    statements = {group.statement for group in saved.affected}
    if steps != set(step_names()) or not statements <= {each.number for each in performance_statements()}:
        return concluded(report)
    return with_organisation(report, report.organisation)


def _overall(report: Report) -> OverallState:
    failing = {issue.impact for issue in report.issues if issue.outcome == "failure"}
    if not any(screen.reached for screen in report.screens):
        return "nothing-tested"
    if failing:
        return "stopped" if failing & STOPPING else "hindered"
    return "look" if report.issues else "nothing-found"


def _platform_issues(report: Report) -> tuple[str, ...]:
    """Return the issues of rules that read the whole site for something that no criterion of WCAG asks."""
    beyond = {name for name, rule in report.rules.items() if rule.scope == "site" and not rule.criteria}
    return tuple(issue.id for issue in report.issues if issue.rule in beyond)
