"""Read one document in a process of its own, so that a hostile one can harm nothing else and is stopped in time."""

from __future__ import annotations

from dataclasses import asdict
from importlib import import_module
from typing import Any

from a11ycheck.documents.interface import DocumentFacts, Fact, Unreadable
from a11ycheck.isolation.process import Crashed, IsolatedCall, TimeUp

SECONDS = 60.0
"""Time of the processor for reading one document."""
BYTES = 200 * 2**20
"""Most bytes of a document as it is in its file."""


async def read_document(kind: str, data: bytes, seconds: float = SECONDS) -> DocumentFacts:
    """Return the facts of a document of this kind (a value of KINDS).

    Raises Unreadable when it is broken, locked, too large, or not read within so many seconds.
    """
    if not data:
        raise Unreadable("document-empty")
    if len(data) > BYTES:
        raise Unreadable("document-too-large", limit=f"{BYTES // 2**20} MB")
    try:
        answer = await IsolatedCall("a11ycheck.documents.reading:read_here", seconds).run(data, kind)
    except TimeUp:
        raise Unreadable("document-too-slow", seconds=f"{seconds:.0f}") from None
    except Crashed:
        raise Unreadable("document-crashed") from None
    if "why" in answer:
        raise Unreadable(answer["why"], **answer["data"])
    facts = [Fact(**{**row, "place": tuple((word, n) for word, n in row["place"])}) for row in answer["facts"]]
    return DocumentFacts(answer["title"], tuple(facts), answer["counts"], tuple(answer["unread"]))


def read_here(data: bytes, kind: str) -> dict[str, Any]:
    """Return the facts of a document, or why it is unreadable, as JSON can hold them. For a process of its own."""
    try:
        return asdict(import_module(f"a11ycheck.documents.{kind}").read(data))
    except Unreadable as error:
        return {"why": error.why, "data": error.data}
    except (MemoryError, RecursionError):
        return {"why": "document-too-complex", "data": {}}
