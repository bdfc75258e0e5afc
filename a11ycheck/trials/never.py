"""What is never pressed: names that say that something is sent, deleted, bought, or left."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

MOVES_ON = ("next", "previous", "prev", "volgende", "vorige", "verder", "weiter", "zurück", "suivant", "précédent")
"""In a package these change the screen, which its player is to do."""


@cache
def never(also: tuple[str, ...] = ()) -> str:
    """A regular expression of JavaScript over words in small letters."""
    table = tomllib.loads((Path(__file__).parent / "operate.toml").read_text(encoding="utf-8"))
    words = sorted({*table["never"], *table["never-named"], *also})
    inside = r"[\p{L}\p{N}]"
    return f"(?<!{inside})(?:{'|'.join(words)})(?!{inside})"
