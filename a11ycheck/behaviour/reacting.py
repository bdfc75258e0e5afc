"""Which elements of a frame listen for clicks or keys, as the page's own world has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, ScriptError

MOST = 250
"""Elements that are looked up."""
CLICKS = frozenset({"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"})
KEYS = frozenset({"keydown", "keypress", "keyup"})
_WIDE = frozenset({"#document", "HTML", "BODY"})
# Frameworks that listen at the root keep what an element does on the element: React, Svelte, Solid.
_KEPT = """function () {
  const found = [];
  for (const one of [...this.querySelectorAll("*")].slice(0, 8000)) {
    if (found.length >= 100) break;
    if (/^(A|BUTTON|INPUT|SELECT|TEXTAREA|SUMMARY|LABEL)$/.test(one.tagName)) continue;
    const props = Object.keys(one).find((key) => key.startsWith("__reactProps$"));
    if ((props && typeof one[props]?.onClick === "function") || one.__click || one.$$click) found.push(one);
  }
  return found;
}"""
_MARK_ALL = "function (...found) { return found.map((one) => globalThis.a11ycheckMark(one)); }"
_GROUP = "a11ycheck-reacting"


@dataclass(frozen=True, slots=True)
class Reacting:
    """Marks of elements that listen for clicks themselves; whether the document does for all; whether it listens for
    keys."""

    clicks: tuple[int, ...] = ()
    delegated: bool = False
    keys: bool = False


@dataclass(slots=True)
class _Heard:
    clicks: dict[int, None] = field(default_factory=dict)
    delegated: bool = False
    keys: bool = False

    def note(self, listeners: Iterable[dict[str, Any]], wide: bool) -> None:
        for one in listeners:
            self.keys = self.keys or (wide and one["type"] in KEYS)
            if one["type"] in CLICKS:
                if wide:
                    self.delegated = True
                else:
                    self.clicks[one["backendNodeId"]] = None


async def reacting(frame: Frame) -> Reacting:
    """JudgeState them up. Nothing where the frame went away."""
    try:
        return await _reacting(frame)
    except (PlaywrightError, KeyError, ScriptError):
        return Reacting()


async def _reacting(frame: Frame) -> Reacting:
    send = frame.session.send
    ours = await send("Runtime.evaluate", {"expression": "document", "contextId": frame.world, "objectGroup": _GROUP})
    node = await send("DOM.describeNode", {"objectId": ours["result"]["objectId"]})
    there = await send("DOM.resolveNode", {"backendNodeId": node["node"]["backendNodeId"], "objectGroup": _GROUP})
    document = there["object"]["objectId"]
    heard = _Heard()
    view = await _call(frame, document, "function () { return this.defaultView }")
    heard.note((await send("DOMDebugger.getEventListeners", {"objectId": view["objectId"]}))["listeners"], True)
    wide = await _wide(frame, document)
    found = await send("DOMDebugger.getEventListeners", {"objectId": document, "depth": -1, "pierce": True})
    for one in found["listeners"]:
        heard.note([one], one.get("backendNodeId") in wide)
    kept = await _call(frame, document, _KEPT)
    rows = await send("Runtime.getProperties", {"objectId": kept["objectId"], "ownProperties": True})
    for row in rows["result"]:
        if row["name"].isdigit():
            described = await send("DOM.describeNode", {"objectId": row["value"]["objectId"]})
            heard.clicks[described["node"]["backendNodeId"]] = None
    marks = await _marks(frame, list(heard.clicks)[:MOST])
    await send("Runtime.releaseObjectGroup", {"objectGroup": _GROUP})
    return Reacting(tuple(marks), heard.delegated or bool(rows["result"][1:]), heard.keys)


async def _call(frame: Frame, on: str, function: str) -> dict[str, Any]:
    call = {"functionDeclaration": function, "objectId": on, "objectGroup": _GROUP}
    result: dict[str, Any] = (await frame.session.send("Runtime.callFunctionOn", call))["result"]
    return result


async def _wide(frame: Frame, document: str) -> set[int]:
    """The document, its root, its body, and a lone child of that: what listens there listens for all."""
    found = set()
    for path in ("this", "this.documentElement", "this.body", "this.body && this.body.firstElementChild"):
        result = await _call(frame, document, f"function () {{ return {path} }}")
        if "objectId" in result:
            described = await frame.session.send("DOM.describeNode", {"objectId": result["objectId"]})
            alone = await _call(frame, document, "function () { return this.body ? this.body.children.length : 0 }")
            if "firstElementChild" not in path or alone.get("value", 0) == 1:
                found.add(described["node"]["backendNodeId"])
    return found


async def _marks(frame: Frame, nodes: list[int]) -> list[int]:
    """The numbers of nodes in our world; those of other frames fall out."""
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
            "functionDeclaration": _MARK_ALL,
            "executionContextId": frame.world,
            "arguments": handles,
            "returnByValue": True,
        },
    )
    marks: list[int] = called["result"]["value"]
    return marks
