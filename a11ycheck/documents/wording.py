"""Texts of links, pictures and titles that say nothing, in English and Dutch."""

from __future__ import annotations

import json
import re

from a11ycheck.inpage import word_list

_FILE = re.compile(r"[\w\s().,%+&@-]{1,120}\.(png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf|docx?|pptx?|xlsx?|pdf)", re.I)
_LISTS: dict[str, dict[str, list[str]]] = json.loads(word_list("document_texts"))


def _either(name: str) -> str:
    return "(?:" + "|".join(word for words in _LISTS[name].values() for word in words) + ")"


_GENERIC = re.compile(rf"{_either('article')}?{_either('picture')}s?[\s_-]*\d*", re.I)
_MADE = re.compile(_either("madeByMachine"), re.I)
_LINKS = frozenset(word for words in _LISTS["link"].values() for word in words)
_ADDRESS = re.compile(r"(https?://|www\.)\S{25,}", re.I)
_UNTITLED = re.compile(_either("untitled"), re.I)


def alternative_fault(words: str) -> str:
    """Return what is wrong with a text alternative: "file-name", "generic", "made-by-machine" or ""."""
    words = " ".join(words.split())
    if _FILE.fullmatch(words):
        return "file-name"
    if _GENERIC.fullmatch(words):
        return "generic"
    return "made-by-machine" if _MADE.search(words) else ""


def link_fault(words: str) -> str:
    """Return what is wrong with the text of a link: "says-nothing", "address" or ""."""
    words = " ".join(words.split())
    if words.casefold().strip(" .:>»›→…!()[]") in _LINKS:
        return "says-nothing"
    return "address" if _ADDRESS.fullmatch(words) else ""


def is_made_up_title(title: str) -> bool:
    """Return whether a title is one that the program made up, or the name of a file."""
    title = " ".join(title.split())
    return bool(_UNTITLED.fullmatch(title) or _FILE.fullmatch(title))


def is_language_tag(tag: str) -> bool:
    """Return whether this has the form of a language tag (BCP 47)."""
    return bool(re.fullmatch(r"([a-z]{2,3}|[ix])(-[a-z0-9]{1,8})*", tag, re.I))
