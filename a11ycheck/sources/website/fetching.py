"""Get one document from the web: by GET, bounded in size and time, and only from hosts that may be asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request

from a11ycheck.documents.interface import Unreadable
from a11ycheck.files.interface import MIB
from a11ycheck.sources.website.robots import USER_AGENT
from a11ycheck.web.http_client import PLAIN, HttpClient

BYTES = 50 * MIB
SECONDS = 60.0
"""For all of one document."""
STALL = 15.0
"""Seconds without a byte."""
PIECE = 64 * 1024


def fetch(
    address: str, allowed: Callable[[str], bool], seconds: float = SECONDS, limit: int = BYTES, line: HttpClient = PLAIN
) -> bytes:
    """The bytes of a document; `allowed` says of the address that a redirect leads to whether it may be asked.

    Raises Unreadable with the reason.
    """
    deadline = time.monotonic() + seconds
    try:
        asked = Request(address, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})  # noqa: S310, a line knows no other
        with line.opener(_Within(allowed)).open(asked, timeout=min(STALL, seconds)) as response:
            if (kind := response.headers.get_content_type()) in ("text/html", "application/xhtml+xml"):
                raise Unreadable("document-is-page", type=kind)
            if int(response.headers.get("Content-Length") or 0) > limit:
                raise Unreadable("document-too-large", limit=f"{limit // MIB} MB")
            pieces: list[bytes] = []
            size = 0
            while piece := response.read1(PIECE):
                size += len(piece)
                if size > limit:
                    raise Unreadable("document-too-large", limit=f"{limit // MIB} MB")
                if time.monotonic() > deadline:
                    raise Unreadable("timeout", seconds=f"{seconds:.0f}")
                pieces.append(piece)
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
    return b"".join(pieces)


class _Within(HTTPRedirectHandler):
    max_redirections = 5

    def __init__(self, allowed: Callable[[str], bool]) -> None:
        self._allowed = allowed

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        if not self._allowed(newurl):
            raise Unreadable("document-elsewhere")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
