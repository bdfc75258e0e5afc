"""Where a user's data is kept between commands: audits under way, and logins."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from a11ycheck.files.own_files import private_folder

VARIABLE = "A11YCHECK_STATE"


def state_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder that A11YCHECK_STATE names, otherwise the one that the system has for this; it may not exist.

    On Linux it follows https://specifications.freedesktop.org/basedir-spec/latest/.
    """
    if folder := environ.get(VARIABLE):
        return Path(folder).expanduser()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "a11ycheck"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "a11ycheck"
    return Path(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "a11ycheck"


def private_state_folder(*names: str) -> Path:
    """Return a folder in the state folder that only the user can open; make it when it does not exist.

    Raises UsageError when others own it or can change it; OSError when it cannot be made.
    """
    return private_folder(state_folder(), *names)
