"""What in a screen comes from the authoring tool and not from the author, and what an author can do about it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Hit
from a11ycheck.model import Lang, Origin

_WITHIN = """(places, causes) => places.map((parts) => {
  let root = document, element = null;
  try {
    for (const part of parts) { element = root.querySelector(part); root = element?.shadowRoot; }
  } catch { return -1; }
  const inside = (selector) => {
    for (let at = element; at; at = at.getRootNode().host) if (at.closest(selector)) return true;
    return false;
  };
  return element ? causes.findIndex((selectors) => selectors.some(inside)) : -1;
})"""


@dataclass(frozen=True, slots=True)
class Cause:
    """Elements that match one of `within`, or stand inside such an element, are the tool's own.

    `rules` narrows that to findings of these rules; () for all.
    """

    within: tuple[str, ...]
    rules: tuple[str, ...]
    origin: Origin


def read_causes(path: Path) -> tuple[Cause, ...]:
    """The causes of one tool's file; () when there is none."""
    if not path.is_file():
        return ()
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Cause(
            tuple(row["within"]),
            tuple(row.get("rules", ())),
            Origin(content.get("tool", path.stem.capitalize()), {lang: row["advice"][lang] for lang in get_args(Lang)}),
        )
        for row in content["cause"]
    )


async def attributed(hits: Sequence[Hit], root: Frame, causes: Sequence[Cause]) -> tuple[Hit, ...]:
    """The hits, those that a tool caused with their origin."""
    if not causes:
        return tuple(hits)
    by_frame: dict[str, list[int]] = {}
    for n, hit in enumerate(hits):
        by_frame.setdefault(hit.place[0], []).append(n)
    found = list(hits)
    for frame in root.walk():
        mine = by_frame.get(frame.id, [])
        for rules in {cause.rules for cause in causes} if mine else ():
            some = [cause for cause in causes if cause.rules == rules]
            wanted = [n for n in mine if not rules or hits[n].rule in rules]
            for n, which in zip(wanted, await _which(frame, [hits[n] for n in wanted], some), strict=True):
                if which >= 0:
                    found[n] = replace(hits[n], origin=some[which].origin)
    return tuple(found)


async def _which(frame: Frame, hits: Iterable[Hit], causes: Iterable[Cause]) -> list[int]:
    places = [list(hit.place[1]) for hit in hits]
    try:
        found: list[int] = await frame.run(_WITHIN, places, [list(cause.within) for cause in causes])
    except ScriptError:
        return [-1] * len(places)  # the frame left: its findings stand without an origin
    return found
