"""Learning packages that play inside pages of a platform: each is gone through as a page of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import parse_qs, urlsplit

from a11ycheck.evidence.breadcrumbs import names
from a11ycheck.model import Lesson, Page, Skipped, Tool
from a11ycheck.players import PLAYERS
from a11ycheck.players.interface import STAY, WalkPlan
from a11ycheck.players.tools.h5p_activity import H5P_ACTIVITY
from a11ycheck.sources.interface import Visit
from a11ycheck.text import redact
from a11ycheck.web.addresses import clean, identity, origin
from a11ycheck.web.links import is_document

SAID = "said"
_SERVED = re.compile(r"\.(?:php|aspx?|jsp|do|cgi)$", re.IGNORECASE)
"""Programs of a platform: what stands beside one is no part of what it shows."""


class Lessons:
    """Those of one website, each once.

    `leave` gives the stable word for why what plays at an address is not gone through: "" when it is, SAID when the
    source says that itself.
    """

    def __init__(self, leave: Callable[[str], str]) -> None:
        self._leave = leave
        self._seen: set[tuple[str, str]] = set()
        self._left: list[Skipped] = []
        self.known = 0

    def on(self, visits: Sequence[Visit]) -> list[Page]:
        """Pages for what plays on these and was not met before."""
        return [_page(visit, lesson) for visit in visits for lesson in visit.lessons if self._is_wanted(lesson)]

    def left(self) -> Sequence[Skipped]:
        """What was only looked at as it stood."""
        return tuple(self._left)

    def _is_wanted(self, lesson: Lesson) -> bool:
        key = (lesson.kind, identity(clean(lesson.address)) or lesson.address)
        if key in self._seen:
            return False
        self._seen.add(key)
        unplayed = lesson.kind == "package" and not lesson.framed
        why = "plays-package" if unplayed else self._leave(lesson.address)
        if not why:
            self.known += 1
        elif why != SAID:
            host = urlsplit(lesson.address).hostname or ""
            self._left.append(Skipped(redact.url(told(lesson.address)), why, "", data={"host": host}))
        return not why


def lesson_way(page: Page) -> WalkPlan:
    """How to get through a page of a website: as it stands, but for what plays on it, which is gone through.

    Nothing tells the tool but the page: all players are asked. Around what has no frame the platform's page stands,
    on which nothing is operated.
    """
    if page.lesson is None:
        return STAY
    if not page.lesson.framed:
        return WalkPlan(((H5P_ACTIVITY, Tool("H5P")),), guess=True)
    return WalkPlan(tuple((player, Tool("")) for player in PLAYERS), explore=True, guess=True)


def realm(lesson: Lesson, page: str) -> str:
    """With what an address begins that belongs to this lesson on the page at that address.

    The folder around that of its document, for many a package keeps its launcher in a folder of its own; the folder
    itself where that would hold much else, or only the document, where the page of the platform would be inside.
    """
    base, document = origin(lesson.address), lesson.address.partition("?")[0]
    folder = urlsplit(document).path.rpartition("/")[0]
    above = folder.rpartition("/")[0]
    for one in (above, folder) if above.count("/") > 1 else (folder,):
        if one and not page.startswith(f"{base}{one}/") and not _SERVED.search(document):
            return f"{base}{one}/"
    return document


def without_lessons(links: Sequence[str], visit: Visit) -> Sequence[str]:
    """Links that lead to other pages and to documents, and not from one screen of a lesson to another."""
    inside = tuple(realm(one, visit.address) for one in visit.lessons if one.framed)
    return [link for link in links if not link.startswith(inside) or is_document(urlsplit(link).path)]


def is_launch(address: str) -> bool:
    """Whether an address hands over where results are sent: xAPI ("endpoint") or cmi5 ("fetch")."""
    query = parse_qs(urlsplit(address).query)
    return "endpoint" in query and bool({"actor", "fetch"} & query.keys())


def told(address: str) -> str:
    """The address for reports: a launch says who learns, and is another each time."""
    return address.partition("?")[0] if is_launch(address) else address


def _page(visit: Visit, lesson: Lesson) -> Page:
    path = names(visit.trail) or tuple(filter(None, (*visit.page.under, visit.title)))
    title = (lesson.title or visit.title) if lesson.framed else ""
    return Page(
        visit.page.address,
        told(lesson.address),
        title,
        path if not title or path[-1:] == (title,) else (*path, title),
        depth=visit.page.depth,
        lesson=lesson,
    )
