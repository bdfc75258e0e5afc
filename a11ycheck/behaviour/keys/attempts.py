"""Press what responds to a click, with keys and with the mouse, to find what only the mouse can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict, cast

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.keys.effects import Effects
from a11ycheck.behaviour.types import PressableControl
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.geometry import FrameOffset
from a11ycheck.inpage import script

ARROWS = ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home")
POINTERS, DEAD, SETS = 8, 8, 8
"""The most controls of each kind that are tried on a screen."""
AWAY = (1, 1)

_FirstItem = TypedDict("_FirstItem", {"from": NotRequired[int]})


class TriedControl(PressableControl, _FirstItem):
    """A control that behaviour/keys/operable.js found; `from` is the mark of the item where keys begin."""


def one_of_each(rows: Iterable[Mapping[str, Any]], most: int) -> list[TriedControl]:
    """Return the first two of each group of controls that are alike; `alike` becomes the size of the group."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["alike"], []).append(row)
    chosen = [{**row, "alike": len(group)} for group in groups.values() for row in group[:2]]
    return cast("list[TriedControl]", chosen[:most])


@dataclass(frozen=True, slots=True)
class Attempts:
    """Tries controls of one frame; `offset` is where the frame is in the browser's window."""

    context: BehaviourContext
    effects: Effects
    frame: Frame
    offset: FrameOffset

    async def pointer_only(self, row: TriedControl) -> TriedControl | None:
        """Click a control that no key reaches.

        Return the row with its `effect`, or None when the click has none. `effect` is "" when the control must not be
        pressed.
        """
        if row["untouched"]:
            return {**row, "effect": ""} if row["own"] else None
        effect = await self._click(row["mark"])
        return {**row, "effect": effect} if effect else None

    async def dead_keys(self, row: TriedControl) -> TriedControl | None:
        """Return the row with its `effect` when a click on the control does something and Enter and Space do not."""
        if row["untouched"]:
            return None
        for key in ("Enter", " "):
            if not await self._put_focus(row["mark"]):
                return None
            await self.effects.reset(picture=True)
            if not await self._has_focus(row["mark"]):
                return None  # a dialog took the focus back and would get the key
            await self.context.tab.keyboard.press(key)
            if await self.effects.happened() or not await self._has_focus(row["mark"]):
                return None  # to move the focus, as a skip link does, is an effect
        effect = await self._click(row["mark"])
        return {**row, "effect": effect} if effect else None

    async def set_keys(self, row: TriedControl) -> TriedControl | None:
        """Return the row when no arrow key does anything in a set of items, or to a value."""
        if not await self._put_focus(row["from"]):
            return None
        if row["role"] == "combobox":
            return await self._combobox_keys(row)
        for key in ARROWS:
            before = await self._set_state(row["mark"])
            await self.effects.reset()
            await self.context.tab.keyboard.press(key)
            happened = await self.effects.happened(20)
            if happened or (await self._set_state(row["mark"]))["state"] != before["state"]:
                return None
        return row

    async def _combobox_keys(self, row: TriedControl) -> TriedControl | None:
        """Return the row when its list opens and does not respond to the arrow keys."""
        for key in ("ArrowDown", "a", "e", "Enter"):
            if (await self._set_state(row["mark"]))["open"]:
                break
            if len(key) > 1 or row["html"].startswith(("<input", "<textarea")):
                await self.context.tab.keyboard.press(key)
                await self.effects.happened()
        before = await self._set_state(row["mark"])
        if not before["open"]:
            return None
        moved = False
        for key in ("ArrowDown", "ArrowUp"):
            await self.context.tab.keyboard.press(key)
            await self.effects.happened(20)
            moved = moved or (await self._set_state(row["mark"]))["state"] != before["state"]
        await self.context.tab.keyboard.press("Escape")
        return None if moved else row

    async def _put_focus(self, mark: int) -> bool:
        place = await self.frame.run(script("behaviour/focus/put"), mark, True)
        return bool(place and place["focused"])

    async def _has_focus(self, mark: int) -> bool:
        return bool(await self.frame.run(script("behaviour/focus/has_focus"), mark))

    async def _set_state(self, mark: int) -> dict[str, Any]:
        return dict(await self.frame.run(script("behaviour/keys/set_state"), mark))

    async def _click(self, mark: int) -> str:
        """Return the effect of a real click on an element; what happens under the mouse before that does not count."""
        mouse = self.context.tab.mouse
        try:
            place = await self.frame.run(script("behaviour/focus/put"), mark, False)
            if not place or not place["reaches"]:
                return ""
            x, y, _, _ = self.offset.to_window((place["x"], place["y"], 0, 0))
            await mouse.move(x, y)
            await self.effects.happened()
            await self.effects.reset(picture=True)
            await mouse.down()
            await mouse.up()
            effect = await self.effects.happened()
            await mouse.move(*AWAY)
        except ScriptError:
            return "page"  # its document went away under the click
        return effect
