"""A second look where axe could not tell whether focus stays in a hidden part, or is sent on by a script.

Dialogs often end in a hidden place that catches focus and sends it back to the beginning. Axe sees such a place and
doubts. Without anything that listens for focus, nothing sends it on.
"""

from __future__ import annotations

from dataclasses import replace

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import Frame
from a11ycheck.hits import Hit, Judged

RULE = "aria-hidden-focus"
MOST = 10
_FOCUS = frozenset({"focus", "focusin", "focusout", "blur", "keydown"})
_FOCUSABLE = """function (...parts) {
  const found = parts.reduce((root, part) => (root.shadowRoot ?? root).querySelector(part), document);
  const list = [];
  for (let at = found; at; at = at.parentNode || at.host) list.push(at);
  const stops = found?.querySelectorAll("a[href], button, input, select, textarea, [tabindex]") ?? [];
  list.push(...[...stops].slice(0, 20));
  return list;
}"""


async def focus_doubts(root: Frame, axes: Judged) -> Judged:
    """axe's judgement, in which a doubt about hidden focus is a failure where no script listens for focus."""
    places = {frame.id: frame for frame in root.walk()}
    hits: list[Hit] = []
    looked = 0
    for hit in axes.hits:
        frame = places.get(hit.place[0])
        if hit.rule == RULE and hit.key == "incomplete" and frame and looked < MOST:
            looked += 1
            if await _listens(frame, hit.place[1]) is False:
                hit = replace(hit, key="violation")
        hits.append(hit)
    failed = any(hit.rule == RULE and hit.key == "violation" for hit in hits)
    return Judged(tuple(hits), {**axes.outcomes, RULE: "failure"} if failed else axes.outcomes, axes.untested)


async def _listens(frame: Frame, parts: tuple[str, ...]) -> bool | None:
    """Whether the element, what is in it or around it listens for focus or keys; None when that cannot be told."""
    try:
        called = await frame.session.send(
            "Runtime.callFunctionOn",
            {
                "functionDeclaration": _FOCUSABLE,
                "executionContextId": frame.world,
                "arguments": [{"value": part} for part in parts],
                "objectGroup": "a11ycheck-listeners",
            },
        )
        rows = await frame.session.send(
            "Runtime.getProperties", {"objectId": called["result"]["objectId"], "ownProperties": True}
        )
        for row in rows["result"]:
            if row["name"].isdigit() and await _node_listens(frame, row["value"]["objectId"]):
                return True
        await frame.session.send("Runtime.releaseObjectGroup", {"objectGroup": "a11ycheck-listeners"})
    except (PlaywrightError, KeyError):
        return None
    return False


async def _node_listens(frame: Frame, ours: str) -> bool:
    """Listeners are told per world: the node is looked up again in the page's own; for a document its window too."""
    node = (await frame.session.send("DOM.describeNode", {"objectId": ours}))["node"]
    theirs = await frame.session.send("DOM.resolveNode", {"backendNodeId": node["backendNodeId"]})
    objects = [theirs["object"]["objectId"]]
    if node["nodeType"] == 9:
        view = {"functionDeclaration": "function () { return this.defaultView }", "objectId": objects[0]}
        objects.append((await frame.session.send("Runtime.callFunctionOn", view))["result"]["objectId"])
    for one in objects:
        found = await frame.session.send("DOMDebugger.getEventListeners", {"objectId": one})
        if any(listener["type"] in _FOCUS for listener in found["listeners"]):
            return True
    return False
