"""axe-core in every frame of a screen: what it found, and which of its rules ran.

The scripts run in isolated worlds, frame by frame (axe.runPartial), and the root puts the parts together
(axe.finishRun): https://github.com/dequelabs/axe-core/blob/develop/doc/run-partial.md
"""

from __future__ import annotations

import importlib.resources
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.errors import UsageError
from a11ycheck.evidence.hits import Hit, Judgement, selector_parts, selector_text
from a11ycheck.evidence.reasons import Untested
from a11ycheck.inpage import script
from a11ycheck.model import TestOutcome

_FIND = "(selector) => axe.utils.shadowSelect(selector)"


@dataclass(frozen=True, slots=True)
class Axe:
    """axe-core's script and its version, "4.12.1"."""

    source: str
    version: str


def read_axe(path: Path | None = None) -> Axe:
    """axe-core from a file, or the one that axe-playwright-python carries. Raises UsageError when it is not axe."""
    bundled = importlib.resources.files("axe_playwright_python") / "axe.min.js"
    try:
        source = (path or bundled).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("axe-unreadable", file=path) from error
    version = re.search(r"axe v(\d+\.\d+\.\d+\S*)", source[:500])
    if not version or "runPartial" not in source:
        raise UsageError("not-axe", file=path)
    return Axe(source, version[1])


async def run_axe(root: Frame, rules: Sequence[str], only_new: bool = False) -> Judgement:
    """Judge a screen whose frames have axe loaded, or what is new in its root (`fresh` in its state).

    Raises ScriptError when the root frame cannot be judged.
    """
    places: dict[str, Frame] = {}
    untested: list[Untested] = []
    whole: dict[str, Any] = {"include": [], "exclude": []}
    parts = await _parts(root, "new" if only_new else whole, rules, (), root, places, untested)
    results = await root.run(script("judging/axe_finish"), parts[1:], list(rules))
    outcomes: dict[str, TestOutcome] = {}
    for ids, outcome in ((results["inapplicable"], "inapplicable"), (results["passes"], "nothing-found")):
        outcomes.update(dict.fromkeys(ids, outcome))
    hits: list[Hit] = []
    for key, outcome in (("incomplete", "review"), ("violations", "failure")):
        for result in results[key]:
            outcomes[result["id"]] = outcome  # type: ignore[assignment]
            hits += [_hit(result["id"], key, node, root, places) for node in result["nodes"]]
    return Judgement(tuple(hits), outcomes, tuple(untested))


async def _parts(
    frame: Frame,
    context: dict[str, Any] | str,
    rules: Sequence[str],
    path: tuple[Any, ...],
    root: Frame,
    places: dict[str, Frame],
    untested: list[Untested],
) -> list[Any]:
    """The frame's own part first, then those of its frames, depth first as finishRun expects them.

    A frame that cannot be judged is None, so that axe's own count stays right, and is named in `untested`.
    """
    places[json.dumps(path)] = frame
    try:
        below = await frame.run(script("judging/axe_contexts"), context)
        own = await frame.run(script("judging/axe_partial"), context, list(rules), frame is root)
        if own["cut"]:
            untested.append(Untested(frame.url, "bounded-contrast"))
    except ScriptError as error:
        if frame is root:
            raise
        untested.append(Untested(frame.url, "frame", str(error)[:200]))
        return [None]
    parts = [own["part"]]
    for one in below:
        where = one["frameSelector"]
        child = await _child(frame, where)
        if child is None:
            untested.append(Untested(selector_text(selector_parts(where)), "frame"))
            parts.append(None)
        else:
            parts += await _parts(child, one["frameContext"], rules, (*path, where), root, places, untested)
    return parts


async def _child(frame: Frame, where: str | list[str]) -> Frame | None:
    if len(frame.children) == 1:
        return frame.children[0]
    wanted = await frame.frame_of(_FIND, where)
    return next((child for child in frame.children if child.id == wanted), None)


def _hit(rule: str, key: str, node: dict[str, Any], root: Frame, places: dict[str, Frame]) -> Hit:
    frame = places.get(json.dumps(node["ancestry"][:-1]), root)
    parts = selector_parts(node["target"][-1])
    return Hit(
        rule=rule,
        key="violation" if key == "violations" else "incomplete",
        frame="" if frame is root else frame.url,
        target=selector_text(parts),
        ancestry=selector_text(selector_parts(node["ancestry"][-1])),
        html=node["html"],
        data=node["data"],
        impact=node["impact"],
        place=(frame.id, parts),
    )
