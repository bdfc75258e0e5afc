"""What is never pressed: names that say that something is sent, deleted, bought, or left."""

from __future__ import annotations

from functools import cache

from a11ycheck.behaviour.pointer import words

MOVES_ON = ("next", "previous", "prev", "volgende", "vorige", "verder", "weiter", "zurück", "suivant", "précédent")
"""In a package these change the screen, which its player is to do."""


@cache
def never(also: tuple[str, ...] = ()) -> str:
    """A regular expression of JavaScript over words in small letters."""
    found = sorted({*words()["never"], *words()["never-named"], *also})
    inside = r"[\p{L}\p{N}]"
    return f"(?<!{inside})(?:{'|'.join(found)})(?!{inside})"
