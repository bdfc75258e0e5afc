"""Read where the focus is on a screen, through all its frames, in the coordinates of the browser's window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.geometry import FrameOffset, WindowBox
from a11ycheck.inpage import script


@dataclass(frozen=True, slots=True)
class FocusPlace:
    """What has the focus: `element` is what behaviour/focus/stop.js tells of it, `box` where it is in the window."""

    frames: tuple[Frame, ...]
    """The frames that lead to it, from the screen's own."""
    element: Mapping[str, Any]
    box: WindowBox
    holders: tuple[Mapping[str, Any], ...] = ()
    """The frame elements on the way: for each frame but the last, the one that holds the next."""

    @property
    def frame(self) -> Frame:
        """The frame that the element is in."""
        return self.frames[-1]

    @property
    def key(self) -> tuple[str, int]:
        """What tells this element from all others on the screen: the id of its frame, and its mark."""
        return self.frame.id, self.element["mark"]


@dataclass(slots=True)
class FocusReading:
    """One reading of the focus: `place` is None when nothing on the screen has it.

    `passed` are the elements that had it since the last reading, each with its frame. `left` says whether it went to
    nothing at all meanwhile, as it does when it moves to the browser's own buttons. `scroll` is how far the screen's
    own frame is scrolled.
    """

    place: FocusPlace | None = None
    passed: list[tuple[Frame, Mapping[str, Any]]] = field(default_factory=list)
    left: bool = False
    scroll: tuple[float, float] = (0.0, 0.0)


class FocusReader:
    """Reads where the focus is on one screen; remembers which frame is in which frame element."""

    def __init__(self, root: Frame, offset: FrameOffset) -> None:
        self.root = root
        self.offset = offset
        self._inner: dict[tuple[str, int], Frame | None] = {}

    async def read(self, number: int = -1, settle: bool = True) -> FocusReading:
        """Return where the focus is now.

        `number` names the reading, so that one can scroll back to it. `settle` waits first until the page is drawn.
        Raises ScriptError when a frame went away.
        """
        reading = FocusReading()
        frames: list[Frame] = []
        holders: list[Mapping[str, Any]] = []
        frame, offsets = self.root, [self.offset]
        while True:
            answer = await frame.run(script("behaviour/focus/stop"), settle and not frames, number)
            reading.passed += [(frame, element) for element in answer["via"]]
            reading.left = reading.left or answer["out"]
            if not frames:
                reading.scroll = (answer["scroll"][0], answer["scroll"][1])
            frames.append(frame)
            element = answer["at"]
            if not element:
                if not holders:
                    return reading
                element = holders.pop()  # nothing in this frame can have the focus: the frame element has it itself
                frames.pop()
                offsets.pop()
                break
            child = await self._frame_in(frame, element) if element["frame"] else None
            if child is None:
                break
            holders.append(element)
            frame = child
            offsets.append(offsets[-1].of_child(element["inner"]))
        reading.place = FocusPlace(tuple(frames), element, offsets[-1].to_window(element["box"]), tuple(holders))
        return reading

    async def _frame_in(self, frame: Frame, element: Mapping[str, Any]) -> Frame | None:
        key = (frame.id, element["mark"])
        if key not in self._inner:
            inner = await frame.frame_of(script("behaviour/focus/active_element"))
            self._inner[key] = next((child for child in frame.children if child.id == inner), None)
        return self._inner[key]


async def covered_share(place: FocusPlace) -> tuple[float, bool]:
    """Return how much of what has the focus is under fixed or sticky layers, from 0 to 1, and whether an outer frame's
    layer covers more of it than those of its own frame."""
    share: float = place.element["covered"]
    points = place.element["points"]
    if not place.holders or not points:
        return share, False
    worst = share
    for frame, holder in reversed(list(zip(place.frames[:-1], place.holders, strict=True))):
        inner = holder["inner"]
        points = [[inner[0] + x * inner[2] / 10, inner[1] + y * inner[3] / 10] for x, y in points]
        try:
            covered: list[bool] = await frame.run(script("behaviour/focus/covered_points"), holder["mark"], points)
        except ScriptError:
            break
        worst = max(worst, sum(covered) / len(covered))
    return worst, worst > share
