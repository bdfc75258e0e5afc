"""The process that reads one document: takes its bytes on stdin, writes its facts as JSON to stdout."""

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
    """Read stdin as the kind of document that the first argument names."""
    _prepare()
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


def _prepare() -> None:
    """Limit memory to what a large document needs, where the system can, and write UTF-8 on every system."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        import resource
    except ImportError:
        return  # Windows: the time limit must suffice
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
