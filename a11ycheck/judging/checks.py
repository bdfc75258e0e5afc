"""Run the checks of compiled rules on the facts of each frame of a screen, and on those of the whole screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NotRequired, TypedDict

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.interface import Observation
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Hit, Judgement, selector_parts, selector_text
from a11ycheck.evidence.reasons import Untested
from a11ycheck.facts.resolvers.interface import Resolver
from a11ycheck.inpage import script
from a11ycheck.judging.compiled_rules import CompiledRules, needs_behaviour
from a11ycheck.judging.own_parts import without_own_parts
from a11ycheck.model import Rule, TestOutcome

MILLISECONDS = 5000
"""Time for our rules in one frame; checks that have not begun by then are not run there."""
_WORST_FIRST: tuple[TestOutcome, ...] = ("failure", "review", "not-tested", "nothing-found", "inapplicable")
_LONGEST_VALUE = 200


class CheckHit(TypedDict):
    """One hit of a check, with the place of its element."""

    rule: str
    message: str
    data: Mapping[str, object]
    target: str | list[str]
    ancestry: str | list[str]
    html: str
    picture: NotRequired[str]


class CheckResult(TypedDict):
    """The result of the checks in one frame; see inpage/lib/judging.js.

    `empty` are rules that had nothing to judge, `failed` rules with their error, `late` those left when time was up.
    """

    hits: list[CheckHit]
    empty: list[str]
    failed: list[list[str]]
    late: list[str]
    questions: NotRequired[Mapping[str, Sequence[Any]]]
    bounded: NotRequired[bool]


_FrameResults = Sequence[tuple[Frame, CheckResult]]


async def judge_behaviour(root: Frame, compiled: CompiledRules, observed: Mapping[str, Observation]) -> Judgement:
    """Judge what behaviours observed, by their names, with the rules that need no others.

    Rules that need others are "not-tested". A row may be about any frame of the screen.
    """
    rules = [rule for rule in compiled.rules if needs_behaviour(rule)]
    ready = [rule for rule in rules if all(need in observed for need in rule.needs if need in BEHAVIOURS)]
    results: list[tuple[Frame, CheckResult]] = []
    untested: list[Untested] = []
    for frame in root.walk():
        rows = {name: list(observation.rows.get(frame.id, ())) for name, observation in observed.items()}
        if not any(rows.values()):  # spares building axe's tree of a large frame
            results.append((frame, {"hits": [], "empty": [rule.id for rule in ready], "failed": [], "late": []}))
            continue
        try:
            result = await frame.run(script("judging/frame_rules"), [], None, rows, MILLISECONDS, False)
            results.append((frame, result))
        except ScriptError as error:
            untested.append(_untested_frame(frame, error))
    judged = _judged([rule for rule in ready if rule.scope == "frame"], results, root)
    outcomes: dict[str, TestOutcome] = {rule.id: judged.outcomes.get(rule.id, "not-tested") for rule in rules}
    return await without_own_parts(root, Judgement(judged.hits, outcomes, (*judged.untested, *untested)), compiled)


async def judge_screen(root: Frame, compiled: CompiledRules) -> Judgement:
    """Judge the screen as it is now with the rules of whole screens, such as whether it has rendered."""
    facts = []
    for frame in root.walk():
        try:
            facts.append(await frame.run(script("judging/json_facts"), list(compiled.screen_facts)))
        except ScriptError:
            if frame is root:
                raise
    result: CheckResult = await root.run(script("judging/screen_rules"), facts)
    return _judged([rule for rule in compiled.rules if rule.scope == "screen"], [(root, result)], root)


async def read_site_facts(root: Frame, compiled: CompiledRules) -> Mapping[str, Any]:
    """Return the facts of this screen, by name, that rules of the whole site need; of its own frame only."""
    if not compiled.site_facts:
        return {}
    facts: dict[str, Any] = await root.run(script("judging/json_facts"), list(compiled.site_facts))
    return facts


async def judge_frames(
    root: Frame, compiled: CompiledRules, answers: Mapping[str, Resolver] = MappingProxyType({}), only_new: bool = False
) -> Judgement:
    """Judge all frames of the screen with the rules of frames, or with `only_new` what is new in the root.

    What is new is `fresh` in the root's state. `answers` resolve the questions of facts, by name.
    """
    results: list[tuple[Frame, CheckResult]] = []
    untested: list[Untested] = []
    for frame in [root] if only_new else root.walk():
        try:
            results.append((frame, await _frame_result(frame, answers, only_new)))
        except ScriptError as error:
            untested.append(_untested_frame(frame, error))
    rules = [rule for rule in compiled.rules if rule.scope == "frame" and not needs_behaviour(rule)]
    judged = _judged(rules, results, root)
    untested += [Untested(frame.url, "bounded") for frame, result in results if result["bounded"]]
    return Judgement(judged.hits, judged.outcomes, (*judged.untested, *untested))


async def _frame_result(frame: Frame, answers: Mapping[str, Resolver], only_new: bool) -> CheckResult:
    """Run the checks of one frame, and those that wait for an answer once more when their questions are resolved."""
    names = list(answers)
    run: CheckResult = await frame.run(script("judging/frame_rules"), names, None, None, MILLISECONDS, only_new)
    if not run["questions"]:
        return run
    given = {name: await answers[name](frame, questions) for name, questions in run["questions"].items()}
    more: CheckResult = await frame.run(script("judging/frame_rules"), names, given, None, MILLISECONDS, only_new)
    return {
        "hits": run["hits"] + more["hits"],
        "empty": run["empty"] + more["empty"],
        "failed": run["failed"] + more["failed"],
        "late": run["late"] + more["late"],
        "bounded": run["bounded"] or more["bounded"],
    }


def _judged(rules: Iterable[Rule], results: _FrameResults, root: Frame) -> Judgement:
    hits = [_hit(hit, frame, root) for frame, result in results for hit in result["hits"]]
    outcomes: dict[str, TestOutcome] = {}
    untested: list[Untested] = []
    for rule in rules:
        seen: set[TestOutcome] = set()
        for _, result in results:
            failed = {name: error for name, error in result["failed"]}
            found = {rule.messages[hit["message"]] for hit in result["hits"] if hit["rule"] == rule.id}
            seen |= {"not-tested" if outcome == "skipped" else outcome for outcome in found}
            if rule.id in failed:
                seen.add("not-tested")
                untested.append(Untested(rule.id, "rule-failed", failed[rule.id]))
            elif rule.id in result["late"]:
                seen.add("not-tested")
            elif not found:
                seen.add("inapplicable" if rule.id in result["empty"] else "nothing-found")
        outcomes[rule.id] = next((outcome for outcome in _WORST_FIRST if outcome in seen), "not-tested")
    return Judgement(tuple(hits), outcomes, tuple(untested))


def _hit(hit: CheckHit, frame: Frame, root: Frame) -> Hit:
    parts = selector_parts(hit["target"])
    return Hit(
        rule=hit["rule"],
        key=hit["message"],
        frame="" if frame is root else frame.url,
        target=selector_text(parts),
        ancestry=selector_text(selector_parts(hit["ancestry"])),
        html=hit["html"],
        data={key: str(value)[:_LONGEST_VALUE] for key, value in hit["data"].items()},
        place=(frame.id, parts),
        picture=hit.get("picture", ""),
    )


def _untested_frame(frame: Frame, error: ScriptError) -> Untested:
    return Untested(frame.url, "frame", str(error)[:_LONGEST_VALUE])
