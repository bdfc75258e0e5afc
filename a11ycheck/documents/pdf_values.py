"""Safe access to the objects of a PDF, any of which may be of any type."""

from __future__ import annotations

from typing import Any

import pikepdf

CHAIN = 50
"""Parents that are followed, because a chain may be a loop."""


def entry(holder: Any, *names: str) -> Any:
    """Return the value under these nested names; None when one of them is missing."""
    for name in names:
        if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
            return None
        holder = holder.get(name)
    return holder


def text(value: Any) -> str:
    """Return a string object as stripped text; "" for anything else."""
    return str(value).strip() if isinstance(value, pikepdf.String) else ""


def listed(value: Any) -> list[Any]:
    """Return the items of an array, or the one object that is given in place of an array."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def blank(value: str) -> bool:
    """Return whether a text has neither letters nor digits."""
    return not any(char.isalnum() for char in value)


def inherited(holder: Any, name: str) -> Any:
    """Return the value under a name of a form field, or of its nearest parent that has one."""
    for _ in range(CHAIN):
        if not isinstance(holder, pikepdf.Dictionary):
            return None
        if name in holder:
            return holder.get(name)
        holder = holder.get("/Parent")
    return None


def page_numbers(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """Return the number of each page by the id of its object."""
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
