"""Operates a screen with keys, and with the mouse to compare: what answers to which."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.trials import attempts
from a11ycheck.trials.doings import Doings
from a11ycheck.trials.effects import Effects
from a11ycheck.trials.interface import Ground, Observed
from a11ycheck.trials.never import MOVES_ON, never
from a11ycheck.trials.reacting import reacting
from a11ycheck.trials.release import release
from a11ycheck.trials.shortcuts import shortcuts
from a11ycheck.trials.spot import Origin, Sight, origin_of

Row = dict[str, Any]
LISTENING = 3
"""Frames of one screen whose own keys are tried."""


async def operate_keys(ground: Ground) -> Observed:
    """Rows by `kind`: "trap" (what lets out of a loop), "skip" (where a skip link leads), "shortcut", "pointer",
    "dead", "set"; see the modules beside this one."""
    one = _Keys(ground)
    async with Doings(ground.tab) as doings:
        await one.go(doings)
    return Observed(one.rows, "" if ground.left else "time")


class _Keys:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.rows: dict[str, list[Row]] = {}
        walk = ground.before.get("keyboard", Observed())
        self._stops = sorted(
            ((row["n"], frame, row) for frame, rows in walk.rows.items() for row in rows if row["kind"] == "stop"),
            key=lambda one: one[0],
        )

    async def go(self, doings: Doings) -> None:
        ground = self._ground
        loops = [(frame, dict(row)) for _, frame, row in self._stops if row["loop"]]
        for at, row in loops:
            if not row["loop"]["back"]:
                self._add(at, {**row, "kind": "trap", "released": await release(ground, row)})
        if not loops:
            await self._skip_link()
        found = []
        listening: list[Frame] = []
        also = MOVES_ON if ground.root.id != (await ground.frames.read()).id else ()
        for frame in ground.root.walk():
            heard = await reacting(frame)
            listening += [frame] if heard.keys else []
            try:
                rows = await frame.run(script("operable"), list(heard.clicks), heard.delegated, never(also))
            except ScriptError:
                continue
            found.append((frame, rows))
        if not listening and not any(rows[kind] for _, rows in found for kind in rows):
            return
        async with Effects(ground, doings) as effects:
            for frame in () if loops else listening[:LISTENING]:
                try:
                    self._add(frame.id, await shortcuts(ground, effects, frame))
                except ScriptError:
                    if frame is ground.root:
                        raise
            for frame, rows in found:
                await self._try(effects, frame, rows)

    async def _try(self, effects: Effects, frame: Frame, rows: dict[str, list[Row]]) -> None:
        ground = self._ground
        origin = await self._origin(frame)
        for row in attempts.one_of_each(rows["sets"], attempts.SETS):
            if ground.left > 0.5:
                self._add(frame.id, await attempts.set_keys(ground, effects, frame, row))
        for row in attempts.one_of_each(rows["dead"], attempts.DEAD):
            if ground.left > 0.5:
                self._add(frame.id, await attempts.dead_keys(ground, effects, frame, origin, row))
        for row in attempts.one_of_each(rows["pointer"], attempts.POINTERS):
            if ground.left > 0.5:
                self._add(frame.id, await attempts.pointer_only(ground, effects, frame, origin, row))

    async def _skip_link(self) -> None:
        """Enter on the skip link, then Tab: where is one?"""
        ground = self._ground
        for n, at, row in self._stops[:5]:
            if at != ground.root.id or not row["skip"]:
                continue
            sight = Sight(ground.root, Origin())
            for _ in range(n + 3):
                await ground.tab.keyboard.press("Tab")
                spot = (await sight.look()).spot
                if spot and spot.seen["mark"] == row["mark"] and spot.frame is ground.root:
                    break
            else:
                return
            before = await ground.root.run("() => location.href")
            await ground.tab.keyboard.press("Enter")
            await sight.look()
            await ground.tab.keyboard.press("Tab")
            await sight.look()
            led = await ground.root.run(script("after_skip"), row["mark"])
            self._add(at, {"kind": "skip", "mark": row["mark"], "name": row["name"], "led": led})
            if await ground.root.run("() => location.href") != before:
                await ground.root.run("() => history.back()")
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
