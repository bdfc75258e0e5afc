"""What the commands without a target print: the rules, one rule, the health of the installation."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.doctor import checks
from a11ycheck.errors import UsageError
from a11ycheck.model import Lang, Rule
from a11ycheck.rules import read_axe_rules, read_rules
from a11ycheck.words import Words, read_words


def all_rules(lang: Lang) -> str:
    """A line for each rule that can run, ours first: id, criteria, title."""
    axe = [one.rule for one in read_axe_rules(lang).values() if one.run]
    rows = [*read_rules(lang), *sorted(axe, key=lambda rule: rule.id)]
    width = max(len(rule.id) for rule in rows)
    return "\n".join(f"{rule.id:{width}}  {_criteria(rule):13}  {rule.text.title}" for rule in rows)


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
