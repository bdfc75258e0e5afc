"""Get one document from the web: by GET, bounded in size and time, and only from hosts that may be asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request

from a11ycheck.access import OPEN_TO_ALL, Access
from a11ycheck.documents.interface import Unreadable
from a11ycheck.files.interface import MIB
from a11ycheck.sources.address import clean, site
from a11ycheck.sources.robots import USER_AGENT, opener

BYTES = 50 * MIB
SECONDS = 60.0
"""For all of one document."""
STALL = 15.0
"""Seconds without a byte."""
PIECE = 64 * 1024


def fetch(
    address: str,
    allowed: Callable[[str], bool],
    access: Access = OPEN_TO_ALL,
    seconds: float = SECONDS,
    limit: int = BYTES,
) -> bytes:
    """The bytes of a document; `allowed` says of the address that a redirect leads to whether it may be asked.

    The host of `address` hears all that `access` has to say, another one no secret. Raises Unreadable with the reason.
    """
    deadline = time.monotonic() + seconds
    try:
        within = _Within(allowed, access, site(clean(address)))
        asked = Request(address, headers=within.headers(address))  # noqa: S310, opener() knows no other
        with opener(within, access.proxy, trusting=access.trusting).open(
            asked, timeout=min(STALL, seconds)
        ) as response:
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

    def __init__(self, allowed: Callable[[str], bool], access: Access, home: str) -> None:
        self._allowed = allowed
        self._access = access
        self._home = home

    def headers(self, address: str) -> dict[str, str]:
        own = self._access.headers_for(address) if site(clean(address)) == self._home else {}
        return {"User-Agent": self._access.user_agent or USER_AGENT, "Accept": "*/*", **own}

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        if not self._allowed(newurl):
            raise Unreadable("document-elsewhere")
        new = super().redirect_request(req, fp, code, msg, headers, newurl)
        return Request(new.full_url, headers=self.headers(newurl)) if new else None  # noqa: S310
