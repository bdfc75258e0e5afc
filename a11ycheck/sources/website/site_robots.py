"""The robots.txt of each host of a site, and the pace that follows from them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from urllib.parse import urlsplit

from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.robots import ALLOW_ALL, Robots, read_robots
from a11ycheck.web.addresses import clean, is_loopback, origin
from a11ycheck.web.http_client import HttpClient

LONGEST_DELAY = 10.0
"""Seconds. A longer Crawl-delay is meant for crawlers that open much more than fifty pages."""
POLITE_PACE = 0.25
"""Seconds between two pages when robots.txt asks for no delay."""


class SiteRobots:
    """The rules for each origin of a site. Each robots.txt is read once, when an address needs it.

    `pace` is the number of seconds between two pages; a Crawl-delay may raise it.
    """

    def __init__(self, starts: Sequence[str], limits: CrawlLimits, http: HttpClient) -> None:
        self._limits = limits
        self._http = http
        self._is_local = all(is_loopback(urlsplit(start).hostname or "") for start in starts)
        self._by_origin: dict[str, Robots] = {}
        self._reading = asyncio.Lock()
        self.pace = self._polite_pace(None)

    async def rules_for(self, address: str) -> Robots:
        """Return the rules of the address's origin, from the network the first time."""
        if not self._limits.robots:
            return ALLOW_ALL
        where = origin(clean(address))
        if where not in self._by_origin:
            async with self._reading:  # so that two pages at once don't ask for the same file twice
                if where not in self._by_origin:
                    await self._read(where)
        return self._by_origin[where]

    def sitemaps(self, where: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an origin names, as far as it was read."""
        return self._by_origin[where].sitemaps if where in self._by_origin else ()

    async def _read(self, where: str) -> None:
        rules = await asyncio.to_thread(read_robots, where, self._limits.user_agent, http=self._http)
        self._by_origin[where] = rules
        self.pace = max(self.pace, self._polite_pace(rules.delay))

    def _polite_pace(self, delay: float | None) -> float:
        """Return the pace that the user asked for; otherwise the one robots.txt asks for, within bounds."""
        if self._limits.rate is not None:
            return 1 / self._limits.rate if self._limits.rate > 0 else 0.0
        return max(0.0 if self._is_local else POLITE_PACE, min(delay or 0.0, LONGEST_DELAY))
