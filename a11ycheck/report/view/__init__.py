"""What of a report people are shown: issues, screens, reasons and rules, cut to what a page can hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from a11ycheck.model import Outcome, Report, Rule
from a11ycheck.report.view.cards import MOST_ISSUES, IssueCard, findings_of_issues, issue_cards
from a11ycheck.report.view.screens import ScreenEntry, screen_entry, screens_to_show
from a11ycheck.report.view.skipped import SkippedGroup, skipped_groups

MOST_REASONS = 50


@dataclass(frozen=True, slots=True)
class View:
    """What a format for people reads beside the Report; `more…` count what is left out."""

    failures: tuple[IssueCard, ...]
    reviews: tuple[IssueCard, ...]
    more: Mapping[Outcome, int]
    screens: tuple[ScreenEntry, ...]
    more_screens: int
    reasons: tuple[SkippedGroup, ...]
    more_reasons: int
    rules: tuple[tuple[Rule, Mapping[str, int]], ...]
    """Rules that ran on some screen, and on how many screens each had which outcome."""


def build_view(report: Report) -> View:
    """Return the view of a report."""
    found = findings_of_issues(report)
    on_screen: dict[str, Counter[str]] = defaultdict(Counter)
    for issue in report.issues:
        for finding in found[issue.id]:
            on_screen[finding.screen][issue.id] += 1
    screens = {screen.id: screen for screen in report.screens}
    shown = {screen.id: screen for screen in screens_to_show(report.screens, on_screen)}
    cards = issue_cards(report, found, screens, shown.keys())
    groups = skipped_groups(report.skipped, screens)
    left = Counter(issue.outcome for issue in report.issues[MOST_ISSUES:])
    return View(
        failures=tuple(card for card in cards.values() if card.issue.outcome == "failure"),
        reviews=tuple(card for card in cards.values() if card.issue.outcome == "review"),
        more={"failure": left["failure"], "review": left["review"]},
        screens=tuple(screen_entry(screen, on_screen[screen.id], cards, report.skipped) for screen in shown.values()),
        more_screens=len(report.screens) - len(shown),
        reasons=groups[:MOST_REASONS],
        more_reasons=sum(group.count for group in groups[MOST_REASONS:]),
        rules=_rules(report),
    )


def _rules(report: Report) -> tuple[tuple[Rule, Mapping[str, int]], ...]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for screen in report.screens:
        for tested in screen.tested:
            counts[tested.rule][tested.outcome] += 1
    return tuple((rule, counts[name]) for name, rule in sorted(report.rules.items()) if name in counts)
