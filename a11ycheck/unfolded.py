"""A further state of a screen, judged by what is new in it: what the screen told before is not told again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from a11ycheck.answers import answering
from a11ycheck.answers.ends import never
from a11ycheck.axe import run_axe
from a11ycheck.contrast import second_look
from a11ycheck.frames import Frame, Frames
from a11ycheck.hits import Hit, Judged
from a11ycheck.judge import Bench, frame_hits
from a11ycheck.listeners import focus_doubts
from a11ycheck.popups import without_closed


async def judge_new(
    frames: Frames, root: Frame, frame: Frame, axe_rules: Sequence[str], bench: Bench, before: Judged
) -> Judged:
    """axe and the rules on what is new in `frame` (a11ycheckNew in our world), below the screen's `root`.

    Its world, and those of frames in it, have axe and the rules. Raises ScriptError when it went away.
    """
    # To zoom or to open another page would close what has just been opened.
    answers = {**answering(frames, never), "clips": _nobody}
    ours = await frame_hits(frame, bench, answers, only_new=True)
    axes = await run_axe(frame, axe_rules, only_new=True) if axe_rules else Judged()
    axes = without_closed(await focus_doubts(frame, await second_look(frames, frame, axes)))
    told = {_place(hit) for hit in before.hits} | {_words(hit) for hit in before.hits}
    # Of two rules that say the same, only ours is told.
    told |= {
        (name, "violation", *_place(hit)[2:])
        for rule in bench.rules
        for hit in ours.hits
        if hit.rule == rule.id
        for name in rule.replaces
    }
    kept = tuple(
        hit if frame is root or hit.frame else replace(hit, frame=frame.url)
        for hit in (*ours.hits, *axes.hits)
        if _place(hit) not in told and _words(hit) not in told
    )
    return Judged(kept, {**ours.outcomes, **axes.outcomes}, (*ours.untested, *axes.untested))


async def _nobody(_: Frame, questions: Sequence[Any]) -> Sequence[None]:
    return [None] * len(questions)


def _place(hit: Hit) -> tuple[object, ...]:
    return hit.rule, hit.key, hit.place[0], hit.place[1]


def _words(hit: Hit) -> tuple[object, ...]:
    return hit.rule, hit.key, hit.html
