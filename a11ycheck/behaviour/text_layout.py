"""How the texts of a screen stand before and after something changed around them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.ask import ask
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.marked_pictures import shoot
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

CALM = 0.35
"""Seconds after which a page that lays itself out by script has done so: what is wrong is looked at again then."""
MOST_PICTURES = 4
_SPENDS = 0.4
"""Seconds that a look may take in one frame."""


@dataclass(slots=True)
class Looks:
    """Looks at all frames of a screen, one after the other; `rows` by frame tell what is wrong, with pictures of it."""

    context: BehaviourContext
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    pictures: dict[str, Evidence] = field(default_factory=dict)
    bounded: str = ""

    async def first(self) -> None:
        """As the screen was found."""
        await self._look("as-found")

    async def again(self, name: str) -> None:
        """After a change, under a name: what is new stays only when it is there a little later too."""
        seen = await self._look(name)
        if not any(seen.values()):
            return
        await asyncio.sleep(CALM)
        later = await self._look(name)
        frames = {frame.id: frame for frame in self.context.root.walk()}
        for frame, rows in later.items():
            before = {(row["what"], row["mark"]) for row in seen.get(frame, ())}
            kept = [row for row in rows if (row["what"], row["mark"]) in before]
            shown = [row for row in kept if await self._shows(frames[frame], name, row)]
            self.rows.setdefault(frame, []).extend(shown)

    async def over(self) -> None:
        """Leave the screen as it was found."""
        await self._each("texts_end")

    def observed(self) -> Observation:
        """What was seen in all looks."""
        return Observation(self.rows, self.bounded, self.pictures)

    async def _look(self, name: str) -> dict[str, list[dict[str, Any]]]:
        await self._each("drawn")
        found = {}
        for frame in self.context.root.walk():
            if not self.context.left:
                self.bounded = "time"
                break
            result = await ask(frame, "texts", name, min(_SPENDS, self.context.left) * 1000)
            if result is None:
                continue
            self.bounded = self.bounded or ("elements" if result["bounded"] else "")
            found[frame.id] = result["rows"]
        return found

    async def _each(self, name: str) -> None:
        for frame in self.context.root.walk():
            await ask(frame, name)

    async def _shows(self, frame: Frame, look: str, row: dict[str, Any]) -> bool:
        """Whether letters can be seen there: many a text lies behind a picture of it. Takes the row's picture."""
        lines, sight = row.pop("lines"), row.pop("sight")
        if not self.context.left:
            return True
        try:
            x, y = await frame.run(script("texts_show"), row["mark"]) or (0, 0)
            shot = await shoot(self.context.frames, frame, [(b[0] + x, b[1] + y, *b[2:]) for b in [*lines, *sight]])
            await frame.run(script("texts_show"), None)
        except (PlaywrightError, ScriptError, KeyError, IndexError):
            return True  # what is wrong is said without a picture
        if shot is None:
            return True
        if sight and not any(shot.drawn(n) for n in range(len(lines), len(lines) + len(sight))):
            return False
        taken = sum(name.startswith(f"{look} {row['what']}") for name in self.pictures)
        if self.context.pictures and not taken and len(self.pictures) < MOST_PICTURES:
            row["picture"] = f"{look} {row['what']} {frame.id} {row['mark']}"
            self.pictures[row["picture"]] = shot.marked(len(lines))
        return True
