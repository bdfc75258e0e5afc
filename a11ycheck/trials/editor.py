"""The dialogs of an editor: opened on pages that the user calls one, to see what they ask of who puts something in."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import ScriptError
from a11ycheck.trials.hands import Hands, hands
from a11ycheck.trials.interface import Ground
from a11ycheck.trials.operate import close

SECONDS = 20.0
"""That all dialogs of a page may take."""

Dialogs = dict[str, dict[str, Any]]
"""By "picture", "table" and "video": the `name` of the control that was pressed, the `fields` and all `names` of what
came."""


async def open_dialogs(ground: Ground) -> Dialogs:
    """Press what puts a picture, a table or a video in, and close again what comes. Nothing is filled in or sent.

    What cannot be closed is the last that is opened.
    """
    found: Dialogs = {}
    for frame in ground.root.walk():
        try:
            hand = await hands(ground.frames, frame)
            await hand.ask("write")
            if not await _through(ground, hand, found):
                break
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away offers nothing
    return found


async def _through(ground: Ground, hand: Hands, found: Dialogs) -> bool:
    """Whether the page is as it was."""
    every = await hand.ask("inserters")
    for one in every:
        if one["kind"] != "menu" and one["kind"] not in found and not await _open(ground, hand, one, found):
            return False
    for menu in (one for one in every if one["kind"] == "menu"):
        for kind in ("picture", "table", "video"):
            if kind not in found and not await _open_in(ground, hand, menu, kind, found):
                return False
    return True


async def _open(ground: Ground, hand: Hands, one: dict[str, Any], found: Dialogs) -> bool:
    """Press a control and keep what comes; whether that could be closed."""
    if not ground.left:
        return False
    came = await _press(hand, one)
    if not came["came"]:
        return not came["moved"]
    found[one["kind"]] = {"name": one["name"], **await hand.ask("askedFor")}
    if ground.look and not one["announced"]:
        await ground.look(f"dialog: {one['name']}", hand.frame)
    return await close(ground, hand, one, came)


async def _open_in(ground: Ground, hand: Hands, menu: dict[str, Any], kind: str, found: Dialogs) -> bool:
    """The same with a control that a menu holds."""
    if not ground.left:
        return False
    came = await _press(hand, menu)
    if not came["came"]:
        return True
    inside = [one for one in await hand.ask("inserters") if one["kind"] == kind]
    if inside:
        return await _open(ground, hand, inside[0], found)
    return await close(ground, hand, menu, came)


async def _press(hand: Hands, one: dict[str, Any]) -> dict[str, Any]:
    await hand.ask("before", one["mark"])
    await hand.click(one["mark"])
    return dict(await hand.ask("after", True))
