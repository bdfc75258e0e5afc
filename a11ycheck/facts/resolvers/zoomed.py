"""How texts stand when a page is zoomed to 200 %: half as wide and half as high, as a browser does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.inpage import script


class Zoomed:
    """Looks at boxes of one screen in a window of half the size, and gives the window its size back."""

    def __init__(self, frames: Frames) -> None:
        self._page = frames.page

    async def answer(self, frame: Frame, questions: Sequence[Any]) -> Sequence[bool | None]:
        """For each box that the probe `clips` holds whether text in it is cut off when zoomed; None: not known."""
        size = self._page.viewport_size
        if not size:
            return [None] * len(questions)
        try:
            await self._page.set_viewport_size({"width": size["width"] // 2, "height": size["height"] // 2})
            try:
                cut: Sequence[bool | None] = await frame.run(script("facts/cut_off_boxes"))
            finally:
                await self._page.set_viewport_size(size)
            await frame.run(script("drawn"))
        except PlaywrightError:
            return [None] * len(questions)
        return cut
