"""Adapt: recognised by the course's data files and the framework's script, which may tell the version."""

from __future__ import annotations

import json
import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import folder_of, without_query
from a11ycheck.players.interface import Player

_SCRIPTS = ("adapt/js/adapt.min.js", "adapt/js/build.min.js", "adapt/js/scriptLoader.js")
_CONFIG = ("course/config.json", "course/config.txt")
_MOST_BYTES = 200_000


def recognise(files: Files, href: str) -> Tool | None:
    """Look for the framework's script and the course's configuration beside the launched page."""
    folder = folder_of(without_query(href))
    if not any(files.find(folder + name) for name in _CONFIG):
        return None
    has_script = any(files.find(folder + name) for name in _SCRIPTS)
    return Tool("Adapt", _version(files, folder)) if has_script else None


def _version(files: Files, folder: str) -> str:
    """Return the version that the build wrote down, such as "5.19.6"; "" when it didn't."""
    build = files.find(f"{folder}adapt/js/build.min.js")
    if not build or files.size(build) > _MOST_BYTES:
        return ""
    content = files[build].decode("utf-8", "replace")
    try:
        version = json.loads(content[content.index("{") : content.rindex("}") + 1])["package"]["version"]
    except (ValueError, KeyError, TypeError):
        found = re.search(r'"?version"?\s*:\s*"(\d+\.\d+\.\d+)"', content)
        version = found[1] if found else ""
    return version if isinstance(version, str) and len(version) < 20 else ""


ADAPT = Player("adapt", recognise)
