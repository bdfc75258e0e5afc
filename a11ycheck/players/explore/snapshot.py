"""What a page shows at a moment, in all its frames together: known again when it comes back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from a11ycheck.players.course_page import Play
from a11ycheck.players.explore.scripts import ask

STILL = 4.0
"""Seconds to wait for movement to end."""
PACE = 0.12
HALF = 0.5
LARGE = 0.25
"""So much of the window is a large canvas, beside less text than FEW: as in rules/canvas-only."""
FEW = 200
MOST_HEADS = 4
ENOUGH = 0.95
"""So much of a screen has to stay for what came to be an unfolding of it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`parts` are hashes of the visible texts, pictures and fields, without clocks, counters and marks.

    `heads` (its first headings), `title` and `address` are those of the frame that shows most; `count` is what the page
    itself says: it is screen 3 of 16. `drawn` says that a large canvas is nearly all there is: what it leads to cannot
    be seen.
    """

    parts: frozenset[str]
    heads: tuple[str, ...] = ()
    title: str = ""
    address: str = ""
    count: tuple[int, int] | None = None
    moving: bool = False
    drawn: bool = False

    def name(self, known: Container[str]) -> str:
        """A heading of the screen, where it can be one that is not `known` from others; else the document's title."""
        return next((head for head in self.heads if head not in known), self.heads[0] if self.heads else self.title)

    def unfolds(self, earlier: Snapshot) -> bool:
        """Whether this is that earlier screen with more on it."""
        if (self.address, self.heads[:1]) != (earlier.address, earlier.heads[:1]):
            return False
        kept = len(self.parts & earlier.parts)
        return bool(earlier.parts) and len(self.parts) > len(earlier.parts) and kept >= ENOUGH * len(earlier.parts)

    def leaves(self, earlier: Snapshot) -> bool:
        """Whether another screen came, and not only more, or other words, on the same one."""
        if self.parts == earlier.parts:
            return False
        kept = len(self.parts & earlier.parts) / max(1, len(earlier.parts))
        return self.address != earlier.address or (kept < HALF and self.heads[:1] != earlier.heads[:1])


async def restless(play: Play) -> tuple[str, ...]:
    """Selectors of what changes while nobody does anything, in any frame: a clock of its own making, say."""
    found = await asyncio.gather(*(ask(play, frame, "restless") for frame in play.frames()))
    return tuple(str(path)[:500] for paths in found if isinstance(paths, list) for path in paths[:50])


async def look(play: Play, noise: Sequence[str] = ()) -> Snapshot:
    """What stands now, without what is `noise`."""
    frames = play.frames()
    answers = await asyncio.gather(*(ask(play, frame, "look", list(noise)) for frame in frames))
    return _together([answer for answer in answers if isinstance(answer, dict)])


async def rest(play: Play, noise: Sequence[str] = ()) -> Snapshot:
    """What stands when nothing changes and nothing moves any more, within a bound. Raises ScriptError."""
    deadline = time.monotonic() + STILL
    if noise:
        await asyncio.sleep(2 * PACE)  # what never comes to rest is not waited for
    else:
        await play.settle()
    now = await look(play, noise)
    while time.monotonic() < deadline:
        await asyncio.sleep(PACE)
        before, now = now, await look(play, noise)
        if now.parts == before.parts and not now.moving:
            break
    return now


def _together(rows: Sequence[dict[str, Any]]) -> Snapshot:
    parts = {f"{part}" for row in rows for part in _list(row.get("parts"))[:3000]}
    main = max(rows, key=lambda row: (_number(row.get("words")), _number(row.get("size"))), default={})
    counts = [(_number(c[0]), _number(c[1])) for row in rows if len(c := _list(row.get("count"))) == 2]
    canvas = max((_number(row.get("canvas")) for row in rows), default=0)
    window = max((_number(row.get("size")) for row in rows), default=0)
    headed = next((row for row in (main, *rows) if row.get("heads")), main)
    return Snapshot(
        parts=frozenset(parts),
        heads=tuple(filter(None, map(_text, _list(headed.get("heads"))[:MOST_HEADS]))),
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
