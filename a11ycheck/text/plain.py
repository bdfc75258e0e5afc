"""Make the text of a page or a package harmless: show the number of each invisible or reversing character."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, which include the escape of terminals
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reverse the direction of what follows
    "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SEQUENCE = re.compile(r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)")

_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "–": "-", "—": "-", "×": "x", "…": "...", "›": ">", "•": "-"}
)


def visible_text(text: str) -> str:
    """Return the text with every invisible character but line breaks and tabs written as <U+202E>."""
    return _INVISIBLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text.replace("\r\n", "\n"))


def printable_line(text: str) -> str:
    """Return the text on one line, without terminal sequences and invisible characters."""
    return " ".join(_INVISIBLE.sub("", _SEQUENCE.sub("", text)).split())


def one_line(text: str, longest: int = 0) -> str:
    """Return the plain text on one line, cut off with … after `longest` characters, or never when that is 0."""
    words = " ".join(visible_text(text).split())
    return words if not longest or len(words) <= longest else words[: longest - 1] + "…"


def encodable(text: str, encoding: str) -> str:
    """Return the text in characters of this encoding; others become the nearest ASCII, or a question mark."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        near = unicodedata.normalize("NFKD", text.translate(_ASCII))
        return "".join(each for each in near if not unicodedata.combining(each)).encode("ascii", "replace").decode()
    return text
