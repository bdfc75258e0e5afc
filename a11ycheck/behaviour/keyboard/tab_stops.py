"""The stops of a walk with the Tab key, and the rows that they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from a11ycheck.behaviour.keyboard.focus_reading import FocusPlace, FocusReading
from a11ycheck.behaviour.page_events import PageActivity
from a11ycheck.behaviour.types import FocusStop
from a11ycheck.browser.geometry import WindowBox

_PixelChange = Literal["", "same", "weak", "strong", "elsewhere"]
ALIKE, PAIRS = 3, 9
"""The most pairs of pictures for a group of elements that are alike, and for a screen."""


@dataclass(slots=True)
class VisitedStop:
    """One stop of the walk, and the row that it becomes.

    `page_box` is its box on the whole of the screen's own page, however that is scrolled. `picture` is the window
    while it had the focus, b"" where none is needed.
    """

    number: int
    place: FocusPlace
    row: FocusStop
    page_box: WindowBox
    picture: bytes = b""


def make_stop(number: int, reading: FocusReading, place: FocusPlace, activity: PageActivity) -> VisitedStop:
    """Return the stop where the focus is now; `activity` is what the page did when it came there."""
    element = place.element
    row: FocusStop = {
        "kind": "stop",
        "n": number,
        "mark": element["mark"],
        "html": element["html"],
        "tag": element["tag"],
        "name": element["name"],
        "box": element["box"],
        "place": element["place"],
        "seen": element["seen"],
        "tabindex": element["tabindex"],
        "change": element["change"],
        "alike": element["alike"],
        "frame": element["frame"],
        "layer": element["layer"],
        "skip": element["skip"],
        "pixels": "",
        "loop": None,
        "picture": "",
        "leads": activity.destination[:200],
        "popup": activity.popup,
        "covered": 0.0,
        "outer": False,
        "order": "",
    }
    x, y, width, height = place.box
    return VisitedStop(number, place, row, (x + reading.scroll[0], y + reading.scroll[1], width, height))


def needs_picture(stop: VisitedStop, stops: Sequence[VisitedStop]) -> bool:
    """Return whether only pictures can tell if the focus shows on this stop, and more pictures may be taken.

    `stops` are all stops so far.
    """
    element, row = stop.place.element, stop.row
    if element["change"] in ("strong", "caret") or element["frame"] or element["many"] or element["tag"] == "area":
        return False
    pictured = [other for other in stops if other.picture]
    return len(pictured) < PAIRS and sum(other.row["alike"] == row["alike"] for other in pictured) < ALIKE


def share_pixel_changes(stops: Sequence[VisitedStop]) -> None:
    """Give stops without pictures the result of the stops that are alike, where those agree."""
    groups: dict[str, set[_PixelChange]] = {}
    for stop in stops:
        if stop.row["pixels"]:
            groups.setdefault(stop.row["alike"], set()).add(stop.row["pixels"])
    for stop in stops:
        known = groups.get(stop.row["alike"], set[_PixelChange]())
        if not stop.row["pixels"] and len(known) == 1 and stop.row["change"] in ("none", "weak", "unknown"):
            stop.row["pixels"] = next(iter(known))


def stops_out_of_order(stops: Sequence[VisitedStop]) -> list[VisitedStop]:
    """Return the stops that may be out of order: those with a positive tabindex, or above the one before."""
    found = [stop for stop in stops if stop.row["tabindex"] > 0]
    for before, stop in zip(stops, stops[1:], strict=False):
        same_frame = before.place.frame is stop.place.frame
        if same_frame and stop not in found and stop.page_box[1] + stop.page_box[3] <= before.page_box[1]:
            found.append(stop)
    return found
