"""The scripts that read and operate pages of any tool: what a frame shows, where it leads, what it asks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Frame as PageFrame

from a11ycheck.inpage import as_expression, library, requirements
from a11ycheck.players.course_page import CoursePage

_FOLDER = Path(__file__).parent
_PARTS = ("look", "steps", "navigation", "questions", "tasks", "states", "ending")


@cache
def function(name: str) -> str:
    """Return a function expression that calls one function of the scripts in this folder with one JSON argument.

    The scripts are merged into one object, so that each can call the functions of the others by `this`.
    """
    sources = [(_FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in _PARTS]
    parts = ",\n".join(f"{as_expression(source)}\n" for source in sources)
    scripts = f"((a11y) => Object.assign({{}},\n{parts}))({library(requirements(sources))})"
    return f"async (argument) => {{ const scripts = {scripts};\nreturn (await scripts.{name}(argument)) ?? null; }}"


async def call(course: CoursePage, frame: PageFrame, name: str, argument: object = None) -> Any:
    """Return the result of a function of these scripts in a frame; None when it fails or takes too long."""
    return await course.evaluate(frame, function(name), argument)
