"""What a crawl may open: hosts, patterns, links that change something, and robots.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from a11ycheck.model import Page, Skipped
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.left_out import LeftOut
from a11ycheck.sources.website.site_robots import SiteRobots
from a11ycheck.text import redact
from a11ycheck.web.addresses import belongs_together, clean, identity, is_allowed, origin, site
from a11ycheck.web.links import leads_to


class CrawlPolicy:
    """Which addresses may be opened or fetched. Addresses are cleaned (web/addresses.py).

    The site consists of the hosts where the start pages ended. A method that refuses an address counts it in `left_out`
    unless its docstring says otherwise.
    """

    def __init__(self, limits: CrawlLimits, robots: SiteRobots, left_out: LeftOut) -> None:
        self._allow_hosts = limits.allow_hosts
        self._include = tuple(map(_pattern, limits.include))
        self._exclude = tuple(map(_pattern, limits.exclude))
        self._robots = robots
        self._left_out = left_out
        self._sites: set[str] = set()
        self._changing: set[str] = set()

    def add_site(self, page: Page, ended: str) -> None:
        """Add the host where a start page ended to the site; its own host when that is somebody else's."""
        asked = clean(page.address)
        if belongs_together(asked, ended):
            self._sites.add(site(ended))
            return
        data = {"host": urlsplit(ended).hostname or "", "address": origin(ended)}
        self._left_out.named.append(Skipped(redact.url(page.url), "left-site", "", data=data))
        self._sites.add(site(asked))

    def note_changing(self, addresses: Iterable[str]) -> None:
        """Remember addresses that change something by what a page says of its links to them."""
        self._changing.update(identity(address) for address in map(clean, addresses) if address)

    def changes(self, address: str) -> bool:
        """Return whether opening an address may change something. Counts nothing."""
        return leads_to(address) == "change" or identity(address) in self._changing

    def is_on_site(self, address: str) -> bool:
        """Return whether an address is one of the site. Counts nothing."""
        return site(address) in self._sites

    def may_fetch(self, address: str) -> bool:
        """Return whether a document may be fetched from this address, which need not be clean. Counts nothing."""
        return self.is_on_site(clean(address)) or is_allowed(address, self._allow_hosts)

    def is_excluded(self, address: str) -> bool:
        """Return whether the user excluded an address. Counts nothing."""
        return _matches(self._exclude, address)

    async def may_open(self, address: str) -> bool:
        """Return whether an address is a page of the site that may be opened. Counts nothing."""
        if not self.is_on_site(address) or leads_to(address) != "page":
            return False
        if self.changes(address) or not self._is_included(address):
            return False
        return (await self._robots.rules_for(address)).allows(address)

    def permits(self, address: str) -> bool:
        """Return whether following a link changes nothing, and the user's patterns include its address."""
        if self.changes(address):
            self._left_out.count(address, "changes-state")
            return False
        if not self._is_included(address):
            self._left_out.count(address, "excluded")
            return False
        return True

    async def robots_permit(self, address: str) -> bool:
        """Return whether robots.txt allows an address."""
        rules = await self._robots.rules_for(address)
        if rules.allows(address):
            return True
        self._left_out.count(address, "robots-unreachable" if rules.unreachable else "robots")
        return False

    def _is_included(self, address: str) -> bool:
        if self._include and not _matches(self._include, address):
            return False
        return not self.is_excluded(address)


def _pattern(glob: str) -> re.Pattern[str]:
    """Return the expression for a pattern, in which many stars cost no more than one: it goes back to the last only."""
    first, *others = map(re.escape, glob.split("*"))
    if not others:
        return re.compile(first)
    *middle, last = others
    return re.compile(first + "".join(f"(?>.*?{piece})" for piece in middle) + ".*" + last, re.DOTALL)


def _matches(patterns: Iterable[re.Pattern[str]], address: str) -> bool:
    forms = (address, address.removeprefix(origin(address)))
    return any(pattern.fullmatch(text) for pattern in patterns for text in forms)
