"""Names of controls that are never pressed: they say that something is sent, deleted, bought, or left."""

from __future__ import annotations

import json
from functools import cache

from a11ycheck.inpage import word_list

MOVES_ON = ("next", "previous", "prev", "volgende", "vorige", "verder", "weiter", "zurück", "suivant", "précédent")
"""In a package these change the screen, and only its player may do that."""
_LISTS = ("names", "codeNames")


@cache
def dangerous_names(more: tuple[str, ...] = ()) -> str:
    """Return a JavaScript regular expression that finds these names in text in small letters."""
    lists = json.loads(word_list("dangerous_controls"))
    words = sorted({*more, *(word for name in _LISTS for words in lists[name].values() for word in words)})
    letter = r"[\p{L}\p{N}]"
    return f"(?<!{letter})(?:{'|'.join(words)})(?!{letter})"
