"""What addresses of pages have in common that are built alike."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, urlsplit

_NUMBER = re.compile(r"\d+|[0-9a-fA-F-]{8,}")


def template(cleaned: str) -> str:
    """Return what the address of a page shares with pages that are built alike: /course/*/quiz, /mod/quiz/view?id."""
    parts = urlsplit(cleaned)
    steps = ["*" if _NUMBER.fullmatch(step) else _NUMBER.sub("*", step) for step in parts.path.split("/")]
    names = sorted({unquote_plus(piece.partition("=")[0]) for piece in parts.query.split("&") if piece})
    route = re.sub(_NUMBER, "*", parts.fragment.partition("?")[0])
    return "/".join(steps) + (f"?{'&'.join(names)}" if names else "") + (f"#{route}" if route else "")
