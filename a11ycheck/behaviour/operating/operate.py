"""Press what can be pressed without harm on a screen, one control after the other, and observe what happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.operating.closing import close, press_again
from a11ycheck.behaviour.operating.dialog_focus import look_at_dialog_focus
from a11ycheck.behaviour.pointer import AWAY, Pointer
from a11ycheck.behaviour.script_types import ChangesByPress, ControlToPress
from a11ycheck.behaviour.types import Press
from a11ycheck.browser.frames import ScriptError
from a11ycheck.browser.guard import Guard, RefusedRequest
from a11ycheck.evidence.reasons import Untested

MOST = 12
"""Controls that are pressed on one screen."""
MOST_GUESSED = 5
"""Of these, controls that only their words or names give away."""
MOST_TURNED = 1
"""Of these, steps of carousels."""
NAMES = 5
"""Names of controls that were left alone, in one sentence."""
_Sent = Literal["", "request", "document", "window"]
_Down = Literal["", "shown", "document", "window"]
LEFT = {"words": "left-words", "form": "left-form"}
"""The key of the reason for why pointer/controls.js leaves a control alone."""


@dataclass(slots=True)
class _Operation:
    """The rows so far, and the names of controls that were left alone, by reason; `stuck` ends the operation."""

    rows: dict[str, list[Press]] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)
    stuck: bool = False

    def leave(self, reason: str, name: str) -> None:
        """Note that a control was left alone."""
        names = self.left.setdefault(reason, [])
        if name not in names:
            names.append(name)


async def operate(context: BehaviourContext) -> Observation:
    """Return a row for each press, in order (`Press` in types.py)."""
    operation = _Operation()
    for pointer, control in _choose(await _find_controls(context, operation), operation):
        if operation.stuck or not context.left:
            operation.leave("states-stuck" if operation.stuck else "states-bounded", control["name"])
            continue
        try:
            await _press(context, pointer, control, operation)
        except (ScriptError, PlaywrightError):
            operation.stuck = True  # the document went away while we used it
            operation.leave("states-stuck", control["name"])
    left = tuple(Untested(_names(names), reason) for reason, names in operation.left.items())
    return Observation(operation.rows, "", untested=left, disturbed=operation.stuck)


async def _find_controls(context: BehaviourContext, operation: _Operation) -> list[tuple[Pointer, ControlToPress]]:
    """Return the controls of all frames that may be pressed; note those that must not, with the reason."""
    found: list[tuple[Pointer, ControlToPress]] = []
    for frame in context.root.walk():
        try:
            pointer = Pointer(context.frames, frame)
            pressable = await pointer.call("controls.pressableControls", context.is_package)
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away has nothing to press
        found += [(pointer, control) for control in pressable["controls"]]
        for why, names in pressable["left"].items():
            if why == "form" and context.judge_state is None:
                continue  # others judge states: a package's player sends such a form, as its learners do
            for name in names:
                operation.leave(LEFT[why], name)
    return found


def _choose(found: list[tuple[Pointer, ControlToPress]], operation: _Operation) -> list[tuple[Pointer, ControlToPress]]:
    """Return the controls to press, those that announce that they open something first; note what exceeds the limit."""
    chosen: list[tuple[Pointer, ControlToPress]] = []
    guessed = turned = 0
    alike: set[tuple[str, str]] = set()
    for pointer, control in sorted(found, key=lambda one: not one[1]["announced"]):
        guessed += not control["announced"]
        turned += control["kind"] == "carousel"
        too_many_guessed = not control["announced"] and guessed > MOST_GUESSED
        if control["kind"] == "carousel" and turned > MOST_TURNED:
            continue
        if (control["kind"], control["name"]) in alike:
            continue  # such as "Details" under each picture: one of them shows how all work
        alike.add((control["kind"], control["name"]))
        if len(chosen) >= MOST or too_many_guessed:
            operation.leave("states-bounded", control["name"])
        else:
            chosen.append((pointer, control))
    return chosen


async def _press(context: BehaviourContext, pointer: Pointer, control: ControlToPress, operation: _Operation) -> None:
    """Press one control, look at what opened, and close it again."""
    guard = context.guard
    mark, name = control["mark"], control["name"]
    refused = len(guard.refused) if guard else 0
    await pointer.call("changes.remember", mark)
    down = await _press_and_release(context, pointer, mark, control["kind"] == "held")
    if down is None:
        operation.leave("left-covered", name)
        return
    after: ChangesByPress = await pointer.call("changes.readChanges", True)
    sent = _sent_since(guard, refused)
    row: Press = {**control, **after, "down": down, "sent": sent, "focus": None, "folds": False}
    operation.rows.setdefault(pointer.frame.id, []).append(row)
    if sent and not after["came"]:
        operation.leave("press-refused", name)
    if after["came"]:
        label = f"{'dialog' if after['dialog'] else control['kind']}: {name}".removesuffix(": ")
        if context.judge_state:
            await context.judge_state(label, pointer.frame)
        if after["dialog"]:
            row["focus"] = await look_at_dialog_focus(context, pointer, control, after["dialog"])
        operation.stuck = not await close(context, pointer, mark, control["kind"], row)
    elif after["moved"] or after["gone"] > after["changed"] + 3:
        operation.stuck = not await press_again(pointer, control)


async def _press_and_release(context: BehaviourContext, pointer: Pointer, mark: int, only_hold: bool) -> _Down | None:
    """Press and release a control, or with `only_hold` release it elsewhere.

    Return what happened before the mouse was released: "document", "window", "shown" if something appeared and was
    still there after the release, or "" for nothing. Return None when the control cannot be pressed.
    """
    mouse = context.tab.mouse
    refused = len(context.guard.refused) if context.guard else 0
    if not await pointer.press(mark):
        if pointer.frame.session is pointer.frames.session:
            return None
        await pointer.call("dialogs.clickByScript", mark)
        return ""
    await pointer.call("changes.drawn")
    held = await pointer.call("changes.readChanges", False)
    requested = _sent_since(context.guard, refused)
    sent: _Down = "" if requested == "request" else requested  # what the page sends by itself may come just now
    if not (held["came"] or sent or only_hold):
        await mouse.up()
        return ""
    await mouse.move(*AWAY, steps=3)
    await mouse.up()
    still = await pointer.call("changes.readChanges", True)
    # What appears by itself at this moment does not change what the control says of itself.
    return sent or ("shown" if still["came"] and (held["relabelled"] or held["dialog"]) else "")


def _sent_since(guard: Guard | None, since: int) -> _Sent:
    """Return what was stopped since then, apart from what the page tries again and again."""
    if not guard:
        return ""
    before = {_request_key(request) for request in guard.refused[:since]}
    new = [request for request in guard.refused[since:] if _request_key(request) not in before]
    if any(request.window for request in new):
        return "window"
    return "document" if any(request.replaces for request in new) else "request" if new else ""


def _request_key(request: RefusedRequest) -> tuple[str, str]:
    return request.method, request.address.partition("?")[0]


def _names(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" if name else "…" for name in names[:NAMES])
    return f"{shown}, … ({len(names)})" if len(names) > NAMES else shown
