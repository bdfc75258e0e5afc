"""Screens as they are shown: each with what was found on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from a11ycheck.model import Screen, Skipped
from a11ycheck.report.view.cards import IssueCard

MOST_SCREENS = 500


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """A screen, the cards of its issues with their number of places on it, and the number of rules that judged it.

    `why` says why it was not reached, or is "".
    """

    screen: Screen
    cards: tuple[tuple[IssueCard, int], ...]
    judged: int
    why: str


def screens_to_show(screens: Sequence[Screen], found: Mapping[str, object]) -> list[Screen]:
    """Return the screens in order; of very many, prefer those with findings (`found`, by id) or not reached."""
    if len(screens) <= MOST_SCREENS:
        return list(screens)
    preferred = sorted(range(len(screens)), key=lambda n: screens[n].reached and screens[n].id not in found)
    return [screens[n] for n in sorted(preferred[:MOST_SCREENS])]


def screen_entry(
    screen: Screen, found: Mapping[str, int], cards: Mapping[str, IssueCard], skipped: Iterable[Skipped]
) -> ScreenEntry:
    """Return the entry of a screen; `found` counts the places of each issue on it, by the issue's id."""
    judged = sum(tested.outcome not in ("inapplicable", "not-tested") for tested in screen.tested)
    why = "" if screen.reached else next((each.detail for each in skipped if _is_about(each, screen)), "")
    order = list(cards)
    shown = sorted(filter(cards.__contains__, found), key=order.index)
    return ScreenEntry(screen, tuple((cards[issue], found[issue]) for issue in shown), judged, why)


def _is_about(skipped: Skipped, screen: Screen) -> bool:
    return skipped.screen == screen.id or (not skipped.screen and skipped.what == screen.url)
