"""The frames of one screen, each with an isolated world in which our scripts run unseen by the page.

An isolated world has built-ins of its own and is not bound by the page's CSP; the page can neither see nor break what
runs there. One CDP session serves a page and its same-process frames; a cross-process frame has its own session.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import CDPSession, Page
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame as PageFrame

from a11ycheck.inpage.shadowing import unshadowed

WORLD = "a11ycheck"


def is_inside(frame: PageFrame | None, root: PageFrame) -> bool:
    """Return whether `frame` is `root` or one of its descendants."""
    while frame and frame is not root:
        frame = frame.parent_frame
    return frame is not None


class ScriptError(Exception):
    """Raised when one of our scripts failed in a frame, or the frame went away."""


@dataclass(slots=True)
class Frame:
    """One frame; `world` is the id of our execution context in it."""

    id: str
    name: str
    url: str
    session: CDPSession
    world: int = 0
    children: list[Frame] = field(default_factory=list)

    def walk(self) -> Iterator[Frame]:
        """Yield this frame and its descendants, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()

    async def run(self, script: str, *arguments: object) -> Any:
        """Call a function expression in our world with JSON arguments and return its awaited JSON result.

        Raises ScriptError.
        """
        given = {"arguments": [{"value": value} for value in arguments]} if arguments else {}
        return (await self._call(script, {"returnByValue": True, **given})).get("value")

    async def run_or_none(self, script: str, *arguments: object) -> Any:
        """Do the same as `run`, but return None where the script failed or the frame went away."""
        try:
            return await self.run(script, *arguments)
        except ScriptError:
            return None

    async def object_of(self, script: str, *arguments: object) -> str:
        """Call a function that returns a node, and return the id of that node for other CDP commands.

        Raises ScriptError, and KeyError when the function returns nothing.
        """
        found = await self._call(script, {"arguments": [{"value": value} for value in arguments]})
        return str(found["objectId"])

    async def frame_of(self, script: str, *arguments: object) -> str:
        """Return the id of the frame in the frame element that a function returns, "" when there is none."""
        try:
            element = await self.object_of(script, *arguments)
            node = await self.session.send("DOM.describeNode", {"objectId": element})
        except (PlaywrightError, KeyError):
            return ""
        return str(node["node"].get("frameId", ""))

    async def load(self, source: str) -> Any:
        """Evaluate a whole script in our world as it stands; return the JSON value that it ends with.

        Raises ScriptError.
        """
        call = {"expression": source, "contextId": self.world, "returnByValue": True}
        return (await self._send("Runtime.evaluate", call))["result"].get("value")

    async def _call(self, script: str, more: dict[str, Any]) -> dict[str, Any]:
        function = unshadowed(script)
        call = {"functionDeclaration": function, "executionContextId": self.world, "awaitPromise": True, **more}
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
    """Reads the frames of one browser page, and keeps the sessions of its cross-process frames while they exist."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self._page = page
        self._session = session
        self._cross_process: dict[PageFrame, CDPSession] = {}

    async def read(self, inside: str = "") -> Frame:
        """Return the frame called `inside`, or the page's main frame, with its descendants and with our worlds made.

        Raises ScriptError when there is no such frame.
        """
        try:
            tree = (await self._session.send("Page.getFrameTree"))["frameTree"]
        except PlaywrightError as error:
            raise ScriptError(str(error)) from error
        known: dict[str, Frame] = {}
        root = _gather(self._session, tree, known)
        if len(self._page.frames) > len(known):
            for session, below in await self._read_cross_process():
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
        """The browser page that these frames belong to."""
        return self._page

    @property
    def session(self) -> CDPSession:
        """The CDP session of that page."""
        return self._session

    async def _read_cross_process(self) -> list[tuple[CDPSession, dict[str, Any]]]:
        """Return session and tree of each cross-process frame.

        Playwright refuses a session for a frame that is in its parent's process.
        """
        trees = []
        self._cross_process = {
            frame: session for frame, session in self._cross_process.items() if not frame.is_detached()
        }
        for frame in self._page.frames[1:]:
            try:
                if frame not in self._cross_process:
                    self._cross_process[frame] = await self._page.context.new_cdp_session(frame)
                session = self._cross_process[frame]
                trees.append((session, (await session.send("Page.getFrameTree"))["frameTree"]))
            except PlaywrightError:
                self._cross_process.pop(
                    frame, None
                )  # in its parent's process, or it changed process: try again next time
        return trees


def _gather(session: CDPSession, tree: dict[str, Any], known: dict[str, Frame]) -> Frame:
    described = tree["frame"]
    frame = known.get(described["id"])
    if frame is None:
        frame = known[described["id"]] = Frame(described["id"], described.get("name", ""), described["url"], session)
    else:  # the parent's process knows only its name; its own process knows its document
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
