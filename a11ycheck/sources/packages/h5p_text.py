"""The content.json of an H5P package as a plain page: texts, pictures and their alternatives."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

DEEPEST = 60
MOST_PIECES = 5_000
"""Texts and pictures on one page."""
_NAMES = {
    kind: frozenset(names)
    for kind, names in tomllib.loads(Path(__file__).with_name("h5p_names.toml").read_text(encoding="utf-8")).items()
}
_ALTERNATIVE = tuple(_NAMES["alternative"])
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


def text_of(content: Any, base: str) -> str:
    """Return HTML. `base` is the address of the folder `content/` with the pictures, ending in "/"."""
    pieces: list[str] = []
    for piece in _pieces(content, "", base, 0):
        pieces.append(piece)
        if len(pieces) >= MOST_PIECES:
            break
    return "\n".join(pieces)


def _pieces(value: Any, name: str, base: str, depth: int) -> Iterator[str]:
    if depth > DEEPEST or name.lower() in _NAMES["other"]:
        return
    if isinstance(value, dict):
        yield from _of_object(value, base, depth)
    elif isinstance(value, list):
        for item in value:
            yield from _pieces(item, name, base, depth + 1)
    elif isinstance(value, str) and value.strip():
        if _TAG.search(value):
            yield f"<div>{value}</div>"
        elif name.lower() in _NAMES["content"]:
            yield f"<p>{escape(value)}</p>"


def _of_object(value: dict[str, Any], base: str, depth: int) -> Iterator[str]:
    picture = _file(value.get("file"), "image/") or _file(value.get("image"), "image/")
    if picture:
        yield f'<img src="{escape(base + picture)}"{_alternative(value)}>'
    for name, field in value.items():
        if name in ("file", "image") and picture:
            continue
        if path := _file(field, "image/"):
            if name.lower() in _NAMES["background"]:
                continue
            yield f'<img src="{escape(base + path)}">'
            continue
        yield from _pieces(field, name, base, depth + 1)


def _alternative(value: dict[str, Any]) -> str:
    """Return the alt attribute of a picture: empty for decoration, none at all where the author gave none."""
    if value.get("decorative") is True:
        return ' alt=""'
    text = next((field for name, field in value.items() if name.lower().endswith(_ALTERNATIVE) and field), "")
    return f' alt="{escape(text)}"' if isinstance(text, str) and text else ""


def _file(value: Any, kind: str) -> str:
    """Return the path of a file whose media type begins with `kind`; "" when the value is no such file."""
    if not isinstance(value, dict) or not isinstance(value.get("path"), str):
        return ""
    return value["path"] if str(value.get("mime", "")).startswith(kind) and "://" not in value["path"] else ""
