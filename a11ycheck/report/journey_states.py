"""How each step of a learner's journey fares: whether it was seen, and whether people can get stuck in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from a11ycheck.model import IMPACTS, Finding, Impact, JourneyStep, Report, Screen, StepState
from a11ycheck.report.journeys import step_names, step_of_screen

STOPPING: frozenset[Impact] = frozenset({"critical", "serious"})
"""Impacts of failures that can leave people stuck; others hinder them."""


def journey_steps(report: Report) -> tuple[tuple[JourneyStep, ...], int]:
    """Return the steps in a learner's order, and the number of screens that belong to none."""
    websites = {target.name for target in report.targets if target.kind == "website"}
    screens: dict[str, list[Screen]] = defaultdict(list)
    for screen in report.screens:
        screens[step_of_screen(screen, screen.target in websites)].append(screen)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.screen].append(finding)
    return tuple(_step(name, screens[name], found) for name in step_names()), len(screens[""])


def _step(name: str, screens: Sequence[Screen], found: Mapping[str, Sequence[Finding]]) -> JourneyStep:
    reached = [screen for screen in screens if screen.reached]
    findings = [finding for screen in reached for finding in found.get(screen.same_as or screen.id, ())]
    failures = [finding for finding in findings if finding.outcome == "failure"]
    failures.sort(key=lambda finding: IMPACTS.index(finding.impact))
    state: StepState = (
        "not-seen" if not screens
        else "not-reached" if not reached
        else "stopped" if failures and failures[0].impact in STOPPING
        else "hindered" if failures
        else "look" if findings
        else "nothing-found"
    )  # fmt: skip
    rules = tuple(dict.fromkeys(finding.rule for finding in failures or findings))
    return JourneyStep(name, state, len(reached), len(screens) - len(reached), rules)
