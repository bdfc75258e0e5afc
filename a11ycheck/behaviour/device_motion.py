"""What listens to the movement of the device, whether moving it changes something, and what else could."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.browser.event_listeners import heard
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script

KINDS = frozenset({"devicemotion", "deviceorientation", "deviceorientationabsolute"})
CLICKS = frozenset({"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "keydown"})
_ABOVE = 6
"""Elements around a control that may listen for it."""


async def device_motion(context: BehaviourContext) -> Observation:
    """Rows of frames that listen: `moved`, `controls` (the names of those that do something when used)."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for frame in context.root.walk():
        if not context.left:
            return Observation(rows, "time")
        try:
            kinds = sorted(await _heard(frame, "() => document") & KINDS)
            if not kinds:
                continue
            controls = await _controls(frame)
            moved = await frame.run(script("tilt"), kinds)
            mark = await frame.run("() => globalThis.a11ycheckMark(document.body ?? document.documentElement)")
        except (PlaywrightError, ScriptError, KeyError):
            continue  # a frame that left meanwhile
        rows[frame.id] = [{"mark": mark, "kinds": kinds, "moved": moved, "controls": controls}]
    return Observation(rows)


async def _controls(frame: Frame) -> list[str]:
    """The names of controls that the browser or a script of the page does something with."""
    everywhere = await _heard(frame, "() => document") & CLICKS
    named = []
    for n, control in enumerate(await frame.run(script("controls"))):
        element = f"() => globalThis.a11ycheckControls[{n}]"
        if everywhere or control["natural"] or await _heard(frame, element, _ABOVE) & CLICKS:
            named.append(control["text"].strip())
    return named


async def _heard(frame: Frame, script: str, above: int = 0) -> set[str]:
    """As listeners.heard, of the node that a function returns."""
    call = {"functionDeclaration": script, "executionContextId": frame.world}
    ours = await frame.session.send("Runtime.callFunctionOn", call)
    return await heard(frame, ours["result"]["objectId"], above)
