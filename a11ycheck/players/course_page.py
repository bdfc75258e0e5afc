"""A page that plays: its frames, scripts in the page's own world, clicks, and waiting until it is at rest."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame as PageFrame
from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import Frame, Frames, is_inside
from a11ycheck.browser.settling import settled
from a11ycheck.inpage import script

ANSWER = 5.0
"""Seconds that a script in the page may take."""
CLICK = 2.0
RELOAD = 15.0
SILENT = 2


@dataclass(slots=True)
class Play:
    """Where a page plays: `tab` and its `reader` of frames; `inside` names the frame of the content, or is ""."""

    tab: Tab
    reader: Frames
    inside: str
    popups: Callable[[], Sequence[Tab]]
    beat: Callable[[], None] = lambda: None
    """Called whenever the page answers: who waits for it then knows that it does not hang."""
    root: PageFrame | None = None
    """The frame that it plays in on a page which is not its own."""
    home: tuple[Tab, Frames, str] | None = None
    """Where it plays at home, while it follows a window that the content opened."""
    followed: list[Tab] = field(default_factory=list)
    silent: Counter[PageFrame] = field(default_factory=Counter)
    """How often in a row a frame did not answer: one that waits for its server for ever is not asked a third time."""

    def frames(self) -> list[PageFrame]:
        """The content's frames: below the wrapper with the run-time, the popups' last."""
        own = [frame for frame in self.tab.frames if self._is_own(frame)]
        others = [frame for popup in self.popups() if popup is not self.tab for frame in popup.frames]
        found = [frame for frame in (*own, *others) if not frame.is_detached()]
        return found[:1] + [frame for frame in found[1:] if self.silent[frame] < SILENT]

    def _is_own(self, frame: PageFrame) -> bool:
        if self.root is None:
            return not self.inside or frame is not self.tab.main_frame
        return is_inside(frame, self.root)

    async def evaluate(self, frame: PageFrame, script: str, argument: object = None) -> Any:
        """The JSON result of a function expression in the page's own world; None when it fails or takes too long."""
        try:
            answer = await asyncio.wait_for(frame.evaluate(script, argument), ANSWER)
        except (PlaywrightError, TimeoutError) as error:
            self.silent[frame] += isinstance(error, TimeoutError)
            return None
        self.silent[frame] = 0
        self.beat()
        return answer

    async def follow(self) -> bool:
        """Go along to a window that the content opened, and home when that was closed; whether we went anywhere."""
        if self.home and self.tab.is_closed():
            (self.tab, self.reader, self.inside), self.home = self.home, None
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
                continue  # closed itself meanwhile, or never loaded
            self.home = self.home or (self.tab, self.reader, self.inside)
            self.tab, self.reader, self.inside = tab, reader, ""
            return True
        return False

    async def set_back(self, frame: PageFrame, moment: float) -> None:
        """Open the page once more, with a clock in the folder of this frame that begins at `moment` (ms since 1970).

        Raises PlaywrightError when it does not come.
        """
        folder = urlsplit(frame.url).path.rpartition("/")[0]
        call = f"({script('set_clock')})({json.dumps(folder + '/')}, {moment})"
        await self.tab.add_init_script(call)
        await self.tab.reload(wait_until="load", timeout=1000 * RELOAD)

    async def settle(self) -> Frame:
        """Wait until nothing changes any more, within a bound. Raises ScriptError when the page is gone."""
        return await settled(self.reader, self.inside)

    async def click(self, frame: PageFrame, selector: str) -> bool:
        """Click the first element that matches, as a mouse does, else by script; whether there was one."""
        try:
            await frame.click(selector, timeout=CLICK * 1000)
        except PlaywrightError:
            press = "(selector) => { const it = document.querySelector(selector); it?.click(); return !!it; }"
            return bool(await self.evaluate(frame, press, selector))
        return True
