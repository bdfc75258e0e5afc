"""Templates: screens that are built alike. Behaviour is tried on the first of each, which stands for the others."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable

from a11ycheck.evidence.template_keys import template_keys
from a11ycheck.model import Page

MOST_OF_ONE_PAGE = 8
"""Templates of one page that are tried in full: in some authoring tools, hardly two slides are built alike."""


LAYER = "layer over the page: "
"""What the structure of a layer over a page begins with: it is judged once, and does not stand for a screen."""


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

    async def is_first(self, page: Page, place: Page, structure: str, *, many_screens: bool) -> bool:
        """Return whether `place`, a screen of `page`, is the first of its template, and claim the template for it.

        With `many_screens`, the templates are those of the page alone. When many of them have been tried, screens with
        the same kinds of controls count as one template too.
        """
        if structure.startswith(LAYER):
            await self._wait_for_pages_before(page)
            return self._first.setdefault(structure, place) == place
        if self._every or not structure:
            return True
        key_in_page, key_anywhere, controls_in_page = template_keys(page, structure)
        if many_screens:
            may_try = self._tried[page] < MOST_OF_ONE_PAGE or controls_in_page not in self._first
            if key_in_page not in self._first and may_try:
                self._tried[page] += 1
                self._first[key_in_page] = place
            self._first.setdefault(controls_in_page, place)
            return self._first.get(key_in_page) == place
        await self._wait_for_pages_before(page)
        is_first = self._first.setdefault(key_anywhere, place) == place
        self.finish(page)
        return is_first

    async def _wait_for_pages_before(self, page: Page) -> None:
        while self._all_before < self._number.get(page, 0):
            await self._order[self._all_before].wait()
            while self._all_before < len(self._order) and self._order[self._all_before].is_set():
                self._all_before += 1
