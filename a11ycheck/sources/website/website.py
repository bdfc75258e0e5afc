"""A website, crawled level by level from its start pages along plain links.

A link is followed when each of these says yes, in this order:

| asked                        | says no to                                                  | counted as left out |
|------------------------------|-------------------------------------------------------------|---------------------|
| `Website._follow`            | jumps, other hosts, addresses that were seen before         | no                  |
| `CrawlPolicy.permits`        | links that change something, what the user's patterns omit  | yes                 |
| `Frontier.is_worth_opening`  | pages that repeat others                                    | yes                 |
| `CrawlPolicy.robots_permit`  | what robots.txt forbids                                     | yes                 |
| `Frontier.admits`            | pages beyond the limits of depth and number, or the sample  | yes, not by sample  |

`Website._is_wanted` asks all but the first. Documents are noted before `admits`, and other files are not wanted.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from a11ycheck.evidence.breadcrumbs import breadcrumb_names
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.sources.interface import SourceInfo, Visit
from a11ycheck.sources.lessons import COUNTED, EmbeddedLessons, website_walk_plan, without_lessons
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.fetching import fetch_document
from a11ycheck.sources.website.frontier import Frontier
from a11ycheck.sources.website.left_out import LeftOut
from a11ycheck.sources.website.linked_documents import LinkedDocuments
from a11ycheck.sources.website.policy import CrawlPolicy
from a11ycheck.sources.website.robots import fetch_file
from a11ycheck.sources.website.site_robots import SiteRobots
from a11ycheck.sources.website.sitemap import LARGEST, read_sitemaps
from a11ycheck.text import redact
from a11ycheck.web.addresses import clean, identity, is_jump, origin, read_start, site
from a11ycheck.web.http_client import PLAIN_CLIENT, HttpClient
from a11ycheck.web.links import is_about_access, leads_to

LINKS_AT_ONCE = 100
"""Links that are looked at before the event loop gets its turn."""


@dataclass(frozen=True, slots=True)
class FoundLinks:
    """Links found on the page at address `page`, or in a sitemap where that is "".

    `path` are the titles that lead to that page, `steps` the identities of the addresses of its breadcrumbs.
    """

    links: Sequence[str]
    page: str = ""
    depth: int = 1
    path: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    def path_to(self, address: str) -> tuple[str, ...]:
        """Return the path of a linked page: that of this page, up to the linked one if it is in the breadcrumbs.

        On a page with the breadcrumbs Home > Course > Unit, a link to a lesson has the path Home, Course, Unit; the
        link to Course has the path Home.
        """
        step = identity(address)
        return self.path[: self.steps.index(step)] if step in self.steps else self.path


class Website:
    """The `Source` for the pages of the site on which the start pages end, breadth first and in document order.

    Links about accessibility come before the other links of a page, so that no limit leaves out a statement. Start
    pages are always opened, whatever robots.txt and the patterns say: the user named them.
    """

    def __init__(
        self,
        start: str | Sequence[str],
        limits: CrawlLimits = CrawlLimits(),  # noqa: B008, frozen
        http: HttpClient = PLAIN_CLIENT,
        name: str = "",
    ) -> None:
        given = [start] if isinstance(start, str) else start
        self._starts = tuple(dict.fromkeys(read_start(text) for text in given))
        name = name or redact.url(given[0])
        title = urlsplit(self._starts[0]).hostname or name
        self.info = SourceInfo(name, "website", title, addresses=self._starts, crawl_limits=repr(limits))
        self._limits = limits
        self._http = http
        self._left_out = LeftOut(limits)
        self._robots = SiteRobots(self._starts, limits, http)
        self._policy = CrawlPolicy(limits, self._robots, self._left_out)
        self._frontier = Frontier(self._starts, limits, self._left_out)
        self._documents = LinkedDocuments(self._left_out)
        self._lessons = EmbeddedLessons(self._why_not_played)
        self._reads_sitemaps = limits.sitemap
        self._next_read = 0.0

    @property
    def pace(self) -> float:
        """Seconds between two page requests."""
        return self._robots.pace

    async def open(self) -> None:
        """Read the robots.txt of each start page's host."""
        for start in self._starts:
            await self._robots.rules_for(start)

    def first_pages(self) -> Sequence[Page]:
        """Return the start pages."""
        return self._frontier.start_pages()

    async def next_pages(self, visits: Sequence[Visit]) -> Sequence[Page]:
        """Return the lessons on these pages, and the pages they link to, as far as neither was seen before."""
        pages = [visit for visit in visits if not visit.page.lesson]
        pages.sort(key=lambda visit: self._frontier.number(visit.page))
        for visit in pages:
            self._note(visit)
        found = await self._lessons.find_new(pages)
        for visit in pages:
            if self._policy.is_on_site(clean(visit.address)):
                found += await self._follow(_links_of(visit))
        for visit in visits:
            if visit.page.lesson:
                found += await self._follow(FoundLinks(visit.links, visit.address, visit.page.depth + 1))
        if self._reads_sitemaps:
            self._reads_sitemaps = False
            found += await self._follow(FoundLinks(await self._sitemap_links()))
        return found or self._frontier.more_of_sample()

    def owns(self, page: Page, address: str) -> bool:
        """Return whether a link ended on the site. A start page is audited wherever it leads."""
        return page.depth == 0 or page.lesson is not None or self._policy.is_on_site(clean(address))

    def walk_plan(self, page: Page) -> WalkPlan:
        """Judge a page as it is, and walk through the lessons on it."""
        return website_walk_plan(page)

    async def may_open(self, address: str) -> bool:
        """Return whether an address is a page of the site that neither robots.txt nor a pattern excludes."""
        return await self._policy.may_open(clean(address))

    def documents(self) -> Sequence[Page]:
        return tuple(self._documents.pages)

    async def read(self, page: Page) -> bytes:
        """Fetch a document, at the pace of pages."""
        await asyncio.sleep(max(0.0, self._next_read - time.monotonic()))
        self._next_read = time.monotonic() + self.pace
        return await asyncio.to_thread(fetch_document, page.address, self._policy.may_fetch, http=self._http)

    def page_count(self) -> int | None:
        """Return how many pages and lessons were seen, opened or not; None before the first page."""
        return self._frontier.page_count + self._lessons.count or None

    def skipped(self) -> Sequence[Skipped]:
        """Return documents that are not read, lessons that are not played, and all else counted by reason."""
        outside_sample = self._frontier.outside_sample(self.info.name)
        return [*self._left_out.named, *self._lessons.skipped(), *outside_sample, *self._left_out.counted()]

    def missing_files(self) -> Mapping[str, Counter[str]]:
        """Return nothing: only packages have files."""
        return {}

    def close(self) -> None:
        """Do nothing: nothing is held open."""

    def _note(self, visit: Visit) -> None:
        """Learn from where a page ended: a start page defines the site, any other counts as seen."""
        asked, ended = clean(visit.page.address), clean(visit.address)
        self._policy.note_changing(visit.changing)
        if ended and visit.page.depth == 0:
            self._policy.add_site(visit.page, ended)
        if ended and self._policy.is_on_site(ended):
            self._frontier.note_redirect(asked, ended)
        self._frontier.note_structure(visit.page, visit.structure)

    async def _follow(self, found: FoundLinks) -> list[Page]:
        """Return the pages to open among links, in their order; note the documents."""
        pages = []
        for number, link in enumerate(sorted(found.links, key=lambda link: not is_about_access(link))):
            if number % LINKS_AT_ONCE == 0:
                await asyncio.sleep(0)
            address = "" if found.page and is_jump(link, found.page) else clean(link)
            if not address or not self._policy.may_fetch(address) or self._frontier.has_seen(address):
                continue
            if not self._policy.is_on_site(address) and leads_to(address) != "document":
                continue
            self._frontier.see(address, found.depth, found.path_to(address))
            if await self._is_wanted(address, found.depth):
                pages.append(self._frontier.hand_out(address))
        return pages

    async def _is_wanted(self, address: str, depth: int) -> bool:
        """Return whether to open an address as a page. Documents are noted; what is refused is counted."""
        kind = leads_to(address)
        if kind == "file" or not self._policy.permits(address):
            return False
        if kind == "page" and not self._frontier.is_worth_opening(address):
            return False
        if not await self._policy.robots_permit(address):
            return False
        if kind == "document":
            self._documents.add(address, depth)
            return False
        return self._frontier.admits(address)

    async def _why_not_played(self, address: str) -> str:
        """Return why the lesson at an address is not played. Patterns to include apply to its page, not to itself."""
        if not self._policy.may_fetch(address):
            return "plays-elsewhere"
        if self._policy.is_excluded(address):
            why = "excluded"
        elif not (await self._robots.rules_for(address)).allows(address):
            why = "robots"
        elif self._lessons.count >= self._limits.max_pages:
            why = "max-pages"
        else:
            return ""
        self._left_out.count(address, why)
        return COUNTED

    async def _sitemap_links(self) -> Sequence[str]:
        """Return the pages named in the sitemaps of the site: those that robots.txt names, else /sitemap.xml."""
        found: dict[str, None] = {}
        for where in dict.fromkeys(origin(clean(start)) for start in self._starts):
            first = self._robots.sitemaps(where) or (f"{where}/sitemap.xml",)
            found |= dict.fromkeys(await read_sitemaps(first, self._fetch_sitemap, self._is_own_file))
        return tuple(found)

    def _is_own_file(self, address: str) -> bool:
        """Return whether an address is on the site or on a host that the user named, and changes nothing."""
        address = clean(address)
        is_own = self._policy.is_on_site(address) or any(site(address) == site(clean(one)) for one in self._starts)
        return address != "" and is_own and not self._policy.changes(address)

    async def _fetch_sitemap(self, address: str) -> bytes:
        await asyncio.sleep(self.pace)
        agent = self._limits.user_agent
        return await asyncio.to_thread(fetch_file, address, LARGEST, self._is_own_file, agent, http=self._http)


def _links_of(visit: Visit) -> FoundLinks:
    return FoundLinks(
        without_lessons(visit.links, visit),
        visit.address,
        visit.page.depth + 1,
        path=breadcrumb_names(visit.breadcrumbs) or visit.page.under,
        steps=tuple(identity(clean(address)) for _, address in visit.breadcrumbs),
    )
