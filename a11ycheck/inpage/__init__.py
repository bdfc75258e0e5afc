"""Our scripts that run in the isolated world of a frame; each file is one function expression."""

from functools import cache
from pathlib import Path


@cache
def script(name: str) -> str:
    """The source of inpage/NAME.js."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
