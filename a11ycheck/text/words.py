"""Text for people, in one language, from reports/words/*.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from a11ycheck.content import REPORTS
from a11ycheck.errors import A11yCheckError
from a11ycheck.model import Finding, Lang, Report, Rule, RuleText, Skipped

AT = "at-"
"""Before the words of a place in a document, among the data of a finding."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Words:
    """`words("summary.screens", n=3)` gives one sentence; KeyError when there is none of that name."""

    lang: Lang
    table: Mapping[str, str]

    def __call__(self, key: str, /, **data: object) -> str:
        return self.table[key].format(**data)

    def __contains__(self, key: str) -> bool:
        return key in self.table

    def get(self, key: str, fallback: str, /, **data: object) -> str:
        """The sentence, or the fallback where there is none of that name or `data` does not fill it."""
        return _said(self.table.get(key, ""), data) or fallback

    def count(self, key: str, n: int, **data: object) -> str:
        """The singular (`key.one`) or the plural (`key.other`) for n."""
        return self(f"{key}.{'one' if n == 1 else 'other'}", n=n, **data)

    def reason(self, skipped: Skipped) -> str:
        """Why something was not tested; for a package inside another that is the sentence of its error."""
        data = {"what": skipped.what, **skipped.data}
        said = self.get(f"errors.{skipped.why}", skipped.detail, **data)
        return self.get(f"skipped.{skipped.why}", said, **data)

    def place(self, finding: Finding) -> str:
        """Where in a document something was found ("figure 4, page 3"), from its data; "" for the whole document."""
        steps = [(key.removeprefix(AT), n) for key, n in finding.data.items() if key.startswith(AT)]
        return ", ".join(self.get(f"place.{word}", f"{word} {n}", n=n) for word, n in steps)

    def error(self, error: A11yCheckError) -> str:
        """The sentence for an error of ours."""
        return self(f"errors.{error.key}", **error.data)


def read_words(lang: Lang) -> Words:
    """The words of one language: nested tables become dotted keys."""
    return Words(lang, dict(_flat(tomllib.loads((REPORTS / "words" / f"{lang}.toml").read_text(encoding="utf-8")))))


def message(text: RuleText, key: str, data: Mapping[str, object]) -> str:
    """What a rule says of one finding, "" when it has no sentence for it.

    axe's rules have, beside "violation", a "detail" that says the same with figures, where there are figures.
    """
    detail = text.messages.get("detail", "") if key == "violation" else ""
    return _said(detail, data) or _said(text.messages.get(key, ""), data)


def reworded(report: Report, words: Words, rules: Mapping[str, Rule]) -> Report:
    """A saved report said in the language of `words`; `rules` are the present rules in that language.

    What cannot be said again (a rule that no longer exists, a reason of another version) stays as it was saved.
    """
    texts = {id_: rules[id_].text if id_ in rules else rule.text for id_, rule in report.rules.items()}

    def said(finding: Finding) -> Finding:
        text = texts.get(finding.rule)
        words_now = (message(text, finding.key, finding.data) if text else "") or finding.message
        return replace(finding, message=words_now, target=words.place(finding) or finding.target)

    return replace(
        report,
        settings=replace(report.settings, lang=words.lang),
        findings=tuple(said(finding) for finding in report.findings),
        issues=tuple(replace(issue, first=said(issue.first)) for issue in report.issues),
        skipped=tuple(replace(each, detail=words.reason(each)) for each in report.skipped),
        rules={id_: replace(rule, text=texts[id_]) for id_, rule in report.rules.items()},
    )


def _said(template: str, data: Mapping[str, object]) -> str:
    """The template filled, or "" when something is missing; plain names only, for templates may be a customer's."""
    names = _PLACEHOLDER.findall(template)
    if any(name not in data for name in names):
        return ""
    return _PLACEHOLDER.sub(lambda match: str(data[match[1]]), template)


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            rows += _flat(value, f"{prefix}{key}.")
        else:
            rows.append((f"{prefix}{key}", value))
    return rows
