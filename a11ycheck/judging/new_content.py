"""A further state of a screen, judged by what is new in it: what the screen told before is not told again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.facts.resolvers import answering
from a11ycheck.facts.resolvers.ends import never
from a11ycheck.judging.axe_and_rules import judge_with_axe_and_rules
from a11ycheck.judging.compiled_rules import CompiledRules


async def judge_new(
    frames: Frames, root: Frame, frame: Frame, axe_rules: Sequence[str], compiled: CompiledRules, before: Judgement
) -> Judgement:
    """axe and the rules on what is new in `frame` (`fresh` in its state), below the screen's `root`.

    Its world, and those of frames in it, have axe and the rules. Raises ScriptError when it went away.
    """
    # To zoom or to open another page would close what has just been opened.
    answers = {**answering(frames, never), "clips": _nobody}
    found = await judge_with_axe_and_rules(frames, frame, axe_rules, compiled, answers, only_new=True)
    told = {_place(hit) for hit in before.hits} | {_words(hit) for hit in before.hits}
    kept = tuple(
        hit if frame is root or hit.frame else replace(hit, frame=frame.url)
        for hit in found.hits
        if _place(hit) not in told and _words(hit) not in told
    )
    return replace(found, hits=kept)


async def _nobody(_: Frame, questions: Sequence[Any]) -> Sequence[None]:
    return [None] * len(questions)


def _place(hit: Hit) -> tuple[object, ...]:
    return hit.rule, hit.key, hit.place[0], hit.place[1]


def _words(hit: Hit) -> tuple[object, ...]:
    return hit.rule, hit.key, hit.html
