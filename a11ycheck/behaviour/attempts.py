"""Presses what reacts to a click, with keys and with the mouse, and tells where only the mouse had an effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from a11ycheck.behaviour.effects import Effects
from a11ycheck.behaviour.focus_reading import Origin
from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script

Row = dict[str, Any]
ARROWS = ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home")
POINTERS, DEAD, SETS = 8, 8, 8
"""Most that are tried of each kind on a screen."""
AWAY = (1, 1)
_HOLDS = """(mark) => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === globalThis.a11ycheckMarked[mark];
}"""


def one_of_each(rows: Iterable[Mapping[str, Any]], most: int) -> list[Row]:
    """The first two of each group of elements that are alike; `alike` becomes how many there are."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["alike"], []).append(row)
    chosen = [{**row, "alike": len(group)} for group in groups.values() for row in group[:2]]
    return chosen[:most]


async def pointer_only(
    context: BehaviourContext, effects: Effects, frame: Frame, origin: Origin, row: Row
) -> Row | None:
    """The row with its `effect` when a real click on an element that no key reaches does something; `effect` "" when
    it must not be pressed; None when nothing comes of it."""
    if row["dangerous"]:
        return {**row, "effect": ""} if row["own"] else None
    effect = await _click(context, effects, frame, origin, row["mark"])
    return {**row, "effect": effect} if effect else None


async def dead_keys(context: BehaviourContext, effects: Effects, frame: Frame, origin: Origin, row: Row) -> Row | None:
    """The row with its `effect` when a click does something and neither Enter nor Space does."""
    if row["dangerous"]:
        return None
    for key in ("Enter", " "):
        place = await frame.run(script("put_focus"), row["mark"], True)
        if not place or not place["focused"]:
            return None
        await effects.reset(picture=True)
        if not await frame.run(_HOLDS, row["mark"]):
            return None  # a dialog took the focus back: the key would be its
        await context.tab.keyboard.press(key)
        if await effects.happened() or not await frame.run(_HOLDS, row["mark"]):
            return None  # to send the focus elsewhere, as a skip link does, is an effect
    effect = await _click(context, effects, frame, origin, row["mark"])
    return {**row, "effect": effect} if effect else None


async def set_keys(context: BehaviourContext, effects: Effects, frame: Frame, row: Row) -> Row | None:
    """The row when no arrow key does anything in a set of items, or to a value."""
    place = await frame.run(script("put_focus"), row["from"], True)
    if not place or not place["focused"]:
        return None
    if row["role"] == "combobox":
        return await _combobox(context, effects, frame, row)
    for key in ARROWS:
        before = (await frame.run(script("set_state"), row["mark"]))["state"]
        await effects.reset()
        await context.tab.keyboard.press(key)
        happened = await effects.happened(20)
        if happened or (await frame.run(script("set_state"), row["mark"]))["state"] != before:
            return None
    return row


async def _combobox(context: BehaviourContext, effects: Effects, frame: Frame, row: Row) -> Row | None:
    """A list that opens must answer to the arrow keys."""
    for key in ("ArrowDown", "a", "e", "Enter"):
        if (await frame.run(script("set_state"), row["mark"]))["open"]:
            break
        if len(key) > 1 or row["html"].startswith(("<input", "<textarea")):
            await context.tab.keyboard.press(key)
            await effects.happened()
    before = await frame.run(script("set_state"), row["mark"])
    if not before["open"]:
        return None
    moved = False
    for key in ("ArrowDown", "ArrowUp"):
        await context.tab.keyboard.press(key)
        await effects.happened(20)
        moved = moved or (await frame.run(script("set_state"), row["mark"]))["state"] != before["state"]
    await context.tab.keyboard.press("Escape")
    return None if moved else row


async def _click(context: BehaviourContext, effects: Effects, frame: Frame, origin: Origin, mark: int) -> str:
    """What a real click on an element does; what happens under the mouse before that does not count."""
    mouse = context.tab.mouse
    try:
        place = await frame.run(script("put_focus"), mark, False)
        if not place or not place["reaches"]:
            return ""
        x, y, _, _ = origin.box((place["x"], place["y"], 0, 0))
        await mouse.move(x, y)
        await effects.happened()
        await effects.reset(picture=True)
        await mouse.down()
        await mouse.up()
        effect = await effects.happened()
        await mouse.move(*AWAY)
    except ScriptError:
        return "page"  # its document went away under the click
    return effect
