"""Operates a screen with keys, and with the mouse to compare: what answers to which."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour import attempts
from a11ycheck.behaviour.effects import Effects
from a11ycheck.behaviour.focus_reading import Origin, Sight, origin_of
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.never_pressed import MOVES_ON, never
from a11ycheck.behaviour.page_events import PageEvents
from a11ycheck.behaviour.reacting import reacting
from a11ycheck.behaviour.release import release
from a11ycheck.behaviour.shortcuts import shortcuts
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script

Row = dict[str, Any]
LISTENING = 3
"""Frames of one screen whose own keys are tried."""


async def operate_keys(context: BehaviourContext) -> Observation:
    """Rows by `kind`: "trap" (what lets out of a loop), "skip" (where a skip link leads), "shortcut", "pointer",
    "dead", "set"; see the modules beside this one."""
    one = _Keys(context)
    async with PageEvents(context.tab) as doings:
        await one.go(doings)
    return Observation(one.rows, "" if context.left else "time")


class _Keys:
    def __init__(self, context: BehaviourContext) -> None:
        self._ground = context
        self.rows: dict[str, list[Row]] = {}
        walk = context.before.get("keyboard", Observation())
        self._stops = sorted(
            ((row["n"], frame, row) for frame, rows in walk.rows.items() for row in rows if row["kind"] == "stop"),
            key=lambda one: one[0],
        )

    async def go(self, doings: PageEvents) -> None:
        context = self._ground
        loops = [(frame, dict(row)) for _, frame, row in self._stops if row["loop"]]
        for at, row in loops:
            if not row["loop"]["back"]:
                self._add(at, {**row, "kind": "trap", "released": await release(context, row)})
        if not loops:
            await self._skip_link()
        found = []
        listening: list[Frame] = []
        also = MOVES_ON if context.root.id != (await context.frames.read()).id else ()
        for frame in context.root.walk():
            heard = await reacting(frame)
            listening += [frame] if heard.keys else []
            try:
                rows = await frame.run(script("operable"), list(heard.clicks), heard.delegated, never(also))
            except ScriptError:
                continue
            found.append((frame, rows))
        if not listening and not any(rows[kind] for _, rows in found for kind in rows):
            return
        async with Effects(context, doings) as effects:
            for frame in () if loops else listening[:LISTENING]:
                try:
                    self._add(frame.id, await shortcuts(context, effects, frame))
                except ScriptError:
                    if frame is context.root:
                        raise
            for frame, rows in found:
                await self._try(effects, frame, rows)

    async def _try(self, effects: Effects, frame: Frame, rows: dict[str, list[Row]]) -> None:
        context = self._ground
        origin = await self._origin(frame)
        for row in attempts.one_of_each(rows["sets"], attempts.SETS):
            if context.left > 0.5:
                self._add(frame.id, await attempts.set_keys(context, effects, frame, row))
        for row in attempts.one_of_each(rows["dead"], attempts.DEAD):
            if context.left > 0.5:
                self._add(frame.id, await attempts.dead_keys(context, effects, frame, origin, row))
        for row in attempts.one_of_each(rows["pointer"], attempts.POINTERS):
            if context.left > 0.5:
                self._add(frame.id, await attempts.pointer_only(context, effects, frame, origin, row))

    async def _skip_link(self) -> None:
        """Enter on the skip link, then Tab: where is one?"""
        context = self._ground
        for n, at, row in self._stops[:5]:
            if at != context.root.id or not row["skip"]:
                continue
            sight = Sight(context.root, Origin())
            for _ in range(n + 3):
                await context.tab.keyboard.press("Tab")
                spot = (await sight.look()).spot
                if spot and spot.seen["mark"] == row["mark"] and spot.frame is context.root:
                    break
            else:
                return
            before = await context.root.run("() => location.href")
            await context.tab.keyboard.press("Enter")
            await sight.look()
            await context.tab.keyboard.press("Tab")
            await sight.look()
            led = await context.root.run(script("after_skip"), row["mark"])
            self._add(at, {"kind": "skip", "mark": row["mark"], "name": row["name"], "led": led})
            if await context.root.run("() => location.href") != before:
                await context.root.run("() => history.back()")
                await sight.look()
            return

    async def _origin(self, frame: Frame) -> Origin:
        """Where a frame stands in the window, by the boxes of the frame elements around it."""
        path = _path(self._ground.root, frame)
        origin, base = await origin_of(self._ground.frames, self._ground.root), Origin()
        for above, below in zip(path, path[1:], strict=False):
            try:
                owner = await above.session.send("DOM.getFrameOwner", {"frameId": below.id})
                box = await above.session.send("DOM.getBoxModel", {"backendNodeId": owner["backendNodeId"]})
            except PlaywrightError:
                return origin
            quad = box["model"]["content"]
            origin = Origin(base.x + quad[0], base.y + quad[1])  # a process tells places in its own window
            base = base if above.session is below.session else origin
        return origin

    def _add(self, frame: str, row: Row | None) -> None:
        if row:
            self.rows.setdefault(frame, []).append(row)


def _path(root: Frame, wanted: Frame) -> list[Frame]:
    for child in root.children:
        if wanted in child.walk():
            return [root, *_path(child, wanted)]
    return [root]
