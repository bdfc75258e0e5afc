"""What listens to the movement of the device, whether moving it changes something, and what else could."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.trials.interface import Ground, Observed

KINDS = frozenset({"devicemotion", "deviceorientation", "deviceorientationabsolute"})
CLICKS = frozenset({"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "keydown"})


async def device_motion(ground: Ground) -> Observed:
    """Rows of frames that listen: `moved`, `controls` (the names of those that do something when used)."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for frame in ground.root.walk():
        if not ground.left:
            return Observed(rows, "time")
        try:
            kinds = sorted(await _heard(frame, "() => document", window=True) & KINDS)
            if not kinds:
                continue
            controls = await _controls(frame)
            moved = await frame.run(script("tilt"), kinds)
            mark = await frame.run("() => globalThis.a11ycheckMark(document.body ?? document.documentElement)")
        except (PlaywrightError, ScriptError, KeyError):
            continue  # a frame that left meanwhile
        rows[frame.id] = [{"mark": mark, "kinds": kinds, "moved": moved, "controls": controls}]
    return Observed(rows)


async def _controls(frame: Frame) -> list[str]:
    """The names of controls that the browser or a script of the page does something with."""
    everywhere = bool(await _heard(frame, "() => document", window=True) & CLICKS)
    named = []
    for n, control in enumerate(await frame.run(script("controls"))):
        heard = everywhere or control["natural"]
        climb = f"() => globalThis.a11ycheckControls[{n}]"
        heard = heard or bool(await _heard(frame, climb, ancestors=True) & CLICKS)
        if heard:
            named.append(control["text"].strip())
    return named


async def _heard(frame: Frame, script: str, *, window: bool = False, ancestors: bool = False) -> set[str]:
    """The kinds of events that a node is listened to for, or its window, or what it stands in.

    Listeners are told per world: the node is looked up again in the page's own. Raises PlaywrightError and KeyError.
    """
    send = frame.session.send
    ours = await send("Runtime.callFunctionOn", {"functionDeclaration": script, "executionContextId": frame.world})
    node = (await send("DOM.describeNode", {"objectId": ours["result"]["objectId"]}))["node"]
    theirs = (await send("DOM.resolveNode", {"backendNodeId": node["backendNodeId"]}))["object"]["objectId"]
    objects = [theirs]
    if window:
        view = {"functionDeclaration": "function () { return this.defaultView }", "objectId": theirs}
        objects.append((await send("Runtime.callFunctionOn", view))["result"]["objectId"])
    for _ in range(6 if ancestors else 0):
        up = {"functionDeclaration": "function () { return this.parentNode ?? this.host }", "objectId": objects[-1]}
        above = (await send("Runtime.callFunctionOn", up))["result"].get("objectId")
        if not above:
            break
        objects.append(above)
    heard: set[str] = set()
    for one in objects:
        found = await send("DOMDebugger.getEventListeners", {"objectId": one})
        heard |= {str(listener["type"]) for listener in found["listeners"]}
    return heard
