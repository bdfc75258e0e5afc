"""Things that facts hold in JavaScript only."""

from __future__ import annotations

from typing import Generic, TypeVar

RowT = TypeVar("RowT")
FunctionsT = TypeVar("FunctionsT")


class Element:
    """An element of the page, in JavaScript."""


class Text:
    """A text node of the page, in JavaScript."""


class RowsWith(Generic[RowT, FunctionsT]):
    """A list of rows that also has functions, in JavaScript."""
