"""What a behaviour touches a screen with: scripts in one frame, and a real mouse that presses only what it means to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.inpage import script
from a11ycheck.inpage.shadowing import unshadowed

AWAY = (2, 2)
"""A place in the window where releasing the mouse does nothing."""
_GROUP = "a11ycheck-pointer"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The mouse and our scripts in one frame of a screen."""

    frames: Frames
    frame: Frame

    async def call(self, name: str, *arguments: object) -> Any:
        """Call a function of inpage/behaviour/pointer/ and return its result.

        `name` is "FILE.FUNCTION", such as "dialogs.findCloser". Raises ScriptError.
        """
        return await self.frame.run(script(f"behaviour/pointer/{name}"), *arguments)

    async def press(self, mark: int) -> tuple[float, float] | None:
        """Hold the mouse down on the element with this mark; return where, or None when it cannot be hit."""
        point = await self.point(mark)
        if point:
            await self.frames.page.mouse.move(*point)
            await self.frames.page.mouse.down()
        return point

    async def click(self, mark: int) -> bool:
        """Press and release; click by script where the mouse cannot reach. Return whether that worked."""
        if await self.press(mark):
            await self.frames.page.mouse.up()
            return True
        try:
            return bool(await self.call("dialogs.clickByScript", mark))
        except ScriptError:
            return False

    async def point(self, mark: int) -> tuple[float, float] | None:
        """Return the middle of the element in the window, or None when the mouse would hit something else there."""
        frame, session = self.frame, self.frame.session
        if session is not self.frames.session:
            return None  # it is in another process, whose places are not those of the window
        try:
            element = await _element(frame, mark)
            await session.send("DOM.scrollIntoViewIfNeeded", {"objectId": element})
            quad = (await session.send("DOM.getContentQuads", {"objectId": element}))["quads"][0]
            x, y = sum(quad[::2]) / 4, sum(quad[1::2]) / 4
            is_hit = await _contains_node_at(frame, element, x, y)
        except (PlaywrightError, KeyError, IndexError):
            return None  # it went away, has no box, or is in another document than what the mouse would hit
        return (x, y) if is_hit else None


async def _element(frame: Frame, mark: int) -> str:
    found = await frame.session.send(
        "Runtime.callFunctionOn",
        {
            "functionDeclaration": unshadowed(script("behaviour/marked")),
            "executionContextId": frame.world,
            "arguments": [{"value": mark}],
            "objectGroup": _GROUP,
        },
    )
    return str(found["result"]["objectId"])


async def _contains_node_at(frame: Frame, element: str, x: float, y: float) -> bool:
    """Return whether the topmost node at a point of the window is in this element."""
    session = frame.session
    view = (await session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
    # DOM.getNodeForLocation counts from the top of the page, not of the window.
    place = {"x": round(x + view["pageX"]), "y": round(y + view["pageY"]), "ignorePointerEventsNone": False}
    hit = await session.send("DOM.getNodeForLocation", place)
    node = await session.send(
        "DOM.resolveNode", {"backendNodeId": hit["backendNodeId"], "executionContextId": frame.world}
    )
    answer = await session.send(
        "Runtime.callFunctionOn",
        {
            "functionDeclaration": unshadowed(script("behaviour/contains")),
            "objectId": element,
            "arguments": [{"objectId": node["object"]["objectId"]}],
            "returnByValue": True,
        },
    )
    return bool(answer["result"].get("value"))
