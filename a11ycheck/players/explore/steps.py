"""What on a page may lead somewhere, in all its frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Frame as PageFrame

from a11ycheck.players.course_page import Play
from a11ycheck.players.explore.scripts import ask
from a11ycheck.players.explore.snapshot import look

ESCAPE = """() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true }))"""
"""Closes what a key closes."""
MOST = 400
"""Controls of one frame that are looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """A control that may lead somewhere: in which frame, its selector, its name, its address if it is a link."""

    frame: PageFrame
    path: str
    label: str
    kind: str
    score: float
    href: str
    off: bool

    @property
    def name(self) -> str:
        return self.href or f"{self.label} {self.path if self.kind != 'outline' or not self.label else ''}"


async def steps(play: Play, stay: bool) -> list[Step]:
    """All controls that show; `stay` leaves out links to other documents."""
    found: list[Step] = []
    for frame in play.frames():
        rows = await ask(play, frame, "ways", stay)
        for row in rows[:MOST] if isinstance(rows, list) else ():
            if one := _step(frame, row):
                found.append(one)
    return found


async def behind(play: Play, menu: Step, stay: bool, noise: Sequence[str]) -> list[Step]:
    """What stands behind a menu, which is closed again: by Escape, by a button of its own, by what opened it."""
    before = await look(play, noise)
    if not await play.click(menu.frame, menu.path):
        return []
    await play.settle()
    found = await steps(play, stay)
    await play.evaluate(menu.frame, ESCAPE)
    await play.settle()
    if (await look(play, noise)).parts != before.parts:
        await ask(play, menu.frame, "dialog")
        await play.settle()
    if (await look(play, noise)).parts != before.parts and (again := await find(play, menu)):
        await play.click(*again)
        await play.settle()
    return found


async def find(play: Play, step: Step) -> tuple[PageFrame, str] | None:
    """Where a control that was seen before stands now: its frame and selector."""
    wanted = {"href": step.href, "label": step.label, "path": step.path}
    for frame in sorted(play.frames(), key=lambda one: one is not step.frame):
        path = await ask(play, frame, "find", wanted)
        if isinstance(path, str) and path:
            return frame, path
    return None


def document(href: str) -> str:
    """An address without its fragment."""
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
        off=bool(row.get("off")),
    )
