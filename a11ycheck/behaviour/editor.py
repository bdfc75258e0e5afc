"""The dialogs of an editor: opened on pages that the user calls one, to see what they ask of who puts something in."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.operate import close
from a11ycheck.behaviour.pointer import Pointer, hands
from a11ycheck.browser.frames import ScriptError

SECONDS = 20.0
"""That all dialogs of a page may take."""

Dialogs = dict[str, dict[str, Any]]
"""By "picture", "table" and "video": the `name` of the control that was pressed, the `fields` and all `names` of what
came."""


async def open_dialogs(context: BehaviourContext) -> Dialogs:
    """Press what puts a picture, a table or a video in, and close again what comes. Nothing is filled in or sent.

    What cannot be closed is the last that is opened.
    """
    found: Dialogs = {}
    for frame in context.root.walk():
        try:
            hand = await hands(context.frames, frame)
            await hand.ask("write")
            if not await _through(context, hand, found):
                break
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away offers nothing
    return found


async def _through(context: BehaviourContext, hand: Pointer, found: Dialogs) -> bool:
    """Whether the page is as it was."""
    every = await hand.ask("inserters")
    for one in every:
        if one["kind"] != "menu" and one["kind"] not in found and not await _open(context, hand, one, found):
            return False
    for menu in (one for one in every if one["kind"] == "menu"):
        for kind in ("picture", "table", "video"):
            if kind not in found and not await _open_in(context, hand, menu, kind, found):
                return False
    return True


async def _open(context: BehaviourContext, hand: Pointer, one: dict[str, Any], found: Dialogs) -> bool:
    """Press a control and keep what comes; whether that could be closed."""
    if not context.left:
        return False
    came = await _press(hand, one)
    if not came["came"]:
        return not came["moved"]
    found[one["kind"]] = {"name": one["name"], **await hand.ask("askedFor")}
    if context.look and not one["announced"]:
        await context.look(f"dialog: {one['name']}", hand.frame)
    return await close(context, hand, one, came)


async def _open_in(context: BehaviourContext, hand: Pointer, menu: dict[str, Any], kind: str, found: Dialogs) -> bool:
    """The same with a control that a menu holds."""
    if not context.left:
        return False
    came = await _press(hand, menu)
    if not came["came"]:
        return True
    inside = [one for one in await hand.ask("inserters") if one["kind"] == kind]
    if inside:
        return await _open(context, hand, inside[0], found)
    return await close(context, hand, menu, came)


async def _press(hand: Pointer, one: dict[str, Any]) -> dict[str, Any]:
    await hand.ask("before", one["mark"])
    await hand.click(one["mark"])
    return dict(await hand.ask("after", True))
