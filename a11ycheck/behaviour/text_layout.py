"""Compare how the texts of a screen are laid out before and after something changed around them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import NotRequired

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.outlined_pictures import PlacePicture, place_picture
from a11ycheck.behaviour.types import TextProblem
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

CALM = 0.35
"""Seconds after which a page that lays itself out by script has done so: problems are looked at again then."""
MOST_PICTURES = 4
LOOK_SECONDS = 0.4
"""Seconds that a look may take in one frame."""


class _FoundProblem(TextProblem):
    """A problem as look.js tells it: with the boxes of its lines, and of letters that should be seen."""

    lines: NotRequired[list[list[float]]]
    sight: NotRequired[list[list[float]]]


@dataclass(slots=True)
class TextLayout:
    """Looks at the texts of all frames of a screen; `rows` by frame are the problems, with pictures of them."""

    context: BehaviourContext
    rows: dict[str, list[TextProblem]] = field(default_factory=dict)
    pictures: dict[str, Evidence] = field(default_factory=dict)
    bounded: str = ""

    async def look_first(self) -> None:
        """Look at the screen as it was found."""
        await self._look("as-found")

    async def look_again(self, name: str) -> None:
        """Look after a change, under a name. A new problem counts only when it is there a little later too."""
        first = await self._look(name)
        if not any(first.values()):
            return
        await asyncio.sleep(CALM)
        later = await self._look(name)
        frames = {frame.id: frame for frame in self.context.root.walk()}
        for frame_id, rows in later.items():
            before = {(row["what"], row["mark"]) for row in first.get(frame_id, ())}
            lasting = [row for row in rows if (row["what"], row["mark"]) in before]
            visible = [row for row in lasting if await self._can_be_seen(frames[frame_id], name, row)]
            self.rows.setdefault(frame_id, []).extend(visible)

    async def end(self) -> None:
        """Leave the screen as it was found."""
        await self._run_in_each("behaviour/texts/end")

    def observation(self) -> Observation:
        """Return what all looks observed."""
        return Observation(self.rows, self.bounded, self.pictures)

    async def _look(self, name: str) -> dict[str, list[_FoundProblem]]:
        await self._run_in_each("drawn")
        found: dict[str, list[_FoundProblem]] = {}
        for frame in self.context.root.walk():
            if not self.context.left:
                self.bounded = "time"
                break
            most = min(LOOK_SECONDS, self.context.left) * 1000
            result = await frame.run_or_none(script("behaviour/texts/look"), name, most)
            if result is None:
                continue
            self.bounded = self.bounded or ("elements" if result["bounded"] else "")
            found[frame.id] = result["rows"]
        return found

    async def _run_in_each(self, name: str) -> None:
        for frame in self.context.root.walk():
            await frame.run_or_none(script(name))

    async def _can_be_seen(self, frame: Frame, look: str, row: _FoundProblem) -> bool:
        """Return whether the letters can be seen: many a text is behind a picture of it. Add a picture to the row."""
        lines, legible = row.pop("lines"), row.pop("sight")
        if not self.context.left:
            return True
        try:
            picture = await self._take_picture(frame, row["mark"], [*lines, *legible])
        except (PlaywrightError, ScriptError, KeyError, IndexError):
            return True  # the problem is reported without a picture
        if picture is None:
            return True
        if legible and not any(picture.has_content(n) for n in range(len(lines), len(lines) + len(legible))):
            return False
        taken = sum(name.startswith(f"{look} {row['what']}") for name in self.pictures)
        if self.context.pictures and not taken and len(self.pictures) < MOST_PICTURES:
            row["picture"] = f"{look} {row['what']} {frame.id} {row['mark']}"
            self.pictures[row["picture"]] = picture.outlined(len(lines))
        return True

    async def _take_picture(self, frame: Frame, mark: int, boxes: list[list[float]]) -> PlacePicture | None:
        """Scroll to a text, take a picture of these boxes, and scroll back."""
        x, y = await frame.run(script("behaviour/texts/scroll_to"), mark) or (0, 0)
        moved = [(box[0] + x, box[1] + y, *box[2:]) for box in boxes]
        picture = await place_picture(self.context.frames, frame, moved)
        await frame.run(script("behaviour/texts/scroll_to"), None)
        return picture
