"""Groups findings of one cause into an issue, and all results into one verdict for each criterion."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from a11ycheck.model import IMPACTS, Finding, Issue, Rule, Screen, Settings, Status, Verdict
from a11ycheck.standards import in_scope


def issues(findings: Iterable[Finding], screens: Sequence[Screen]) -> tuple[Issue, ...]:
    """Return one issue for each cause: worst impact first, then the one on most screens, then the one seen first."""
    place = {screen.id: n for n, screen in enumerate(screens)}
    causes: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda each: place.get(each.screen, len(place))):
        causes[_cause(finding)].append(finding)
    found = [_issue(cause, members) for cause, members in causes.items()]
    return tuple(sorted(found, key=lambda each: (IMPACTS.index(each.impact), -each.screens)))


def verdicts(
    settings: Settings, screens: Iterable[Screen], findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> tuple[Verdict, ...]:
    """Return one verdict for each criterion in scope, in the order of WCAG.

    `rules` of a verdict are those that gave a judgement on a screen that was reached: a rule that did not apply
    there says nothing about the criterion.
    """
    ran: dict[str, set[str]] = defaultdict(set)
    clean: set[str] = set()
    for screen in screens:
        for tested in screen.tested if screen.reached else ():
            if tested.rule in rules and tested.outcome in ("failure", "review", "nothing-found"):
                for number in rules[tested.rule].criteria:
                    ran[number].add(tested.rule)
                    if tested.outcome == "nothing-found":
                        clean.add(number)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for finding in findings:
        for number in finding.criteria:
            counts[number, finding.outcome] += 1
            ran[number].add(finding.rule)

    def verdict(number: str) -> Verdict:
        failures, reviews = counts[number, "failure"], counts[number, "review"]
        status: Status = (
            "fails" if failures
            else "needs-review" if reviews
            else "nothing-found" if number in clean
            else "not-tested"
        )  # fmt: skip
        return Verdict(number, status, failures, reviews, tuple(sorted(ran[number])))

    return tuple(verdict(criterion.number) for criterion in in_scope(settings.level, settings.wcag))


def _cause(finding: Finding) -> tuple[str, ...]:
    return finding.rule, finding.key, finding.outcome, finding.component


def _issue(cause: tuple[str, ...], members: Sequence[Finding]) -> Issue:
    first = members[0]
    return Issue(
        id=hashlib.sha256("\0".join(cause).encode("utf-8", "replace")).hexdigest()[:12],
        rule=first.rule,
        outcome=first.outcome,
        impact=min((each.impact for each in members), key=IMPACTS.index),
        first=first,
        screens=len({each.screen for each in members}),
        findings=tuple(dict.fromkeys(each.fingerprint for each in members)),
    )
