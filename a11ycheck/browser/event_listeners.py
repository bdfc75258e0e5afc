"""A second look where axe could not tell whether focus stays in a hidden part, or is sent on by a script.

Dialogs often end in a hidden place that catches focus and sends it back to the beginning. Axe sees such a place and
doubts. Without anything that listens for focus, nothing sends it on.
"""

from __future__ import annotations

from dataclasses import replace

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame
from a11ycheck.evidence.hits import Hit, Judgement

RULE = "aria-hidden-focus"
MOST = 10
_DOCUMENT = 9
"""A node's type (DOM)."""
_FOCUS = frozenset({"focus", "focusin", "focusout", "blur", "keydown"})
_FOCUSABLE = """function (...parts) {
  const found = parts.reduce((root, part) => (root.shadowRoot ?? root).querySelector(part), document);
  const list = [];
  for (let at = found; at; at = at.parentNode || at.host) list.push(at);
  const stops = found?.querySelectorAll("a[href], button, input, select, textarea, [tabindex]") ?? [];
  list.push(...[...stops].slice(0, 20));
  return list;
}"""


async def focus_doubts(root: Frame, axes: Judgement) -> Judgement:
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
    return Judgement(tuple(hits), {**axes.outcomes, RULE: "failure"} if failed else axes.outcomes, axes.untested)


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
            if row["name"].isdigit() and await heard(frame, row["value"]["objectId"]) & _FOCUS:
                return True
        await frame.session.send("Runtime.releaseObjectGroup", {"objectGroup": "a11ycheck-listeners"})
    except (PlaywrightError, KeyError):
        return None
    return False


async def heard(frame: Frame, ours: str, above: int = 0) -> set[str]:
    """The kinds of events that somebody listens to at a node, given as an object of our world; at a document its
    window counts too, elsewhere also so many nodes `above`.

    Listeners are told per world: the node is looked up again in the page's own. Raises PlaywrightError and KeyError.
    """
    send = frame.session.send
    node = (await send("DOM.describeNode", {"objectId": ours}))["node"]
    theirs = await send("DOM.resolveNode", {"backendNodeId": node["backendNodeId"]})
    objects = [theirs["object"]["objectId"]]
    is_document = node["nodeType"] == _DOCUMENT
    further = "this.defaultView" if is_document else "this.parentNode ?? this.host"
    for _ in range(1 if is_document else above):
        call = {"functionDeclaration": f"function () {{ return {further} }}", "objectId": objects[-1]}
        found = (await send("Runtime.callFunctionOn", call))["result"]
        if "objectId" not in found and not is_document:
            break  # nothing stands around it any more
        objects.append(found["objectId"])
    listeners = [await send("DOMDebugger.getEventListeners", {"objectId": one}) for one in objects]
    return {str(one["type"]) for told in listeners for one in told["listeners"]}
