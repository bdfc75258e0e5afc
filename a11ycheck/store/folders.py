"""Where a user's data is kept between commands: audits under way, and logins."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

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


def private_folder(*names: str) -> Path:
    """Return a folder in the state folder that only the user can open; make it when it does not exist.

    Raises OSError when it cannot be made.
    """
    folder = state_folder().joinpath(*names)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def write_private(path: Path, text: str) -> None:
    """Write a file that only the user can read, whole or not at all. Raises OSError when it cannot be written."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
