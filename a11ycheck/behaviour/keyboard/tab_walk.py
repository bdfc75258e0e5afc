"""Walk with the Tab key through all frames of a screen: where the focus goes and how it looks, stop by stop."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.keyboard import focus_pixels
from a11ycheck.behaviour.keyboard.focus_loop import look_at_loop
from a11ycheck.behaviour.keyboard.focus_reading import FocusPlace, FocusReader, FocusReading, covered_share
from a11ycheck.behaviour.keyboard.tab_order_picture import tab_order_picture
from a11ycheck.behaviour.keyboard.tab_stops import (
    VisitedStop,
    make_stop,
    needs_picture,
    share_pixel_changes,
    stops_out_of_order,
)
from a11ycheck.behaviour.page_events import PageActivity, PageEvents
from a11ycheck.behaviour.types import FocusStop, PassedFocus
from a11ycheck.behaviour.window_pictures import window_picture
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.geometry import WindowBox, screen_offset
from a11ycheck.browser.masking import boxes_or_none
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

MOST = 150
"""Stops of one walk."""
BACK = 60
"""Stops of the way back, on screens where something stays in place while the rest scrolls."""
LOOKS = 300
"""Places in one frame whose appearance without the focus is read before the walk."""
INSIDE = 14
"""Stops inside one element that the browser draws: the buttons of a player, the parts of a date."""
TRANSITION = 350
"""Milliseconds after which transitions have ended."""


async def walk_with_tab(context: BehaviourContext) -> Observation:
    """Return the stops in order (`FocusStop` in types.py), and places that lost the focus at once (`PassedFocus`)."""
    walk = _TabWalk(context, FocusReader(context.root, await screen_offset(context.frames, context.root)))
    try:
        await walk.begin()
        await walk.go()
    finally:
        await walk.end()
    return walk.observation()


@dataclass(slots=True)
class _Lap:
    """What the walk has met: the index of each stop since it began or the page ended, and all stops before that."""

    stops: dict[tuple[str, int], int] = field(default_factory=dict)
    before_end: dict[tuple[str, int], int] = field(default_factory=dict)
    last: FocusPlace | None = None
    inside: int = 0
    """How often Tab was pressed inside the last stop."""

    def begin_again(self) -> None:
        """The end of the page was met: Tab goes on at its beginning."""
        self.last, self.before_end, self.stops = None, self.stops, {}


@dataclass(slots=True)
class _TabWalk:
    context: BehaviourContext
    reader: FocusReader
    stops: list[VisitedStop] = field(default_factory=list)
    passed: list[tuple[Frame, PassedFocus]] = field(default_factory=list)
    loop: list[VisitedStop] = field(default_factory=list)
    bounded: str = ""
    stops_before_end: int = -1
    """How many stops came before the end of the page; -1 when the walk did not meet it."""
    has_sticky: bool = False
    pictures: dict[str, Evidence] = field(default_factory=dict)

    async def begin(self) -> None:
        """Read how everything looks before the first key."""
        for frame in self.context.root.walk():
            try:
                watch = await frame.run(script("behaviour/focus/watch"), LOOKS)
            except ScriptError:
                if frame is self.context.root:
                    raise
                continue
            self.has_sticky = self.has_sticky or watch["sticky"]

    async def end(self) -> None:
        """Give each frame its focus and its scroll position back."""
        for frame in self.context.root.walk():
            await frame.run_or_none(script("behaviour/focus/watch"), None)

    async def go(self) -> None:
        """Walk forward to the end, and back where that can show more; then compare and draw pictures."""
        async with PageEvents(self.context.tab) as events:
            await self._walk_forward(events)
        if self.loop:
            self.loop[0].row["loop"] = await look_at_loop(self.context, self.reader, self.loop)
        elif not self.bounded:
            await self._press("Shift+Tab")  # from the first stop, met again, to nowhere: as the screen was found
        await self._compare_pictures()
        if self.has_sticky and not self.loop and self.context.left > 1:
            await self._walk_back()
        if self.context.pictures and (self.loop or stops_out_of_order(self.stops)):
            await self._draw_order()

    async def _press(self, key: str) -> None:
        await self.context.tab.keyboard.press(key)

    async def _walk_forward(self, events: PageEvents) -> None:
        lap = _Lap()
        while self._may_go_on():
            await self._press("Tab")
            reading = await self.reader.read(len(self.stops))
            self._note_passed(reading, lap.last)
            place, activity = reading.place, events.take()
            if place is None:
                if reading.passed and len(self.passed) < MOST:
                    continue  # something had it and lost it at once
                if self.stops_before_end >= 0:
                    return
                self.stops_before_end = len(self.stops)
                lap.begin_again()
            elif lap.last and place.key == lap.last.key:
                lap.inside += 1
                if not (place.element["many"] and lap.inside < INSIDE):
                    self.loop = self.stops[lap.stops[place.key] :]
                    return
            elif place.key in lap.before_end:
                return
            elif place.key in lap.stops:
                self.loop = self.stops[lap.stops[place.key] :]
                return
            else:
                lap.stops[place.key] = len(self.stops)
                lap.last, lap.inside = place, 0
                await self._add_stop(reading, place, activity)

    def _may_go_on(self) -> bool:
        if self.context.left and len(self.stops) < MOST:
            return True
        self.bounded = "stops" if self.context.left else "time"
        return False

    async def _add_stop(self, reading: FocusReading, place: FocusPlace, activity: PageActivity) -> None:
        share, outer = await covered_share(place)
        stop = make_stop(len(self.stops), reading, place, activity)
        stop.row |= {"covered": share, "outer": outer}
        self.stops.append(stop)
        if needs_picture(stop, self.stops):
            if place.element["moves"]:
                await self.context.root.run(script("behaviour/pause"), TRANSITION)
            stop.picture = await window_picture(self.context.frames.session)

    def _note_passed(self, reading: FocusReading, last: FocusPlace | None) -> None:
        """Note places that had the focus only for a moment, unless it went back to where it was: that took it."""
        place = reading.place
        if place and last and place.key == last.key:
            return
        known = {(frame.id, row["mark"]) for frame, row in self.passed}
        for frame, element in reading.passed:
            key = (frame.id, element["mark"])
            if (place and key == place.key) or key in known or (last and key == last.key):
                continue
            # A frame element has the focus itself when what was in the frame lost it to nothing.
            taken = place and not (place.element["frame"] and place.frame is not frame)
            row: PassedFocus = {
                "kind": "passed",
                "mark": element["mark"],
                "html": element["html"],
                "to": place.element["html"] if place and taken else "",
                "mark2": place.element["mark"] if place else -1,
            }
            self.passed.append((frame, row))

    async def _compare_pictures(self) -> None:
        """Take pictures without the focus, each where the screen was scrolled to when the stop had it."""
        now = (await self.reader.read()).place
        for stop in self.stops:
            if not stop.picture or not self.context.left:
                continue
            await self._scroll_back(stop)
            if now and not focus_pixels.is_far(stop.place.box, await self._focused_box(now)):
                continue
            without = await window_picture(self.context.frames.session)
            stop.row["pixels"] = focus_pixels.compare(stop.picture, without, stop.place.box)
            if self.context.pictures and stop.row["pixels"] in ("same", "weak"):
                await self._keep_pair(stop, without)
        share_pixel_changes(self.stops)

    async def _keep_pair(self, stop: VisitedStop, without: bytes) -> None:
        secrets = await boxes_or_none(self.context.frames, focus_pixels.pictured_area(stop.place.box))
        if stop.picture and secrets is not None:
            stop.row["picture"] = f"focus-{stop.number}"
            pair = focus_pixels.picture_pair(stop.picture, without, stop.place.box, secrets)
            self.pictures[f"focus-{stop.number}"] = pair

    async def _scroll_back(self, stop: VisitedStop) -> None:
        for frame in stop.place.frames:
            await frame.run(script("behaviour/focus/scroll_back"), stop.number)

    async def _focused_box(self, now: FocusPlace) -> WindowBox:
        place = (await self.reader.read(settle=False)).place
        return place.box if place else now.box

    async def _walk_back(self) -> None:
        """Walk back: what stays at the top of the window covers other stops than what stays at the bottom."""
        stops = {stop.place.key: stop for stop in self.stops}
        for _ in range(min(BACK, len(self.stops))):
            if not self.context.left:
                return
            await self._press("Shift+Tab")
            place = (await self.reader.read()).place
            if place is None:
                return
            stop = stops.get(place.key)
            share, outer = await covered_share(place)
            if stop and share > stop.row["covered"]:
                element = place.element
                stop.row |= {"covered": share, "outer": outer, "layer": element["layer"], "seen": element["seen"]}

    async def _draw_order(self) -> None:
        flagged = self.loop[0] if self.loop else stops_out_of_order(self.stops)[0]
        try:
            await self._scroll_back(flagged)
            x, y = await self.context.root.run(script("page.scrolled"))
            width, height = await self.context.root.run(script("page.size"))
            boxes = [(stop.number + 1, stop.page_box) for stop in self.stops]
            placed = [(number, (box[0] - x, box[1] - y, box[2], box[3])) for number, box in boxes]
            near = [(n, box) for n, box in placed if -20 < box[0] < width + 20 and -20 < box[1] < height + 20]
            self.pictures["tab-order"] = await tab_order_picture(self.context.frames, near)
        except (ScriptError, PlaywrightError, KeyError, IndexError):
            return  # findings are reported without it

    def observation(self) -> Observation:
        """Return what the walk observed."""
        rows: dict[str, list[FocusStop | PassedFocus]] = {}
        if self.stops_before_end > 0:  # the walk began where the focus was: the page begins after its end
            self.stops = self.stops[self.stops_before_end :] + self.stops[: self.stops_before_end]
        for n, stop in enumerate(self.stops):
            stop.row["n"] = n
        order = "tab-order" if "tab-order" in self.pictures else ""
        for stop in self.stops:
            rows.setdefault(stop.place.frame.id, []).append({**stop.row, "order": order})
        for frame, row in self.passed:
            rows.setdefault(frame.id, []).append(row)
        return Observation(rows, self.bounded, self.pictures)
