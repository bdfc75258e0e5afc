"""Compile rules: put their checks, and the facts that they need, into scripts that pages run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.facts import FACTS, fact_source
from a11ycheck.inpage import as_expression, library, requirements
from a11ycheck.model import Rule


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """The rules that run, and the script that brings their checks and facts into a frame."""

    rules: tuple[Rule, ...]
    source: str
    screen_facts: tuple[str, ...]
    """Names of facts, plain JSON, that rules of a whole screen need."""
    behaviours: tuple[str, ...] = ()
    """Names of behaviours that rules need, in the order of BEHAVIOURS."""
    site_facts: tuple[str, ...] = ()
    """Names of facts, plain JSON, that rules of a whole site need when all its screens were seen."""
    site_source: str = ""
    """The script that brings the checks of these rules into a blank page."""


def compile_rules(rules: Iterable[Rule]) -> CompiledRules:
    """Compile the rules that have a check: those of frames and screens into one script, those of sites into another."""
    rules = tuple(rule for rule in rules if rule.check)
    of_behaviour = [rule for rule in rules if needs_behaviour(rule)]
    of_frame = [rule for rule in rules if rule.scope == "frame" and rule not in of_behaviour]
    of_screen = [rule for rule in rules if rule.scope == "screen"]
    of_site = [rule for rule in rules if rule.scope == "site"]
    facts = {name: fact_source(name) for name in FACTS}  # all of them, because each may read the others
    needed = requirements((*facts.values(), *(rule.check for rule in rules)))
    source = _keeping(
        "rules",
        {
            "makers": _object({name: as_expression(fact) for name, fact in facts.items()}),
            "checks": _object({rule.id: _check(rule) for rule in of_frame}),
            "behaviourChecks": _object({rule.id: _check(rule) for rule in of_behaviour}),
            "screenChecks": _object({rule.id: _check(rule) for rule in of_screen}),
        },
        needed,
    )
    return CompiledRules(
        rules,
        source,
        screen_facts=_needs(of_screen),
        behaviours=tuple(name for name in BEHAVIOURS if any(name in rule.needs for rule in of_behaviour)),
        site_facts=_needs(of_site),
        site_source=_keeping("siteChecks", {rule.id: _check(rule) for rule in of_site}, needed) if of_site else "",
    )


def needs_behaviour(rule: Rule) -> bool:
    """Return whether a rule judges what a behaviour observed."""
    return any(need in BEHAVIOURS for need in rule.needs)


def _needs(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(sorted({need for rule in rules for need in rule.needs}))


def _keeping(name: str, parts: Mapping[str, str], needed: Iterable[str]) -> str:
    """Return a script that keeps an object under this name for the scripts that run rules."""
    parts_of_library = dict.fromkeys((*needed, "state"))
    return f"((a11y) => {{ a11y.state.state.{name} = {_object(parts)}; }})({library(parts_of_library)})"


def _check(rule: Rule) -> str:
    # The script of a rule is evaluated when the rule first runs: an error in it is that rule's alone.
    check = f"((check) => (...given) => (check ??= ({as_expression(rule.check)}\n))(...given))()"
    needs, messages = json.dumps(list(rule.needs)), json.dumps(list(rule.messages))
    return _object({"needs": needs, "messages": messages, "check": check})


def _object(parts: Mapping[str, str]) -> str:
    # A line break after each part, because a source may end in a line comment.
    rows = (f"{json.dumps(name)}: (\n{source.rstrip().rstrip(';')}\n),\n" for name, source in parts.items())
    return "{" + "".join(rows) + "}"
