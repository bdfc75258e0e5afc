"""Scripts for pages of any making: what a frame shows, where one can go, what is asked, what can be opened."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Frame as PageFrame

from a11ycheck.inpage import script as inpage
from a11ycheck.players.course_page import Play

HERE = Path(__file__).parent
PARTS = ("look", "ways", "quiz", "gates", "states", "ending")


@cache
def script(name: str) -> str:
    """A function expression that calls one function of the scripts in this folder with one JSON argument."""
    words = json.dumps({"words": json.loads((HERE / "words.json").read_text(encoding="utf-8"))})
    own = [(HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS]
    parts = ",\n".join(part.strip() for part in (inpage("eyes"), *own))
    return (
        f"async (given) => {{ const it = Object.assign({words},\n{parts});\nreturn (await it.{name}(given)) ?? null; }}"
    )


async def ask(play: Play, frame: PageFrame, name: str, argument: object = None) -> Any:
    """What a function of these scripts answers in a frame; None when it fails or takes too long."""
    return await play.evaluate(frame, script(name), argument)
