"""Read a site's sitemaps (https://www.sitemaps.org/protocol.html) within bounds, with the project's HTTP client.

A library for this would bring its own HTTP client, follow whatever it likes, and unpack whatever it is sent.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Awaitable, Callable, Sequence
from io import BytesIO
from urllib.parse import urlsplit

from a11ycheck.errors import TargetError
from a11ycheck.isolation.process import Crashed, IsolatedCall, TimeUp
from a11ycheck.web.addresses import clean
from a11ycheck.web.xml import child, children, local, read_xml, text

MOST_FILES = 50
MOST_ADDRESSES = 50_000
"""As many as one sitemap may hold."""
LARGEST = 20 * 1024 * 1024
"""Bytes of one file, unpacked."""

PARSING = IsolatedCall("a11ycheck.sources.website.sitemap:parse", 20.0)
FetchSitemap = Callable[[str], Awaitable[bytes]]
"""Returns the bytes at an address, b"" when there are none."""


async def read_sitemaps(first: Sequence[str], fetch: FetchSitemap, may_fetch: Callable[[str], bool]) -> list[str]:
    """Return the cleaned addresses of pages in these sitemaps and in those that they name, each once, in their order.

    A file that is no sitemap, or whose address `may_fetch` refuses, is ignored: a sitemap is only a hint.
    """
    waiting, read, found = list(first), set[str](), dict[str, None]()
    while waiting and len(read) < MOST_FILES and len(found) < MOST_ADDRESSES:
        address = waiting.pop(0)
        if address in read or not may_fetch(address):
            continue
        read.add(address)
        sitemaps, pages = await _parsed(await fetch(address))
        waiting += sitemaps
        found |= dict.fromkeys(pages[: MOST_ADDRESSES - len(found)])
    return list(found)


async def _parsed(packed: bytes) -> tuple[list[str], list[str]]:
    """Return what `parse` returns, from a process of its own; nothing when that takes too long."""
    if not packed.strip():
        return [], []
    try:
        sitemaps, pages = await PARSING.run(packed)
    except (TimeUp, Crashed):
        return [], []
    return sitemaps, pages


def parse(packed: bytes) -> tuple[list[str], list[str]]:
    """Return the sitemaps and the pages that a file names."""
    data = _unpacked(packed)
    if not data.strip():
        return [], []
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        lines = data.decode("utf-8", "replace").splitlines()[:MOST_ADDRESSES]
        return [], [page for page in map(clean, lines) if page]
    try:
        root = read_xml(data, "", "")
    except TargetError:
        return [], []
    rows = [row for kind in ("sitemap", "url") for row in children(root, kind)]
    addresses = [clean(text(child(row, "loc"))) for row in rows]
    addresses = [address for address in addresses if address and urlsplit(address).scheme in ("http", "https")]
    return (addresses, []) if local(root) == "sitemapindex" else ([], addresses)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data[:LARGEST]
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as file:
            return file.read(LARGEST)
    except (OSError, EOFError, zlib.error):
        return b""
