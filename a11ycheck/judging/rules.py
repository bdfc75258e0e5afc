"""The rules: those of rules/ and a customer's own, one folder each, and those of axe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.content import RULES
from a11ycheck.errors import UsageError
from a11ycheck.facts import FACTS
from a11ycheck.files.document_kinds import KINDS
from a11ycheck.judging.rule_files import Table, read_file, read_text, read_toml
from a11ycheck.model import IMPACTS, Edition, Lang, Level, Profile, Rule, RuleText, WcagVersion
from a11ycheck.standards import EDITIONS, clauses, criteria, document_clauses, in_scope

_RuleOutcome = Literal["failure", "review", "skipped"]
_NOT_RULES = ("_", ".", "axe")
_OUTCOMES: tuple[_RuleOutcome, ...] = ("failure", "review", "skipped")
_SCOPES: tuple[Literal["frame", "screen", "site", "document"], ...] = ("frame", "screen", "site", "document")
_KEYS = {"criteria", "en301549", "act", "impact", "scope", "needs", "messages", "picture", "replaces", "url"}
_DOCUMENT_KEYS = {"criteria", "en301549", "impact", "scope", "fact", "needs", "messages", "url"}
_AXE_KEYS = {"criteria", "impact", "run", "reason", "incomplete", "picture"}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class AxeRule:
    """A rule of axe as we use it. `run` is our choice and `reason` tells why it differs from axe's own, else "".

    Its message keys: "violation", always there and without placeholders; "detail", the same said with axe's own
    figures, for when its placeholders can all be filled; "incomplete", left out where axe's doubt is known noise.
    """

    rule: Rule
    run: bool
    reason: str


def read_rules(lang: Lang, folder: Path = RULES) -> tuple[Rule, ...]:
    """The rules of a folder by id, in one language (in the other one where a customer's rule has no more).

    Only reads text: nothing of a rule is executed here. UsageError when the folder or a rule in it is broken.
    """
    if not folder.is_dir():
        raise UsageError("rules-folder-missing", folder=folder)
    found = sorted(f for f in folder.iterdir() if f.is_dir() and not f.name.startswith(_NOT_RULES[:2]))
    rules = tuple(_read_rule(lang, f) for f in found if f.name not in _NOT_RULES)
    if not rules:
        raise UsageError("rules-folder-empty", folder=folder)
    return rules


def read_axe_rules(lang: Lang, folder: Path = RULES / "axe") -> Mapping[str, AxeRule]:
    """All rules of axe by id, also those that we do not run."""
    choices = read_toml(folder / "rules.toml", "axe/rules.toml")
    texts = read_toml(folder / f"{lang}.toml", f"axe/{lang}.toml")
    return {name: _axe_rule(name, choices.table(name), texts.table(name)) for name in choices.rows}


def in_force(rules: Iterable[Rule], level: Level, wcag: WcagVersion) -> tuple[Rule, ...]:
    """The rules that test a criterion of this level and version, with only those criteria and their clauses.

    A rule without any criterion (a screen that did not render) is always in force.
    """
    scope = {criterion.number for criterion in in_scope(level, wcag)}
    cut = []
    for rule in rules:
        numbers = tuple(number for number in rule.criteria if number in scope)
        if numbers or not rule.criteria:
            own = _clauses(rule.scope, rule.criteria)
            beyond = tuple(clause for clause in rule.en301549 if clause not in own)
            kept = _clauses(rule.scope, numbers, EDITIONS[wcag])
            cut.append(replace(rule, criteria=numbers, en301549=kept + beyond))
    return tuple(cut)


def of_profile(rules: Iterable[Rule], profile: Profile, *, asked: bool = False) -> tuple[Rule, ...]:
    """The rules that a profile has time for: quick tries nothing, only thorough waits; `asked` says whether what only
    an option allows may be tried."""
    runs = {"quick": (), "standard": ("standard",), "thorough": ("standard", "thorough")}[profile]
    runs = (*runs, "asked") if asked and runs else runs
    spared = {name for name, trial in BEHAVIOURS.items() if trial.profile not in runs}
    return tuple(rule for rule in rules if not spared & set(rule.needs))


def axe_in_force(rules: Mapping[str, AxeRule], level: Level, wcag: WcagVersion) -> Mapping[str, Rule]:
    """The rules of axe that we run for this level and version, by axe's id."""
    return {rule.id: rule for rule in in_force((r.rule for r in rules.values() if r.run), level, wcag)}


def _read_rule(lang: Lang, folder: Path) -> Rule:
    name = folder.name
    if not _ID.fullmatch(name):
        raise UsageError("rule-name", rule=name)
    table = read_toml(folder / "rule.toml", f"{name}/rule.toml")
    scope = table.one("scope", "frame", _SCOPES)
    of_documents = scope == "document"
    table.known(_DOCUMENT_KEYS if of_documents else _KEYS)
    numbers = table.words("criteria", criteria())
    messages = table.table("messages")
    if not messages.rows:
        raise UsageError("rule-key-missing", file=table.where, setting="messages")
    if of_documents and not table.text("fact"):
        raise UsageError("rule-key-missing", file=table.where, setting="fact")
    return Rule(
        id=name,
        origin="a11ycheck",
        criteria=numbers,
        en301549=tuple(dict.fromkeys(_clauses(scope, numbers) + table.words("en301549"))),
        impact=table.one("impact", "moderate", IMPACTS),
        text=read_text(lang, folder, frozenset(messages.rows)),
        scope=scope,
        messages={key: messages.one(key, None, _OUTCOMES) for key in messages.rows},
        needs=table.words("needs", set(KINDS.values()) if of_documents else {*FACTS, *BEHAVIOURS}),
        act=table.words("act"),
        replaces=table.words("replaces"),
        url=table.text("url"),
        check="" if of_documents else read_file(folder / "check.js", f"{name}/check.js").strip().removesuffix(";"),
        picture=table.one("picture", False, (True, False)),
        fact=table.text("fact"),
    )


def _clauses(scope: str, numbers: Iterable[str], edition: Edition = "V4.1.1") -> tuple[str, ...]:
    return document_clauses(numbers, edition) if scope == "document" else clauses(numbers, edition)


def _axe_rule(name: str, choice: Table, text: Table) -> AxeRule:
    choice.known(_AXE_KEYS)
    numbers = choice.words("criteria", criteria())
    sentences = {key: text.text(key) for key in ("violation", "detail", "incomplete") if key in text.rows}
    if choice.one("incomplete", "review", ("review", "drop")) == "drop":
        sentences.pop("incomplete", None)
    rule = Rule(
        id=name,
        origin="axe",
        criteria=numbers,
        en301549=clauses(numbers),
        impact=choice.one("impact", "moderate", IMPACTS),
        text=RuleText(text.text("title"), sentences, why=text.text("why"), repair=text.text("repair")),
        messages={key: "review" if key == "incomplete" else "failure" for key in sentences},
        picture=choice.one("picture", False, (True, False)),
    )
    return AxeRule(rule, choice.one("run", True, (True, False)), choice.text("reason"))
