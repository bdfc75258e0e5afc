"""Find out which texts are cut off at 200 % zoom: in a window half as wide and half as high, as browsers do it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.inpage import script


class Zoomed:
    """Looks at boxes of one screen in a window of half the size, and then restores its size."""

    def __init__(self, frames: Frames) -> None:
        self._page = frames.page

    async def answer(self, frame: Frame, questions: Sequence[Any]) -> Sequence[bool | None]:
        """Return for each row of the fact `clips` whether text is cut off; None when that is not known."""
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
