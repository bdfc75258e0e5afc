"""Reads a site's sitemaps (https://www.sitemaps.org/protocol.html), within bounds and through our own fetcher.

A library for this would bring a web client of its own, follow what it likes, and unpack what it is sent.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from urllib.parse import urlsplit

from a11ycheck.errors import TargetError
from a11ycheck.web.addresses import belongs_together, clean
from a11ycheck.web.xml import child, children, local, read_xml, text

MOST_FILES = 50
MOST_ADDRESSES = 50_000
"""As many as one sitemap may hold."""
LARGEST = 20 * 1024 * 1024
"""Bytes of one file, unpacked."""

Fetch = Callable[[str], bytes]
"""The bytes of an address, b"" when there are none to be had."""


def read_sitemaps(first: Sequence[str], fetch: Fetch) -> list[str]:
    """The cleaned addresses of pages in these sitemaps and those that they name, each once, in their order.

    What is no sitemap, or belongs to another site, is passed over: a sitemap is a hint and not a target.
    """
    waiting, read, found = list(first), set[str](), dict[str, None]()
    while waiting and len(read) < MOST_FILES and len(found) < MOST_ADDRESSES:
        address = waiting.pop(0)
        if address in read or not belongs_together(first[0], address):
            continue
        read.add(address)
        maps, pages = _understood(_unpacked(fetch(address)))
        waiting += maps
        found |= dict.fromkeys(pages[: MOST_ADDRESSES - len(found)])
    return list(found)


def _understood(data: bytes) -> tuple[list[str], list[str]]:
    """The sitemaps and the pages that a file names."""
    if not data.strip():
        return [], []
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        lines = data.decode("utf-8", "replace").splitlines()[:MOST_ADDRESSES]
        return [], [page for page in map(clean, lines) if page]
    try:
        root = read_xml(data, "", "")
    except TargetError:
        return [], []
    named = [clean(text(child(one, "loc"))) for kind in ("sitemap", "url") for one in children(root, kind)]
    named = [one for one in named if one and urlsplit(one).scheme in ("http", "https")]
    return (named, []) if local(root) == "sitemapindex" else ([], named)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data[:LARGEST]
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as file:
            return file.read(LARGEST)
    except (OSError, EOFError, zlib.error):
        return b""
