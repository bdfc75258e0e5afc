"""The repairs that take most away, each with who can do it and how much work it seems."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from a11ycheck.model import IMPACTS, Finding, Impact, Issue, Report

Owner = Literal["tool", "platform", "author", "team"]
Effort = Literal["small", "medium", "large"]

WEIGHT: dict[Impact, int] = {"critical": 8, "serious": 4, "moderate": 2, "minor": 1}
"""To put repairs in order only: never shown, for it measures nothing."""

_SHARED = 0.5
"""A place on this part of a website's screens stands in a template, which an author cannot reach."""

_MAKING = ("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5")
"""Repairs for which something must be made: captions, a transcript, audio description."""


@dataclass(frozen=True, slots=True)
class Action:
    """One repair: all failures of one rule with one owner. `places` and `screens` disappear with it."""

    rule: str
    first: Finding
    owner: Owner
    tool: str
    effort: Effort
    places: int
    screens: int


def owner_of(issue: Issue, report: Report) -> Owner:
    """Who can repair an issue."""
    return _owner(issue, _scope(issue, report), *_places(report))


def actions(report: Report) -> tuple[Action, ...]:
    """The repairs, those that take most away first."""
    sites, target_of, size = _places(report)
    groups: dict[tuple[str, Owner, str], list[Issue]] = defaultdict(list)
    for issue in report.issues:
        if issue.outcome == "failure":
            origin = issue.first.origin
            groups[
                issue.rule, _owner(issue, _scope(issue, report), sites, target_of, size), origin.tool if origin else ""
            ].append(issue)
    by_print: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.outcome == "failure":
            by_print[finding.rule, finding.fingerprint].append(finding)
    rows = []
    for (rule, owner, tool), issues in groups.items():
        found = [
            each
            for issue in issues
            for print_ in issue.findings
            for each in by_print.get((rule, print_), [issue.first])
        ]
        action = Action(
            rule=rule,
            first=issues[0].first,
            owner=owner,
            tool=tool,
            effort=_effort(issues, found, owner),
            places=len(found),
            screens=len({each.screen for each in found}),
        )
        rows.append((sum(WEIGHT[each.impact] for each in found), IMPACTS.index(issues[0].impact), action))
    return tuple(action for _, _, action in sorted(rows, key=lambda row: (-row[0], row[1])))


def _places(report: Report) -> tuple[set[str], dict[str, str], Counter[str]]:
    """The names of the websites, the target of each screen, and how many screens of each target were judged."""
    sites = {target.name for target in report.targets if target.kind == "website"}
    target_of = {screen.id: screen.target for screen in report.screens}
    size = Counter(screen.target for screen in report.screens if screen.reached and not screen.same_as)
    return sites, target_of, size


def _scope(issue: Issue, report: Report) -> str:
    rule = report.rules.get(issue.rule)
    return rule.scope if rule else "frame"


def _owner(issue: Issue, scope: str, sites: set[str], target_of: dict[str, str], size: Counter[str]) -> Owner:
    if issue.first.origin:
        return "tool"
    target = target_of.get(issue.first.screen, "")
    if target not in sites:
        return "author"
    if scope == "site":  # it stands on one screen and lies between many
        return "platform"
    return "platform" if issue.screens >= max(3, _SHARED * size[target]) else "team"


def _effort(issues: Sequence[Issue], found: Sequence[Finding], owner: Owner) -> Effort:
    """A first guess: by the number of places that must be touched, and whether something has to be made."""
    if any(number in _MAKING for number in issues[0].first.criteria):
        return "medium" if len(found) <= 2 else "large"
    touched = len(issues) if owner in ("platform", "tool") else len(found)
    return "small" if touched <= 5 else "medium" if touched <= 40 else "large"
