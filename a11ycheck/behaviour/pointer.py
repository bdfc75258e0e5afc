"""What a trial touches a screen with: the scripts of one frame, and a real mouse that presses what it was meant to."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.inpage import script

_MARKED = "(mark) => globalThis.a11ycheckMarked?.[mark]"
_HOLDS = """function (hit) {
  for (let at = hit; at; at = at.parentNode ?? at.host) if (at === this) return true;
  return false;
}"""
AWAY = (2, 2)
"""A place of the window where nothing is released on."""


@cache
def words() -> Mapping[str, list[str]]:
    """What controls say, by what that means (operate.toml)."""
    return tomllib.loads((Path(__file__).parent / "operate.toml").read_text(encoding="utf-8"))


@cache
def _source() -> str:
    parts = ",\n".join(
        script(name).strip()
        for name in (
            "eyes",
            "operate/hands",
            "operate/fields",
            "operate/hover",
            "operate/forms",
            "operate/drag",
            "operate/editor",
        )  # fmt: skip
    )
    return f"globalThis.a11ycheckHands = Object.assign({{ words: {json.dumps(words())} }},\n{parts})"


@dataclass(frozen=True, slots=True)
class Pointer:
    """One frame of a screen to touch; its world has our scripts. Made with `hands`."""

    frames: Frames
    frame: Frame

    async def ask(self, name: str, *arguments: object) -> Any:
        """What a function of inpage/operate/hands.js answers. Raises ScriptError."""
        return await self.frame.run(f"(...given) => globalThis.a11ycheckHands.{name}(...given)", *arguments)

    async def press(self, mark: int) -> tuple[float, float] | None:
        """Hold the mouse down on the element under this mark; where, or None when it cannot be hit."""
        at = await self.point(mark)
        if at:
            await self.frames.page.mouse.move(*at)
            await self.frames.page.mouse.down()
        return at

    async def click(self, mark: int) -> bool:
        """Press and release; by script where the mouse cannot come."""
        if await self.press(mark):
            await self.frames.page.mouse.up()
            return True
        try:
            return bool(await self.ask("press", mark))
        except ScriptError:
            return False

    async def point(self, mark: int) -> tuple[float, float] | None:
        """The middle of the element in the window, when the mouse would hit it there and nothing that lies over it."""
        frame, session = self.frame, self.frame.session
        if session is not self.frames.session:
            return None  # of another process: its places are its own
        try:
            found = await frame.session.send(
                "Runtime.callFunctionOn",
                {
                    "functionDeclaration": _MARKED,
                    "executionContextId": frame.world,
                    "arguments": [{"value": mark}],
                    "objectGroup": "a11ycheck-hands",
                },
            )
            element = found["result"]["objectId"]
            await session.send("DOM.scrollIntoViewIfNeeded", {"objectId": element})
            quad = (await session.send("DOM.getContentQuads", {"objectId": element}))["quads"][0]
            x, y = sum(quad[::2]) / 4, sum(quad[1::2]) / 4
            view = (await session.send("Page.getLayoutMetrics"))["cssVisualViewport"]  # it asks from the page's top
            place = {"x": round(x + view["pageX"]), "y": round(y + view["pageY"]), "ignorePointerEventsNone": False}
            hit = await session.send("DOM.getNodeForLocation", place)
            told = await session.send(
                "DOM.resolveNode", {"backendNodeId": hit["backendNodeId"], "executionContextId": frame.world}
            )
            held = await session.send(
                "Runtime.callFunctionOn",
                {
                    "functionDeclaration": _HOLDS,
                    "objectId": element,
                    "arguments": [{"objectId": told["object"]["objectId"]}],
                    "returnByValue": True,
                },
            )
        except (PlaywrightError, KeyError, IndexError):
            return None  # it left, has no box, or lies in another document than what the mouse would hit
        return (x, y) if held["result"].get("value") else None


async def hands(frames: Frames, frame: Frame) -> Pointer:
    """Pointer in a frame, loaded once into its world. Raises ScriptError."""
    if not await frame.run("() => 'a11ycheckHands' in globalThis"):
        await frame.load(_source())
    return Pointer(frames, frame)
