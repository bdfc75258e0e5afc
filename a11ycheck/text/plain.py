"""Text of a page or a package made harmless: what cannot be seen, or turns the line around, is shown by its number."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, the escape of terminals among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SEQUENCE = re.compile(r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)")

_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "–": "-", "—": "-", "×": "x", "…": "...", "›": ">", "•": "-"}
)


def plain(text: str) -> str:
    """The text with line breaks and tabs, and every other invisible character as <U+202E>."""
    return _INVISIBLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text.replace("\r\n", "\n"))


def stripped(text: str) -> str:
    """The text on one line, without terminal sequences and without invisible characters."""
    return " ".join(_INVISIBLE.sub("", _SEQUENCE.sub("", text)).split())


def line(text: str, longest: int = 0) -> str:
    """The same on one line, cut off with … after `longest` characters (0: not)."""
    words = " ".join(plain(text).split())
    return words if not longest or len(words) <= longest else words[: longest - 1] + "…"


def fitting(text: str, encoding: str) -> str:
    """The text in characters that the terminal has; others become their nearest ASCII, or a question mark."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        near = unicodedata.normalize("NFKD", text.translate(_ASCII))
        return "".join(each for each in near if not unicodedata.combining(each)).encode("ascii", "replace").decode()
    return text
