"""Secrets that no sign tells: what this process signed in with, and names of people that pages told.

They belong to the process, not to a page: a name that one page tells is left out of all of them.
"""

from __future__ import annotations

import re

from a11ycheck.text.spellings import spellings

HIDDEN = "…"
"""What stands in the place of a secret."""
_PERSON_WORD = re.compile(r"[^\W\d_]+")
_PERSON_NUMBER = re.compile(r"\bperson \d+\b")
_LONGEST_NAME = 80
_NAME_MARKS = frozenset(" .'’-")
_NO_NAMES = frozenset([
    "account", "admin", "all", "avatar", "bekijk", "contact", "course", "courses", "cursus", "dashboard", "edit",
    "full", "guest", "help", "home", "log", "mail", "menu", "message", "messages", "mijn", "more", "my", "name", "page",
    "picture", "private", "profiel", "profile", "public", "send", "settings", "show", "sign", "student", "user",
    "users", "view", "your",
])  # fmt: skip
"""Words of links to profiles that are no names."""
_MOST_PEOPLE = 5000

_OWN_SECRETS: list[re.Pattern[str]] = []
"""Patterns of the names and passwords with which this process signed in."""
_OTHER_NAMES: dict[str, str] = {}
"""What stands in reports in the place of names that differ from run to run."""
_PEOPLE: dict[str, dict[str, tuple[re.Pattern[str], str]]] = {}
"""By first word and by whole name, in small letters: the pattern of a person's name, and what stands in its place."""


def hide(*secrets: str) -> None:
    """Redact these secrets from now on, wherever they occur as whole words, in whatever encoding."""
    forms = {form for secret in secrets if len(secret) > 2 for form in spellings(secret)}
    _OWN_SECRETS.extend(
        re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE) for form in sorted(forms, key=len)[::-1]
    )


def call(name: str, other: str) -> None:
    """Write `other` for this name from now on, which is no secret but differs from run to run."""
    _OTHER_NAMES[name] = other


def hide_person(name: str) -> None:
    """Write "person 1" (2, 3 …) for this name from now on, unless it is one word or does not look like a name."""
    words = _PERSON_WORD.findall(name)
    count = sum(map(len, _PEOPLE.values()))
    if not _is_name(name) or count >= _MOST_PEOPLE:
        return
    spaced = r"(?:[\s.'’-]|&nbsp;|%20|\+){1,4}".join(map(re.escape, words))
    pattern = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    _PEOPLE.setdefault(words[0].lower(), {}).setdefault(" ".join(words).lower(), (pattern, f"person {count + 1}"))


def without_person_numbers(words: str) -> str:
    """Return a text in which all people are alike: their numbers differ from run to run."""
    return _PERSON_NUMBER.sub("person", words)


def _is_name(name: str) -> bool:
    """Return whether a text looks like a name of two to six words: "Jan de Vries", but not "View Profile"."""
    words = name.split()
    if not 2 <= len(words) <= 6 or len(name) > _LONGEST_NAME or any(map(str.isdigit, name)):
        return False
    if not (
        words[0][:1].isupper() and words[-1][:1].isupper() and set(name) <= _NAME_MARKS | set(filter(str.isalpha, name))
    ):
        return False
    return _NO_NAMES.isdisjoint(word.lower() for word in words)


def without_known(words: str) -> str:
    """Return a text without these secrets, and with "person 1" for names."""
    for name, other in _OTHER_NAMES.items():
        words = words.replace(name, other)
    for pattern in _OWN_SECRETS:
        words = pattern.sub(HIDDEN, words)
    if _PEOPLE:
        for first in {word.lower() for word in _PERSON_WORD.findall(words)} & _PEOPLE.keys():
            for pattern, person in _PEOPLE[first].values():
                words = pattern.sub(person, words)
    return words
