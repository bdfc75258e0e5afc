"""Keep unit tests from starting other programs: those that do so have a marker that says it."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

MARKERS = ("browser", "slow")
"""Markers of tests that may start programs; pyproject.toml says what each of them means."""

_current: pytest.Item | None = None
_violation = ""


def begin(item: pytest.Item) -> None:
    """Watch what is started from now on: by this test, its set-up and its end."""
    global _current, _violation
    _current, _violation = item, ""


def end() -> None:
    """Stop watching."""
    global _current
    _current = None


def take_violation() -> str:
    """Return what the current test did wrong, in a sentence, and forget it; "" when it did nothing wrong."""
    global _violation
    sentence, _violation = _violation, ""
    return sentence


def require_marker(name: str, does: str) -> None:
    """Fail the current test unless it has this marker; `does` says what it does."""
    if _current and not _current.get_closest_marker(name):
        _fail(does, f"Mark it with @pytest.mark.{name}.")


def _fail(does: str, advice: str) -> None:
    global _violation
    assert _current
    _violation = f"The unit test {_current.nodeid} {does}. {advice}"
    pytest.fail(_violation, pytrace=False)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen" and _current and not any(map(_current.get_closest_marker, MARKERS)):
        command = " ".join(map(os.fsdecode, arguments[1] or arguments[:1]))
        _fail(
            f"starts another program: {command[:200]}",
            "Mark it with @pytest.mark.browser when it needs Chromium or the command, or else with @pytest.mark.slow.",
        )


sys.addaudithook(_watch)
