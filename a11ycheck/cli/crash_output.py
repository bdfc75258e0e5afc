"""What Python itself prints when something goes wrong, a traceback or a log line, without secrets."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from a11ycheck.text import redact


class _WithoutSecrets(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact.text(super().format(record))


def guard_crash_output() -> None:
    """From now on, print tracebacks and the log lines of libraries without secrets: they quote addresses and values."""
    sys.excepthook = _print_crash
    threading.excepthook = _print_thread_crash
    if logging.lastResort:
        logging.lastResort.setFormatter(_WithoutSecrets())


def _print_thread_crash(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value:
        _print_crash(crash.exc_type, crash.exc_value, crash.exc_traceback)


def _print_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    print(redact.text("".join(traceback.format_exception(kind, error, trace))), end="", file=sys.stderr)
