"""What a page shows at one moment, in all its frames together, so that a screen is recognised when it comes back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.explore.scripts import call

STILL = 4.0
"""Seconds to wait for movement to end."""
PACE = 0.12
"""Seconds between two snapshots."""
HALF = 0.5
LARGE = 0.25
"""The part of the window that a large canvas covers, beside less text than FEW: as in rules/canvas-only."""
FEW = 200
MOST_PARTS = 3000
MOST_HEADINGS = 4
MOST_RESTLESS = 50
ENOUGH = 0.95
"""The part of a screen that stays when the rest of it unfolds."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is visible on a page.

    `parts` are hashes of the visible texts, pictures and fields, without clocks, counters and marks of progress.
    `headings` (the first few), `title` and `address` are those of the frame that shows most. `count` is the page's own
    count of screens: (3, 16) for "3 of 16". `drawn` means that a large canvas is nearly all there is, so that nobody
    can tell what it leads to.
    """

    parts: frozenset[str]
    headings: tuple[str, ...] = ()
    title: str = ""
    address: str = ""
    count: tuple[int, int] | None = None
    moving: bool = False
    drawn: bool = False

    def name(self, known: Container[str]) -> str:
        """Return a heading that is not `known` from other screens where possible, or else the document's title."""
        if not self.headings:
            return self.title
        return next((heading for heading in self.headings if heading not in known), self.headings[0])

    def unfolds(self, earlier: Snapshot) -> bool:
        """Whether this is that earlier screen with more on it."""
        if (self.address, self.headings[:1]) != (earlier.address, earlier.headings[:1]):
            return False
        kept = len(self.parts & earlier.parts)
        return bool(earlier.parts) and len(self.parts) > len(earlier.parts) and kept >= ENOUGH * len(earlier.parts)

    def leaves(self, earlier: Snapshot) -> bool:
        """Whether this is another screen, and not that earlier one with more or other words on it."""
        if self.parts == earlier.parts:
            return False
        kept = len(self.parts & earlier.parts) / max(1, len(earlier.parts))
        return self.address != earlier.address or (kept < HALF and self.headings[:1] != earlier.headings[:1])


async def find_restless(course: CoursePage) -> tuple[str, ...]:
    """Return selectors of elements that change by themselves, in any frame, such as a clock."""
    found = await asyncio.gather(*(call(course, frame, "restless") for frame in course.frames()))
    return tuple(str(path)[:500] for paths in found if isinstance(paths, list) for path in paths[:MOST_RESTLESS])


async def take_snapshot(course: CoursePage, noise: Sequence[str] = ()) -> Snapshot:
    """Return what the page shows now, without the elements that match a selector in `noise`."""
    frames = course.frames()
    rows = await asyncio.gather(*(call(course, frame, "look", list(noise)) for frame in frames))
    return _merge([row for row in rows if isinstance(row, dict)])


async def snapshot_at_rest(course: CoursePage, noise: Sequence[str] = ()) -> Snapshot:
    """Return what the page shows once nothing changes or moves any more, within a bound. Raises ScriptError."""
    deadline = time.monotonic() + STILL
    if noise:
        await asyncio.sleep(2 * PACE)  # a page with noise never settles, so don't wait for that
    else:
        await course.settle()
    now = await take_snapshot(course, noise)
    while time.monotonic() < deadline:
        await asyncio.sleep(PACE)
        before, now = now, await take_snapshot(course, noise)
        if now.parts == before.parts and not now.moving:
            break
    return now


def _merge(rows: Sequence[dict[str, Any]]) -> Snapshot:
    """Return the snapshot of a page from what each of its frames shows."""
    parts = {f"{part}" for row in rows for part in _list(row.get("parts"))[:MOST_PARTS]}
    main = max(rows, key=lambda row: (_number(row.get("words")), _number(row.get("size"))), default={})
    counts = [(_number(c[0]), _number(c[1])) for row in rows if len(c := _list(row.get("count"))) == 2]
    canvas = max((_number(row.get("canvas")) for row in rows), default=0)
    window = max((_number(row.get("size")) for row in rows), default=0)
    headed = next((row for row in (main, *rows) if row.get("headings")), main)
    return Snapshot(
        parts=frozenset(parts),
        headings=tuple(filter(None, map(_text, _list(headed.get("headings"))[:MOST_HEADINGS]))),
        title=_text(main.get("title")),
        address=_text(main.get("file")) + _text(main.get("route")),
        count=counts[0] if counts else None,
        moving=any(row.get("moving") for row in rows),
        drawn=canvas >= LARGE * max(1, window) and sum(_number(row.get("words")) for row in rows) < FEW,
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _text(value: object) -> str:
    return " ".join(value.split())[:200] if isinstance(value, str) else ""
