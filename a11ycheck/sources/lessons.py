"""Learning packages that play inside pages of a platform: each is gone through as a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from a11ycheck import redact
from a11ycheck.model import Lesson, Page, Skipped
from a11ycheck.players import PLAYERS
from a11ycheck.players.h5p_activity import H5P_ACTIVITY
from a11ycheck.players.interface import STAY, Tool, Way
from a11ycheck.sources.address import clean, identity, origin
from a11ycheck.sources.interface import Visit
from a11ycheck.trail import names


class Lessons:
    """Those of one website, each once; `may` tells whether the document at an address may be gone through."""

    def __init__(self, may: Callable[[str], bool]) -> None:
        self._may = may
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
        key = (lesson.kind, identity(clean(lesson.address)))
        if key in self._seen:
            return False
        self._seen.add(key)
        why = ""
        if lesson.kind == "package" and not lesson.framed:
            why = "plays-package"
        elif not self._may(lesson.address):
            why = "plays-elsewhere"
        if why:
            host = urlsplit(lesson.address).hostname or ""
            self._left.append(Skipped(redact.url(lesson.address), why, "", data={"host": host}))
            return False
        self.known += 1
        return True


def lesson_way(page: Page) -> Way:
    """How to get through a page of a website: as it stands, but for what plays on it, which is gone through.

    Nothing tells the tool but the page: all players are asked. Around what has no frame the platform's page stands,
    on which nothing is operated.
    """
    if page.lesson is None:
        return STAY
    if not page.lesson.framed:
        return Way(((H5P_ACTIVITY, Tool("H5P")),), guess=True)
    return Way(tuple((player, Tool("")) for player in PLAYERS), explore=True, guess=True)


def realm(lesson: Lesson, page: str) -> str:
    """With what an address begins that belongs to this lesson on the page at that address.

    The folder around that of its document, for many a package keeps its launcher in a folder of its own; the folder
    itself, or only the document, where the page of the platform would be inside otherwise.
    """
    base = origin(lesson.address)
    folder = urlsplit(lesson.address).path.rpartition("/")[0]
    above = folder.rpartition("/")[0]
    for one in (above, folder):
        if one and not page.startswith(f"{base}{one}/"):
            return f"{base}{one}/"
    return lesson.address.partition("?")[0]


def without_lessons(links: Sequence[str], visit: Visit) -> Sequence[str]:
    """Links that lead to other pages, and not from one screen of a lesson to another."""
    inside = tuple(realm(one, visit.address) for one in visit.lessons if one.framed)
    return [link for link in links if not link.startswith(inside)] if inside else links


def _page(visit: Visit, lesson: Lesson) -> Page:
    path = names(visit.trail) or tuple(filter(None, (*visit.page.under, visit.title)))
    title = (lesson.title or visit.title) if lesson.framed else ""
    return Page(
        visit.page.address,
        lesson.address,
        title,
        path if not title or path[-1:] == (title,) else (*path, title),
        depth=visit.page.depth,
        lesson=lesson,
    )
