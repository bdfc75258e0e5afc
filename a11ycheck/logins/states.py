"""The saved states of people who are signed in, one file for each site, in the user's state folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.async_api import StorageState

from a11ycheck.errors import UsageError
from a11ycheck.files.own_files import read_private, write_file
from a11ycheck.store.folders import private_state_folder, state_folder
from a11ycheck.web.addresses import clean, site

LARGEST = 20_000_000
"""Bytes of a state."""


def state_file(address: str) -> Path:
    """Return where the state for the site of an address is saved."""
    return state_folder() / "sessions" / f"{re.sub(r'[^a-z0-9.-]', '_', site(clean(address)))}.json"


def save_state(address: str, state: StorageState) -> Path:
    """Save a state for a site so that only the user can read it. Raises UsageError when it cannot be written."""
    try:
        private_state_folder("sessions")
        write_file(state_file(address), [json.dumps(state)], mode=0o600)
    except OSError as error:
        raise UsageError("login-unwritable", folder=state_folder(), reason=error.strerror or "?") from error
    return state_file(address)


def kept_state(address: str) -> StorageState | None:
    """Return the state that is kept for the site of an address, None when there is none.

    Raises UsageError when others may have put it there, or when the file holds no state.
    """
    file = state_file(address)
    if not file.exists():
        return None
    try:
        private_state_folder("sessions")
        with file.open("rb") as opened:
            return _parsed(file, opened.read(LARGEST + 1))
    except OSError:
        raise UsageError("state-unreadable", file=file) from None


def read_state(file: Path) -> StorageState:
    """Return a state that Playwright or `a11ycheck login` saved.

    Raises UsageError when the file holds none, or when others can read it.
    """
    try:
        return _parsed(file, read_private(file, LARGEST))
    except OSError:
        raise UsageError("state-unreadable", file=file) from None


def _parsed(file: Path, data: bytes) -> StorageState:
    if len(data) > LARGEST:
        raise UsageError("state-unreadable", file=file)
    try:
        state = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise UsageError("state-unreadable", file=file) from None
    if not isinstance(state, dict) or not isinstance(state.get("cookies"), list):
        raise UsageError("state-unreadable", file=file)
    return {"cookies": state["cookies"], "origins": state.get("origins") or []}
