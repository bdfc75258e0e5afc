"""Learning packages that play inside a page of a platform: they have more screens than the one that is shown there."""

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
from a11ycheck.players.course_page import CoursePage
from a11ycheck.sources.lessons import is_launch, lesson_root

ANSWER = 2.0
"""Seconds for a frame to answer."""
COME_BACK = 10.0
"""Seconds for a lesson to be there again after its page was reloaded."""
PAUSE = 0.2
"""Seconds between two looks for it."""
MOST_FRAMES = 40
"""Frames of one page that are searched for lessons."""
SMALLEST = 100
"""CSS pixels: a frame that is less wide or high shows no lesson."""

LessonKind = Literal["package", "h5p"]


async def find_lessons(tab: Tab) -> list[tuple[Frame, Lesson]]:
    """Return the lessons on a page with their frames, outermost first; a lesson inside another one is left out."""
    frames = tab.frames[:MOST_FRAMES]
    kinds = await asyncio.gather(*(_evaluate(frame, script("scan/running_content")) for frame in frames))
    if not any(kinds) and not any(is_launch(frame.url) for frame in frames):
        return []
    areas = dict(zip(frames, await asyncio.gather(*map(_area, frames)), strict=True))
    found: dict[Frame, LessonKind] = {}
    for frame, kind in zip(frames, kinds, strict=True):
        if kind == "package":  # of several frames in the launch window, the largest is the lesson
            _add(found, max(frame.child_frames or [frame], key=lambda child: areas.get(child, 0)), "package")
        elif kind == "h5p":
            _add(found, frame, "h5p")
        elif frame.parent_frame and is_launch(frame.url):
            _add(found, frame, "package")
    shown = [frame for frame in found if areas.get(frame, 0)]
    titles = await asyncio.gather(*(_evaluate(frame, script("page.title")) for frame in shown))
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


async def resume_lesson(course: CoursePage, guard: Guard, lesson: Lesson) -> bool:
    """Let a lesson go on within its own folder, while its platform hears nothing; tell whether it is there.

    `course` and `guard` are those of the page that it is on, which may have been reloaded meanwhile.
    """
    root = lesson_root(lesson, course.tab.url)
    frame = await _find(course.tab, lesson, root)
    if frame is None:
        return False
    silence = script("scan/silence_runtime")
    await asyncio.gather(*(_evaluate(each, silence) for each in course.tab.frames[:MOST_FRAMES]))
    if not lesson.framed:
        guard.hold_documents()
        return True
    # By the name of its window it is found among all frames; most have one.
    name = await _evaluate(frame, script("page.nameWindow"), "a11ycheck-lesson")
    course.root, course.frame_name = frame, name
    guard.let_navigate(frame, root)
    return bool(name)


async def _find(tab: Tab, lesson: Lesson, root: str) -> Frame | None:
    """Return the frame in which a lesson plays, at an address that begins with `root`; None when it does not come."""
    deadline = time.monotonic() + COME_BACK
    while True:
        same_kind = [(frame, one) for frame, one in await find_lessons(tab) if one.kind == lesson.kind]
        found = [(one.number != lesson.number, frame) for frame, one in same_kind if one.address.startswith(root)]
        if found:
            return min(found, key=lambda row: row[0])[1]
        if time.monotonic() > deadline:
            return None
        await asyncio.sleep(PAUSE)


async def _evaluate(frame: Frame, function: str, argument: object = None) -> str:
    """Return the text that a function returns in a frame, "" when it fails, takes too long or returns no text."""
    try:
        result = await within(frame.evaluate(function, argument), ANSWER)
    except (PlaywrightError, TimeoutError):
        return ""
    return result if isinstance(result, str) else ""


async def _area(frame: Frame) -> float:
    """Return the area of a frame in square pixels; 0 where it shows no lesson: too small, or not loaded over HTTP."""
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


def _add(found: dict[Frame, LessonKind], frame: Frame, kind: LessonKind) -> None:
    if not any(is_inside(frame, one) for one in found):
        found[frame] = kind
