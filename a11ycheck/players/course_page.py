"""A browser tab in which course content runs: its frames, scripts in the page's own world, clicks, and settling."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame as PageFrame
from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import Frame, Frames, is_inside
from a11ycheck.browser.liveness import is_stuck
from a11ycheck.browser.settling import settled
from a11ycheck.browser.timeouts import stopped
from a11ycheck.inpage import assemble, script

ANSWER = 5.0
"""Seconds that a script in the page may take."""
CLICK = 2.0
"""Seconds that an element may take to become clickable."""
SETTLING = 10.0
"""Seconds within which most pages have settled, on a busy computer too; after that we look whether one is stuck."""
RELOAD = 15.0
"""Seconds that the page may take to load again."""
SILENT = 2
"""Unanswered scripts in a row after which a frame is left out."""


class PageStuck(Exception):
    """Raised when a page answers no more after something on it was used: nothing further can be asked of it."""


@dataclass(slots=True)
class CoursePage:
    """The tab that shows the content, and the `reader` of its frames.

    `frame_name` names the frame that holds the content; it is "" when the content is the tab's own document.
    """

    tab: Tab
    reader: Frames
    frame_name: str
    popups: Callable[[], Sequence[Tab]]
    on_answer: Callable[[], None] = lambda: None
    """Called whenever the page answers, so that a watchdog knows that it doesn't hang."""
    root: PageFrame | None = None
    """The frame of the content in a page that isn't its own, such as a platform's."""
    home: tuple[Tab, Frames, str] | None = None
    """The first tab, reader and frame name, while a window that the content opened is followed."""
    followed: list[Tab] = field(default_factory=list)
    is_used: Callable[[], bool] = lambda: False
    """Whether the screen was judged, so that whoever uses it now may leave it when it is stuck."""
    unanswered: Counter[PageFrame] = field(default_factory=Counter)
    """Unanswered scripts in a row, by frame: some frames wait for their server for ever."""

    def frames(self) -> list[PageFrame]:
        """Return the frames of the content, without the wrapper that holds the run-time; those of pop-ups come last."""
        own = [frame for frame in self.tab.frames if self._is_content(frame)]
        others = [frame for popup in self.popups() if popup is not self.tab for frame in popup.frames]
        found = [frame for frame in (*own, *others) if not frame.is_detached()]
        return found[:1] + [frame for frame in found[1:] if self.unanswered[frame] < SILENT]

    def _is_content(self, frame: PageFrame) -> bool:
        if self.root is None:
            return not self.frame_name or frame is not self.tab.main_frame
        return is_inside(frame, self.root)

    async def evaluate(self, frame: PageFrame, function: str, argument: object = None) -> Any:
        """Call a function in the page's own world and return its JSON result; None when it fails or is too slow.

        Raises PageStuck when that is because a script of the page doesn't end.
        """
        try:
            result = await asyncio.wait_for(frame.evaluate(function, argument), ANSWER)
        except (PlaywrightError, TimeoutError) as error:
            self.unanswered[frame] += isinstance(error, TimeoutError)
            if isinstance(error, TimeoutError):
                await self._check_stuck()
            return None
        self.unanswered[frame] = 0
        self.on_answer()
        return result

    async def _check_stuck(self) -> None:
        if self.is_used() and await is_stuck(self.tab, self.reader.session):
            raise PageStuck

    async def follow(self) -> bool:
        """Move to a window that the content opened, or back when it was closed; return whether we moved."""
        if self.home and self.tab.is_closed():
            (self.tab, self.reader, self.frame_name), self.home = self.home, None
            return True
        opened = [tab for tab in self.popups() if tab is not self.tab and tab not in self.followed]
        for tab in opened[-1:]:
            self.followed.append(tab)
            try:
                await tab.wait_for_load_state("load", timeout=1000 * ANSWER)
                if urlsplit(tab.url).netloc != urlsplit(self.tab.url).netloc or not await tab.inner_text("body"):
                    continue
                reader = Frames(tab, await tab.context.new_cdp_session(tab))
            except PlaywrightError:
                continue  # it closed itself meanwhile, or never loaded
            self.home = self.home or (self.tab, self.reader, self.frame_name)
            self.tab, self.reader, self.frame_name = tab, reader, ""
            return True
        return False

    async def reload_at(self, frame: PageFrame, moment: float) -> None:
        """Load the page again, with a clock that starts at `moment` (ms since 1970) for all in the folder of `frame`.

        Raises PlaywrightError when it doesn't load.
        """
        folder = urlsplit(frame.url).path.rpartition("/")[0]
        call = f"({script('players/set_clock')})({json.dumps(folder + '/')}, {moment})"
        await self.tab.add_init_script(call)
        await self.tab.reload(wait_until="load", timeout=1000 * RELOAD)

    async def load_again(self, start: str) -> bool:
        """Load the content again from its beginning, `start`; return whether that was done.

        Not in a page that isn't the content's own, nor in a window that the content opened.
        """
        if self.root or self.home:
            return False
        try:
            if self.frame_name:
                await self.tab.reload(wait_until="load", timeout=1000 * RELOAD)
            else:
                await self.tab.goto("about:blank")  # else a route stays
                await self.tab.goto(start, wait_until="load", timeout=1000 * RELOAD)
            await self.settle()
        except PlaywrightError:
            return False
        return True

    async def settle(self) -> Frame:
        """Wait, within a bound, until nothing changes any more.

        Raises ScriptError when the page has gone, PageStuck when it answers no more.
        """
        settling = asyncio.ensure_future(settled(self.reader, self.frame_name))
        try:
            while not (await asyncio.wait([settling], timeout=SETTLING))[0]:
                await self._check_stuck()
            return settling.result()
        finally:
            await stopped([settling])

    async def click(self, frame: PageFrame, selector: str) -> bool:
        """Click the first element that matches with the mouse, or else by script; return whether there was one."""
        try:
            await frame.click(selector, timeout=CLICK * 1000)
        except PlaywrightError:
            return bool(await self.evaluate(frame, _click_script(), selector))
        return True


@cache
def _click_script() -> str:
    return assemble(Path(__file__).with_name("click.js").read_text(encoding="utf-8"))
