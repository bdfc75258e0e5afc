"""Learning packages that play inside a page of a platform: they have more screens than the one that stands there."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame
from playwright.async_api import Page as Tab

from a11ycheck.inpage import script
from a11ycheck.model import Lesson
from a11ycheck.players.play import Play
from a11ycheck.sources.lessons import realm
from a11ycheck.trials.guard import Guard

ANSWER = 2.0
"""Seconds for a frame to answer."""
PATIENCE = 10.0
"""Seconds for a package to be there again when its page was opened anew."""
PACE = 0.2
MOST = 40
"""Frames that are asked."""
SMALLEST = 100
"""Pixels: what is less wide or high shows no lesson."""


async def lessons(tab: Tab) -> list[tuple[Frame, Lesson]]:
    """What plays on a page, outermost frames first; nothing twice that stands in another."""
    frames = tab.frames[:MOST]
    said = await asyncio.gather(*map(_runs, frames))
    found: dict[Frame, str] = {}
    for frame, kind in zip(frames, said, strict=True):
        if kind == "h5p":
            _add(found, frame, kind)
        elif kind == "package":
            for inside in frame.child_frames or [frame]:
                _add(found, inside, kind)
        elif frame.parent_frame and _is_launch(frame.url):
            _add(found, frame, "package")
    rows: list[tuple[Frame, Lesson]] = []
    for frame, kind in found.items():
        if await _shows(frame):
            address, title = frame.url.partition("#")[0], await _title(frame)
            lesson = Lesson("h5p" if kind == "h5p" else "package", len(rows) + 1, address, title)
            rows.append((frame, lesson if frame.parent_frame else _unframed(lesson)))
    return rows


async def take_up(play: Play, guard: Guard, lesson: Lesson) -> bool:
    """Let a lesson go on: within what belongs to it, heard by its platform and told to nobody; whether it is there.

    `play` and `guard` are of the page that it stands on, which may have been opened anew.
    """
    mine = realm(lesson, play.tab.url)
    frame = await _find(play.tab, lesson, mine)
    if frame is None:
        return False
    await asyncio.gather(*(_evaluate(each, script("deafen")) for each in play.tab.frames[:MOST]))
    if lesson.framed:
        # By the name of its window it is found among all frames; most have one.
        name = await _evaluate(frame, '() => (window.name ||= "a11ycheck-lesson")')
        play.root, play.inside = frame, name
        guard.roam(frame, mine)
    return True


async def _find(tab: Tab, lesson: Lesson, realm: str) -> Frame | None:
    """The frame in which a lesson plays, at an address that begins with `realm`; None when it does not come."""
    deadline = time.monotonic() + PATIENCE
    while True:
        rows = [(frame, one) for frame, one in await lessons(tab) if one.kind == lesson.kind]
        mine = [(one.number != lesson.number, frame) for frame, one in rows if one.address.startswith(realm)]
        if mine:
            return min(mine, key=lambda one: one[0])[1]
        if time.monotonic() > deadline:
            return None
        await asyncio.sleep(PACE)


async def _runs(frame: Frame) -> str:
    return await _evaluate(frame, script("runs"))


async def _title(frame: Frame) -> str:
    return " ".join((await _evaluate(frame, "() => document.title")).split())[:200]


async def _evaluate(frame: Frame, call: str) -> str:
    try:
        said = await asyncio.wait_for(frame.evaluate(call), ANSWER)
    except (PlaywrightError, TimeoutError):
        return ""
    return said if isinstance(said, str) else ""


async def _shows(frame: Frame) -> bool:
    """Whether a learner sees it. What was never loaded over the web is no lesson."""
    if not frame.url.startswith("http"):
        return False
    if frame.parent_frame is None:
        return True
    try:
        box = await asyncio.wait_for((await frame.frame_element()).bounding_box(), ANSWER)
    except (PlaywrightError, TimeoutError):
        return False
    return box is not None and min(box["width"], box["height"]) >= SMALLEST


def _add(found: dict[Frame, str], frame: Frame, kind: str) -> None:
    above, at = [], frame.parent_frame
    while at:
        above.append(at)
        at = at.parent_frame
    if not any(one in found for one in above):
        found.setdefault(frame, kind)


def _unframed(lesson: Lesson) -> Lesson:
    return Lesson(lesson.kind, lesson.number, lesson.address, lesson.title, framed=False)


def _is_launch(url: str) -> bool:
    """Whether an address hands over where results are sent: xAPI ("endpoint") or cmi5 ("fetch")."""
    query = parse_qs(urlsplit(url).query)
    return "endpoint" in query and bool({"actor", "fetch"} & query.keys())
