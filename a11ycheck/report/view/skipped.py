"""What was not tested, as it is shown: grouped by reason, in the words that were given for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from a11ycheck.model import Screen, Skipped, Target

MOST_NAMES = 25


@dataclass(frozen=True, slots=True)
class SkippedGroup:
    """What was not tested for one reason (`detail`); `first` are names or addresses that it does not mention."""

    detail: str
    count: int
    first: tuple[str, ...]


def skipped_groups(skipped: Iterable[Skipped], screens: Mapping[str, Screen]) -> tuple[SkippedGroup, ...]:
    """Return the groups by reason, the most frequent first; `screens` are all screens by id."""
    names: dict[str, list[str]] = defaultdict(list)
    for each in skipped:
        detail = reason_text(each)
        screen = screens.get(each.screen)
        what = (screen.url if screen else "") if each.what in detail else each.what
        names[detail].append(_screen_name(screen) if screen and not screen.reached else what)
    groups = [
        SkippedGroup(detail, len(named), tuple(filter(None, dict.fromkeys(named)))[:MOST_NAMES])
        for detail, named in names.items()
    ]
    return tuple(sorted(groups, key=lambda group: -group.count))


def why_not_reached(target: Target, skipped: Sequence[Skipped]) -> list[str]:
    """Return why a target was not reached as a whole: the reasons that its coverage counts, the most frequent first."""
    counted = [each for each in skipped if each.target == target.name]
    # An entry whose sentence names a number itself counts once.
    counts = Counter(reason_text(each) for each in counted if each.why in target.coverage.reasons)
    unexplained = target.coverage.reasons.keys() - {each.why for each in counted}
    counts.update({_readable(why): target.coverage.reasons[why] for why in sorted(unexplained)})
    return [f"{n} × {reason}" if n > 1 else reason for reason, n in counts.most_common()]


def reason_text(skipped: Skipped) -> str:
    """Return the reason as a sentence, or its stable word where there is none."""
    return skipped.detail or _readable(skipped.why)


def _readable(why: str) -> str:
    return why.replace("-", " ")


def _screen_name(screen: Screen) -> str:
    """Return a screen's name with its address, or only the address where it has no name."""
    name = screen.path[-1] if screen.path else screen.title
    return f"{name} ({screen.url})" if name and name not in screen.url else screen.url
