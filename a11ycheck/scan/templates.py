"""Screens that are built alike: what is costly is tried on the first of each template, and it stands for the others."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable

from a11ycheck.evidence.template_keys import keys
from a11ycheck.model import Page

MOST_OWN = 8
"""Templates of one page that are tried in full: hardly two slides of some authoring tools are built alike."""


class Templates:
    """The templates of one target. Which screen is a template's first depends on the order of the pages alone, never
    on which of them was quicker: a page waits for those before it in its level.
    """

    def __init__(self, every_screen: bool = False) -> None:
        self._every = every_screen
        self._first: dict[str, Page] = {}
        self._tried: Counter[Page] = Counter()
        self._said: dict[Page, asyncio.Event] = {}
        self._order: list[asyncio.Event] = []
        self._number: dict[Page, int] = {}
        self._all_before = 0
        """The first of the level that may still say something."""

    def begin(self, pages: Iterable[Page]) -> None:
        """A level of pages, in order."""
        self._said = {page: asyncio.Event() for page in pages}
        self._order = list(self._said.values())
        self._number = {page: number for number, page in enumerate(self._said)}
        self._all_before = 0

    def over(self, page: Page) -> None:
        """Nothing more comes from this page: those after it need not wait."""
        if page in self._said:
            self._said[page].set()

    def remember(self, page: Page, structures: Iterable[str]) -> None:
        """A page that was done by an earlier process: it was the first of these templates."""
        for structure in structures:
            self._first.setdefault(keys(page, structure)[1], page)
        self.over(page)

    async def claims(self, page: Page, place: Page, structure: str, *, own: bool) -> bool:
        """Whether `place`, a screen of `page`, is the first of its template; `own`: the page has templates of its own,
        because it holds many screens. When many were tried, the same kinds of things to use are a template too."""
        if self._every or not structure:
            return True
        mine, key, kinds = keys(page, structure)
        if own:
            if mine not in self._first and (self._tried[page] < MOST_OWN or kinds not in self._first):
                self._tried[page] += 1
                self._first[mine] = place
            self._first.setdefault(kinds, place)
            return self._first.get(mine) == place
        while self._all_before < self._number.get(page, 0):
            await self._order[self._all_before].wait()
            while self._all_before < len(self._order) and self._order[self._all_before].is_set():
                self._all_before += 1
        first = self._first.setdefault(key, place) == place
        self.over(page)
        return first
