"""Find out what is at the other end of a link by opening it in another tab, as a visitor would."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urldefrag, urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.redirect_stop import RedirectStop
from a11ycheck.facts.types import LinkEnd
from a11ycheck.inpage import script
from a11ycheck.web.links import leads_to

MOST = 6
"""Links that are opened from one screen."""
PATIENCE = 5.0
"""Seconds for one link; after that there is no answer."""

Follow = Callable[[str], Awaitable[bool]]
"""Tells whether an address may be opened; asked just before it is."""


async def never(_: str) -> bool:
    """Open no link."""
    return False


class LinkEnds:
    """Opens links of one screen, each address once: those on the page's own host that a crawl would open."""

    def __init__(self, frames: Frames, follow: Follow) -> None:
        self._frames = frames
        self._follow = follow
        self._known: dict[str, LinkEnd | None] = {}

    async def answer(self, _: Frame, questions: Sequence[Any]) -> Sequence[LinkEnd | None]:
        """Return what is at each address; None when that is not known."""
        return [await self._end(urldefrag(str(url))[0]) for url in questions]

    async def _end(self, url: str) -> LinkEnd | None:
        if url not in self._known:
            known = sum(end is not None for end in self._known.values())
            wanted = known < MOST and _same_host(url, self._frames.page.url) and leads_to(url) == "page"
            self._known[url] = await self._opened(url) if wanted and await self._follow(url) else None
        return self._known[url]

    async def _opened(self, url: str) -> LinkEnd | None:
        try:
            async with asyncio.timeout(PATIENCE):
                tab = await self._frames.page.context.new_page()
                try:
                    redirects = RedirectStop(await tab.context.new_cdp_session(tab))
                    await redirects.begin()
                    redirects.expect(url)
                    response = await tab.goto(url, wait_until="load", timeout=PATIENCE * 1000)
                    if response is None or response.status >= 400:
                        return None
                    page = await _read(tab)
                    if redirects.refused:
                        return None
                    return {
                        "address": tab.url,
                        "title": page["title"],
                        "text": re.sub(r"\s+", " ", page["text"])[:20000],
                    }
                finally:
                    await Guard(tab).leave_page()
                    await tab.close()
        except (PlaywrightError, TimeoutError):
            return None


async def _read(tab: Page) -> Any:
    try:
        return await tab.evaluate(script("facts/page_text"))
    except PlaywrightError:  # the page went to another one meanwhile
        await tab.wait_for_load_state("load")
        return await tab.evaluate(script("facts/page_text"))


def _same_host(one: str, other: str) -> bool:
    return urlsplit(one)[:2] == urlsplit(other)[:2]
