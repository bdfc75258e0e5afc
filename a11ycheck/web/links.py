"""What a link leads to, as far as its address tells: a page, a file, a document, or something that changes data."""

from __future__ import annotations

import unicodedata
from typing import Literal
from urllib.parse import unquote, urlsplit

from a11ycheck.web.addresses import DATA
from a11ycheck.web.changing_addresses import address_changes

LinkKind = Literal["page", "file", "document", "change"]

_FILES = frozenset(DATA["suffixes"]["files"])
_DOCUMENTS = frozenset(DATA["suffixes"]["documents"])
_ABOUT_ACCESS = tuple(DATA["about-accessibility"]["begins"])


def leads_to(cleaned: str) -> LinkKind:
    """Return what an address leads to. "change" goes first: a link that deletes a picture may end in .png."""
    if address_changes(cleaned):
        return "change"
    parts = urlsplit(cleaned)
    suffix = parts.path.rpartition("/")[2].rpartition(".")[2].lower() if "." in parts.path else ""
    return "document" if suffix in _DOCUMENTS else "file" if suffix in _FILES else "page"


def is_document(name: str) -> bool:
    """Return whether a file of this name is something to read that is no web page."""
    return "." in name and name.rpartition(".")[2].lower() in _DOCUMENTS


def is_about_access(link: str) -> bool:
    """Return whether an address ends like that of a page about the accessibility of the site."""
    path = link[:2000].partition("#")[0].partition("?")[0].rstrip("/")
    return _word(unquote(path.rpartition("/")[2]).partition(".")[0]).startswith(_ABOUT_ACCESS)


def _word(text: str) -> str:
    """Return only the letters and digits of a word: `logout` for `Log-Out` and `log_out`, without accents."""
    plain = unicodedata.normalize("NFKD", text[:100].lower())
    return "".join(letter for letter in plain if letter.isalnum())
