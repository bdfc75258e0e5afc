"""Where a user's own things are kept between two commands: audits under way, and who is signed in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "A11YCHECK_STATE"


def state_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder that A11YCHECK_STATE names, else the system's own place for such things; it may not exist yet.

    On Linux as https://specifications.freedesktop.org/basedir-spec/latest/ has it.
    """
    if folder := environ.get(VARIABLE):
        return Path(folder).expanduser()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "a11ycheck"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "a11ycheck"
    return Path(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "a11ycheck"


def private_folder(*names: str) -> Path:
    """A folder in the state folder that only the user can open; made when it is not there. OSError when it cannot."""
    folder = state_folder().joinpath(*names)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def write_private(path: Path, text: str) -> None:
    """Write a file that only the user can read, whole or not at all. OSError when it cannot be written."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
