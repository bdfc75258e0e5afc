"""What scripts of behaviours tell of a page: the parts that the rows in types.py are made of."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class MarkedElement(TypedDict):
    """An element by its mark."""

    mark: int


class ObservedElement(MarkedElement):
    """What all rows have."""

    picture: NotRequired[str]


class ElementAtPlace(ObservedElement):
    """What is at a place of a frame: see `Movement`."""

    tag: str
    hints: str
    text: str
    frame: bool
    left: float
    top: float


class ChangeableField(ObservedElement):
    """A field that may be changed; `told`: the page announces that a change does something."""

    kind: Literal["select", "radio", "checkbox", "text"]
    name: str
    told: bool


class DraggableElement(ObservedElement):
    """A thing that can be dragged, one of a group of `n`; `beside`: other controls may do the same."""

    name: str
    slider: bool
    n: int
    beside: bool


class OpenedDialog(TypedDict):
    """A dialog that opened, and how many stops it has."""

    mark: int
    modal: bool
    name: str
    stops: int


class StatusMessage(TypedDict):
    """A short text that appeared: `live` when it is announced, `words` and `classy` when it says it is a message."""

    mark: int
    text: str
    live: bool
    words: bool
    classy: bool


class ControlToPress(ObservedElement):
    """A control that may be pressed; `announced`: it says that it opens something, `said` are the states it has."""

    kind: str
    name: str
    announced: bool
    said: list[str]


class ChangesByPress(TypedDict):
    """What a press changed in its frame."""

    came: int
    changed: int
    gone: int
    moved: bool
    dialog: OpenedDialog | None
    relabelled: bool
    kept: bool
    focusIn: bool
    where: int | None
    messages: list[StatusMessage]


class OpenedInEditor(ChangesByPress):
    """What a press on a control of an editor changed."""

    folds: NotRequired[bool]


class SendableForm(ObservedElement):
    """A form that may be sent; `asked` counts the fields that must be filled in, `key` tells it from other forms."""

    name: str
    button: int
    method: str
    address: str
    asked: int
    key: str
