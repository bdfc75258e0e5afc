"""Adapt: known by the course's data files and the framework's script; a version where the build tells one."""

from __future__ import annotations

import json
import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.interface import Player

_SCRIPTS = ("adapt/js/adapt.min.js", "adapt/js/build.min.js", "adapt/js/scriptLoader.js")
_CONFIG = ("course/config.json", "course/config.txt")
_MOST = 200_000


def recognise(files: Files, href: str) -> Tool | None:
    """The framework's script and the course's configuration beside the launched page."""
    folder = href.partition("?")[0].partition("#")[0].rpartition("/")[0]
    here = f"{folder}/" if folder else ""
    if not any(files.find(here + name) for name in _CONFIG):
        return None
    script = next((found for name in _SCRIPTS if (found := files.find(here + name))), None)
    return Tool("Adapt", _version(files, here)) if script else None


def _version(files: Files, here: str) -> str:
    """What the build wrote down, if it did: "5.19.6"."""
    build = files.find(f"{here}adapt/js/build.min.js")
    if not build or files.size(build) > _MOST:
        return ""
    content = files[build].decode("utf-8", "replace")
    try:
        version = json.loads(content[content.index("{") : content.rindex("}") + 1])["package"]["version"]
    except (ValueError, KeyError, TypeError):
        found = re.search(r'"?version"?\s*:\s*"(\d+\.\d+\.\d+)"', content)
        version = found[1] if found else ""
    return version if isinstance(version, str) and len(version) < 20 else ""


ADAPT = Player("adapt", recognise)
