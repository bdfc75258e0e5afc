"""Templates: screens that are built alike. Behaviour is tried on the first of each, which stands for the others."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable

from a11ycheck.evidence.template_keys import template_keys
from a11ycheck.model import Page

MOST_OF_ONE_PAGE = 8
"""Templates of one page that are tried in full: in some authoring tools, hardly two slides are built alike."""


class Templates:
    """The templates of one target.

    Which screen is the first of a template depends on the order of the pages alone, never on which of them was
    quicker: a page waits for those before it in its level.
    """

    def __init__(self, every_screen: bool = False) -> None:
        self._every = every_screen
        self._first: dict[str, Page] = {}
        self._tried: Counter[Page] = Counter()
        self._settled: dict[Page, asyncio.Event] = {}
        self._order: list[asyncio.Event] = []
        self._number: dict[Page, int] = {}
        self._all_before = 0
        """How many pages at the start of the level have claimed all that they will."""

    def begin(self, pages: Iterable[Page]) -> None:
        """Begin a level of pages, in order."""
        self._settled = {page: asyncio.Event() for page in pages}
        self._order = list(self._settled.values())
        self._number = {page: number for number, page in enumerate(self._settled)}
        self._all_before = 0

    def finish(self, page: Page) -> None:
        """Note that a page claims nothing more: those after it need not wait."""
        if page in self._settled:
            self._settled[page].set()

    def remember(self, page: Page, structures: Iterable[str]) -> None:
        """Note that an earlier process did this page, and that it was the first of these templates."""
        for structure in structures:
            self._first.setdefault(template_keys(page, structure)[1], page)
        self.finish(page)

    async def claims(self, page: Page, place: Page, structure: str, *, own: bool) -> bool:
        """Tell whether `place`, a screen of `page`, is the first of its template.

        `own` says that the page has templates of its own, because it holds many screens. When many of these have been
        tried, screens with the same kinds of controls count as one template too.
        """
        if self._every or not structure:
            return True
        mine, key, kinds = template_keys(page, structure)
        if own:
            if mine not in self._first and (self._tried[page] < MOST_OF_ONE_PAGE or kinds not in self._first):
                self._tried[page] += 1
                self._first[mine] = place
            self._first.setdefault(kinds, place)
            return self._first.get(mine) == place
        while self._all_before < self._number.get(page, 0):
            await self._order[self._all_before].wait()
            while self._all_before < len(self._order) and self._order[self._all_before].is_set():
                self._all_before += 1
        first = self._first.setdefault(key, place) == place
        self.finish(page)
        return first
