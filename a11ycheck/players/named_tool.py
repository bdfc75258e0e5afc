"""The authoring tool that a page names, for when no player knows the tool."""

from __future__ import annotations

import html
import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import launched_file

HEAD = 50_000
"""Bytes of a page in which its <meta> elements are looked for."""
LONGEST_NAME = 80
_META = re.compile(rb"<meta\b[^>]{0,500}>", re.IGNORECASE)
_GENERATOR = re.compile(rb"\bname\s*=\s*[\"']?generator\b", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*([\"'])(.{2,400}?)\1", re.IGNORECASE | re.DOTALL)
_ENGINE_FILES = {"common_html5/js/xenith.js": "Xerte Online Toolkits"}
"""Files that a tool can't do without, for tools whose pages name no generator."""


def named_tool(files: Files, href: str) -> Tool | None:
    """Return the tool in the launched page's <meta name="generator"> (HTML 4.2.5.1), or the one whose file is there."""
    name = files.find(launched_file(href))
    if name is None:
        return None
    folder = name[: name.rfind("/") + 1]
    for engine, tool in _ENGINE_FILES.items():
        if files.find(folder + engine) is not None:
            return Tool(tool)
    try:
        metas = _META.findall(files[name][:HEAD])
    except KeyError:
        return None  # damaged: that is reported when the page is opened
    contents = (_CONTENT.search(meta) for meta in metas if _GENERATOR.search(meta))
    generator = next((content[2] for content in contents if content), b"")
    text = " ".join(html.unescape(generator.decode("utf-8", "replace")).split())[:LONGEST_NAME]
    return Tool(text) if text else None
