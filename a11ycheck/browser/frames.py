"""The frames of one screen, each with an isolated world in which our scripts run unseen by the page.

An isolated world has its own built-ins and ignores the page's CSP; the page cannot see or break what runs there.
One CDP session serves a page and its same-process frames; a cross-process frame has a session of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import CDPSession, Page
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame as PageFrame

WORLD = "a11ycheck"
FIND_PLACE = "(...parts) => parts.reduce((root, part) => (root.shadowRoot ?? root).querySelector(part), document)"
"""The element of a place (hits.Hit.place): a selector for each shadow root on the way."""


def is_inside(frame: PageFrame | None, root: PageFrame) -> bool:
    """Whether a frame is this one or below it."""
    while frame and frame is not root:
        frame = frame.parent_frame
    return frame is not None


class ScriptError(Exception):
    """A script of ours failed in a frame, or the frame went away."""


@dataclass(slots=True)
class Frame:
    """One frame: `world` is the execution context of ours in it."""

    id: str
    name: str
    url: str
    session: CDPSession
    world: int = 0
    children: list[Frame] = field(default_factory=list)

    def walk(self) -> Iterator[Frame]:
        """This frame and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()

    async def run(self, script: str, *arguments: object) -> Any:
        """Call a function expression in our world with JSON arguments; its awaited JSON result.

        Raises ScriptError.
        """
        given = {"arguments": [{"value": a} for a in arguments]} if arguments else {}
        return (await self._call(script, {"returnByValue": True, **given})).get("value")

    async def frame_of(self, script: str, *arguments: object) -> str:
        """The id of the frame owned by the element that a function returns, "" when it has none."""
        found = await self._call(script, {"arguments": [{"value": a} for a in arguments]})
        if "objectId" not in found:
            return ""
        try:
            node = await self.session.send("DOM.describeNode", {"objectId": found["objectId"]})
        except PlaywrightError:
            return ""
        return str(node["node"].get("frameId", ""))

    async def load(self, source: str) -> None:
        """Evaluate a whole script in our world. Raises ScriptError."""
        await self._send("Runtime.evaluate", {"expression": f"{source}\n;0", "contextId": self.world})

    async def _call(self, script: str, more: dict[str, Any]) -> dict[str, Any]:
        call = {"functionDeclaration": script, "executionContextId": self.world, "awaitPromise": True, **more}
        answer = await self._send("Runtime.callFunctionOn", call)
        result: dict[str, Any] = answer["result"]
        return result

    async def _send(self, method: str, call: dict[str, Any]) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = await self.session.send(method, call)
        except PlaywrightError as error:
            raise ScriptError(str(error)) from error
        if trouble := answer.get("exceptionDetails"):
            raise ScriptError(trouble.get("exception", {}).get("description", trouble.get("text", "")))
        return answer


class Frames:
    """Reads the frames of one browser page; keeps the sessions of its cross-process frames while these live."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self._page = page
        self._session = session
        self._apart: dict[PageFrame, CDPSession] = {}

    async def read(self, inside: str = "") -> Frame:
        """The tree of frames below the frame called `inside`, or below the page's main frame, worlds made.

        Raises ScriptError when there is no such frame.
        """
        try:
            tree = (await self._session.send("Page.getFrameTree"))["frameTree"]
        except PlaywrightError as error:
            raise ScriptError(str(error)) from error
        known: dict[str, Frame] = {}
        root = _gather(self._session, tree, known)
        if len(self._page.frames) > len(known):
            for session, below in await self._read_apart():
                _gather(session, below, known)
        if inside:
            named = [frame for frame in root.walk() if frame is not root and frame.name == inside]
            if not named:
                raise ScriptError(f"no frame called {inside}")
            root = named[0]
        await asyncio.gather(*(_make_world(frame) for frame in root.walk()))
        return root

    @property
    def page(self) -> Page:
        """The browser page whose frames these are."""
        return self._page

    @property
    def session(self) -> CDPSession:
        """Its CDP session."""
        return self._session

    async def _read_apart(self) -> list[tuple[CDPSession, dict[str, Any]]]:
        """Session and tree of each cross-process frame; Playwright refuses one for a frame of its parent's process."""
        trees = []
        self._apart = {frame: session for frame, session in self._apart.items() if not frame.is_detached()}
        for frame in self._page.frames[1:]:
            try:
                if frame not in self._apart:
                    self._apart[frame] = await self._page.context.new_cdp_session(frame)
                session = self._apart[frame]
                trees.append((session, (await session.send("Page.getFrameTree"))["frameTree"]))
            except PlaywrightError:
                self._apart.pop(frame, None)  # of its parent's process, or it changed process: asked anew next time
        return trees


def _gather(session: CDPSession, tree: dict[str, Any], known: dict[str, Frame]) -> Frame:
    described = tree["frame"]
    frame = known.get(described["id"])
    if frame is None:
        frame = known[described["id"]] = Frame(described["id"], described.get("name", ""), described["url"], session)
    else:  # the parent's process knows it by name only; its own process knows its document
        frame.url, frame.session = described["url"], session
    for child in tree.get("childFrames", ()):
        below = _gather(session, child, known)
        if below not in frame.children:
            frame.children.append(below)
    parent = known.get(described.get("parentId", ""))
    if parent and frame not in parent.children:
        parent.children.append(frame)
    return frame


async def _make_world(frame: Frame) -> None:
    try:
        made = await frame.session.send("Page.createIsolatedWorld", {"frameId": frame.id, "worldName": WORLD})
    except PlaywrightError as error:
        raise ScriptError(str(error)) from error
    frame.world = made["executionContextId"]
