"""Which parts of a screen come from the authoring tool rather than the author, and what an author can do about them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from a11ycheck.model import Lang, Origin


@dataclass(frozen=True, slots=True)
class ToolCause:
    """Elements that the tool writes: those that match one of the selectors in `within`, and all inside them.

    `rules` limits that to findings of these rules; () means every rule. What is `harmless` keeps nothing from anybody
    and need not be changed, so nobody is asked about it.
    """

    within: tuple[str, ...]
    rules: tuple[str, ...]
    origin: Origin
    harmless: bool = False


def read_causes(path: Path) -> tuple[ToolCause, ...]:
    """Return the causes in a tool's TOML file; () when there is no such file."""
    if not path.is_file():
        return ()
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        ToolCause(
            tuple(row["within"]),
            tuple(row.get("rules", ())),
            Origin(content.get("tool", path.stem.capitalize()), {lang: row["advice"][lang] for lang in get_args(Lang)}),
            bool(row.get("harmless", False)),
        )
        for row in content["cause"]
    )
