"""What is checked: the criteria with their rules, the list of all rules, and the page of one rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from a11ycheck.errors import UsageError
from a11ycheck.judging.rules import read_axe_rules, read_rules
from a11ycheck.model import Criterion, Lang, Level, Rule
from a11ycheck.standards import in_scope
from a11ycheck.text.words import Words, read_words


@dataclass(frozen=True, slots=True)
class CriterionCoverage:
    """A criterion, the rules that test a part of it, and the strongest outcome that one of them can give.

    `strongest` is "" when only a person can judge the criterion.
    """

    criterion: Criterion
    rules: tuple[Rule, ...]
    strongest: Literal["failure", "review", ""]


def criteria_coverage(lang: Lang, level: Level = "AA") -> tuple[CriterionCoverage, ...]:
    """Return each criterion of WCAG 2.2 up to a level, in order, with the rules for pages, ours before those of axe."""
    rules = [rule for rule in _running(lang) if rule.scope != "document"]
    covered = []
    for criterion in in_scope(level, "2.2"):
        of_criterion = tuple(rule for rule in rules if criterion.number in rule.criteria)
        outcomes = {outcome for rule in of_criterion for outcome in rule.messages.values()}
        strongest: Literal["failure", "review", ""] = (
            "failure" if "failure" in outcomes else "review" if "review" in outcomes else ""
        )
        covered.append(CriterionCoverage(criterion, of_criterion, strongest))
    return tuple(covered)


def list_of_rules(lang: Lang) -> str:
    """Return what is checked, by criterion: the rules that run, what they can say, and what only a person can judge."""
    words = read_words(lang)
    parts = []
    for covered in criteria_coverage(lang, "AAA"):
        if not covered.rules and covered.criterion.level == "AAA":
            continue
        head = f"{covered.criterion.number} {covered.criterion.title[lang]} ({covered.criterion.level})"
        rows = [_row(rule, words) for rule in covered.rules] or [f"  {words('rules.person')}"]
        parts.append("\n".join([head, *rows, *([f"  {words('rules.rest')}"] if covered.rules else [])]))
    without = [_row(rule, words) for rule in _running(lang) if not rule.criteria and rule.scope != "document"]
    documents = [f"{_row(rule, words)} ({_criteria(rule)})" for rule in _running(lang) if rule.scope == "document"]
    for key, rows in (("rules.none", without), ("rules.documents", documents)):
        parts += ["\n".join([words(key), *rows])] if rows else []
    return "\n\n".join(parts)


def rule_page(name: str, lang: Lang) -> str:
    """Return the page of one rule. Raises UsageError when there is no rule of that name."""
    axe_rules = {axe_rule.rule.id: axe_rule.rule for axe_rule in read_axe_rules(lang).values()}
    rules = axe_rules | {rule.id: rule for rule in read_rules(lang)}
    if name not in rules:
        raise UsageError("unknown-rule", rule=name)
    rule, words = rules[name], read_words(lang)
    head = f"{rule.text.title}\n{rule.id} · {_criteria(rule)} · EN 301 549 {', '.join(rule.en301549) or '–'}"
    return "\n\n".join([head, *_sections(rule, words)])


def _running(lang: Lang) -> tuple[Rule, ...]:
    """Return the rules that run, ours before those of axe."""
    axe = [axe_rule.rule for axe_rule in read_axe_rules(lang).values() if axe_rule.run]
    return (*read_rules(lang), *sorted(axe, key=lambda rule: rule.id))


def _row(rule: Rule, words: Words) -> str:
    outcome = words("rules.failure") if "failure" in rule.messages.values() else words("rules.review")
    if set(rule.messages.values()) == {"skipped"}:
        outcome = words("rules.skipped")
    return f"  {rule.id:31} {outcome:15} {rule.text.title}{' (axe)' if rule.origin == 'axe' else ''}"


def _sections(rule: Rule, words: Words) -> Iterable[str]:
    for part in ("why", "who", "repair", "limits"):
        if text := getattr(rule.text, part):
            yield f"{words(f'explain.{part}')}\n{text}"


def _criteria(rule: Rule) -> str:
    return ", ".join(rule.criteria) or "–"
