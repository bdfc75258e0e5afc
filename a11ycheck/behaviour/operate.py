"""Presses what can be pressed without harm on a screen, one thing after the other, and looks at what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.dialogs import look_at_dialog
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import AWAY, Pointer, hands
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
LEFT = {"words": "left-words", "form": "left-form"}
"""Why hands.js leaves a control alone → the key of the reason."""


@dataclass(slots=True)
class _Seen:
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)
    pressed: int = 0
    stuck: bool = False

    def leave(self, why: str, name: str) -> None:
        names = self.left.setdefault(why, [])
        if name not in names:
            names.append(name)


async def operate(context: BehaviourContext) -> Observation:
    """Rows of presses in order: `mark` of the control, `kind`, `name`, `announced` (it says that it opens something),
    `came` (how many things), `folds` (pressed again, it closes), `down` (what came when the mouse was held,
    and stayed), `dialog`, `messages` (see hands.js), `focus` (see dialogs.py), `sent` (it wanted to
    send or to leave: "request", "document", "window").
    """
    seen = _Seen()
    for hand, control in await _controls(context, seen):
        if seen.stuck or not context.left:
            seen.leave("states-stuck" if seen.stuck else "states-bounded", control["name"])
            continue
        try:
            await _press(context, hand, control, seen)
        except (ScriptError, PlaywrightError):
            seen.stuck = True  # the document went away under our hands
            seen.leave("states-stuck", control["name"])
    left = tuple(Untested(_names(names), why) for why, names in seen.left.items())
    return Observation(seen.rows, "", untested=left, disturbed=seen.stuck)


async def _controls(context: BehaviourContext, seen: _Seen) -> list[tuple[Pointer, dict[str, Any]]]:
    """What is pressed, the surest first; the rest is left with its reason."""
    found: list[tuple[Pointer, dict[str, Any]]] = []
    for frame in context.root.walk():
        try:
            hand = await hands(context.frames, frame)
            said = await hand.ask("pressables")
        except (ScriptError, PlaywrightError):
            continue  # of a frame that went away nothing can be pressed
        found += [(hand, control) for control in said["controls"]]
        for why, names in said["left"].items():
            if why == "form" and context.judge_state is None:
                continue  # states are judged by others: a package's player sends such a form, as its learners do
            for name in names:
                seen.leave(LEFT[why], name)
    found.sort(key=lambda one: not one[1]["announced"])
    chosen: list[tuple[Pointer, dict[str, Any]]] = []
    guessed = turned = 0
    alike: set[tuple[str, str]] = set()
    for hand, control in found:
        guessed += not control["announced"]
        turned += control["kind"] == "carousel"
        many = not control["announced"] and guessed > MOST_GUESSED
        if control["kind"] == "carousel" and turned > MOST_TURNED:
            continue
        if (control["kind"], control["name"]) in alike:
            continue  # as "Details" under each picture: one of them shows how they are
        alike.add((control["kind"], control["name"]))
        if len(chosen) >= MOST or many:
            seen.leave("states-bounded", control["name"])
        else:
            chosen.append((hand, control))
    return chosen


async def _press(context: BehaviourContext, hand: Pointer, control: dict[str, Any], seen: _Seen) -> None:
    """Press one control, look at what came, and close it again."""
    guard = context.guard
    mark, name = control["mark"], control["name"]
    refused = len(guard.refused) if guard else 0
    await hand.ask("before", mark)
    down = await _down(context, hand, mark, control["kind"] == "held")
    if down is None:
        seen.leave("left-covered", name)
        return
    after = await hand.ask("after", True)
    sent = _sent(guard, refused)
    row = {**control, **after, "down": down or "", "sent": sent, "focus": None, "folds": False}
    seen.rows.setdefault(hand.frame.id, []).append(row)
    if sent and not after["came"]:
        seen.leave("press-refused", name)
    if after["came"]:
        label = f"{'dialog' if after['dialog'] else control['kind']}: {name}".removesuffix(": ")
        if context.judge_state:
            await context.judge_state(label, hand.frame)
        if after["dialog"]:
            row["focus"] = await look_at_dialog(context, hand, control, after["dialog"])
        seen.stuck = not await close(context, hand, control, row)
    elif after["moved"] or after["gone"] > after["changed"] + 3:
        seen.stuck = not await _undo(hand, control)


async def _down(context: BehaviourContext, hand: Pointer, mark: int, only: bool) -> str | None:
    """Press and release a control, or `only` hold it; what had come while the mouse was still held, None when it cannot
    be pressed."""
    mouse = context.tab.mouse
    refused = len(context.guard.refused) if context.guard else 0
    at = await hand.press(mark)
    if not at:
        if hand.frame.session is hand.frames.session:
            return None
        await hand.ask("press", mark)
        return ""
    await hand.ask("drawn")
    held = await hand.ask("after", False)
    sent = _sent(context.guard, refused)
    sent = "" if sent == "request" else sent  # whatever the page sends by itself may come just now
    if not (held["came"] or sent or only):
        await mouse.up()
        return ""
    await mouse.move(*AWAY, steps=3)
    await mouse.up()
    still = await hand.ask("after", True)
    # What appears by itself at this moment does not change what the control says of itself.
    return sent or ("shown" if still["came"] and (held["relabelled"] or held["dialog"]) else "")


def _sent(guard: Guard | None, since: int) -> str:
    """What was stopped since then, other than what the page tries again and again."""
    before = {_what(one) for one in guard.refused[:since]} if guard else set()
    new = [one for one in guard.refused[since:] if _what(one) not in before] if guard else []
    if any(one.window for one in new):
        return "window"
    return "document" if any(one.replaces for one in new) else "request" if new else ""


def _what(refused: RefusedRequest) -> tuple[str, str]:
    return refused.method, refused.address.partition("?")[0]


async def close(context: BehaviourContext, hand: Pointer, control: dict[str, Any], row: dict[str, Any]) -> bool:
    """Close what came: as a dialog was already, with Escape, by pressing again, or by a control of its own; whether
    nothing is in the way any more. `row` is what hands.js told after the press."""
    mark = control["mark"]
    if not await hand.ask("open"):
        return True
    if control["kind"] not in ("tab", "details", "carousel"):
        await hand.ask("listen")
        await context.tab.keyboard.press("Escape")
        if not await _still(hand):
            return True
    if control["kind"] in ("tab", "dialog") or row["dialog"] or not row["kept"]:
        closer = await hand.ask("closer", mark, control["kind"])
        if closer >= 0:
            await hand.click(closer)
        return control["kind"] == "tab" or not await _still(hand)
    if control["kind"] == "carousel":
        return True
    if any(one["words"] or one["classy"] for one in row["messages"]):
        return True  # a message goes by itself; to press again would only say it anew
    await hand.click(mark)
    row["folds"] = not await _still(hand) and await hand.ask("folded_up")
    # What stays open beside the rest is in nobody's way: the next look begins from there.
    return True


async def _still(hand: Pointer) -> bool:
    await hand.ask("rest", 80, 700)
    return bool(await hand.ask("open"))


async def _undo(hand: Pointer, control: dict[str, Any]) -> bool:
    """Another screen came in the same document: press again, and see whether the control is where it was."""
    await hand.click(control["mark"])
    await hand.ask("rest", 80, 700)
    after = await hand.ask("after", False)
    return bool(after["kept"]) and not after["moved"]


def _names(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" if name else "…" for name in names[:NAMES])
    return f"{shown}, … ({len(names)})" if len(names) > NAMES else shown
