"""What a crawl leaves out: counted by reason, or named one by one."""

from __future__ import annotations

from collections import Counter

from a11ycheck.model import Skipped
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.text import redact


class LeftOut:
    """Addresses that a crawl does not open, by reason. `named` are those that the report lists one by one."""

    def __init__(self, limits: CrawlLimits) -> None:
        self.named: list[Skipped] = []
        self._limits = {"max-pages": limits.max_pages, "max-depth": limits.max_depth}
        self._counts = Counter[str]()
        self._examples: dict[str, str] = {}

    def count(self, address: str, why: str) -> None:
        """Count an address under a reason. The first address of each reason becomes its example."""
        self._counts[why] += 1
        self._examples.setdefault(why, redact.url(address))

    def counted(self) -> list[Skipped]:
        """Return one entry for each reason, with the number of addresses as `count`."""
        return [
            Skipped(
                what=self._examples[why],
                why=why,
                detail="",
                data={"count": str(count), **({"limit": str(self._limits[why])} if why in self._limits else {})},
            )
            for why, count in sorted(self._counts.items())
        ]
