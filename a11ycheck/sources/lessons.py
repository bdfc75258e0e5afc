"""Learning packages embedded in pages of a platform: each is walked through as a separate page."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import parse_qs, urlsplit

from a11ycheck.evidence.breadcrumbs import breadcrumb_names
from a11ycheck.model import Lesson, Page, Skipped, Tool
from a11ycheck.players import PLAYERS
from a11ycheck.players.interface import NO_WALK, WalkPlan
from a11ycheck.players.tools.h5p_activity import H5P_ACTIVITY
from a11ycheck.sources.interface import Visit
from a11ycheck.text import redact
from a11ycheck.web.addresses import clean, identity, origin
from a11ycheck.web.links import is_document

COUNTED = "counted"
"""Returned in place of a reason when the source reports a lesson by itself."""
_SERVER_PROGRAM = re.compile(r"\.(?:php|aspx?|jsp|do|cgi)$", re.IGNORECASE)
"""Programs of a platform: files beside one are no part of what it shows."""

WhyNotPlayed = Callable[[str], Awaitable[str]]
"""Returns why the lesson at an address is not played: a stable word, COUNTED, or "" when it is played."""


class EmbeddedLessons:
    """The lessons of one website, each once. `count` is how many are played."""

    def __init__(self, why_not_played: WhyNotPlayed) -> None:
        self.count = 0
        self._why_not_played = why_not_played
        self._seen: set[tuple[str, str]] = set()
        self._skipped: list[Skipped] = []

    async def find_new(self, visits: Sequence[Visit]) -> list[Page]:
        """Return a page for each lesson on the visited pages that was not seen before."""
        return [_page(visit, lesson) for visit in visits for lesson in visit.lessons if await self._is_wanted(lesson)]

    def skipped(self) -> Sequence[Skipped]:
        """Return the lessons that are only judged as part of their page."""
        return tuple(self._skipped)

    async def _is_wanted(self, lesson: Lesson) -> bool:
        key = (lesson.kind, identity(clean(lesson.address)) or lesson.address)
        if key in self._seen:
            return False
        self._seen.add(key)
        unframed = lesson.kind == "package" and not lesson.framed
        why = "plays-package" if unframed else await self._why_not_played(lesson.address)
        if not why:
            self.count += 1
        elif why != COUNTED:
            host = urlsplit(lesson.address).hostname or ""
            self._skipped.append(Skipped(redact.url(reported_address(lesson.address)), why, "", data={"host": host}))
        return not why


def website_walk_plan(page: Page) -> WalkPlan:
    """Return how to get through a page of a website: as it stands, unless the page is a lesson.

    Only the page can tell which tool made a lesson, so all players are asked. A lesson without a frame has the
    platform's page around it, on which nothing is operated.
    """
    if page.lesson is None:
        return NO_WALK
    if not page.lesson.framed:
        return WalkPlan(((H5P_ACTIVITY, Tool("H5P")),), guess=True)
    return WalkPlan(tuple((player, Tool("")) for player in PLAYERS), explore=True, guess=True)


def lesson_root(lesson: Lesson, page: str) -> str:
    """Return how every address begins that belongs to a lesson on the page at address `page`.

    That is the folder around the folder of its document, because many packages keep their launcher in a folder. It is
    the folder itself where the outer one would hold much else, and only the document where even that would hold the
    platform's page.
    """
    base, document = origin(lesson.address), lesson.address.partition("?")[0]
    folder = urlsplit(document).path.rpartition("/")[0]
    above = folder.rpartition("/")[0]
    for path in (above, folder) if above.count("/") > 1 else (folder,):
        if path and not page.startswith(f"{base}{path}/") and not _SERVER_PROGRAM.search(document):
            return f"{base}{path}/"
    return document


def without_lessons(links: Sequence[str], visit: Visit) -> Sequence[str]:
    """Return the links of a page that lead to other pages and to documents, not from screen to screen of a lesson."""
    roots = tuple(lesson_root(lesson, visit.address) for lesson in visit.lessons if lesson.framed)
    return [link for link in links if not link.startswith(roots) or is_document(urlsplit(link).path)]


def is_launch(address: str) -> bool:
    """Return whether an address tells a lesson where to send results: xAPI ("endpoint") or cmi5 ("fetch")."""
    query = parse_qs(urlsplit(address).query)
    return "endpoint" in query and bool({"actor", "fetch"} & query.keys())


def reported_address(address: str) -> str:
    """Return an address as reports show it: that of a launch names the learner, and differs each time."""
    return address.partition("?")[0] if is_launch(address) else address


def _page(visit: Visit, lesson: Lesson) -> Page:
    path = breadcrumb_names(visit.breadcrumbs) or tuple(filter(None, (*visit.page.under, visit.title)))
    title = (lesson.title or visit.title) if lesson.framed else ""
    return Page(
        visit.page.address,
        reported_address(lesson.address),
        title,
        path if not title or path[-1:] == (title,) else (*path, title),
        depth=visit.page.depth,
        lesson=lesson,
    )
