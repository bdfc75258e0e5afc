"""The controls of a page that may lead somewhere, in all its frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Frame as PageFrame

from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.explore.scripts import call
from a11ycheck.players.explore.snapshot import take_snapshot

MOST_STEPS = 400
"""Controls of one frame."""


@dataclass(frozen=True, slots=True)
class Step:
    """A control that may lead somewhere: its frame, its selector, its label, and its address when it is a link.

    `kind` is "next", "back", "outline", "menu", "end" (it ends the course) or "other"; `score` tells how surely it
    leads on, from 0 to 100, and is below 0 for a tool of the player; `disabled` means that it can't be used now.
    """

    frame: PageFrame
    path: str
    label: str
    kind: str
    score: float
    href: str
    disabled: bool

    @property
    def name(self) -> str:
        """What identifies the control on later screens: entries of an outline keep their label wherever they are."""
        return self.href or f"{self.label} {self.path if self.kind != 'outline' or not self.label else ''}"


async def find_steps(course: CoursePage, stay_in_document: bool) -> list[Step]:
    """Return all visible controls that may lead somewhere; `stay_in_document` leaves out links to other documents."""
    found: list[Step] = []
    for frame in course.frames():
        rows = await call(course, frame, "steps", stay_in_document)
        for row in rows[:MOST_STEPS] if isinstance(rows, list) else ():
            if step := _step(frame, row):
                found.append(step)
    return found


async def steps_behind_menu(course: CoursePage, menu: Step, stay_in_document: bool, noise: Sequence[str]) -> list[Step]:
    """Return the steps that opening a menu reveals; close it again by Escape, its own button or the control itself."""
    before = await take_snapshot(course, noise)
    if not await course.click(menu.frame, menu.path):
        return []
    await course.settle()
    found = await find_steps(course, stay_in_document)
    await call(course, menu.frame, "pressEscape")
    await course.settle()
    if (await take_snapshot(course, noise)).parts != before.parts:
        await call(course, menu.frame, "closeDialog")
        await course.settle()
    if (await take_snapshot(course, noise)).parts != before.parts and (again := await locate(course, menu)):
        await course.click(*again)
        await course.settle()
    return found


async def locate(course: CoursePage, step: Step) -> tuple[PageFrame, str] | None:
    """Return the frame and selector of a control that was seen before; None when it isn't there now."""
    wanted = {"href": step.href, "label": step.label, "path": step.path}
    for frame in sorted(course.frames(), key=lambda frame: frame is not step.frame):
        path = await call(course, frame, "locate", wanted)
        if isinstance(path, str) and path:
            return frame, path
    return None


def without_fragment(href: str) -> str:
    """Return an address up to its fragment."""
    return href.partition("#")[0]


def _step(frame: PageFrame, row: Any) -> Step | None:
    if not isinstance(row, dict) or not isinstance(row.get("path"), str):
        return None
    text = {name: str(row.get(name) or "")[:2000] for name in ("label", "kind", "href")}
    score = row.get("score")
    return Step(
        frame=frame,
        path=row["path"][:2000],
        label=text["label"][:200],
        kind=text["kind"],
        score=float(score) if isinstance(score, int | float) else 0.0,
        href=text["href"],
        disabled=bool(row.get("disabled")),
    )
