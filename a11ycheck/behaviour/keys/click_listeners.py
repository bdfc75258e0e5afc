"""Find the elements of a frame that listen for clicks or keys, as the page's own world knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.inpage.shadowing import unshadowed

MOST = 250
"""Elements that are looked up."""
CLICKS = frozenset({"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"})
KEYS = frozenset({"keydown", "keypress", "keyup"})
_GROUP = "a11ycheck-click-listeners"


@dataclass(frozen=True, slots=True)
class ClickListeners:
    """Marks of elements that listen for clicks themselves.

    `delegated`: the document listens for all its elements. `keys`: it listens for keys.
    """

    clicks: tuple[int, ...] = ()
    delegated: bool = False
    keys: bool = False


@dataclass(slots=True)
class _ListenerNotes:
    """Backend ids of nodes that listen for clicks, in order, and what the document itself listens for."""

    clicks: dict[int, None] = field(default_factory=dict)
    delegated: bool = False
    keys: bool = False

    def note(self, listeners: Iterable[dict[str, Any]], for_all: bool) -> None:
        """Note listeners; `for_all` says that they are on the document, or on an element around everything."""
        for listener in listeners:
            self.keys = self.keys or (for_all and listener["type"] in KEYS)
            if listener["type"] in CLICKS:
                if for_all:
                    self.delegated = True
                else:
                    self.clicks[listener["backendNodeId"]] = None


async def click_listeners(frame: Frame) -> ClickListeners:
    """Return what listens in a frame, and mark it; nothing when the frame went away."""
    try:
        return await _click_listeners(frame)
    except (PlaywrightError, KeyError, ScriptError):
        return ClickListeners()


async def _click_listeners(frame: Frame) -> ClickListeners:
    send = frame.session.send
    document = await _page_document(frame)
    notes = _ListenerNotes()
    window = await _call(frame, document, script("browser/around.windowOf"))
    notes.note((await send("DOMDebugger.getEventListeners", {"objectId": window["objectId"]}))["listeners"], True)
    outer = await _outer_nodes(frame, document)
    found = await send("DOMDebugger.getEventListeners", {"objectId": document, "depth": -1, "pierce": True})
    for listener in found["listeners"]:
        notes.note([listener], listener.get("backendNodeId") in outer)
    handled = await _call(frame, document, script("behaviour/keys/framework_handlers"))
    rows = await send("Runtime.getProperties", {"objectId": handled["objectId"], "ownProperties": True})
    for row in rows["result"]:
        if row["name"].isdigit():
            described = await send("DOM.describeNode", {"objectId": row["value"]["objectId"]})
            notes.clicks[described["node"]["backendNodeId"]] = None
    marks = await _marks(frame, list(notes.clicks)[:MOST])
    await send("Runtime.releaseObjectGroup", {"objectGroup": _GROUP})
    return ClickListeners(tuple(marks), notes.delegated or bool(rows["result"][1:]), notes.keys)


async def _page_document(frame: Frame) -> str:
    """Return the object id of the document in the page's own world."""
    send = frame.session.send
    ours = await send("Runtime.evaluate", {"expression": "document", "contextId": frame.world, "objectGroup": _GROUP})
    described = await send("DOM.describeNode", {"objectId": ours["result"]["objectId"]})
    node = {"backendNodeId": described["node"]["backendNodeId"], "objectGroup": _GROUP}
    return str((await send("DOM.resolveNode", node))["object"]["objectId"])


async def _call(frame: Frame, on: str, function: str) -> dict[str, Any]:
    call = {"functionDeclaration": function, "objectId": on, "objectGroup": _GROUP}
    result: dict[str, Any] = (await frame.session.send("Runtime.callFunctionOn", call))["result"]
    return result


async def _outer_nodes(frame: Frame, document: str) -> set[int]:
    """Return the nodes around everything: the document, its root, its body, and an only child of the body."""
    found = set()
    for name in ("itself", "root", "body", "onlyChild"):
        result = await _call(frame, document, script(f"behaviour/keys/outer_nodes.{name}"))
        if "objectId" in result:
            described = await frame.session.send("DOM.describeNode", {"objectId": result["objectId"]})
            found.add(described["node"]["backendNodeId"])
    return found


async def _marks(frame: Frame, nodes: list[int]) -> list[int]:
    """Return the marks of nodes in our world, without those of other frames."""
    handles = []
    for node in nodes:
        try:
            resolved = await frame.session.send(
                "DOM.resolveNode",
                {"backendNodeId": node, "executionContextId": frame.world, "objectGroup": _GROUP},
            )
        except PlaywrightError:
            continue
        if resolved["object"].get("subtype") == "node":
            handles.append({"objectId": resolved["object"]["objectId"]})
    if not handles:
        return []
    called = await frame.session.send(
        "Runtime.callFunctionOn",
        {
            "functionDeclaration": unshadowed(script("behaviour/mark_all")),
            "executionContextId": frame.world,
            "arguments": handles,
            "returnByValue": True,
        },
    )
    marks: list[int] = called["result"]["value"]
    return marks
