"""Recognise documents that the browser downloads instead of showing them."""

from __future__ import annotations

import asyncio

from playwright.async_api import Download
from playwright.async_api import Page as Tab

from a11ycheck.files.document_kinds import TYPES, kind_of

NAME_SECONDS = 0.5
"""Seconds within which the browser tells the name of a file after it began to download it."""


class Downloads:
    """Notes the downloads of one tab."""

    def __init__(self, tab: Tab) -> None:
        self._name = ""
        self._began = asyncio.Event()
        tab.on("download", self._note)

    def _note(self, download: Download) -> None:
        self._name = download.suggested_filename
        self._began.set()

    async def document(self) -> dict[str, str]:
        """Return {"document": kind} for the download that has just begun, {} for any other kind of file."""
        try:
            await asyncio.wait_for(self._began.wait(), NAME_SECONDS)
        except TimeoutError:
            return {}
        self._began.clear()
        return _named(kind_of(self._name))


def document_of_type(media_type: str) -> dict[str, str]:
    """Return {"document": kind} for a document of this media type, {} for any other type."""
    return _named(TYPES.get(media_type, ""))


def _named(kind: str) -> dict[str, str]:
    return {"document": kind} if kind else {}
