"""Read the rules: ours and a customer's own, one folder for each rule, and those of axe; choose those that run."""

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
from a11ycheck.inpage import is_part, requirements
from a11ycheck.judging.rule_files import TomlTable, read_file, read_text, read_toml
from a11ycheck.model import IMPACTS, Edition, Lang, Level, Profile, Rule, RuleText, WcagVersion
from a11ycheck.standards import EDITIONS, clauses, criteria, document_clauses, in_scope

_RuleOutcome = Literal["failure", "review", "skipped"]
_NOT_FOR_RULES = ("facts", "judging", "state")
"""Parts of the library that only the scripts that run rules may use."""
_NOT_RULES = ("_", ".", "axe")
_OUTCOMES: tuple[_RuleOutcome, ...] = ("failure", "review", "skipped")
_SCOPES: tuple[Literal["frame", "screen", "site", "document"], ...] = ("frame", "screen", "site", "document")
_KEYS = {"criteria", "en301549", "act", "impact", "scope", "needs", "messages", "picture", "replaces", "url"}
_DOCUMENT_KEYS = {"criteria", "en301549", "impact", "scope", "fact", "needs", "messages", "url"}
_AXE_KEYS = {"criteria", "impact", "run", "reason", "incomplete", "picture"}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class AxeRule:
    """A rule of axe as we use it. `run` is our choice; `reason` says why it differs from axe's own, or is "".

    Its message keys are "violation", which every rule has, without placeholders; "detail", the same with axe's figures,
    used where all of its placeholders can be filled; and "incomplete", left out where axe's doubts are known noise.
    """

    rule: Rule
    run: bool
    reason: str


def read_rules(lang: Lang, folder: Path = RULES) -> tuple[Rule, ...]:
    """Read the rules of a folder in order of id, in one language, or in the other where a rule has only that.

    Nothing is executed. Raises UsageError when the folder or a rule in it is broken.
    """
    if not folder.is_dir():
        raise UsageError("rules-folder-missing", folder=folder)
    found = sorted(f for f in folder.iterdir() if f.is_dir() and not f.name.startswith(_NOT_RULES[:2]))
    rules = tuple(_read_rule(lang, f) for f in found if f.name not in _NOT_RULES)
    if not rules:
        raise UsageError("rules-folder-empty", folder=folder)
    return rules


def untranslated(lang: Lang, folder: Path = RULES) -> tuple[str, ...]:
    """Return the ids of the rules in a folder that have no text in this language."""
    named = (path.parent for path in sorted(folder.glob("*/rule.toml")) if not path.parent.name.startswith(_NOT_RULES))
    return tuple(rule.name for rule in named if not (rule / f"{lang}.md").is_file())


def read_axe_rules(lang: Lang, folder: Path = RULES / "axe") -> Mapping[str, AxeRule]:
    """Read all rules of axe by id, also those that we do not run."""
    choices = read_toml(folder / "rules.toml", "axe/rules.toml")
    texts = read_toml(folder / f"{lang}.toml", f"axe/{lang}.toml")
    return {name: _axe_rule(name, choices.table(name), texts.table(name)) for name in choices.rows}


def in_force(rules: Iterable[Rule], level: Level, wcag: WcagVersion) -> tuple[Rule, ...]:
    """Return the rules that test a criterion of this level and version, with only those criteria and their clauses.

    A rule without any criterion, such as that a screen did not render, is always in force.
    """
    scope = {criterion.number for criterion in in_scope(level, wcag)}
    cut = []
    for rule in rules:
        numbers = tuple(number for number in rule.criteria if number in scope)
        if numbers or not rule.criteria:
            of_criteria = _clauses(rule.scope, rule.criteria)
            beyond = tuple(clause for clause in rule.en301549 if clause not in of_criteria)
            kept = _clauses(rule.scope, numbers, EDITIONS[wcag])
            cut.append(replace(rule, criteria=numbers, en301549=kept + beyond))
    return tuple(cut)


def in_profile(rules: Iterable[Rule], profile: Profile, *, asked: bool = False) -> tuple[Rule, ...]:
    """Return the rules that a profile has time for: quick tries no behaviour, and only thorough waits.

    `asked` adds the behaviours that only an option allows.
    """
    runs = {"quick": (), "standard": ("standard",), "thorough": ("standard", "thorough")}[profile]
    runs = (*runs, "asked") if asked and runs else runs
    left_out = {name for name, trial in BEHAVIOURS.items() if trial.profile not in runs}
    return tuple(rule for rule in rules if not left_out & set(rule.needs))


def axe_in_force(rules: Mapping[str, AxeRule], level: Level, wcag: WcagVersion) -> Mapping[str, Rule]:
    """Return the rules of axe that we run for this level and version, by id."""
    return {rule.id: rule for rule in in_force((r.rule for r in rules.values() if r.run), level, wcag)}


def _read_rule(lang: Lang, folder: Path) -> Rule:
    name = folder.name
    if not _ID.fullmatch(name):
        raise UsageError("rule-name", rule=name)
    table = read_toml(folder / "rule.toml", f"{name}/rule.toml")
    scope = table.choice("scope", "frame", _SCOPES)
    of_documents = scope == "document"
    table.refuse_unknown(_DOCUMENT_KEYS if of_documents else _KEYS)
    numbers = table.strings("criteria", criteria())
    messages = table.table("messages")
    if not messages.rows:
        raise UsageError("rule-key-missing", file=table.where, setting="messages")
    if of_documents and not table.text("fact"):
        raise UsageError("rule-key-missing", file=table.where, setting="fact")
    return Rule(
        id=name,
        origin="a11ycheck",
        criteria=numbers,
        en301549=tuple(dict.fromkeys(_clauses(scope, numbers) + table.strings("en301549"))),
        impact=table.choice("impact", "moderate", IMPACTS),
        text=read_text(lang, folder, frozenset(messages.rows)),
        scope=scope,
        messages={key: messages.choice(key, None, _OUTCOMES) for key in messages.rows},
        needs=table.strings("needs", set(KINDS.values()) if of_documents else {*FACTS, *BEHAVIOURS}),
        act=table.strings("act"),
        replaces=table.strings("replaces"),
        url=table.text("url"),
        check="" if of_documents else _read_check(folder),
        picture=table.choice("picture", False, (True, False)),
        fact=table.text("fact"),
    )


def _read_check(folder: Path) -> str:
    where = f"{folder.name}/check.js"
    source = read_file(folder / "check.js", where).strip().removesuffix(";")
    for part in requirements([source]):
        if part in _NOT_FOR_RULES or not is_part(part):
            raise UsageError("rule-script", error=f"{where}: @requires {part}")
    return source


def _clauses(scope: str, numbers: Iterable[str], edition: Edition = "V4.1.1") -> tuple[str, ...]:
    return document_clauses(numbers, edition) if scope == "document" else clauses(numbers, edition)


def _axe_rule(name: str, entry: TomlTable, text: TomlTable) -> AxeRule:
    entry.refuse_unknown(_AXE_KEYS)
    numbers = entry.strings("criteria", criteria())
    sentences = {key: text.text(key) for key in ("violation", "detail", "incomplete") if key in text.rows}
    if entry.choice("incomplete", "review", ("review", "drop")) == "drop":
        sentences.pop("incomplete", None)
    rule = Rule(
        id=name,
        origin="axe",
        criteria=numbers,
        en301549=clauses(numbers),
        impact=entry.choice("impact", "moderate", IMPACTS),
        text=RuleText(text.text("title"), sentences, why=text.text("why"), repair=text.text("repair")),
        messages={key: "review" if key == "incomplete" else "failure" for key in sentences},
        picture=entry.choice("picture", False, (True, False)),
    )
    return AxeRule(rule, entry.choice("run", True, (True, False)), entry.text("reason"))
