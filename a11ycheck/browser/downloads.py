"""What a browser saves instead of showing: whether that is a document that can be read."""

from __future__ import annotations

import asyncio

from playwright.async_api import Download
from playwright.async_api import Page as Tab

from a11ycheck.files.document_kinds import TYPES, kind_of

MOMENT = 0.5
"""Seconds in which the browser tells the name, once it has said that it saves something."""


class Downloads:
    """Listens to a tab from its beginning."""

    def __init__(self, tab: Tab) -> None:
        self._last = ""
        self._told = asyncio.Event()
        tab.on("download", self._note)

    def _note(self, one: Download) -> None:
        self._last = one.suggested_filename
        self._told.set()

    async def document(self) -> dict[str, str]:
        """{"document": kind} of the one that was begun just now; {} for anything else."""
        try:
            await asyncio.wait_for(self._told.wait(), MOMENT)
        except TimeoutError:
            return {}
        self._told.clear()
        return _named(kind_of(self._last))


def of_type(media_type: str) -> dict[str, str]:
    """The same for what came with this media type."""
    return _named(TYPES.get(media_type, ""))


def _named(kind: str) -> dict[str, str]:
    return {"document": kind} if kind else {}
