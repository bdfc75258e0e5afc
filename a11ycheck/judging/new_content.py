"""Judge a further state of a screen by what is new in it, without what was reported of the screen before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.facts.resolvers import resolvers_for
from a11ycheck.facts.resolvers.ends import never
from a11ycheck.judging.axe_and_rules import judge_with_axe_and_rules
from a11ycheck.judging.compiled_rules import CompiledRules


async def judge_new(
    frames: Frames, root: Frame, frame: Frame, axe_rules: Sequence[str], compiled: CompiledRules, before: Judgement
) -> Judgement:
    """Judge what is new in `frame` (`fresh` in its state), a frame of the screen below `root`, with axe and the rules.

    `before` is the judgement of the screen as it first stood. axe and the rules must be loaded in the world of the
    frame and in those of its frames. Raises ScriptError when the frame is gone.
    """
    # Zooming or opening another page would close what has just been opened.
    answers = {**resolvers_for(frames, never), "clips": _unanswered}
    found = await judge_with_axe_and_rules(frames, frame, axe_rules, compiled, answers, only_new=True)
    reported = {_by_place(hit) for hit in before.hits} | {_by_source(hit) for hit in before.hits}
    kept = tuple(
        hit if frame is root or hit.frame else replace(hit, frame=frame.url)
        for hit in found.hits
        if _by_place(hit) not in reported and _by_source(hit) not in reported
    )
    return replace(found, hits=kept)


async def _unanswered(_: Frame, questions: Sequence[Any]) -> Sequence[None]:
    return [None] * len(questions)


def _by_place(hit: Hit) -> tuple[object, ...]:
    return hit.rule, hit.key, hit.place[0], hit.place[1]


def _by_source(hit: Hit) -> tuple[object, ...]:
    return hit.rule, hit.key, hit.html
