"""Read the small part of Markdown that rules are written in: paragraphs, lists and code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_CODE = re.compile(r"`+([^`]+)`+")
_LIST = re.compile(r"\s*(?:[-*]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """A paragraph, a list or a piece of code.

    `lines` are the items of a list, else one line. A line alternates text and code, and begins with text.
    """

    kind: Literal["paragraph", "list", "code"]
    lines: tuple[tuple[str, ...], ...]


def prose_blocks(text: str) -> tuple[ProseBlock, ...]:
    """Return the blocks of a text; Markdown of any other kind stays as it is."""
    found: list[ProseBlock] = []
    for part, is_code in _fences(text):
        if is_code:
            found.append(ProseBlock("code", ((part.strip("\n"),),)))
        else:
            for paragraph in re.split(r"\n[ \t]*\n", part):
                found += _paragraph(paragraph.splitlines())
    return tuple(found)


def _fences(text: str) -> list[tuple[str, bool]]:
    """Return the pieces outside and inside ``` fences, with whether each is code; an open fence ends with the text."""
    pieces: list[tuple[str, bool]] = []
    lines: list[str] = []
    inside = False
    for row in text.splitlines():
        if row.lstrip().startswith("```"):
            pieces.append(("\n".join(lines), inside))
            lines, inside = [], not inside
        else:
            lines.append(row)
    return [*pieces, ("\n".join(lines), inside)]


def _paragraph(rows: list[str]) -> list[ProseBlock]:
    """Return a paragraph, a list, or a paragraph followed by a list."""
    text: list[str] = []
    items: list[str] = []
    for row in filter(str.strip, rows):
        if (mark := _LIST.match(row)) is not None:
            items.append(row[mark.end() :].strip())
        elif items:
            items[-1] += f" {row.strip()}"
        else:
            text.append(row.strip())
    found = [ProseBlock("paragraph", (_spans(" ".join(text)),))] if text else []
    return found + ([ProseBlock("list", tuple(map(_spans, items)))] if items else [])


def _spans(words: str) -> tuple[str, ...]:
    return tuple(_CODE.split(words.replace("**", "")))
