"""How much of the targets was reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from a11ycheck.model import Coverage


def merged(coverages: Iterable[Coverage]) -> Coverage:
    """Return the coverage of several targets together; `known` is None when one target does not know its size."""
    reached, known, countable = 0, 0, True
    reasons: defaultdict[str, int] = defaultdict(int)
    for coverage in coverages:
        reached += coverage.reached
        countable = countable and coverage.known is not None
        known += coverage.known or 0
        for why, n in coverage.reasons.items():
            reasons[why] += n
    return Coverage(reached, known if countable else None, dict(sorted(reasons.items())))
