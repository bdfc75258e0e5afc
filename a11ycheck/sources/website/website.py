"""A website, crawled level by level from its start pages over plain links."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args
from urllib.parse import urlsplit

from a11ycheck.evidence.breadcrumbs import names
from a11ycheck.files.document_kinds import kind_of
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.sources.documents import not_read
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.lessons import SAID, Lessons, lesson_way, without_lessons
from a11ycheck.sources.website.fetching import fetch
from a11ycheck.sources.website.repeats import Repetition
from a11ycheck.sources.website.robots import EVERYTHING, USER_AGENT, Robots, fetch_file, read_robots
from a11ycheck.sources.website.sample import Sample, Why
from a11ycheck.sources.website.sitemap import LARGEST, read_sitemaps
from a11ycheck.text import redact
from a11ycheck.web.addresses import (
    belongs_together,
    clean,
    identity,
    is_allowed,
    is_jump,
    is_loopback,
    origin,
    read_start,
    site,
)
from a11ycheck.web.http_client import PLAIN
from a11ycheck.web.links import is_about_access, leads_to
from a11ycheck.web.responses import PackageNetwork

MOST_DOCUMENTS = 200
"""Documents that are read, and others named one by one in the report; further ones are counted."""
LONGEST_DELAY = 10.0
"""Seconds; a Crawl-delay that asks for more is not meant for fifty pages."""
POLITE = 0.25
"""Seconds between two pages where robots.txt names no delay: four a second."""


@dataclass(frozen=True, slots=True)
class CrawlLimits:
    """How far a crawl goes.

    A pattern of `include` or `exclude` is an address in which `*` stands for any characters; one that begins with
    `/` is compared with what follows the host. `rate` is pages a second, 0 for no limit, None for what is polite.
    """

    max_pages: int = 50
    max_depth: int | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    robots: bool = True
    rate: float | None = None
    allow_hosts: tuple[str, ...] = ()
    """Other hosts ("cdn.example.org", "*.example.org") from which documents are read."""
    user_agent: str = USER_AGENT
    sitemap: bool = False
    """Whether the pages in the site's own sitemaps are found too."""
    sample: int | None = None
    """Most pages of a sample that stands for the whole; None for every page."""


class Website:
    """Pages of the site on which the start pages end, breadth first and in document order.

    Of the links of one page those about accessibility come first, so that no limit keeps a statement out.

    Start pages are always opened, whatever robots.txt and the patterns say: the user named them. It is a `Library`
    too: documents that its pages link to are fetched and read after them.
    """

    kind = "website"
    only_documents = False
    network: PackageNetwork | None = None
    languages: Sequence[str] = ()

    def __init__(self, start: str | Sequence[str], limits: CrawlLimits = CrawlLimits()) -> None:  # noqa: B008, frozen
        given = [start] if isinstance(start, str) else start
        self._starts = tuple(dict.fromkeys(read_start(text) for text in given))
        self.asked = (*self._starts, repr(limits))
        self._limits = limits
        self._include = tuple(map(_pattern, limits.include))
        self._exclude = tuple(map(_pattern, limits.exclude))
        self._robots: dict[str, Robots] = {}
        self._sites: set[str] = set()
        self._seen: set[str] = set()
        self._pages: set[str] = set()
        self._given_out: dict[str, int] = {}
        self._left = Counter[str]()
        self._examples: dict[str, str] = {}
        self._named: list[Skipped] = []
        self._documents: list[Page] = []
        self._next_at = 0.0
        self._repetition = Repetition()
        self._sample = Sample(limits.sample, self._starts[0]) if limits.sample else None
        self._places: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._mapped = not limits.sitemap
        self._lessons = Lessons(self._leave_lesson)
        self.name = redact.url(given[0])
        self.title = urlsplit(self._starts[0]).hostname or self.name
        self.line = PLAIN
        """How robots.txt, sitemaps and documents are asked for."""
        self.pace = self._polite(None)

    def open(self) -> None:
        """Reads robots.txt of each start page's host; nothing else goes over the network here."""
        for start in self._starts:
            self._rules(start)

    def first(self) -> Sequence[Page]:
        """The start pages."""
        for start in self._starts:
            self._seen.add(identity(clean(start)))
            self._repetition.is_one(clean(start))
            if self._sample:
                self._sample.take(clean(start))
            self._pages.add(identity(clean(start)))
        return [self._page(start, depth=0) for start in self._starts]

    def way(self, page: Page) -> WalkPlan:
        """As it stands, but for what plays on it."""
        return lesson_way(page)

    def opens(self, address: str) -> bool:
        """A page of the site that neither robots.txt nor the patterns keep closed."""
        cleaned = clean(address)
        if site(cleaned) not in self._sites or leads_to(cleaned) != "page" or not self._is_included(cleaned):
            return False
        return self._rules(cleaned).allows(cleaned)

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:
        """What plays on these pages, and the pages that their links lead to, as far as neither was seen before."""
        inside = [visit for visit in visits if visit.page.lesson]
        visits = [visit for visit in visits if not visit.page.lesson]
        visits.sort(key=lambda visit: self._given_out.get(visit.page.address, 0))
        for visit in visits:
            self._arrived(visit)
            if self._sample:
                self._sample.saw(clean(visit.page.address), visit.structure)
        found = self._lessons.on(visits)
        for visit in visits:
            if site(clean(visit.address)) in self._sites:
                links = without_lessons(visit.links, visit)
                found += self._new_pages(links, visit.address, visit.page.depth + 1, _under(visit))
        for visit in inside:
            found += self._new_pages(visit.links, visit.address, visit.page.depth + 1, lambda _: ())
        if not self._mapped:
            self._mapped = True
            found += self._new_pages(self._in_sitemaps(), "", 1, lambda _: ())
        if not found and self._sample:
            more = self._sample.look_again() or self._sample.draw()
            return [self._page(address, *self._places[address]) for address in more]
        return found

    def _in_sitemaps(self) -> Sequence[str]:
        """The pages that the sitemaps of the site name."""
        where = dict.fromkeys(origin(clean(start)) for start in self._starts)
        found: dict[str, None] = {}
        for one in where:
            named = self._robots[one].sitemaps if one in self._robots else ()
            first = list(named) or [f"{one}/sitemap.xml"]
            found |= dict.fromkeys(read_sitemaps(first, self._fetched))
        return tuple(found)

    def _fetched(self, address: str) -> bytes:
        time.sleep(self.pace)
        return fetch_file(address, LARGEST, self._limits.user_agent, line=self.line)

    def owns(self, page: Page, address: str) -> bool:
        """Whether a link ended on the site; a start page is audited wherever it leads."""
        return page.depth == 0 or page.lesson is not None or site(clean(address)) in self._sites

    def known(self) -> int | None:
        """Distinct pages of the site seen so far, opened or not, and what plays on them; None before the first page."""
        return len(self._pages) + self._lessons.known or None

    def skipped(self) -> Sequence[Skipped]:
        """Documents that are not read, one by one; what else was left out by reason: `count`, the first address."""
        limits = {"max-pages": self._limits.max_pages, "max-depth": self._limits.max_depth}
        return [*self._named, *self._lessons.left(), *self._beside_sample()] + [
            Skipped(
                what=self._examples[why],
                why=why,
                detail="",
                data={"count": str(count), **({"limit": str(limits[why])} if why in limits else {})},
            )
            for why, count in sorted(self._left.items())
        ]

    def documents(self) -> Sequence[Page]:
        """Those found so far that can be read."""
        return tuple(self._documents)

    def read(self, page: Page) -> bytes:
        """Fetched at the pace of pages."""
        time.sleep(max(0.0, self._next_at - time.monotonic()))
        self._next_at = time.monotonic() + self.pace
        return fetch(page.address, self._may_read, line=self.line)

    def close(self) -> None:
        """Nothing is kept open."""

    def _beside_sample(self) -> Iterable[Skipped]:
        """Why pages were not chosen: by template, how many of how many stand for it."""
        left = self._sample.left() if self._sample else {}
        if self._sample and left:
            chosen: dict[str, str] = {why: str(self._sample.why[why]) for why in get_args(Why)}
            yield Skipped(self.name, "sample-chosen", "", data={"n": str(self._sample.why.total()), **chosen})
        for kind, (opened, every, first) in left.items():
            data = {"template": redact.url(kind), "n": str(opened), "of": str(every), "count": str(every - opened)}
            yield Skipped(redact.url(first), "sample", "", data=data)

    def _arrived(self, visit: Visit) -> None:
        """Learn from where a page ended: the start page's end defines the site, any other page's is seen."""
        asked, ended = clean(visit.page.address), clean(visit.address)
        if not ended:
            return
        if visit.page.depth == 0:
            if belongs_together(asked, ended):
                self._sites.add(site(ended))
            else:
                host = urlsplit(ended).hostname or ""
                self._named.append(
                    Skipped(redact.url(visit.page.url), "left-site", "", data={"host": host, "address": origin(ended)})
                )
                self._sites.add(site(asked))
        if identity(ended) != identity(asked) and site(ended) in self._sites:
            self._seen.add(identity(ended))
            self._pages.discard(identity(asked))
            self._pages.add(identity(ended))

    def _new_pages(
        self, links: Iterable[str], here: str, depth: int, under: Callable[[str], tuple[str, ...]]
    ) -> Iterable[Page]:
        for link in sorted(links, key=lambda link: not is_about_access(link)):
            address = "" if here and is_jump(link, here) else clean(link)
            if not address or not self._may_read(address) or identity(address) in self._seen:
                continue
            if site(address) not in self._sites and leads_to(address) != "document":
                continue
            self._seen.add(identity(address))
            self._places[address] = depth, under(address)
            if self._is_wanted(address, depth):
                yield self._page(address, *self._places[address])

    def _is_wanted(self, address: str, depth: int) -> bool:
        """Whether this page is opened; if not, it is counted under the reason."""
        leads = leads_to(address)
        if leads == "file":
            return False
        if leads == "change":
            return self._leave(address, "changes-state")
        if not self._is_included(address):
            return self._leave(address, "excluded")
        if leads == "page":
            if repeats := self._repetition.is_one(address):
                return self._leave(address, repeats)
            self._pages.add(identity(address))
        rules = self._rules(address)
        if not rules.allows(address):
            return self._leave(address, "robots-unreachable" if rules.unreachable else "robots")
        if leads == "document":
            return self._keep_document(address, depth)
        if self._limits.max_depth is not None and depth > self._limits.max_depth:
            return self._leave(address, "max-depth")
        if self._sample:
            return self._sample.take(address)
        if len(self._given_out) >= self._limits.max_pages:
            return self._leave(address, "max-pages")
        return True

    def _leave_lesson(self, address: str) -> str:
        """Why what plays at this address is not gone through (sources/lessons.py). What is included is its page."""
        if not self._may_read(address):
            return "plays-elsewhere"
        why = ""
        if self._is_excluded(address):
            why = "excluded"
        elif not self._rules(address).allows(address):
            why = "robots"
        elif self._lessons.known >= self._limits.max_pages:
            why = "max-pages"
        if why:
            self._leave(address, why)
        return SAID if why else ""

    def _leave(self, address: str, why: str) -> bool:
        self._left[why] += 1
        self._examples.setdefault(why, redact.url(address))
        return False

    def _keep_document(self, address: str, depth: int) -> bool:
        """Note a document to read, or why it is not read; never a page."""
        path = urlsplit(address).path
        kind = kind_of(path)
        if len(self._documents if kind else self._named) >= MOST_DOCUMENTS:
            return self._leave(address, "more-documents")
        if kind:
            self._documents.append(Page(address, address, depth=depth, document=kind))
        else:
            self._named.append(replace(not_read(path), what=redact.url(address)))
        return False

    def _may_read(self, address: str) -> bool:
        return site(clean(address)) in self._sites or is_allowed(address, self._limits.allow_hosts)

    def _is_included(self, address: str) -> bool:
        if self._include and not _matches(self._include, address):
            return False
        return not self._is_excluded(address)

    def _is_excluded(self, address: str) -> bool:
        return _matches(self._exclude, address)

    def _page(self, address: str, depth: int, under: tuple[str, ...] = ()) -> Page:
        self._given_out[address] = len(self._given_out)
        return Page(address=address, url=address, depth=depth, under=under)

    def _rules(self, address: str) -> Robots:
        if not self._limits.robots:
            return EVERYTHING
        where = origin(clean(address))
        if where not in self._robots:
            rules = self._robots[where] = read_robots(where, self._limits.user_agent, line=self.line)
            self.pace = max(self.pace, self._polite(rules.delay))
        return self._robots[where]

    def _polite(self, delay: float | None) -> float:
        if self._limits.rate is not None:
            return 1 / self._limits.rate if self._limits.rate > 0 else 0.0
        own = all(is_loopback(urlsplit(start).hostname or "") for start in self._starts)
        return max(0.0 if own else POLITE, min(delay or 0.0, LONGEST_DELAY))


def _under(visit: Visit) -> Callable[[str], tuple[str, ...]]:
    """Where a page stands to which this one leads: below it, or above it where its own way goes through that one."""
    steps = [identity(clean(address)) for _, address in visit.trail]
    path = names(visit.trail) or visit.page.under

    def under(address: str) -> tuple[str, ...]:
        return path[: steps.index(identity(address))] if identity(address) in steps else path

    return under


def _pattern(glob: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, glob.split("*"))), re.DOTALL)


def _matches(patterns: Iterable[re.Pattern[str]], address: str) -> bool:
    tried = (address, address.removeprefix(origin(address)))
    return any(pattern.fullmatch(text) for pattern in patterns for text in tried)
