"""The rows that behaviours observe, as rules read them: one type for each kind of row.

All are plain JSON. Whatever has a `mark` gets the `element` beside it before a check reads it; other marks (`mark2`,
`where`) stay numbers. A row may have a `picture`, the name of a picture in `Observation.pictures`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NotRequired, TypedDict

from a11ycheck.behaviour.script_types import (
    ChangeableField,
    ChangesByPress,
    ControlToPress,
    DraggableElement,
    ElementAtPlace,
    MarkedElement,
    ObservedElement,
    SendableForm,
)

Box = list[float]


class Movement(ElementAtPlace):
    """`watch`: something that moves or flashes by itself.

    `share` is its part of the window in percent, `times` how often it changed, `hints` the names that its author gave
    to it and the elements around it.
    """

    kind: Literal["moves", "flashes"]
    share: float
    times: int


class TextChange(ObservedElement):
    """`watch`: a text that changes by itself; `last` is when, in seconds, and `words` are the texts that it had."""

    kind: Literal["changes"]
    last: float
    words: list[str]
    text: str


class Playback(ObservedElement):
    """`watch`: a medium that plays by itself, for `played` seconds."""

    kind: Literal["plays"]
    played: float
    silent: bool
    video: bool
    controls: bool
    autoplay: bool


class LostSign(ObservedElement):
    """`preferences`: a sign in a control that forced colours remove ("vanishes"), or whose state they hide ("same")."""

    kind: Literal["vanishes", "same"]
    state: Literal["on", "off", ""]
    group: str
    name: str


class StillMoving(ObservedElement):
    """`preferences`: an animation that runs although less motion was asked for."""

    kind: Literal["moves"]


_FormerHeight = TypedDict("_FormerHeight", {"from": NotRequired[int]})


class TextProblem(ObservedElement, _FormerHeight):
    """`spacing` and `narrow`: a text that something is wrong with; behaviour/texts/look.js explains `what`.

    `at` is the look: "spaced", "zoomed" or "narrow". `from` is the height that the text had, in pixels.
    """

    what: Literal["cut", "edge", "over", "wide", "scaled"]
    at: Literal["spaced", "zoomed", "narrow"]
    text: str
    data: NotRequired[bool]
    other: NotRequired[str]
    slide: NotRequired[bool]
    room: NotRequired[int]
    share: NotRequired[int]


class TurnedScreen(ObservedElement):
    """`orientation`: content that turns with the device, a text that asks to turn it, or a script that locks it."""

    what: Literal["turned", "asks", "lock"]
    text: str
    angle: NotRequired[int]
    where: NotRequired[Literal["now", "before"]]


class DeviceMotion(ObservedElement):
    """`device-motion`: a frame that listens to the movement of the device.

    `moved`: moving it changes something. `controls` are the names of controls that do something when used.
    """

    kinds: list[str]
    moved: bool
    controls: list[str]


class SessionEnd(ObservedElement):
    """`timeout`: what happened after `minutes` without activity; `asks`: the screen is a form or a quiz."""

    what: Literal["leaves", "reloads", "says", "locks"]
    minutes: int
    text: str
    asks: bool


class FocusLoop(TypedDict):
    """A loop of the Tab key: `back` says whether Shift+Tab leads out, `others` counts the stops outside it."""

    names: list[str]
    back: bool
    others: int
    dialog: bool
    frames: int


class TabStop(ObservedElement):
    """A stop of the Tab key, in the rows of `keyboard` and `keys`.

    `box` is in the frame's window, `place` on its document. `seen` is "yes" or why the element cannot be seen.
    `change` is what focus changes in its style, `pixels` what it changes in the picture where style said little.
    `covered` is the share under fixed layers, `outer` says that one of an outer frame covers it, `layer` how that
    begins. `leads` is where the focus alone led to. `skip`: a link within the page that says that it skips.
    """

    n: int
    html: str
    tag: str
    name: str
    box: Box
    place: Box
    seen: str
    tabindex: int
    change: Literal["none", "weak", "strong", "caret", "unknown"]
    pixels: Literal["", "same", "weak", "strong", "elsewhere"]
    alike: str
    frame: bool
    layer: str
    skip: bool
    covered: float
    outer: bool
    leads: str
    popup: bool
    loop: FocusLoop | None
    order: str


class FocusStop(TabStop):
    """`keyboard`, "stop": one stop of the walk."""

    kind: Literal["stop"]


class PassedFocus(ObservedElement):
    """`keyboard`: a place that the focus was taken away from at once; `to` is how the place that got it begins."""

    kind: Literal["passed"]
    html: str
    to: str
    mark2: int


class HoverContent(ObservedElement):
    """`hover`: content that appears under the mouse.

    `text` is how it begins. `reached`: it is still there when the mouse is on it. `escapes`: Escape closes it while
    the mouse stays.
    """

    name: str
    text: str
    reached: bool
    escapes: bool


class FocusTrap(TabStop):
    """`keys`, "trap": a loop without a way back; `released` is what lets the focus out ("" for nothing)."""

    kind: Literal["trap"]
    released: str


class SkipLink(ObservedElement):
    """`keys`, "skip": where Tab goes after a skip link: "there", "before", or None when that cannot be told."""

    kind: Literal["skip"]
    name: str
    led: Literal["there", "before"] | None


class SingleKeys(ObservedElement):
    """`keys`, "shortcut": single keys that do something; `controls` counts controls that might switch them off."""

    kind: Literal["shortcut"]
    keys: str
    controls: int


class PressableControl(ObservedElement):
    """`keys`: a control that only the mouse works on ("pointer", "dead") or only a part of ("set").

    `alike` counts the controls like it, `effect` is what a click does ("page", "window", "screen", "request", "" for
    unknown). `untouched`: it must not be pressed.
    """

    kind: Literal["pointer", "dead", "set"]
    html: str
    name: str
    alike: int
    untouched: bool
    effect: NotRequired[str]
    beside: NotRequired[bool]
    words: NotRequired[bool]
    own: NotRequired[bool]
    role: NotRequired[str]
    rest: NotRequired[int]


class FieldChange(ChangeableField):
    """`fields`: what changing a field does.

    `told`: the page announces that a change does something. `effect`: the document would have been left, a window
    opened, the focus moved, or nothing. `to` is how what got the focus begins, `where` its mark, `type` its tag.
    """

    changed: bool
    effect: Literal["document", "window", "focus", ""]
    to: str
    where: int | None
    type: str


class Draggable(DraggableElement):
    """`drag`: a thing that can be dragged, one of a group of `n`.

    `beside`: other controls may do the same. `pressed`: a press without dragging changes something.
    """

    pressed: bool


class DialogFocus(TypedDict):
    """What the focus does in a dialog.

    `enters`: "in" at once, with the first "tab", "out" or "nowhere". `leaves` is how a stop behind the dialog begins,
    `behind` its element, `hidden` says that it is covered. `escapes`: Escape closes the dialog. `returns` is where the
    focus is then: "control", "other", "near", "nowhere", "gone", "" when the dialog could not be closed.
    """

    enters: Literal["in", "tab", "out", "nowhere"]
    leaves: str
    hidden: bool
    behind: MarkedElement | None
    escapes: bool
    closed: bool
    closer: NotRequired[bool]
    returns: str


class Press(ControlToPress, ChangesByPress):
    """`operate`: a control that was pressed, and what happened.

    `announced`: it says that it opens something. `came`, `changed` and `gone` count elements. `folds`: pressed again,
    it closes. `down`: what happened while the mouse was held, and stayed. `sent`: what it tried to send or open.
    """

    down: Literal["", "shown", "document", "window"]
    sent: Literal["", "request", "document", "window"]
    focus: DialogFocus | None
    folds: bool


class FormErrors(TypedDict):
    """What a form says after it was sent; `left` counts the fields that must be filled in, `named` those it names."""

    texts: list[str]
    left: int
    named: int
    focus: bool
    invalid: int


class WrongField(TypedDict):
    """A field that was filled in wrong, and what the page says beside it about how to fill it in."""

    name: str
    hint: str


class FormAnswer(TypedDict):
    """What happened when a form was sent: see `SentForm`."""

    sent: bool
    refused: bool
    told: FormErrors | None
    anew: bool


class SentForm(SendableForm, FormAnswer):
    """`forms` and `misfill`: a form that was sent, and its errors.

    `asked` counts the fields that must be filled in. `sent`: the form went to the server. `refused`: it tried to send
    something else too. `told` is None when the form was accepted. `anew`: the errors are in another document.
    """

    wrong: NotRequired[list[WrongField]]


ROW_TYPES: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {
        "watch": (Movement, TextChange, Playback),
        "preferences": (LostSign, StillMoving),
        "spacing": (TextProblem,),
        "narrow": (TextProblem,),
        "orientation": (TurnedScreen,),
        "device-motion": (DeviceMotion,),
        "timeout": (SessionEnd,),
        "keyboard": (FocusStop, PassedFocus),
        "hover": (HoverContent,),
        "keys": (FocusTrap, SkipLink, SingleKeys, PressableControl),
        "fields": (FieldChange,),
        "drag": (Draggable,),
        "operate": (Press,),
        "forms": (SentForm,),
        "misfill": (SentForm,),
    }
)
"""The kinds of rows of each behaviour."""
