"""Further states of a screen that a learner opens: menus, dialogs, tabs, transcripts; questions answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Frame as PageFrame

from a11ycheck.players.course_page import Play
from a11ycheck.players.explore.scripts import ask

MOST = 8
"""States of one screen."""
MOST_QUESTIONS = 3
TRIES = 4

Judge = Callable[[str], Awaitable[None]]
"""Judges what stands now as this state of the screen."""
Anew = Callable[[], Awaitable[bool]]
"""Shows the screen once more as it first stood; whether it does."""


async def operate(play: Play, judge: Judge, anew: Anew, menus: set[str]) -> bool:
    """Bring the present screen into its further states, one after the other; whether it was left as it was found.

    `menus` are those that were judged on an earlier screen of the page: the same everywhere, so once is enough.
    Only for packages: their network is closed, so that nothing that is sent arrives anywhere.
    Raises ScriptError when the page is gone.
    """
    left, whole = MOST, True
    for frame in play.frames():
        names = await ask(play, frame, "states")
        for name in names[:left] if isinstance(names, list) else ():
            if not isinstance(name, str) or name in menus:
                continue
            if name.startswith("menu"):
                menus.add(name)
            left -= 1
            if await ask(play, frame, "enter", name):
                await play.settle()
                await judge(" ".join(name.split())[:80])
            if not await ask(play, frame, "leave", name) and not await anew():
                return False
    return not await answer(play, judge, left) and whole


async def answer(play: Play, judge: Judge, most: int = MOST) -> int:
    """Answer the questions on the screen, wrongly and rightly; how many states that gave. Nothing is taken back."""
    given = 0
    for frame in play.frames():
        for which in range(MOST_QUESTIONS):
            if given >= most:
                return given
            states = await _answer(play, frame, which, judge)
            if not states:
                break
            given += states
    return given


async def _answer(play: Play, frame: PageFrame, which: int, judge: Judge) -> int:
    """Answer a question until the page says something else than at first; how many states that gave."""
    first: str | None = None
    name = ""
    for turn in range(TRIES):
        said = await ask(play, frame, "answer", [which, turn])
        if not isinstance(said, dict):
            break
        heard = f"{said.get('word')} {said.get('text') if not said.get('word') else ''}"
        if heard == first or (turn and not said.get("changed")):
            continue
        word = said.get("word")
        told = f"answered-{word}" if word in ("right", "wrong") else ("answered" if first is None else "answered-other")
        await play.settle()
        await judge(told if which == 0 else f"{told} ({which + 1})")
        if first is not None:
            return 2
        first, name = heard, told
    return 1 if name else 0
