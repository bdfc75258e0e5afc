"""Find what listens to the movement of the device, whether moving it changes something, and which controls remain."""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.types import DeviceMotion
from a11ycheck.browser.event_listeners import listener_types
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script

MOTION = frozenset({"devicemotion", "deviceorientation", "deviceorientationabsolute"})
CLICKS = frozenset({"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "keydown"})
_ANCESTORS = 6
"""Elements around a control that may listen for it."""


async def device_motion(context: BehaviourContext) -> Observation:
    """Return a row for each frame that listens to movement (`DeviceMotion` in types.py)."""
    rows: dict[str, list[DeviceMotion]] = {}
    for frame in context.root.walk():
        if not context.left:
            return Observation(rows, "time")
        try:
            kinds = sorted(await _document_listener_types(frame) & MOTION)
            if not kinds:
                continue
            controls = await _working_controls(frame)
            moved = await frame.run(script("behaviour/device_motion/tilt"), kinds)
            mark = await frame.run(script("behaviour/mark_body"))
        except (PlaywrightError, ScriptError, KeyError):
            continue  # a frame that went away meanwhile
        rows[frame.id] = [{"mark": mark, "kinds": kinds, "moved": moved, "controls": controls}]
    return Observation(rows)


async def _working_controls(frame: Frame) -> list[str]:
    """Return the names of controls that the browser or a script of the page does something with."""
    delegated = await _document_listener_types(frame) & CLICKS
    names = []
    for n, control in enumerate(await frame.run(script("behaviour/device_motion/controls"))):
        if delegated or control["natural"] or await _control_listener_types(frame, n) & CLICKS:
            names.append(control["text"].strip())
    return names


async def _document_listener_types(frame: Frame) -> set[str]:
    return await listener_types(frame, await frame.object_of(script("page.document")))


async def _control_listener_types(frame: Frame, number: int) -> set[str]:
    """Return what a control listens for, itself or in an element around it; `number` is its place in `controls`."""
    element = await frame.object_of(script("behaviour/device_motion/control"), number)
    return await listener_types(frame, element, _ANCESTORS)
