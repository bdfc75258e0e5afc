"""Which kinds of events a node listens for."""

from __future__ import annotations

from a11ycheck.browser.frames import Frame
from a11ycheck.inpage import script

_DOCUMENT = 9
"""`Node.DOCUMENT_NODE` of the DOM standard."""


async def listener_types(frame: Frame, node_object: str, ancestors: int = 0) -> set[str]:
    """Return the types of events that have a listener on a node, given as the id of an object of our world.

    The window counts too when the node is the document; elsewhere so many of its `ancestors` do. CDP tells listeners
    per world, so the node is looked up again in the page's own world. Raises PlaywrightError and KeyError.
    """
    send = frame.session.send
    node = (await send("DOM.describeNode", {"objectId": node_object}))["node"]
    in_page = await send("DOM.resolveNode", {"backendNodeId": node["backendNodeId"]})
    objects = [in_page["object"]["objectId"]]
    is_document = node["nodeType"] == _DOCUMENT
    outer = script("browser/around.windowOf" if is_document else "browser/around.parentOf")
    for _ in range(1 if is_document else ancestors):
        call = {"functionDeclaration": outer, "objectId": objects[-1]}
        found = (await send("Runtime.callFunctionOn", call))["result"]
        if "objectId" not in found and not is_document:
            break  # it has no more ancestors
        objects.append(found["objectId"])
    answers = [await send("DOMDebugger.getEventListeners", {"objectId": one}) for one in objects]
    return {str(listener["type"]) for answer in answers for listener in answer["listeners"]}
