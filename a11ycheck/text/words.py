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
from a11ycheck.text import redact

PLACE_PREFIX = "at-"
"""Begins the names of a finding's data that say where in a document it is."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Words:
    """Sentences by dotted key: `words("summary.screens", n=3)`.

    Raises KeyError for an unknown key, and for a placeholder that `data` does not fill.
    """

    lang: Lang
    table: Mapping[str, str]

    def __call__(self, key: str, /, **data: object) -> str:
        if key not in self.table:
            table, _, name = key.partition(".")
            raise KeyError(f"there is no {key!r}: add {name!r} below [{table}] in each file of reports/words/")
        try:
            return self.table[key].format(**data)
        except KeyError as missing:
            raise KeyError(f"{key!r} in reports/words/{self.lang}.toml needs a value for {missing}") from None

    def __contains__(self, key: str) -> bool:
        return key in self.table

    def get(self, key: str, fallback: str, /, **data: object) -> str:
        """Return the sentence, or the fallback when the key is unknown or `data` does not fill the sentence."""
        return _filled(self.table.get(key, ""), data) or fallback

    def count(self, key: str, n: int, **data: object) -> str:
        """Return the singular (`key.one`) or the plural (`key.other`) for n."""
        return self(f"{key}.{'one' if n == 1 else 'other'}", n=n, **data)

    def reason(self, skipped: Skipped) -> str:
        """Return why something was not tested; for a package inside another, the sentence of the error."""
        data = {"what": skipped.what, **skipped.data}
        fallback = self.get(f"errors.{skipped.why}", skipped.detail, **data)
        return self.get(f"skipped.{skipped.why}", fallback, **data)

    def place(self, finding: Finding) -> str:
        """Return where in a document something was found ("figure 4, page 3"); "" for the whole document."""
        steps = [(key.removeprefix(PLACE_PREFIX), n) for key, n in finding.data.items() if key.startswith(PLACE_PREFIX)]
        return ", ".join(self.get(f"place.{word}", f"{word} {n}", n=n) for word, n in steps)

    def error(self, error: A11yCheckError) -> str:
        """Return the sentence of an error, without secrets."""
        data = {name: redact.text(value) if isinstance(value, str) else value for name, value in error.data.items()}
        return self(f"errors.{error.key}", **data)


def read_words(lang: Lang) -> Words:
    """Return the words of one language; nested tables become dotted keys."""
    return Words(lang, dict(_flat(tomllib.loads((REPORTS / "words" / f"{lang}.toml").read_text(encoding="utf-8")))))


def message(text: RuleText, key: str, data: Mapping[str, object]) -> str:
    """Return the message of a rule about one finding, "" when it has none.

    Some rules of axe have a "detail", the same as "violation" with figures, which is used where `data` has them.
    """
    detail = text.messages.get("detail", "") if key == "violation" else ""
    return _filled(detail, data) or _filled(text.messages.get(key, ""), data)


def reworded(report: Report, words: Words, rules: Mapping[str, Rule]) -> Report:
    """Return a saved report in the language of `words`; `rules` are today's rules in that language.

    What cannot be translated (a rule that no longer exists, a reason of another version) stays as it was saved.
    """
    texts = {id_: rules[id_].text if id_ in rules else rule.text for id_, rule in report.rules.items()}

    def translated(finding: Finding) -> Finding:
        text = texts.get(finding.rule)
        sentence = (message(text, finding.key, finding.data) if text else "") or finding.message
        return replace(finding, message=sentence, target=words.place(finding) or finding.target)

    return replace(
        report,
        settings=replace(report.settings, lang=words.lang),
        findings=tuple(translated(finding) for finding in report.findings),
        issues=tuple(replace(issue, first=translated(issue.first)) for issue in report.issues),
        skipped=tuple(replace(each, detail=words.reason(each)) for each in report.skipped),
        rules={id_: replace(rule, text=texts[id_]) for id_, rule in report.rules.items()},
    )


def _filled(template: str, data: Mapping[str, object]) -> str:
    """Fill a template, or return "" when data is missing; only plain names, because a customer may have written it."""
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
