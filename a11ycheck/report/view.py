"""What a report shows people: issues with their places, screens, reasons and rules, cut to what a page can hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from a11ycheck.model import Evidence, Finding, Issue, Outcome, Report, Rule, Screen, Skipped, Target

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
    """An issue as it is shown; `count` is all its places, `others` the first of the rest.

    `twin` is true when another issue has the same rule: then the rule's title does not tell them apart.
    """

    issue: Issue
    rule: Rule | None
    anchor: str
    first: Place
    others: tuple[Place, ...]
    count: int
    picture: Evidence | None
    twin: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen with the cards of what was found there and in how many places; `judged` counts rules."""

    screen: Screen
    cards: tuple[tuple[Card, int], ...]
    judged: int
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What was not tested for one reason; `first` are names or addresses, as far as the reason does not say them."""

    detail: str
    count: int
    first: tuple[str, ...]


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

    of_rule = Counter(issue.rule for issue in report.issues)
    room = MOST_PICTURES
    cards: dict[str, Card] = {}
    for issue in report.issues[:MOST_ISSUES]:
        found = [
            Place(each, screens.get(each.screen), each.screen in shown) for each in places[issue.id][: MOST_PLACES + 1]
        ]
        first = next((place for place in found if place.finding == issue.first), Place(issue.first, None, False))
        picture = _picture(issue.first.evidence, room)
        room -= len(picture.data) if picture else 0
        others = tuple(place for place in found if place is not first)[:MOST_PLACES]
        anchor = "issue-" + re.sub(r"[^\w-]", "", issue.id)
        cards[issue.id] = Card(
            issue=issue,
            rule=report.rules.get(issue.rule),
            anchor=anchor,
            first=first,
            others=others,
            count=len(places[issue.id]),
            picture=picture,
            twin=of_rule[issue.rule] > 1,
        )

    reasons = _reasons(report.skipped, screens)
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


def why_not(target: Target, skipped: Sequence[Skipped]) -> list[str]:
    """Why a target was not reached as a whole: the reasons that its coverage counts, in words."""
    counts: Counter[str] = Counter()
    for each in skipped:
        if each.why in target.coverage.reasons and each.target == target.name:
            # A sentence that has a count of its own is not counted again.
            counts[said(each)] += 1
    unsaid = target.coverage.reasons.keys() - {each.why for each in skipped if each.target == target.name}
    counts.update({why.replace("-", " "): target.coverage.reasons[why] for why in sorted(unsaid)})
    return [f"{n} × {reason}" if n > 1 else reason for reason, n in counts.most_common()]


def said(skipped: Skipped) -> str:
    """The reason in words, or the stable word where there is no sentence."""
    return skipped.detail or skipped.why.replace("-", " ")


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


def _shown(screen: Screen, found: Mapping[str, int], cards: Mapping[str, Card], skipped: Iterable[Skipped]) -> Shown:
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


def _reasons(skipped: Iterable[Skipped], screens: Mapping[str, Screen]) -> tuple[Reason, ...]:
    """By reason as it is said, most frequent first."""
    by_detail: dict[str, list[str]] = defaultdict(list)
    for each in skipped:
        detail = said(each)
        screen = screens.get(each.screen)
        what = (screen.url if screen else "") if each.what in detail else each.what
        by_detail[detail].append(_named(screen) if screen and not screen.reached else what)
    found = [
        Reason(detail, len(names), tuple(filter(None, dict.fromkeys(names)))[:MOST_SKIPPED])
        for detail, names in by_detail.items()
    ]
    return tuple(sorted(found, key=lambda reason: -reason.count))


def _named(screen: Screen) -> str:
    """A screen as an author knows it, with its address; only that where it has no name."""
    name = screen.path[-1] if screen.path else screen.title
    return f"{name} ({screen.url})" if name and name not in screen.url else screen.url


def _rules(report: Report) -> tuple[tuple[Rule, Mapping[str, int]], ...]:
    """The rules that ran somewhere, and on how many screens each came to what."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for screen in report.screens:
        for tested in screen.tested:
            counts[tested.rule][tested.outcome] += 1
    return tuple((rule, counts[name]) for name, rule in sorted(report.rules.items()) if name in counts)
