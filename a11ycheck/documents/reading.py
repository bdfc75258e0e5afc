"""Read one document in a process of its own, so that a hostile one can harm nothing else and is stopped in time."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from a11ycheck.documents.interface import DocumentFacts, Fact, Unreadable

SECONDS = 60.0
"""Time for reading one document."""
BYTES = 200 * 2**20
"""Most bytes of a document as it is in its file."""
ANSWER = 16 * 2**20
"""Most bytes of the facts about it."""
_ROOT = str(Path(__file__).parents[2])


async def read_document(kind: str, data: bytes, seconds: float = SECONDS) -> DocumentFacts:
    """Return the facts of a document of this kind (a value of KINDS).

    Raises Unreadable when it is broken, locked, too large, or not read within so many seconds.
    """
    if not data:
        raise Unreadable("document-empty")
    if len(data) > BYTES:
        raise Unreadable("document-too-large", limit=f"{BYTES // 2**20} MB")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "a11ycheck.documents", kind,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": _ROOT},
    )  # fmt: skip
    try:
        answer, _ = await asyncio.wait_for(process.communicate(data), seconds)
    except TimeoutError:
        raise Unreadable("document-too-slow", seconds=f"{seconds:.0f}") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0 or len(answer) > ANSWER:
        raise Unreadable("document-crashed")
    return _read(json.loads(answer))


def _read(answer: dict[str, Any]) -> DocumentFacts:
    if "why" in answer:
        raise Unreadable(answer["why"], **answer["data"])
    facts = [Fact(**{**row, "place": tuple((word, n) for word, n in row["place"])}) for row in answer["facts"]]
    return DocumentFacts(answer["title"], tuple(facts), answer["counts"], tuple(answer["unread"]))
