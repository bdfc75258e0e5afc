"""Which findings of a screen are in parts that the authoring tool writes, by the causes of the tool (causes.py)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Hit
from a11ycheck.inpage import assemble
from a11ycheck.players.causes import ToolCause


async def attribute_to_tools(hits: Sequence[Hit], root: Frame, causes: Sequence[ToolCause]) -> tuple[Hit, ...]:
    """Return the hits in the same order, with an origin on those that the authoring tool caused; no harmless ones."""
    if not causes:
        return tuple(hits)
    by_frame: dict[str, list[int]] = {}
    for n, hit in enumerate(hits):
        by_frame.setdefault(hit.place[0], []).append(n)
    attributed = list(hits)
    harmless: set[int] = set()
    for frame in root.walk():
        in_frame = by_frame.get(frame.id, [])
        for rules in {cause.rules for cause in causes} if in_frame else ():
            fitting = [cause for cause in causes if cause.rules == rules]
            concerned = [n for n in in_frame if not rules or hits[n].rule in rules]
            indices = await _matching_causes(frame, [hits[n] for n in concerned], fitting)
            for n, index in zip(concerned, indices, strict=True):
                if index >= 0:
                    attributed[n] = replace(hits[n], origin=fitting[index].origin)
                    if fitting[index].harmless:
                        harmless.add(n)
    return tuple(hit for n, hit in enumerate(attributed) if n not in harmless)


async def _matching_causes(frame: Frame, hits: Iterable[Hit], causes: Iterable[ToolCause]) -> list[int]:
    """Return for each hit the index of the first cause that its element is in, -1 when there is none."""
    places = [list(hit.place[1]) for hit in hits]
    try:
        found: list[int] = await frame.run(_script(), places, [list(cause.within) for cause in causes])
    except ScriptError:
        return [-1] * len(places)  # the frame has gone: its findings keep no origin
    return found


@cache
def _script() -> str:
    return assemble(Path(__file__).with_name("matching_causes.js").read_text(encoding="utf-8"))
