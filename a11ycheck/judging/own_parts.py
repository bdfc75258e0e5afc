"""Leave out what a11ycheck made itself: the page around a question of QTI, the table of a book's metadata.

An author wrote the words of a question and chose its pictures; the page, its language, its title, its heading and its
fields are ours, and each LMS makes its own. Of a page with metadata, only those are judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.inpage import script
from a11ycheck.judging.compiled_rules import CompiledRules
from a11ycheck.web.own_pages import is_own_page

METADATA = "epub"
"""The fact that a page with metadata is made for."""


async def without_own_parts(root: Frame, judged: Judgement, compiled: CompiledRules) -> Judgement:
    """Return a judgement without hits on elements that we made."""
    ours: set[int] = set()
    for frame in root.walk():
        if is_own_page(frame.url):
            hits = [hit for hit in judged.hits if hit.place[0] == frame.id]
            ours |= {id(hit) for hit in await _own(frame, hits, compiled)}
    if not ours:
        return judged
    return Judgement(tuple(hit for hit in judged.hits if id(hit) not in ours), judged.outcomes, judged.untested)


async def _own(frame: Frame, hits: Sequence[Hit], compiled: CompiledRules) -> list[Hit]:
    if not hits:
        return []
    try:
        places = [[part for part in hit.place[1] if part] for hit in hits]
        answers: list[bool] | None = await frame.run(script("judging/own_parts"), places)
    except ScriptError:
        return []  # the frame is gone: its hits stay
    if answers is None:
        readers = {rule.id for rule in compiled.rules if METADATA in rule.needs}
        return [hit for hit in hits if hit.rule not in readers]
    return [hit for hit, is_ours in zip(hits, answers, strict=True) if is_ours]
