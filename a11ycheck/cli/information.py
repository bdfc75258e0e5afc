"""What the commands without a target print: the rules, one rule, the health of the installation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from a11ycheck.cli.doctor import checks
from a11ycheck.errors import UsageError
from a11ycheck.judging.rules import read_axe_rules, read_rules
from a11ycheck.model import Criterion, Lang, Level, Rule
from a11ycheck.standards import in_scope
from a11ycheck.text.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Covered:
    """A criterion, the rules that test a part of it, and the most that one of them can say: "" when a person must."""

    criterion: Criterion
    rules: tuple[Rule, ...]
    most: Literal["failure", "review", ""]


def coverage(lang: Lang, level: Level = "AA") -> tuple[Covered, ...]:
    """Each criterion of WCAG 2.2 up to a level, in order, with the rules that run on pages, ours first."""
    rules = [rule for rule in _running(lang) if rule.scope != "document"]
    covered = []
    for criterion in in_scope(level, "2.2"):
        mine = tuple(rule for rule in rules if criterion.number in rule.criteria)
        said = {outcome for rule in mine for outcome in rule.messages.values()}
        covered.append(
            Covered(criterion, mine, "failure" if "failure" in said else "review" if "review" in said else "")
        )
    return tuple(covered)


def all_rules(lang: Lang) -> str:
    """What is checked, by criterion: the rules that run, what each can say, and where only a person can judge."""
    words = read_words(lang)
    parts = []
    for one in coverage(lang, "AAA"):
        if not one.rules and one.criterion.level == "AAA":
            continue
        head = f"{one.criterion.number} {one.criterion.title[lang]} ({one.criterion.level})"
        rows = [_row(rule, words) for rule in one.rules] or [f"  {words('rules.person')}"]
        parts.append("\n".join([head, *rows, *([f"  {words('rules.rest')}"] if one.rules else [])]))
    none = [_row(rule, words) for rule in _running(lang) if not rule.criteria and rule.scope != "document"]
    documents = [f"{_row(rule, words)} ({_criteria(rule)})" for rule in _running(lang) if rule.scope == "document"]
    for key, rows in (("rules.none", none), ("rules.documents", documents)):
        parts += ["\n".join([words(key), *rows])] if rows else []
    return "\n\n".join(parts)


def _running(lang: Lang) -> tuple[Rule, ...]:
    axe = [one.rule for one in read_axe_rules(lang).values() if one.run]
    return (*read_rules(lang), *sorted(axe, key=lambda rule: rule.id))


def _row(rule: Rule, words: Words) -> str:
    said = words("rules.failure") if "failure" in rule.messages.values() else words("rules.review")
    if set(rule.messages.values()) == {"skipped"}:
        said = words("rules.skipped")
    return f"  {rule.id:31} {said:15} {rule.text.title}{' (axe)' if rule.origin == 'axe' else ''}"


def one_rule(name: str, lang: Lang) -> str:
    """The page of one rule. Raises UsageError when there is none of that name."""
    rules = {one.rule.id: one.rule for one in read_axe_rules(lang).values()} | {r.id: r for r in read_rules(lang)}
    if name not in rules:
        raise UsageError("unknown-rule", rule=name)
    rule, words = rules[name], read_words(lang)
    head = f"{rule.text.title}\n{rule.id} · {_criteria(rule)} · EN 301 549 {', '.join(rule.en301549) or '–'}"
    return "\n\n".join([head, *_sections(rule, words)])


def _sections(rule: Rule, words: Words) -> Iterable[str]:
    for part in ("why", "who", "repair", "limits"):
        if text := getattr(rule.text, part):
            yield f"{words(f'explain.{part}')}\n{text}"


def _criteria(rule: Rule) -> str:
    return ", ".join(rule.criteria) or "–"


def health(browser: str | None, lang: Lang) -> tuple[str, bool]:
    """What doctor found, a line each, and whether all is well."""
    words = read_words(lang)
    found, rows = checks(browser, words), []
    for one in found:
        rows.append(f"{words('doctor.good') if one.ok else words('doctor.bad')}  {one.name}: {one.detail}")
        if one.advice:
            rows.append(f"      {one.advice}")
    return "\n".join(rows), all(one.ok for one in found)
