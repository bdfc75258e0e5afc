"""Run axe-core in every frame of a screen.

Each frame is judged in its isolated world (axe.runPartial), and the root frame combines the partial results
(axe.finishRun): https://github.com/dequelabs/axe-core/blob/develop/doc/run-partial.md
"""

from __future__ import annotations

import importlib.resources
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.errors import UsageError
from a11ycheck.evidence.hits import Hit, Judgement, selector_parts, selector_text
from a11ycheck.evidence.reasons import Untested
from a11ycheck.inpage import script
from a11ycheck.inpage.shadowing import symbol, unshadowed_statements
from a11ycheck.model import TestOutcome

_UNUSED_IN_SELECTORS = '["class","style","id","selected"'
"""Where axe-core lists the attributes that it makes no selectors of. What is in a field becomes one of them."""
_MATCHES = '["matches","matchesSelector"'
"""The one place where axe-core asks an element for a member whose name it has in a list."""


@dataclass(frozen=True, slots=True)
class Axe:
    """The script of axe-core and its version ("4.12.1")."""

    source: str
    version: str

    @property
    def unshadowed_source(self) -> str:
        """The same script, which asks forms for their own members where fields hide them; a tenth slower."""
        return unshadowed_statements(self.source.replace(_MATCHES, f"[{symbol('matches')}{_MATCHES[10:]}", 1))


def read_axe(path: Path | None = None) -> Axe:
    """Read axe-core from a file, or the one in axe-playwright-python. Raises UsageError when it is not axe."""
    bundled = importlib.resources.files("axe_playwright_python") / "axe.min.js"
    try:
        source = (path or bundled).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("axe-unreadable", file=path) from error
    version = re.search(r"axe v(\d+\.\d+\.\d+\S*)", source[:500])
    if not version or "runPartial" not in source:
        raise UsageError("not-axe", file=path)
    return Axe(source.replace(_UNUSED_IN_SELECTORS, f'["value",{_UNUSED_IN_SELECTORS[1:]}', 1), version[1])


async def run_axe(root: Frame, rules: Sequence[str], only_new: bool = False) -> Judgement:
    """Judge a screen whose frames have axe loaded, or with `only_new` what is new in its root (`fresh` in its state).

    Raises ScriptError when the root frame cannot be judged.
    """
    run = _PartialRun(root, list(rules))
    whole: dict[str, Any] = {"include": [], "exclude": []}
    parts = await run.partial_results(root, "new" if only_new else whole)
    results = await root.run(script("judging/axe_finish"), parts[1:], run.rules)
    outcomes: dict[str, TestOutcome] = {}
    for ids, outcome in ((results["inapplicable"], "inapplicable"), (results["passes"], "nothing-found")):
        outcomes.update(dict.fromkeys(ids, outcome))
    hits: list[Hit] = []
    for key, outcome in (("incomplete", "review"), ("violations", "failure")):
        for result in results[key]:
            outcomes[result["id"]] = outcome  # type: ignore[assignment]
            hits += [_hit(result["id"], key, node, run) for node in result["nodes"]]
    return Judgement(tuple(hits), outcomes, tuple(run.untested))


@dataclass(slots=True)
class _PartialRun:
    """axe's run over the frames of one screen: which frame stands where, and which could not be judged."""

    root: Frame
    rules: list[str]
    untested: list[Untested] = field(default_factory=list)
    _frames: dict[str, Frame] = field(default_factory=dict)

    async def partial_results(
        self, frame: Frame, context: dict[str, Any] | str, path: tuple[Any, ...] = ()
    ) -> list[dict[str, Any] | None]:
        """Return the result of a frame, then those of its frames, depth first as finishRun expects them.

        `path` has the selector of each frame on the way. A frame that cannot be judged gives None, so that axe's own
        count stays right, and is added to `untested`.
        """
        self._frames[json.dumps(path)] = frame
        try:
            inner_frames = await frame.run(script("judging/axe_contexts"), context)
            result = await frame.run(script("judging/axe_partial"), context, self.rules, frame is self.root)
            if result["cut"]:
                self.untested.append(Untested(frame.url, "bounded-contrast"))
        except ScriptError as error:
            if frame is self.root:
                raise
            self.untested.append(Untested(frame.url, "frame", str(error)[:200]))
            return [None]
        parts = [result["part"]]
        for inner in inner_frames:
            selector = inner["frameSelector"]
            child = await _child_frame(frame, selector)
            if child is None:
                self.untested.append(Untested(selector_text(selector_parts(selector)), "frame"))
                parts.append(None)
            else:
                parts += await self.partial_results(child, inner["frameContext"], (*path, selector))
        return parts

    def frame_at(self, path: list[Any]) -> Frame:
        """Return the frame at a path of selectors."""
        return self._frames.get(json.dumps(path), self.root)


async def _child_frame(frame: Frame, selector: str | list[str]) -> Frame | None:
    if len(frame.children) == 1:
        return frame.children[0]
    wanted = await frame.frame_of(script("judging/axe_find"), selector)
    return next((child for child in frame.children if child.id == wanted), None)


def _hit(rule: str, key: str, node: dict[str, Any], run: _PartialRun) -> Hit:
    frame = run.frame_at(node["ancestry"][:-1])
    parts = selector_parts(node["target"][-1])
    return Hit(
        rule=rule,
        key="violation" if key == "violations" else "incomplete",
        frame="" if frame is run.root else frame.url,
        target=selector_text(parts),
        ancestry=selector_text(selector_parts(node["ancestry"][-1])),
        html=node["html"],
        data=node["data"],
        impact=node["impact"],
        place=(frame.id, parts),
    )
