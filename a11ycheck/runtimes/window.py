"""A window with nothing but a full-size frame in it, for content that finds all it needs in its own address."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from string import Template

from a11ycheck.runtimes.scorm import FRAME


def window_page(title: str, address: str) -> bytes:
    """Return the HTML of the window that shows this address, in UTF-8."""
    page = _template().substitute(title=escape(title), address=escape(address), frame=FRAME)
    return page.encode("utf-8", "replace")


@cache
def _template() -> Template:
    return Template(Path(__file__).with_name("window.html").read_text(encoding="utf-8"))
