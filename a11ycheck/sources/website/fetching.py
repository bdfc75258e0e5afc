"""Fetch one document from the web: with GET, bounded in size and time, and only from hosts that may be asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request

from a11ycheck.documents.interface import Unreadable
from a11ycheck.files.interface import MIB
from a11ycheck.sources.website.robots import USER_AGENT
from a11ycheck.web.addresses import clean
from a11ycheck.web.changing_addresses import address_changes
from a11ycheck.web.http_client import PLAIN_CLIENT, HttpClient

BYTES = 50 * MIB
SECONDS = 60.0
"""For all of one document."""
STALL = 15.0
"""Seconds without a byte."""
CHUNK = 64 * 1024


def fetch_document(
    address: str,
    may_fetch: Callable[[str], bool],
    seconds: float = SECONDS,
    limit: int = BYTES,
    http: HttpClient = PLAIN_CLIENT,
) -> bytes:
    """Return the bytes of a document. Blocks for at most `seconds`, or a stalled read longer.

    `may_fetch` tells whether the address that a redirect leads to may be asked. Raises Unreadable with the reason.
    """
    deadline = time.monotonic() + seconds
    try:
        # HttpClient refuses other schemes.
        request = Request(address, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})  # noqa: S310
        with http.opener(_HostBoundRedirects(may_fetch)).open(request, timeout=min(STALL, seconds)) as response:
            if (kind := response.headers.get_content_type()) in ("text/html", "application/xhtml+xml"):
                raise Unreadable("document-is-page", type=kind)
            if int(response.headers.get("Content-Length") or 0) > limit:
                raise Unreadable("document-too-large", limit=f"{limit // MIB} MB")
            chunks: list[bytes] = []
            size = 0
            while chunk := response.read1(CHUNK):
                size += len(chunk)
                if size > limit:
                    raise Unreadable("document-too-large", limit=f"{limit // MIB} MB")
                if time.monotonic() > deadline:
                    raise Unreadable("timeout", seconds=f"{seconds:.0f}")
                chunks.append(chunk)
    except HTTPError as error:
        error.close()
        raise Unreadable("http-status", status=str(error.code)) from None
    except TimeoutError:
        raise Unreadable("timeout", seconds=f"{seconds:.0f}") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, TimeoutError):
            raise Unreadable("timeout", seconds=f"{seconds:.0f}") from None
        raise Unreadable("load-failed", error=(str(reason) or type(reason).__name__)[:100]) from None
    return b"".join(chunks)


class _HostBoundRedirects(HTTPRedirectHandler):
    max_redirections = 5

    def __init__(self, may_fetch: Callable[[str], bool]) -> None:
        self._may_fetch = may_fetch

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not self._may_fetch(newurl):
            raise Unreadable("document-elsewhere")
        if address_changes(clean(newurl), redirected=True):
            raise Unreadable("redirects-to-change")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
