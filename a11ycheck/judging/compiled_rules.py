"""Run the rules' check.js on the facts of each frame of a screen, and on those of the screen as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.interface import Observation
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Hit, Judgement, selector_parts, selector_text
from a11ycheck.evidence.reasons import Untested
from a11ycheck.facts import FACTS, fact_source
from a11ycheck.facts.resolvers.interface import Resolver
from a11ycheck.inpage import as_expression, library, requirements, script
from a11ycheck.model import Rule, TestOutcome

MOST = 5000
"""Milliseconds for our rules in one frame; those that did not begin by then are not tested there."""
_WORST: tuple[TestOutcome, ...] = ("failure", "review", "not-tested", "nothing-found", "inapplicable")


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """The rules that run, and the one script that carries their checks and probes into a frame."""

    rules: tuple[Rule, ...]
    source: str
    plain: tuple[str, ...]
    """Facts that rules of the whole screen read; JSON."""
    trials: tuple[str, ...] = ()
    """What is tried on a screen because rules need it, in the order of BEHAVIOURS."""
    kept: tuple[str, ...] = ()
    """Facts that rules of the whole site read when all screens were seen; JSON."""
    site: str = ""
    """The checks of these rules, as one script for a blank page."""


def compile_rules(rules: Iterable[Rule]) -> CompiledRules:
    """Put the checks of rules with frame or screen scope, and the probes they need, into one script.

    Those of rules of the whole site go into another one.
    """
    rules = tuple(rule for rule in rules if rule.check)
    tried = [rule for rule in rules if needs_behaviour(rule)]
    frame = [rule for rule in rules if rule.scope == "frame" and rule not in tried]
    screen = [rule for rule in rules if rule.scope == "screen"]
    sources = {name: fact_source(name) for name in FACTS}  # each may read the others'
    needed = requirements((*sources.values(), *(rule.check for rule in rules)))
    source = _kept(
        "rules",
        {
            "makers": _object({name: as_expression(source) for name, source in sources.items()}),
            "checks": _object({rule.id: _check(rule) for rule in frame}),
            "behaviourChecks": _object({rule.id: _check(rule) for rule in tried}),
            "screenChecks": _object({rule.id: _check(rule) for rule in screen}),
        },
        needed,
    )
    whole = [rule for rule in rules if rule.scope == "site"]
    return CompiledRules(
        rules,
        source,
        plain=_needs(screen),
        trials=tuple(name for name in BEHAVIOURS if any(name in rule.needs for rule in tried)),
        kept=_needs(whole),
        site=_kept("siteChecks", {rule.id: _check(rule) for rule in whole}, needed) if whole else "",
    )


def needs_behaviour(rule: Rule) -> bool:
    """Whether a rule judges what a trial saw."""
    return any(need in BEHAVIOURS for need in rule.needs)


def _needs(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(sorted({need for rule in rules for need in rule.needs}))


def _kept(name: str, parts: Mapping[str, str], needed: Iterable[str]) -> str:
    """A script that keeps an object under this name for the scripts that run rules."""
    parts_of_library = dict.fromkeys((*needed, "state"))
    return f"((a11y) => {{ a11y.state.state.{name} = {_object(parts)}; }})({library(parts_of_library)})"


def _check(rule: Rule) -> str:
    return _object({"needs": json.dumps(list(rule.needs)), "check": as_expression(rule.check)})


def _object(parts: Mapping[str, str]) -> str:
    # A line break after each part, because a source may end in a line comment.
    rows = (f"{json.dumps(name)}: (\n{source.rstrip().rstrip(';')}\n),\n" for name, source in parts.items())
    return "{" + "".join(rows) + "}"


async def behaviour_hits(root: Frame, compiled: CompiledRules, observed: Mapping[str, Observation]) -> Judgement:
    """What the rules of trials say: of those that were `observed`, whatever frames their rows are about."""
    rules = [rule for rule in compiled.rules if needs_behaviour(rule)]
    ready = [rule for rule in rules if all(need in observed for need in rule.needs if need in BEHAVIOURS)]
    results: list[tuple[Frame, Mapping[str, Any]]] = []
    untested: list[Untested] = []
    for frame in root.walk():
        rows = {name: list(one.rows.get(frame.id, ())) for name, one in observed.items()}
        if not any(rows.values()):  # axe's tree of a large frame is not made for nothing
            results.append((frame, {"hits": [], "empty": [rule.id for rule in ready], "failed": [], "late": []}))
            continue
        try:
            results.append((frame, await frame.run(script("judging/frame_rules"), [], None, rows, MOST, False)))
        except ScriptError as error:
            untested.append(Untested(frame.url, "frame", str(error)[:200]))
    judged = _judged("frame", ready, results, root)
    outcomes: dict[str, TestOutcome] = {rule.id: judged.outcomes.get(rule.id, "not-tested") for rule in rules}
    return Judgement(judged.hits, outcomes, (*judged.untested, *untested))


async def screen_hits(root: Frame, compiled: CompiledRules) -> Judgement:
    """What the rules of the whole screen say now: whether it rendered, above all."""
    facts = []
    for frame in root.walk():
        try:
            facts.append(await frame.run(script("judging/plain_facts"), list(compiled.screen_facts)))
        except ScriptError:
            if frame is root:
                raise
    return _judged("screen", compiled.rules, [(root, await root.run(script("judging/screen_rules"), facts))], root)


async def read_site_facts(root: Frame, compiled: CompiledRules) -> Mapping[str, Any]:
    """What rules of the whole site want to know of this screen, by probe; of its own frame only."""
    facts: dict[str, Any] = (
        await root.run(script("judging/plain_facts"), list(compiled.site_facts)) if compiled.site_facts else {}
    )
    return facts


async def frame_hits(
    root: Frame, compiled: CompiledRules, answers: Mapping[str, Resolver] = MappingProxyType({}), only_new: bool = False
) -> Judgement:
    """What the rules of single frames say, over all frames of the screen; `answers` by name of the probe that asks.

    With `only_new`, of what is new in the root (`fresh` in its state).
    """
    results: list[tuple[Frame, Mapping[str, Any]]] = []
    untested: list[Untested] = []
    for frame in [root] if only_new else root.walk():
        try:
            results.append((frame, await _frame_result(frame, answers, only_new)))
        except ScriptError as error:
            untested.append(Untested(frame.url, "frame", str(error)[:200]))
    judged = _judged("frame", [rule for rule in compiled.rules if not needs_behaviour(rule)], results, root)
    untested += [Untested(frame.url, "bounded") for frame, result in results if result["bounded"]]
    return Judgement(judged.hits, judged.outcomes, (*judged.untested, *untested))


async def _frame_result(frame: Frame, answers: Mapping[str, Resolver], only_new: bool) -> Mapping[str, Any]:
    result: dict[str, Any] = await frame.run(script("judging/frame_rules"), list(answers), None, None, MOST, only_new)
    if result["questions"]:
        given = {name: await answers[name](frame, asked) for name, asked in result["questions"].items()}
        more = await frame.run(script("judging/frame_rules"), list(answers), given, None, MOST, only_new)
        for part in ("hits", "empty", "failed", "late"):
            result[part] += more[part]
        result["bounded"] = result["bounded"] or more["bounded"]
    return result


def _judged(
    scope: str, rules: Sequence[Rule], results: Sequence[tuple[Frame, Mapping[str, Any]]], root: Frame
) -> Judgement:
    mine = {rule.id: rule for rule in rules if rule.scope == scope}
    hits = [_hit(hit, frame, root) for frame, result in results for hit in result["hits"]]
    outcomes: dict[str, TestOutcome] = {}
    untested: list[Untested] = []
    for rule in mine.values():
        seen: set[TestOutcome] = set()
        for _, result in results:
            failed = dict(result["failed"])
            found = {rule.messages[hit["message"]] for hit in result["hits"] if hit["rule"] == rule.id}
            seen |= {"not-tested" if outcome == "skipped" else outcome for outcome in found}
            if rule.id in failed:
                seen.add("not-tested")
                untested.append(Untested(rule.id, "rule-failed", failed[rule.id]))
            elif rule.id in result["late"]:
                seen.add("not-tested")
            elif not found:
                seen.add("inapplicable" if rule.id in result["empty"] else "nothing-found")
        outcomes[rule.id] = next((outcome for outcome in _WORST if outcome in seen), "not-tested")
    return Judgement(tuple(hits), outcomes, tuple(untested))


def _hit(hit: Mapping[str, Any], frame: Frame, root: Frame) -> Hit:
    parts = selector_parts(hit["target"])
    return Hit(
        rule=hit["rule"],
        key=hit["message"],
        frame="" if frame is root else frame.url,
        target=selector_text(parts),
        ancestry=selector_text(selector_parts(hit["ancestry"])),
        html=hit["html"],
        data={key: str(value)[:200] for key, value in hit["data"].items()},
        place=(frame.id, parts),
        picture=hit.get("picture", ""),
    )
