"""Read one document in a process of its own: what a hostile document does to its reader ends there, in time."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from a11ycheck.documents.interface import Fact, Read, Unreadable

SECONDS = 60.0
"""That reading one document may take."""
BYTES = 200 * 2**20
"""Of a document as it stands in its file."""
ANSWER = 16 * 2**20
"""Of the facts about it."""
_ROOT = str(Path(__file__).parents[2])


async def read_document(kind: str, data: bytes, seconds: float = SECONDS) -> Read:
    """The facts of a document of that kind (a value of KINDS). Unreadable: broken, locked, too large, too slow."""
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


def _read(answer: dict[str, Any]) -> Read:
    if "why" in answer:
        raise Unreadable(answer["why"], **answer["data"])
    facts = [Fact(**{**row, "place": tuple((word, n) for word, n in row["place"])}) for row in answer["facts"]]
    return Read(answer["title"], tuple(facts), answer["looked"], tuple(answer["unread"]))
