"""One walk with the Tab key through all frames of a screen: where the focus goes and how it looks, stop by stop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour import drawing, pixels
from a11ycheck.behaviour.focus_reading import Box, Glance, Sight, Spot, covered, origin_of
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.page_events import PageEvents
from a11ycheck.behaviour.screenshots import window_picture
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

MOST = 150
"""Stops of one walk."""
BACK = 60
"""Stops of the way back, on screens where something stays in place while the rest scrolls."""
LOOKS = 300
"""Places in one frame whose looks without the focus are read before the walk."""
ALIKE, PAIRS = 3, 9
"""Pairs of pictures for a group of elements that are alike, and for a screen."""
INSIDE = 14
"""Stops inside one element of the browser's own: the buttons of a player, the parts of a date."""
KEPT: tuple[str, ...] = ("mark", "html", "tag", "name", "box", "place", "seen", "tabindex")
KEPT += ("change", "alike", "frame", "layer", "skip")
TRANSITION = 350
"""Milliseconds after which what was to move has moved."""


@dataclass(slots=True)
class Stop:
    """One stop of the walk, and the row that it becomes; `shot` is the window while it had the focus."""

    n: int
    spot: Spot
    row: dict[str, Any]
    page: Box
    """Its box on the whole of the screen's own page, however that is scrolled."""
    shot: bytes = b""


async def walk(context: BehaviourContext) -> Observation:
    """Rows of stops in order, `kind` "stop", and of places that the focus was taken away from, `kind` "passed".

    A stop: `n`, `mark`, `html`, `tag`, `name`, `box` and `place` (on its document), `seen` ("yes" or why not),
    `tabindex`, `change` (what focus changes in its style), `pixels` (what it changes in the picture, where style said
    little), `covered` (share under fixed layers) and `layer`, `leads`, `popup`, `loop` (on the first of a
    loop only), `skip` (a link within the page that says that it skips).
    """
    one = _Walk(context, Sight(context.root, await origin_of(context.frames, context.root)))
    try:
        await one.begin()
        await one.go()
    finally:
        await one.leave()
    return await one.observed()


@dataclass(slots=True)
class _Walk:
    context: BehaviourContext
    sight: Sight
    stops: list[Stop] = field(default_factory=list)
    passed: list[tuple[Frame, dict[str, Any]]] = field(default_factory=list)
    loop: list[Stop] = field(default_factory=list)
    bounded: str = ""
    ended: int = -1
    """How many stops came before the end of the page; -1 where that was not met."""
    sticky: bool = False
    pictures: dict[str, Evidence] = field(default_factory=dict)

    async def begin(self) -> None:
        """Note how all looks before the first key."""
        for frame in self.context.root.walk():
            try:
                watch = await frame.run(script("focus_watch"), LOOKS)
            except ScriptError:
                if frame is self.context.root:
                    raise
                continue
            self.sticky = self.sticky or watch["sticky"]

    async def leave(self) -> None:
        """Give each frame its focus and its scrolling back."""
        for frame in self.context.root.walk():
            try:
                await frame.run(script("focus_watch"), None)
            except ScriptError:
                continue  # it left by itself

    async def go(self) -> None:
        """Forward to the end, back where that can show more, then the pictures."""
        async with PageEvents(self.context.tab) as doings:
            await self._forward(doings)
        if self.loop:
            await self._backwards_in_loop()
        elif not self.bounded:
            await self._press("Shift+Tab")  # from the first stop, met again, to nowhere: as the screen was found
        await self._compare()
        if self.sticky and not self.loop and self.context.left > 1:
            await self._back()
        if self.context.pictures and (self.loop or _jumps(self.stops)):
            await self._draw()

    async def _press(self, key: str) -> None:
        await self.context.tab.keyboard.press(key)

    async def _forward(self, doings: PageEvents) -> None:
        lap: dict[tuple[str, int], int] = {}
        first: dict[tuple[str, int], int] = {}
        inside, n = 0, 0
        last: Spot | None = None
        while True:
            if not self.context.left or len(self.stops) >= MOST:
                self.bounded = "stops" if self.context.left else "time"
                return
            await self._press("Tab")
            glance = await self.sight.look(n)
            self._note_passed(glance, last)
            spot = glance.spot
            leads, popup, _ = doings.taken()
            if spot is None:
                if glance.via and len(self.passed) < MOST:
                    continue  # something had it and lost it at once
                if self.ended >= 0:
                    return
                self.ended, last, first, lap = len(self.stops), None, lap, {}
                continue
            if last and spot.key == last.key:
                inside += 1
                if spot.seen["many"] and inside < INSIDE:
                    continue
                self.loop = self.stops[lap[spot.key] :]
                return
            inside = 0
            if spot.key in first:
                return
            if spot.key in lap:
                self.loop = self.stops[lap[spot.key] :]
                return
            lap[spot.key] = len(self.stops)
            last = spot
            await self._note(n, glance, spot, leads, popup)
            n += 1

    async def _note(self, n: int, glance: Glance, spot: Spot, leads: str, popup: bool) -> None:
        seen = spot.seen
        share, outer = await covered(spot)
        row = {"kind": "stop", "n": n, **{key: seen[key] for key in KEPT}, "pixels": "", "loop": None, "picture": ""}
        row |= {"covered": share, "outer": outer, "leads": leads[:200], "popup": popup}
        page = (spot.box[0] + glance.scroll[0], spot.box[1] + glance.scroll[1], spot.box[2], spot.box[3])
        stop = Stop(n, spot, row, page)
        self.stops.append(stop)
        if seen["change"] in ("strong", "caret") or seen["frame"] or seen["many"] or seen["tag"] == "area":
            return
        mine = [one for one in self.stops if one.shot]
        if len(mine) < PAIRS and sum(one.row["alike"] == row["alike"] for one in mine) < ALIKE:
            if seen["moves"]:
                await self.context.root.run("(ms) => new Promise((resolve) => setTimeout(resolve, ms))", TRANSITION)
            stop.shot = await window_picture(self.context.frames.session)

    def _note_passed(self, glance: Glance, last: Spot | None) -> None:
        """Places that had the focus only for a moment, unless it went back to where it came from: then that took it."""
        spot = glance.spot
        if spot and last and spot.key == last.key:
            return
        known = {(frame.id, row["mark"]) for frame, row in self.passed}
        for frame, one in glance.via:
            key = (frame.id, one["mark"])
            if (spot and key == spot.key) or key in known or (last and key == last.key):
                continue
            # A frame has it itself when what was in it lost it to nothing.
            to = spot.seen["html"] if spot and not (spot.seen["frame"] and spot.frame is not frame) else ""
            self.passed.append((frame, {"kind": "passed", **one, "to": to, "mark2": spot.seen["mark"] if spot else -1}))

    async def _compare(self) -> None:
        """Pictures without the focus, each where the screen was scrolled to when it had it."""
        now = (await self.sight.look()).spot
        for stop in self.stops:
            if not stop.shot or not self.context.left:
                continue
            for frame in stop.spot.frames:
                await frame.run(script("focus_return"), stop.n)
            if now and not _far(stop.spot, await self._current(now)):
                continue
            without = await window_picture(self.context.frames.session)
            stop.row["pixels"] = pixels.compare(stop.shot, without, stop.spot.box)
            if self.context.pictures and stop.row["pixels"] in ("same", "weak"):
                stop.row["picture"] = f"focus-{stop.n}"
                self.pictures[f"focus-{stop.n}"] = pixels.pair(stop.shot, without, stop.spot.box)
        groups: dict[str, set[str]] = {}
        for stop in self.stops:
            if stop.row["pixels"]:
                groups.setdefault(stop.row["alike"], set()).add(stop.row["pixels"])
        for stop in self.stops:
            known = groups.get(stop.row["alike"], set())
            if not stop.row["pixels"] and len(known) == 1 and stop.row["change"] in ("none", "weak", "unknown"):
                stop.row["pixels"] = next(iter(known))

    async def _current(self, now: Spot) -> Box:
        glance = await self.sight.look(settle=False)
        return glance.spot.box if glance.spot else now.box

    async def _back(self) -> None:
        """The way back: what stays at the top covers other stops than what stays below."""
        mine = {stop.spot.key: stop for stop in self.stops}
        for _ in range(min(BACK, len(self.stops))):
            if not self.context.left:
                return
            await self._press("Shift+Tab")
            spot = (await self.sight.look()).spot
            if spot is None:
                return
            stop = mine.get(spot.key)
            share, outer = await covered(spot)
            if stop and share > stop.row["covered"]:
                stop.row |= {"covered": share, "outer": outer, "layer": spot.seen["layer"], "seen": spot.seen["seen"]}

    async def _backwards_in_loop(self) -> None:
        """Whether Shift+Tab leads out of a loop, and what stands outside it."""
        keys = {stop.spot.key for stop in self.loop}
        inside = {stop.spot.frame.id for stop in self.loop}
        back = False
        for _ in range(min(len(self.loop) + 1, 12)):
            await self._press("Shift+Tab")
            glance = await self.sight.look()
            gone = glance.out and len(inside) == 1 and all(frame.id in inside for frame, _ in glance.via)
            if glance.spot is None or glance.spot.key not in keys or gone:
                back = True
                break
        others = 0
        for frame in self.context.root.walk():
            marks = [stop.row["mark"] for stop in self.loop if stop.spot.frame is frame]
            try:
                others += await frame.run(script("focus_others"), marks)
            except ScriptError:
                continue
        self.loop[0].row["loop"] = {
            "names": [stop.spot.seen["name"] or stop.spot.seen["tag"] for stop in self.loop],
            "back": back,
            "others": others,
            "dialog": all(stop.spot.seen["dialog"] for stop in self.loop),
            "frames": max(len(stop.spot.frames) for stop in self.loop) - 1,
        }

    async def _draw(self) -> None:
        flagged = self.loop[0] if self.loop else _jumps(self.stops)[0]
        try:
            for frame in flagged.spot.frames:
                await frame.run(script("focus_return"), flagged.n)
            x, y = await self.context.root.run("() => [scrollX, scrollY]")
            view = await self.context.root.run("() => [innerWidth, innerHeight]")
            boxes = [(one.n + 1, (one.page[0] - x, one.page[1] - y, one.page[2], one.page[3])) for one in self.stops]
            near = [(n, box) for n, box in boxes if -20 < box[0] < view[0] + 20 and -20 < box[1] < view[1] + 20]
            self.pictures["tab-order"] = await drawing.tab_order(self.context.frames.session, near)
        except (ScriptError, PlaywrightError):
            return  # the findings stand without it

    async def observed(self) -> Observation:
        """What the walk saw, by frame."""
        rows: dict[str, list[dict[str, Any]]] = {}
        if self.ended > 0:  # the walk began where the focus was: the page begins after its end
            self.stops = self.stops[self.ended :] + self.stops[: self.ended]
        for n, stop in enumerate(self.stops):
            stop.row["n"] = n
        order = "tab-order" if "tab-order" in self.pictures else ""
        for stop in self.stops:
            rows.setdefault(stop.spot.frame.id, []).append({**stop.row, "order": order})
        for frame, row in self.passed:
            rows.setdefault(frame.id, []).append(row)
        return Observation(rows, self.bounded, self.pictures)


def _far(spot: Spot, other: Box) -> bool:
    reach = pixels.NEAR + 8
    apart_x = max(spot.box[0] - other[0] - other[2], other[0] - spot.box[0] - spot.box[2])
    apart_y = max(spot.box[1] - other[1] - other[3], other[1] - spot.box[1] - spot.box[3])
    return max(apart_x, apart_y) > reach


def _jumps(stops: list[Stop]) -> list[Stop]:
    """Stops that may stand out of order: a positive tabindex, or above the one before."""
    found = [stop for stop in stops if stop.row["tabindex"] > 0]
    for before, stop in zip(stops, stops[1:], strict=False):
        same = before.spot.frame is stop.spot.frame
        if same and stop not in found and stop.page[1] + stop.page[3] <= before.page[1]:
            found.append(stop)
    return found
