"""Issues as they are shown: each with its first places, a picture and its rule."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from a11ycheck.model import Evidence, Finding, Issue, Report, Rule, Screen

MOST_ISSUES = 300
MOST_PLACES = 25
MOST_PICTURES = 6_000_000
"""Characters of base64 in all."""

_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """A finding, its screen (None when the report has none) and whether that screen is `shown`."""

    finding: Finding
    screen: Screen | None
    shown: bool


@dataclass(frozen=True, slots=True)
class IssueCard:
    """An issue as it is shown; `count` is the number of all its places, `others` are the first after `first`.

    `twin` is true when another issue has the same rule, so that the rule's title does not tell them apart.
    """

    issue: Issue
    rule: Rule | None
    anchor: str
    first: FindingPlace
    others: tuple[FindingPlace, ...]
    count: int
    picture: Evidence | None
    twin: bool


def findings_of_issues(report: Report) -> dict[str, list[Finding]]:
    """Return the findings of each issue, by its id."""
    by_fingerprint: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_fingerprint[finding.rule, finding.fingerprint].append(finding)
    return {
        issue.id: [
            finding
            for fingerprint in issue.findings
            for finding in by_fingerprint.get((issue.rule, fingerprint), ())
            if (finding.outcome, finding.key) == (issue.outcome, issue.first.key)
        ]
        for issue in report.issues
    }


def issue_cards(
    report: Report, found: Mapping[str, Sequence[Finding]], screens: Mapping[str, Screen], shown: Set[str]
) -> dict[str, IssueCard]:
    """Return the cards of the first issues, by the issue's id.

    `found` are the findings of each issue, `screens` all screens by id, `shown` the ids of those that are shown.
    """
    issues_of_rule = Counter(issue.rule for issue in report.issues)
    room = MOST_PICTURES
    cards: dict[str, IssueCard] = {}
    for issue in report.issues[:MOST_ISSUES]:
        places = [
            FindingPlace(finding, screens.get(finding.screen), finding.screen in shown)
            for finding in found[issue.id][: MOST_PLACES + 1]
        ]
        first = next((place for place in places if place.finding == issue.first), None)
        picture = _picture(issue.first.evidence, room)
        room -= len(picture.data) if picture else 0
        cards[issue.id] = IssueCard(
            issue=issue,
            rule=report.rules.get(issue.rule),
            anchor="issue-" + re.sub(r"[^\w-]", "", issue.id),
            first=first or FindingPlace(issue.first, None, False),
            others=tuple(place for place in places if place is not first)[:MOST_PLACES],
            count=len(found[issue.id]),
            picture=picture,
            twin=issues_of_rule[issue.rule] > 1,
        )
    return cards


def _picture(evidence: Iterable[Evidence], room: int) -> Evidence | None:
    return next((each for each in evidence if len(each.data) <= room and _BASE64.fullmatch(each.data)), None)
