"""Learning packages that play inside a page of a platform: they have more screens than the one that stands there."""

from __future__ import annotations

import asyncio
import time
from typing import Literal

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import FloatRect, Frame
from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import is_inside
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.timeouts import within
from a11ycheck.inpage import script
from a11ycheck.model import Lesson
from a11ycheck.players.course_page import Play
from a11ycheck.sources.lessons import is_launch, realm

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
    said = await asyncio.gather(*(_evaluate(frame, script("runs")) for frame in frames))
    if not any(said) and not any(is_launch(frame.url) for frame in frames):
        return []
    sizes = dict(zip(frames, await asyncio.gather(*map(_size, frames)), strict=True))
    found: dict[Frame, Literal["package", "h5p"]] = {}
    for frame, kind in zip(frames, said, strict=True):
        if kind == "package":  # beside the lesson may stand a chat, say
            _add(found, max(frame.child_frames or [frame], key=lambda one: sizes.get(one, 0)), "package")
        elif kind == "h5p":
            _add(found, frame, "h5p")
        elif frame.parent_frame and is_launch(frame.url):
            _add(found, frame, "package")
    shown = [frame for frame in found if sizes.get(frame, 0)]
    titles = await asyncio.gather(*(_evaluate(frame, "() => document.title") for frame in shown))
    return [
        (
            frame,
            Lesson(
                kind=found[frame],
                number=number,
                address=frame.url.partition("#")[0],
                title=" ".join(title.split())[:200],
                framed=frame.parent_frame is not None,
            ),
        )
        for number, (frame, title) in enumerate(zip(shown, titles, strict=True), 1)
    ]


async def take_up(play: Play, guard: Guard, lesson: Lesson) -> bool:
    """Let a lesson go on: within what belongs to it, heard by its platform and told to nobody; whether it is there.

    `play` and `guard` are of the page that it stands on, which may have been opened anew.
    """
    mine = realm(lesson, play.tab.url)
    frame = await _find(play.tab, lesson, mine)
    if frame is None:
        return False
    await asyncio.gather(*(_evaluate(each, script("deafen")) for each in play.tab.frames[:MOST]))
    if not lesson.framed:
        guard.hold()
        return True
    # By the name of its window it is found among all frames; most have one.
    name = await _evaluate(frame, '() => (window.name ||= "a11ycheck-lesson")')
    play.root, play.inside = frame, name
    guard.roam(frame, mine)
    return bool(name)


async def _find(tab: Tab, lesson: Lesson, belongs: str) -> Frame | None:
    """The frame in which a lesson plays, at an address that begins with `belongs`; None when it does not come."""
    deadline = time.monotonic() + PATIENCE
    while True:
        rows = [(frame, one) for frame, one in await lessons(tab) if one.kind == lesson.kind]
        mine = [(one.number != lesson.number, frame) for frame, one in rows if one.address.startswith(belongs)]
        if mine:
            return min(mine, key=lambda one: one[0])[1]
        if time.monotonic() > deadline:
            return None
        await asyncio.sleep(PACE)


async def _evaluate(frame: Frame, call: str) -> str:
    try:
        said = await within(frame.evaluate(call), ANSWER)
    except (PlaywrightError, TimeoutError):
        return ""
    return said if isinstance(said, str) else ""


async def _size(frame: Frame) -> float:
    """Pixels by pixels that a learner sees of it; 0 where that is no lesson: too little, or not loaded over the web."""
    if not frame.url.startswith("http"):
        return 0
    if frame.parent_frame is None:
        return 1

    async def box() -> FloatRect | None:
        return await (await frame.frame_element()).bounding_box()

    try:
        found = await within(box(), ANSWER)
    except (PlaywrightError, TimeoutError):
        return 0
    return found["width"] * found["height"] if found and min(found["width"], found["height"]) >= SMALLEST else 0


def _add(found: dict[Frame, Literal["package", "h5p"]], frame: Frame, kind: Literal["package", "h5p"]) -> None:
    if not any(is_inside(frame, one) for one in found):
        found[frame] = kind
