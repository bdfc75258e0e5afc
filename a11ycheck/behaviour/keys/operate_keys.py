"""Operate a screen with keys, and with the mouse to compare: what responds to which?"""

from __future__ import annotations

from typing import Any, cast

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.keys import attempts
from a11ycheck.behaviour.keys.attempts import Attempts
from a11ycheck.behaviour.keys.click_listeners import click_listeners
from a11ycheck.behaviour.keys.effects import Effects
from a11ycheck.behaviour.keys.loop_exit import find_loop_exit
from a11ycheck.behaviour.keys.shortcuts import find_shortcuts
from a11ycheck.behaviour.keys.skip_link import follow_skip_link
from a11ycheck.behaviour.page_events import PageEvents
from a11ycheck.behaviour.types import FocusStop, FocusTrap, PressableControl, SingleKeys, SkipLink
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.geometry import frame_offset
from a11ycheck.inpage import script

LISTENING = 3
"""Frames of one screen whose single-key shortcuts are tried."""
FIRST_STOPS = 5
"""Stops among which a skip link is looked for."""

FrameControls = dict[str, list[dict[str, Any]]]
"""The controls of a frame by kind, "pointer", "dead" and "sets", as behaviour/keys/operable.js tells them."""

_Row = FocusTrap | SkipLink | SingleKeys | PressableControl


async def operate_keys(context: BehaviourContext) -> Observation:
    """Return rows by `kind`: "trap", "skip", "shortcut", "pointer", "dead" and "set" (see types.py)."""
    operation = _KeyOperation(context)
    async with PageEvents(context.tab) as events:
        await operation.go(events)
    return Observation(operation.rows, "" if context.left else "time")


class _KeyOperation:
    def __init__(self, context: BehaviourContext) -> None:
        self._context = context
        self.rows: dict[str, list[_Row]] = {}
        walk = context.before.get("keyboard", Observation())
        rows = ((frame, row) for frame, rows in walk.rows.items() for row in rows)
        stops = [(frame, cast("FocusStop", row)) for frame, row in rows if row["kind"] == "stop"]
        self._stops = sorted(stops, key=lambda stop: stop[1]["n"])

    async def go(self, events: PageEvents) -> None:
        """Try the ways out of loops or the skip link, then shortcuts, then controls."""
        loops = [(frame, row, loop) for frame, row in self._stops if (loop := row["loop"])]
        for frame_id, row, loop in loops:
            if not loop["back"]:
                released = await find_loop_exit(self._context, row["n"], len(loop["names"]))
                self._add(frame_id, {**row, "kind": "trap", "released": released})
        if not loops:
            await self._try_skip_link()
        listening, found = await self._find_controls()
        if not listening and not any(controls[kind] for _, controls in found for kind in controls):
            return
        async with Effects(self._context, events) as effects:
            for frame in () if loops else listening[:LISTENING]:
                try:
                    self._add(frame.id, await find_shortcuts(self._context, effects, frame))
                except ScriptError:
                    if frame is self._context.root:
                        raise
            for frame, controls in found:
                await self._try_controls(effects, frame, controls)

    async def _find_controls(self) -> tuple[list[Frame], list[tuple[Frame, FrameControls]]]:
        """Return the frames that listen for keys, and the controls of each frame."""
        context = self._context
        listening: list[Frame] = []
        found = []
        for frame in context.root.walk():
            listeners = await click_listeners(frame)
            listening += [frame] if listeners.keys else []
            arguments = (list(listeners.clicks), listeners.delegated, context.is_package)
            controls = await frame.run_or_none(script("behaviour/keys/operable"), *arguments)
            if controls is not None:
                found.append((frame, controls))
        return listening, found

    async def _try_controls(self, effects: Effects, frame: Frame, controls: FrameControls) -> None:
        context = self._context
        offset = await frame_offset(context.frames, context.root, frame)
        trying = Attempts(context, effects, frame, offset)
        for kind, most, attempt in (
            ("sets", attempts.SETS, trying.set_keys),
            ("dead", attempts.DEAD, trying.dead_keys),
            ("pointer", attempts.POINTERS, trying.pointer_only),
        ):
            for row in attempts.one_of_each(controls[kind], most):
                if context.left > 0.5:
                    self._add(frame.id, await attempt(row))

    async def _try_skip_link(self) -> None:
        for frame_id, row in self._stops[:FIRST_STOPS]:
            if frame_id == self._context.root.id and row["skip"]:
                self._add(frame_id, await follow_skip_link(self._context, row))
                return

    def _add(self, frame_id: str, row: _Row | None) -> None:
        if row:
            self.rows.setdefault(frame_id, []).append(row)
