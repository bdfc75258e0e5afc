"""The process that reads one document: its bytes on stdin, its facts as JSON on stdout."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib import import_module
from typing import Any

from a11ycheck.documents.interface import Unreadable
from a11ycheck.files.document_kinds import KINDS

MEMORY = 2 * 2**30


def main() -> None:
    """Read stdin as the kind of document that the first argument says."""
    _bound()
    kind = sys.argv[1]
    if kind not in KINDS.values():
        raise SystemExit(2)
    answer: dict[str, Any]
    try:
        answer = asdict(import_module(f"a11ycheck.documents.{kind}").read(sys.stdin.buffer.read()))
    except Unreadable as error:
        answer = {"why": error.why, "data": error.data}
    except (MemoryError, RecursionError):
        answer = {"why": "document-too-complex", "data": {}}
    json.dump(answer, sys.stdout)


def _bound() -> None:
    """As much memory as a large document needs, where the system can bound it; stdout in one encoding anywhere."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        import resource
    except ImportError:
        return  # Windows: the time bound has to do
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
