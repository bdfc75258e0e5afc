"""How much of the targets was reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from a11ycheck.model import Coverage


def merged(coverages: Iterable[Coverage]) -> Coverage:
    """The coverage of several targets together; `known` is None as soon as one target cannot say."""
    reached, known, reasons = 0, 0, defaultdict[str, int](int)
    countable = True
    for coverage in coverages:
        reached += coverage.reached
        countable = countable and coverage.known is not None
        known += coverage.known or 0
        for why, n in coverage.reasons.items():
            reasons[why] += n
    return Coverage(reached, known if countable else None, dict(sorted(reasons.items())))
