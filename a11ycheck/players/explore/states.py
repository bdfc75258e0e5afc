"""Judge the states of a screen that a learner opens: menus, dialogs, tabs, transcripts, questions with an answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playwright.async_api import Frame as PageFrame

from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.explore.scripts import call

MOST_STATES = 8
"""States of one screen."""
MOST_QUESTIONS = 3
"""Questions in one frame."""
TRIES = 4
"""Different answers to one question."""

JudgeState = Callable[[str], Awaitable[None]]
"""Judge what the browser shows now, as the state of this name."""
ShowAgain = Callable[[], Awaitable[bool]]
"""Show the screen again as it first appeared; return whether that worked."""


@dataclass(frozen=True, slots=True)
class _Feedback:
    """What the page showed after an answer: `verdict` is "right", "wrong" or "", `text` a hash of the new text."""

    verdict: str
    text: str
    changed: bool

    def differs_from(self, earlier: _Feedback) -> bool:
        """Whether it says something else: texts count only where the page gives no verdict."""
        return self.verdict != earlier.verdict or (not self.verdict and self.text != earlier.text)


async def judge_states(course: CoursePage, judge: JudgeState, show_again: ShowAgain, menus: set[str]) -> bool:
    """Bring the current screen into each of its further states and judge them; return whether it is unchanged after it.

    `menus` are the menus judged on earlier screens of the page, and are skipped; new ones are added.
    Only for packages: their network is closed, so that nothing that is sent arrives anywhere.
    Raises ScriptError when the page has gone.
    """
    left = MOST_STATES
    for frame in course.frames():
        names = await call(course, frame, "states")
        for name in names[:left] if isinstance(names, list) else ():
            if not isinstance(name, str) or name in menus:
                continue
            if name.startswith("menu"):
                menus.add(name)
            left -= 1
            if await call(course, frame, "enter", name):
                await course.settle()
                await judge(" ".join(name.split())[:80])
            if not await call(course, frame, "leave", name) and not await show_again():
                return False
    return not await answer_questions(course, judge, left)


async def answer_questions(course: CoursePage, judge: JudgeState, most: int = MOST_STATES) -> int:
    """Answer the questions on the screen, wrongly and rightly, and return the number of states judged.

    The answers stay: nothing is taken back.
    """
    judged = 0
    for frame in course.frames():
        for number in range(MOST_QUESTIONS):
            if judged >= most:
                return judged
            states = await _answer_question(course, frame, number, judge)
            if not states:
                break
            judged += states
    return judged


async def _answer_question(course: CoursePage, frame: PageFrame, number: int, judge: JudgeState) -> int:
    """Answer one question until the feedback differs from the first; return the number of states judged, at most 2."""
    first: _Feedback | None = None
    for turn in range(TRIES):
        row = await call(course, frame, "answer", [number, turn])
        if not isinstance(row, dict):
            break
        feedback = _Feedback(str(row.get("verdict") or ""), str(row.get("text")), bool(row.get("changed")))
        if (first and not feedback.differs_from(first)) or (turn and not feedback.changed):
            continue
        name = _state_name(feedback.verdict, first is None)
        await course.settle()
        await judge(name if number == 0 else f"{name} ({number + 1})")
        if first is not None:
            return 2
        first = feedback
    return 1 if first else 0


def _state_name(verdict: str, is_first: bool) -> str:
    if verdict in ("right", "wrong"):
        return f"answered-{verdict}"
    return "answered" if is_first else "answered-other"
