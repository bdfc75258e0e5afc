"""The authoring tool that a page itself names, where no player knows the tool."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool

HEAD = 50_000
LONGEST = 80
_META = re.compile(rb"<meta\b[^>]{0,500}>", re.IGNORECASE)
_NAME = re.compile(rb"\bname\s*=\s*[\"']?generator\b", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*([\"'])(.{2,400}?)\1", re.IGNORECASE | re.DOTALL)
_SIGNS = {"common_html5/js/xenith.js": "Xerte Online Toolkits"}
"""Files that a tool cannot do without, whose pages name no generator."""


def maker(files: Files, href: str) -> Tool | None:
    """What <meta name="generator"> of the launched page says (HTML 4.2.5.1), or a file of the tool beside it."""
    name = files.find(unquote(href.partition("?")[0].partition("#")[0]))
    if name is None:
        return None
    folder = name[: name.rfind("/") + 1]
    for sign, tool in _SIGNS.items():
        if files.find(folder + sign) is not None:
            return Tool(tool)
    try:
        metas = _META.findall(files[name][:HEAD])
    except KeyError:
        return None  # damaged: that is said when it is opened
    said = next((content[2] for meta in metas if _NAME.search(meta) and (content := _CONTENT.search(meta))), b"")
    text = " ".join(html.unescape(said.decode("utf-8", "replace")).split())[:LONGEST]
    return Tool(text) if text else None
