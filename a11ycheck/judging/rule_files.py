"""Read the files of a rule with care, because a customer may have written them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from a11ycheck.errors import UsageError
from a11ycheck.model import Lang, RuleText

_T = TypeVar("_T")

HEADINGS: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "messages": "Messages",
        "why": "Why it matters",
        "who": "Who is affected",
        "repair": "How to repair it",
        "limits": "Limits",
    },
    "nl": {
        "messages": "Meldingen",
        "why": "Waarom dit belangrijk is",
        "who": "Wie er last van heeft",
        "repair": "Hoe u het herstelt",
        "limits": "Beperkingen",
    },
}
"""The headings of en.md and nl.md, in order."""

_OTHER: Mapping[Lang, Lang] = {"en": "nl", "nl": "en"}
_MESSAGE = re.compile(r"[-*] +`?([a-z0-9-]+)`?: +(\S.*)")


@dataclass(frozen=True, slots=True)
class TomlTable:
    """A table of a TOML file; `where` is the file as the user knows it.

    Every method raises UsageError for a value of another type, or one that is not allowed.
    """

    where: str
    rows: Mapping[str, Any]

    def refuse_unknown(self, keys: Iterable[str]) -> None:
        """Raise UsageError for a key that is not one of these."""
        for key in sorted(set(self.rows) - set(keys)):
            raise UsageError("rule-key-unknown", file=self.where, setting=key, allowed=", ".join(sorted(keys)))

    def strings(self, key: str, allowed: Iterable[str] | None = None) -> tuple[str, ...]:
        """Return a list of strings; () without the key."""
        value = self.rows.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise UsageError("rule-key-value", file=self.where, setting=key, value=value, allowed='["…"]')
        for item in value:
            if allowed is not None and item not in allowed:
                raise UsageError("rule-key-value", file=self.where, setting=key, value=item, allowed=", ".join(allowed))
        return tuple(value)

    def choice(self, key: str, default: _T | None, allowed: tuple[_T, ...]) -> _T:
        """Return a value, or the default without the key, when it is one of the allowed values."""
        value = self.rows.get(key, default)
        for item in allowed:
            if value == item and type(value) is type(item):
                return item
        listed = ", ".join(str(item).lower() if isinstance(item, bool) else str(item) for item in allowed)
        raise UsageError("rule-key-value", file=self.where, setting=key, value=value, allowed=listed)

    def text(self, key: str) -> str:
        """Return a string; "" without the key."""
        value = self.rows.get(key, "")
        if not isinstance(value, str):
            raise UsageError("rule-key-value", file=self.where, setting=key, value=value, allowed='"…"')
        return value

    def table(self, key: str) -> TomlTable:
        """Return a table in this table; an empty one without the key."""
        value = self.rows.get(key, {})
        if not isinstance(value, dict):
            raise UsageError("rule-key-value", file=self.where, setting=key, value=value, allowed=f"[{key}]")
        return TomlTable(f"{self.where} [{key}]", value)


def read_toml(path: Path, where: str) -> TomlTable:
    """Return the table of a file. Raises UsageError when it is missing or not TOML."""
    try:
        return TomlTable(where, tomllib.loads(read_file(path, where)))
    except tomllib.TOMLDecodeError as error:
        raise UsageError("rule-not-toml", file=where, reason=str(error)) from None


def read_file(path: Path, where: str) -> str:
    """Return the text of a file in UTF-8. Raises UsageError when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError("rule-file-missing", file=where) from None
    except (OSError, UnicodeDecodeError):
        raise UsageError("rule-file-unreadable", file=where) from None


def read_text(lang: Lang, folder: Path, keys: frozenset[str]) -> RuleText:
    """Read en.md or nl.md: `# Title`, then the fixed headings, of which only the messages are required.

    `keys` are those that the messages must have. Where one language is missing, the other is read. Raises UsageError.
    """
    language = lang if (folder / f"{lang}.md").is_file() else _OTHER[lang]
    where = f"{folder.name}/{language}.md"
    sections = _sections(read_file(folder / f"{language}.md", where))
    title = sections.pop("", "")
    if not title:
        raise UsageError("rule-text-title", file=where)
    texts = {name: sections.pop(heading, "") for name, heading in HEADINGS[language].items()}
    for heading in sections:
        allowed = ", ".join(HEADINGS[language].values())
        raise UsageError("rule-text-heading", file=where, heading=heading, allowed=allowed)
    messages = _messages(where, texts.pop("messages"))
    if messages.keys() != keys:
        raise UsageError("rule-text-messages", file=where, keys=", ".join(sorted(messages.keys() ^ keys)))
    return RuleText(title, messages, **texts)


def _sections(markdown: str) -> dict[str, str]:
    """Return the text below each `## heading`; the title under ""."""
    head, *parts = re.split(r"^## +", markdown, flags=re.MULTILINE)
    title = re.match(r"\s*# +(.+)", head)
    sections = {"": title[1].strip() if title else ""}
    for part in parts:
        heading, _, text = part.partition("\n")
        sections[heading.strip()] = text.strip()
    return sections


def _messages(where: str, text: str) -> dict[str, str]:
    messages = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _MESSAGE.fullmatch(line)
        if not match:
            raise UsageError("rule-text-message", file=where, line=line)
        try:
            placeholders(match[2])
        except ValueError:
            raise UsageError("rule-text-message", file=where, line=line) from None
        messages[match[1]] = match[2]
    return messages


def placeholders(sentence: str) -> frozenset[str]:
    """Return the names in braces. Raises ValueError when braces do not match, or hold more than a name."""
    fields = [field[1:] for field in Formatter().parse(sentence) if field[1] is not None]
    if any(not str(name).isidentifier() or spec or conversion for name, spec, conversion in fields):
        raise ValueError(sentence)  # "{a.b}" would reach into Python's objects
    return frozenset(str(name) for name, _, _ in fields)
