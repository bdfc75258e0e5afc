"""Explore a page whose authoring tool isn't known: onward from screen to screen, along its outline, past its gates."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Container
from dataclasses import dataclass

from a11ycheck.players.explore.ending import EndSigns, Exploration, conclude
from a11ycheck.players.explore.explored_page import ExploredPage
from a11ycheck.players.explore.onward import LEADS_ON, Onward
from a11ycheck.players.explore.screens import FoundScreens, OutlineQueue
from a11ycheck.players.explore.snapshot import Snapshot
from a11ycheck.players.explore.steps import Step
from a11ycheck.players.interface import PlayerScreen

MOST_SCREENS = 300
MOST_IDLE = 40
"""Steps in a row without a new screen."""
MOST_SECONDS = 900.0
MOST_UNFOLDED = 30
"""Times that more of one screen unfolds."""
MOST_MENUS = 2
"""Closed menus opened on one screen."""
MOST_RESTARTS = 12
FEW_SCREENS = 20
"""So many screens are gone through once more to come back to one of them."""
RETURN = ("menu", "outline", "back")
"""The kinds of controls that may lead back to a screen of cards, the surest first."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """What to do on each screen that is found.

    `judge_screen(screen, state)` judges what is shown: "" as it first appears, "continued" when more of it unfolded.
    `judge_states(screen)` judges further states of that screen, and returns whether it left the screen unchanged.
    `tries` means that judging a screen may change it, because its controls are tried.
    """

    judge_screen: Callable[[PlayerScreen, str], Awaitable[None]]
    judge_states: Callable[[PlayerScreen], Awaitable[bool]]
    tries: bool = False


class Explorer:
    """Visit every screen that can be found from what the page shows now.

    A screen is recognised by what it shows, so it is judged once, and going round in circles ends.
    `other_pages` are addresses without fragment that are tested as other pages.
    """

    def __init__(self, page: ExploredPage, visitor: Visitor, other_pages: Container[str] = ()) -> None:
        self._page = page
        self._visitor = visitor
        self._screens = FoundScreens()
        self._queue = OutlineQueue(other_pages)
        self._signs = EndSigns()
        self._onward = Onward(page, self._screens, self._queue, self._signs)
        self._began = time.monotonic()
        self._idle = 0
        self._restarts = 0
        self._start = ""

    async def run(self) -> Exploration:
        """Go onward while that brings anything new, then to the next entry of the outline, until both have ended.

        Raises ScriptError when the page has gone.
        """
        found = Exploration()
        start = self._start = self._page.address()
        now = await self._arrive(await self._page.at_rest_without_noise(), None)
        while not self._is_enough():
            before = now
            moved = await self._onward.go(now)
            if moved is None and (step := self._queue.pop(self._page.traps.known)):
                moved = await self._open_entry(step, now)
                if moved is None and not step.href and self._restarts < MOST_RESTARTS:
                    self._restarts += 1  # its menu isn't on this screen: go back to the start once more
                    await self._page.jump(start)
                    now = await self._arrive(await self._page.at_rest(), None)
                    moved = await self._open_entry(step, now)
                if moved is None:
                    if step.disabled:
                        found.missed.append((PlayerScreen(step.label.lower(), step.label), "locked"))
                    moved = now
            if moved is None and self._screens.has_untried():
                moved = await self._return_to_cards(now, start)
            if moved is None:
                moved = await self._return_to_left(start)
            if moved is None:
                moved = await self._end_course(now)
            if moved is None:
                break
            now = await self._arrive(moved, before)
        else:
            found.why = "bound"
        conclude(found, self._signs, len(self._screens.keys))
        return found

    def _is_enough(self) -> bool:
        seconds = time.monotonic() - self._began
        return seconds > MOST_SECONDS or len(self._screens.keys) >= MOST_SCREENS or self._idle > MOST_IDLE

    async def _arrive(self, now: Snapshot, before: Snapshot | None) -> Snapshot:
        """Judge what the page shows when it is new, and note what may lead on from it."""
        if now not in self._screens and self._screens.resembles_known(now):
            now = await self._page.at_rest_without_noise()
        if now in self._screens:
            self._idle += 1
            self._screens[now].left = False
            return now
        if await self._page.scroll_through():
            now = await self._page.at_rest()
        if now in self._screens:
            return now
        await self._judge_new(now, before)
        self._page.traps.passed()
        if now.count:
            self._signs.counts.append(now.count)
        self._signs.drawn = self._signs.drawn or now.drawn
        after = await self._as_judged(now)
        if after is not now:
            return after if after in self._screens or self._is_enough() else await self._arrive(after, now)
        if await self._note_steps():
            after = await self._page.at_rest()
            if after.leaves(now):  # what looked like a menu led to another screen
                return await self._arrive(after, None)
        return await self._judge_states(now)

    async def _judge_new(self, now: Snapshot, before: Snapshot | None) -> None:
        """Judge a new screen, or the rest of the one `before` when that one unfolded: a gate in it was passed."""
        known = self._screens[before] if before and before in self._screens else None
        if known and before and now.unfolds(before):
            self._idle += 1
            known.unfolded += 1
            if known.unfolded <= MOST_UNFOLDED:
                known.tried.clear()
            self._screens.by_parts[now.parts] = known
            await self._visitor.judge_screen(known.screen, "continued")
        else:
            self._idle = 0
            await self._visitor.judge_screen(self._screens.add(now).screen, "")

    async def _as_judged(self, now: Snapshot) -> Snapshot:
        """Return what the page shows after a screen was tried: that screen, where need be once it was loaded again.

        Else a carousel that was turned, or a chapter that was opened meanwhile, would be where the walk goes on from,
        and never be judged itself.
        """
        changed = await self._page.change_by_trial(now) if self._visitor.tries else None
        if changed is None:
            return now
        again = await self._page.show_again(now, self._start)
        if again is not None and again.parts == now.parts:
            return now
        self._screens[now].left = True
        return again or changed

    async def _return_to_left(self, start: str) -> Snapshot | None:
        """Begin anew where a screen was left because of what was tried on it, and its own ways on were not taken."""
        self._restarts += 1
        if self._restarts > MOST_RESTARTS or len(self._screens.keys) > FEW_SCREENS or not self._screens.take_left():
            return None
        self._idle = 0
        return await self._page.begin_again(start)

    async def _judge_states(self, now: Snapshot) -> Snapshot:
        """Judge further states; what the page shows then is the same screen, unless one of them led to another."""
        found = self._screens[now]
        if await self._visitor.judge_states(found.screen):
            return now
        self._page.clicked = None
        after = await self._page.at_rest()
        if after not in self._screens and after.leaves(now):
            found.left = True
            return await self._arrive(after, None)
        self._screens.by_parts.setdefault(after.parts, found)
        return after

    async def _note_steps(self) -> bool:
        """Queue the entries of outlines, those in closed menus too; return whether a menu was opened."""
        steps = await self._page.steps()
        leads_on = any(step.kind == "next" and step.score >= LEADS_ON for step in steps)
        self._signs.leads_on = self._signs.leads_on or leads_on
        menus = [step for step in steps if step.kind == "menu" and step.name not in self._queue.taken][:MOST_MENUS]
        for menu in menus:
            self._queue.taken.add(menu.name)
            steps += await self._page.steps_behind(menu)
        self._queue.add(steps)
        return bool(menus)

    async def _open_entry(self, step: Step, now: Snapshot) -> Snapshot | None:
        """Open an entry of the outline; return None when it isn't there or does nothing."""
        if not await self._page.may_press(step):
            return None
        clicked = await self._page.click_wherever(step)
        if not clicked and (not step.href or step.disabled or not await self._page.jump(step.href, step.frame)):
            return None
        moved = await self._page.change_since(now)
        if moved is not None:
            return moved
        return now if clicked and now in self._screens and not step.disabled else None

    async def _end_course(self, now: Snapshot) -> Snapshot | None:
        """Press what ends the course, when nothing else is left; return the screen that follows, such as a result.

        Return None when none follows: a page on which nothing can be done says goodbye, and is no screen of the course.
        """
        if now not in self._screens:
            return None
        found = self._screens[now]
        ends = [step for step in await self._page.steps() if step.kind == "end" and not step.disabled]
        for step in ends:
            if f"end {step.name}" in self._queue.taken:
                continue
            self._queue.taken.add(f"end {step.name}")
            if not await self._page.click(step, found.screen.key):
                continue
            moved = await self._page.change_since(now)
            self._page.traps.passed()
            if moved is None:
                continue
            follows = any(step.kind != "end" and not step.disabled for step in await self._page.steps())
            return moved if follows and moved not in self._screens else None
        return None

    async def _return_to_cards(self, now: Snapshot, start: str) -> Snapshot | None:
        """Go back to a screen of cards: by a control that says so, or else from the start."""
        found = self._screens[now]
        steps = [step for step in await self._page.steps() if step.kind in RETURN and not step.disabled]
        for step in sorted(steps, key=lambda step: RETURN.index(step.kind)):
            if f"return {step.name}" not in found.tried:
                found.tried.add(f"return {step.name}")
                if await self._page.click(step, found.screen.key) and (moved := await self._page.change_since(now)):
                    return moved
        self._restarts += 1
        if self._restarts > MOST_RESTARTS or not await self._page.jump(start):
            return None
        moved = await self._page.change_since(now)
        if moved and moved in self._screens:
            self._screens[moved].tried.clear()
            self._screens[moved].started.clear()
        return moved
