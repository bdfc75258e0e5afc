"""The repairs that solve most, each with who can make it and how much work it seems to be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from a11ycheck.model import IMPACTS, Action, Effort, Finding, Impact, Issue, Owner, Report

_WEIGHT: dict[Impact, int] = {"critical": 8, "serious": 4, "moderate": 2, "minor": 1}
"""Only puts repairs in order; never shown, because it measures nothing."""

_SHARED = 0.5
"""A cause on this part of a website's screens is in a template, which an author cannot change."""
_FEWEST_SHARED = 3

_NEW_MEDIA = ("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5")
"""Criteria whose repair means making something: captions, a transcript, audio description."""


def actions(report: Report) -> tuple[Action, ...]:
    """Return one action for each rule, owner and authoring tool with failures, those that solve most first."""
    owners = _Owners(report)
    groups: dict[tuple[str, Owner, str], list[Issue]] = defaultdict(list)
    for issue in report.issues:
        if issue.outcome == "failure":
            origin = issue.first.origin
            groups[issue.rule, owners.of(issue), origin.tool if origin else ""].append(issue)
    failures: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.outcome == "failure":
            failures[finding.rule, finding.fingerprint].append(finding)
    ranked: list[tuple[int, int, Action]] = []
    for (rule, owner, tool), issues in groups.items():
        found = [
            finding
            for issue in issues
            for fingerprint in issue.findings
            for finding in failures.get((rule, fingerprint), [issue.first])
        ]
        action = Action(
            rule=rule,
            owner=owner,
            tool=tool,
            effort=_effort(issues, found, owner),
            places=len(found),
            screens=len({finding.screen for finding in found}),
            issues=tuple(issue.id for issue in issues),
        )
        weight = sum(_WEIGHT[finding.impact] for finding in found)
        ranked.append((-weight, IMPACTS.index(issues[0].impact), action))
    return tuple(action for _, _, action in sorted(ranked, key=lambda row: row[:2]))


def owner_of(issue: Issue, report: Report) -> Owner:
    """Return who can repair a failure, as the report's actions say; "team" for an issue of no action."""
    return next((action.owner for action in report.conclusions.actions if issue.id in action.issues), "team")


class _Owners:
    """Tells who can repair an issue, from its rule, its target and the number of screens that share it."""

    def __init__(self, report: Report) -> None:
        self._rules = report.rules
        self._websites = {target.name for target in report.targets if target.kind == "website"}
        self._target_of = {screen.id: screen.target for screen in report.screens}
        self._judged = Counter(screen.target for screen in report.screens if screen.reached and not screen.same_as)

    def of(self, issue: Issue) -> Owner:
        if issue.first.origin:
            return "tool"
        target = self._target_of.get(issue.first.screen, "")
        if target not in self._websites:
            return "author"
        rule = self._rules.get(issue.rule)
        if rule and rule.scope == "site":  # reported on one screen, but the cause lies between many
            return "platform"
        shared = issue.screens >= max(_FEWEST_SHARED, _SHARED * self._judged[target])
        return "platform" if shared else "team"


def _effort(issues: Sequence[Issue], found: Sequence[Finding], owner: Owner) -> Effort:
    """Guess by the number of places to change, and by whether something has to be made."""
    if any(number in _NEW_MEDIA for number in issues[0].first.criteria):
        return "medium" if len(found) <= 2 else "large"
    changes = len(issues) if owner in ("platform", "tool") else len(found)
    return "small" if changes <= 5 else "medium" if changes <= 40 else "large"
