"""Where the focus is on a screen, read through all its frames, in the coordinates of the browser's window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.inpage import script

Box = tuple[float, float, float, float]
"""x, y, width and height in CSS pixels of the window."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a frame's own window begins in the browser's, and how many pixels there one of its own is."""

    x: float = 0.0
    y: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    def box(self, own: Sequence[float]) -> Box:
        """A box of the frame in the browser's window."""
        return (self.x + own[0] * self.wide, self.y + own[1] * self.high, own[2] * self.wide, own[3] * self.high)

    def below(self, inner: Sequence[float]) -> Origin:
        """The origin of a frame in this one: `inner` is its corner, and ten times its scale."""
        wide, high = self.wide * inner[2] / 10, self.high * inner[3] / 10
        return Origin(self.x + inner[0] * self.wide, self.y + inner[1] * self.high, wide, high)


@dataclass(frozen=True, slots=True)
class Spot:
    """What has the focus: `frames` lead to it from the screen's own, `seen` is what focus_stop.js says of it."""

    frames: tuple[Frame, ...]
    seen: Mapping[str, Any]
    box: Box
    held: tuple[Mapping[str, Any], ...] = ()
    """For each frame but the last what holds the next: the frame element in it."""

    @property
    def frame(self) -> Frame:
        """The frame that it is in."""
        return self.frames[-1]

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others on the screen."""
        return self.frame.id, self.seen["mark"]


@dataclass(slots=True)
class Glance:
    """One look at where the focus is: `spot` None when it is nowhere in the screen.

    `via` are the places that had it since the last look, each with its frame and html; `out` whether it left to
    nothing at all meanwhile, as it does when it goes to the browser's own buttons.
    """

    spot: Spot | None = None
    via: list[tuple[Frame, Mapping[str, Any]]] = field(default_factory=list)
    out: bool = False
    scroll: tuple[float, float] = (0.0, 0.0)
    """How far the screen's own frame is scrolled."""


class Sight:
    """Looks where the focus is on one screen; knows which frame stands in which frame element."""

    def __init__(self, root: Frame, origin: Origin) -> None:
        self.root = root
        self.origin = origin
        self._inner: dict[tuple[str, int], Frame | None] = {}

    async def look(self, n: int = -1, settle: bool = True) -> Glance:
        """`n` numbers the look, so that one can scroll back to it; `settle` waits for a frame and a moment first.

        Raises ScriptError when a frame left.
        """
        glance = Glance()
        frames: list[Frame] = []
        held: list[Mapping[str, Any]] = []
        at, origins = self.root, [self.origin]
        while True:
            read = await at.run(script("focus_stop"), settle and not frames, n)
            glance.via += [(at, one) for one in read["via"]]
            glance.out = glance.out or read["out"]
            if not frames:
                glance.scroll = (read["scroll"][0], read["scroll"][1])
            frames.append(at)
            seen = read["at"]
            if not seen:
                if not held:
                    return glance
                seen = held.pop()  # a frame without anything in it that could have the focus has it itself
                frames.pop()
                origins.pop()
                break
            below = await self._below(at, seen) if seen["frame"] else None
            if below is None:
                break
            held.append(seen)
            at = below
            origins.append(origins[-1].below(seen["inner"]))
        glance.spot = Spot(tuple(frames), seen, origins[-1].box(seen["box"]), tuple(held))
        return glance

    async def _below(self, frame: Frame, seen: Mapping[str, Any]) -> Frame | None:
        key = (frame.id, seen["mark"])
        if key not in self._inner:
            inner = await frame.frame_of(script("focused_frame"))
            self._inner[key] = next((child for child in frame.children if child.id == inner), None)
        return self._inner[key]


async def origin_of(frames: Frames, root: Frame) -> Origin:
    """Where the screen's own frame begins in the browser's window."""
    try:
        owner = await frames.session.send("DOM.getFrameOwner", {"frameId": root.id})
        quads = await frames.session.send("DOM.getContentQuads", {"backendNodeId": owner["backendNodeId"]})
        quad = quads["quads"][0]
        return Origin(quad[0], quad[1])
    except (PlaywrightError, KeyError, IndexError):
        return Origin()  # the page's own frame has no owner


async def covered(spot: Spot) -> tuple[float, bool]:
    """How much of what has the focus lies under fixed or sticky layers, from 0 to 1, those of outer frames too; and
    whether one of an outer frame does it."""
    share: float = spot.seen["covered"]
    points = spot.seen["points"]
    if not spot.held or not points:
        return share, False
    worst = share
    for frame, holder in reversed(list(zip(spot.frames[:-1], spot.held, strict=True))):
        inner = holder["inner"]
        points = [[inner[0] + x * inner[2] / 10, inner[1] + y * inner[3] / 10] for x, y in points]
        try:
            over: list[bool] = await frame.run(script("focus_over"), holder["mark"], points)
        except ScriptError:
            break
        worst = max(worst, sum(over) / len(over))
    return worst, worst > share
