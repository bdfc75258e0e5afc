"""The saved states of people who are signed in, one file for each site, in the user's state folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.async_api import StorageState

from a11ycheck.errors import UsageError
from a11ycheck.store.folders import private_folder, state_folder, write_private
from a11ycheck.web.addresses import clean, site

LARGEST = 20_000_000
"""Bytes of a state."""


def state_file(address: str) -> Path:
    """Return where the state for the site of an address is saved."""
    return state_folder() / "sessions" / f"{re.sub(r'[^a-z0-9.-]', '_', site(clean(address)))}.json"


def save_state(address: str, state: StorageState) -> Path:
    """Save a state for a site so that only the user can read it. Raises UsageError when it cannot be written."""
    try:
        private_folder("sessions")
        write_private(state_file(address), json.dumps(state))
    except OSError as error:
        raise UsageError("login-unwritable", folder=state_folder(), reason=error.strerror or "?") from error
    return state_file(address)


def read_state(file: Path) -> StorageState:
    """Return a state that Playwright or `a11ycheck login` saved. Raises UsageError when the file holds none."""
    try:
        if file.stat().st_size > LARGEST:
            raise UsageError("state-unreadable", file=file)
        state = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise UsageError("state-unreadable", file=file) from None
    if not isinstance(state, dict) or not isinstance(state.get("cookies"), list):
        raise UsageError("state-unreadable", file=file)
    return {"cookies": state["cookies"], "origins": state.get("origins") or []}
