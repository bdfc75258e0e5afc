"""What a link leads to, as far as its address tells: a page, a file, a document, or something that changes data."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal
from urllib.parse import unquote, unquote_plus, urlsplit

from a11ycheck.web.addresses import DATA

LinkKind = Literal["page", "file", "document", "change"]

_FILES = frozenset(DATA["suffixes"]["files"])
_DOCUMENTS = frozenset(DATA["suffixes"]["documents"])
_SIGN_OUT = frozenset(DATA["changes"]["sign-out"])
_CHANGES = frozenset(DATA["changes"]["path"])
_ACTIONS = frozenset(DATA["changes"]["actions"])
_ACTION_VALUES = _SIGN_OUT | _CHANGES | frozenset(DATA["changes"]["action-values"])
_TOKENS = frozenset(DATA["changes"]["tokens"])
_ABOUT_ACCESS = tuple(DATA["about-accessibility"]["begins"])
_NUMBER = re.compile(r"\d+|[0-9a-fA-F-]{8,}")
_NO = frozenset(["0", "false", "no", "off"])


def leads_to(cleaned: str) -> LinkKind:
    """Return what an address leads to. "change" goes first: a link that deletes a picture may end in .png."""
    parts = urlsplit(cleaned)
    if _path_changes(parts.path) or _query_changes(parts.query):
        return "change"
    route, _, query = parts.fragment.lstrip("!").partition("?")
    if _path_changes(route) or _query_changes(query):
        return "change"
    suffix = parts.path.rpartition("/")[2].rpartition(".")[2].lower() if "." in parts.path else ""
    return "document" if suffix in _DOCUMENTS else "file" if suffix in _FILES else "page"


def is_document(name: str) -> bool:
    """Return whether a file of this name is something to read that is no web page."""
    return "." in name and name.rpartition(".")[2].lower() in _DOCUMENTS


def is_about_access(link: str) -> bool:
    """Return whether an address ends like that of a page about the accessibility of the site."""
    path = link[:2000].partition("#")[0].partition("?")[0].rstrip("/")
    return _word(unquote(path.rpartition("/")[2]).partition(".")[0]).startswith(_ABOUT_ACCESS)


def _path_changes(path: str) -> bool:
    steps = [step for step in path.split("/") if step]
    words = [_word(unquote(step).partition(".")[0]) for step in steps]
    if not _SIGN_OUT.isdisjoint(words):
        return True
    if len(steps) > 1 and _NUMBER.fullmatch(steps[-1]) and words[-1] not in _CHANGES:
        words.pop()
    return bool(words) and words[-1] in _CHANGES


def _query_changes(query: str) -> bool:
    for piece in query.split("&"):
        name, _, value = piece.partition("=")
        name, value = _word(unquote_plus(name)), _word(unquote_plus(value))
        if name in _TOKENS or (name in _ACTIONS and value in _ACTION_VALUES):
            return True
        if (name in _CHANGES or name in _SIGN_OUT) and value not in _NO:
            return True
    return False


def _word(text: str) -> str:
    """Return only the letters and digits of a word: `logout` for `Log-Out` and `log_out`, without accents."""
    plain = unicodedata.normalize("NFKD", text[:100].lower())
    return "".join(letter for letter in plain if letter.isalnum())
