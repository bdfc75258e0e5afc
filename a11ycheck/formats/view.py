"""What the HTML report shows of a Report: issues with their places, screens, reasons and rules, cut to what a page can hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from a11ycheck.model import Coverage, Evidence, Finding, Issue, Outcome, Report, Rule, Screen, Skipped

MOST_ISSUES = 300
MOST_PLACES = 25
MOST_SCREENS = 500
MOST_REASONS = 50
MOST_SKIPPED = 25
MOST_EVENTS = 50
MOST_PICTURES = 6_000_000
"""Characters of base64 in all."""

_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")


@dataclass(frozen=True, slots=True)
class Place:
    """A finding, its screen (None when the report has none) and whether that screen is shown."""

    finding: Finding
    screen: Screen | None
    shown: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An issue as it is shown; `count` is all its places, `others` the first of the rest."""

    issue: Issue
    rule: Rule | None
    anchor: str
    first: Place
    others: tuple[Place, ...]
    count: int
    picture: Evidence | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen with the cards of what was found there and in how many places; `judged` counts rules."""

    screen: Screen
    cards: tuple[tuple[Card, int], ...]
    judged: int
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What was not tested for one reason."""

    detail: str
    count: int
    first: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the template reads beside the Report; `more_…` count what is left out."""

    failures: tuple[Card, ...]
    reviews: tuple[Card, ...]
    more: Mapping[Outcome, int]
    screens: tuple[Shown, ...]
    more_screens: int
    reasons: tuple[Reason, ...]
    more_reasons: int
    rules: tuple[tuple[Rule, Mapping[str, int]], ...]


def build_view(report: Report) -> View:
    """The view of a report."""
    by_print: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    on_screen: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in report.findings:
        by_print[finding.rule, finding.fingerprint].append(finding)
    places = {issue.id: _findings(issue, by_print) for issue in report.issues}
    for issue in report.issues:
        for finding in places[issue.id]:
            on_screen[finding.screen][issue.id] += 1
    shown = {screen.id: screen for screen in _most_telling(report.screens, on_screen)}
    screens = {screen.id: screen for screen in report.screens}

    room = MOST_PICTURES
    cards: dict[str, Card] = {}
    for issue in report.issues[:MOST_ISSUES]:
        found = [Place(each, screens.get(each.screen), each.screen in shown) for each in places[issue.id][: MOST_PLACES + 1]]
        first = next((place for place in found if place.finding == issue.first), Place(issue.first, None, False))
        picture = _picture(issue.first.evidence, room)
        room -= len(picture.data) if picture else 0
        others = tuple(place for place in found if place is not first)[:MOST_PLACES]
        anchor = "issue-" + re.sub(r"[^\w-]", "", issue.id)
        cards[issue.id] = Card(
            issue, report.rules.get(issue.rule), anchor, first, others, len(places[issue.id]), picture
        )

    reasons = _reasons(report.skipped)
    left = Counter(issue.outcome for issue in report.issues[MOST_ISSUES:])
    return View(
        failures=tuple(card for card in cards.values() if card.issue.outcome == "failure"),
        reviews=tuple(card for card in cards.values() if card.issue.outcome == "review"),
        more={"failure": left["failure"], "review": left["review"]},
        screens=tuple(_shown(screen, on_screen[screen.id], cards, report.skipped) for screen in shown.values()),
        more_screens=len(report.screens) - len(shown),
        reasons=reasons[:MOST_REASONS],
        more_reasons=sum(reason.count for reason in reasons[MOST_REASONS:]),
        rules=_rules(report),
    )


def why_not(coverage: Coverage, skipped: Iterable[Skipped], target: str) -> list[tuple[int, str]]:
    """How many screens of a target were not reached for each reason, and the reason in words."""
    details: dict[str, str] = {}
    for each in skipped:
        if each.target in (target, ""):
            details.setdefault(each.why, each.detail)
    return [(n, details.get(why) or why.replace("-", " ")) for why, n in coverage.reasons.items()]


def _findings(issue: Issue, by_print: Mapping[tuple[str, str], Sequence[Finding]]) -> list[Finding]:
    return [
        finding
        for fingerprint in issue.findings
        for finding in by_print.get((issue.rule, fingerprint), ())
        if (finding.outcome, finding.key) == (issue.outcome, issue.first.key)
    ]


def _most_telling(screens: Sequence[Screen], found: Mapping[str, object]) -> list[Screen]:
    """All screens, or of very many those first where something was found or that were not reached; in order."""
    if len(screens) <= MOST_SCREENS:
        return list(screens)
    telling = sorted(range(len(screens)), key=lambda n: screens[n].reached and screens[n].id not in found)
    return [screens[n] for n in sorted(telling[:MOST_SCREENS])]


def _shown(
    screen: Screen, found: Mapping[str, int], cards: Mapping[str, Card], skipped: Iterable[Skipped]
) -> Shown:
    judged = sum(each.outcome not in ("inapplicable", "not-tested") for each in screen.tested)
    why = "" if screen.reached else next((each.detail for each in skipped if _about(each, screen)), "")
    order = list(cards)
    here = sorted(filter(cards.__contains__, found), key=order.index)
    return Shown(screen, tuple((cards[id_], found[id_]) for id_ in here), judged, why)


def _about(skipped: Skipped, screen: Screen) -> bool:
    return skipped.screen == screen.id or (not skipped.screen and skipped.what == screen.url)


def _picture(evidence: Iterable[Evidence], room: int) -> Evidence | None:
    for each in evidence:
        if len(each.data) <= room and _BASE64.fullmatch(each.data):
            return each
    return None


def _reasons(skipped: Iterable[Skipped]) -> tuple[Reason, ...]:
    """By reason as it is said, most frequent first."""
    by_detail: dict[str, list[Skipped]] = defaultdict(list)
    for each in skipped:
        by_detail[each.detail or each.why.replace("-", " ")].append(each)
    found = [Reason(detail, len(each), tuple(each[:MOST_SKIPPED])) for detail, each in by_detail.items()]
    return tuple(sorted(found, key=lambda reason: -reason.count))


def _rules(report: Report) -> tuple[tuple[Rule, Mapping[str, int]], ...]:
    """The rules that ran somewhere, and on how many screens each came to what."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for screen in report.screens:
        for tested in screen.tested:
            counts[tested.rule][tested.outcome] += 1
    return tuple((rule, counts[name]) for name, rule in sorted(report.rules.items()) if name in counts)
