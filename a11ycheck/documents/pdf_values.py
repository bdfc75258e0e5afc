"""Looking into the objects of a PDF, which may be anything anywhere."""

from __future__ import annotations

from typing import Any

import pikepdf

CHAIN = 50
"""Parents that are followed: a chain may lead back into itself."""


def entry(holder: Any, *names: str) -> Any:
    """What stands under these names, one in the other; None when something on the way is not there."""
    for name in names:
        if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
            return None
        holder = holder.get(name)
    return holder


def text(value: Any) -> str:
    """A string object as text, stripped; "" for anything else."""
    return str(value).strip() if isinstance(value, pikepdf.String) else ""


def listed(value: Any) -> list[Any]:
    """An array's items, or the one object that stands where an array may stand."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def blank(said: str) -> bool:
    """Whether nothing can be read in it."""
    return not any(char.isalnum() for char in said)


def inherited(holder: Any, name: str) -> Any:
    """What a form field, or its nearest parent that has it, says under a name."""
    for _ in range(CHAIN):
        if not isinstance(holder, pikepdf.Dictionary):
            return None
        if name in holder:
            return holder.get(name)
        holder = holder.get("/Parent")
    return None


def page_numbers(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """The number of each page by the id of its object."""
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
