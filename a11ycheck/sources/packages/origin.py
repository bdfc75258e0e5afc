"""Answers requests for a package's files, as a web server would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import quote, unquote

from a11ycheck.files.interface import Files, plain
from a11ycheck.files.media_types import media_type
from a11ycheck.sources.packages.virtual_pages import OWN, VirtualPages
from a11ycheck.web.responses import Response

INDEXES = ("index.html", "index.htm", "index.xhtml", "default.html", "default.htm")
KEPT = (("cache-control", "max-age=3600"), ("accept-ranges", "bytes"))
UNASKED = ("favicon.ico", ".well-known/")
"""What browsers ask for by themselves."""
_RANGE = re.compile(r"bytes=(\d*)-(\d*)\s*$")


class PackageOrigin:
    """An `Origin` (answer.py). `missing` counts the paths that were asked for and are not there.

    `reread` gives the name that a path stands for, before it is looked up; `types` the media types that the package
    itself gives to its files, by name.
    """

    def __init__(self, files: Files, own: VirtualPages | None = None) -> None:
        self.files, self.own = files, own or VirtualPages()
        self.missing: Counter[str] = Counter()
        self.reread: Callable[[str], str] = str
        self.types: dict[str, str] = {}

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        if path.startswith(f"/{OWN}"):
            return self.own(method, path.removeprefix(f"/{OWN}"), headers, body)
        if method not in ("GET", "HEAD"):
            return Response(405, (("allow", "GET, HEAD"),))
        path = self.reread(path.partition("?")[0].partition("#")[0])
        name = locate(self.files, path)
        if name is None:
            return self._absent(path)
        if path.strip("/") and not path.endswith("/") and name in (f"{plain(unquote(path))}/{i}" for i in INDEXES):
            return Response(301, (("location", f"./{quote(unquote(path.rpartition('/')[2]))}/"),))
        kind = self.types.get(name) or media_type(name)
        kept = (*KEPT, ("content-type", kind)) if kind else KEPT
        try:
            content = self.files[name]
        except KeyError:
            return self._absent(path)
        return _part(content, headers["range"], kept) if "range" in headers else Response(200, kept, content)

    def _absent(self, path: str) -> Response:
        name = unquote(path).lstrip("/")
        if len(self.missing) < 1000 and not name.startswith(UNASKED):
            self.missing[name] += 1
        return Response(404, (("content-type", "text/plain"),), b"Not in this package.")


def locate(files: Files, href: str) -> str | None:
    """The file that a path or href (query and fragment too) leads to: as it stands, unquoted, or a folder's index."""
    raw = href.partition("#")[0].partition("?")[0].lstrip("/")
    # Old tools write the bytes of their own code page after the percent sign.
    for name in (plain(unquote(raw)), plain(raw), plain(unquote(raw, "cp1252"))):
        if name is not None and (found := files.find(name)) is not None:
            return found
    folder = plain(unquote(raw))
    inside = "" if folder is None else f"{folder}/"
    if folder is None and raw:
        return None
    return next((found for index in INDEXES if (found := files.find(inside + index)) is not None), None)


def has_index(files: Files) -> bool:
    """Whether there is a page at the top to start from."""
    return any(files.find(index) is not None for index in INDEXES)


def name_address(base: str, name: str) -> str:
    """The address of the file of that name; `base` is the address of the package's root."""
    return base + quote(name, safe="/&=+:;,@!$()*~[]")


def href_address(base: str, href: str) -> str:
    """The address of an href that is relative to the package's root; a full URL stays as it is."""
    return href if re.match(r"[A-Za-z][\w+.-]*:", href) else base + quote(href, safe="/%?#&=+:;,@!$()*~[]")


def _part(content: bytes, wanted: str, headers: tuple[tuple[str, str], ...]) -> Response:
    """The bytes of one range; all of them for what we do not understand (RFC 9110, 14.2)."""
    match = _RANGE.match(wanted)
    if match is None or not any(match.groups()):
        return Response(200, headers, content)
    size = len(content)
    first, last = match.groups()
    start = int(first) if first else max(0, size - int(last))
    stop = min(size, int(last) + 1) if first and last else size
    if start >= size or (first and last and int(last) < start):
        return Response(416, (*headers, ("content-range", f"bytes */{size}")))
    return Response(206, (*headers, ("content-range", f"bytes {start}-{stop - 1}/{size}")), content[start:stop])
