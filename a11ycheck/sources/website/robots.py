"""What a site's robots.txt asks of a crawler (RFC 9309, https://www.rfc-editor.org/rfc/rfc9309)."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request

from protego import Protego

from a11ycheck.web.addresses import belongs_together, clean
from a11ycheck.web.changing_addresses import address_changes
from a11ycheck.web.http_client import PLAIN_CLIENT, HttpClient

USER_AGENT = "a11ycheck"
LARGEST = 512 * 1024
"""Bytes that are read of the file; RFC 9309 asks for at least 500 KiB."""
MOST_SITEMAPS = 50
TIMEOUT = 10.0
"""Seconds for the whole answer."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one origin: whether they allow a URL, and the delay they ask for in seconds, or None.

    `unreachable` says why the file could not be read, "" when it could.
    """

    allows: Callable[[str], bool]
    delay: float | None = None
    unreachable: str = ""
    sitemaps: tuple[str, ...] = ()


ALLOW_ALL = Robots(lambda _: True)


def read_robots(
    origin: str, user_agent: str = USER_AGENT, timeout: float = TIMEOUT, http: HttpClient = PLAIN_CLIENT
) -> Robots:
    """Return the rules of an origin (scheme, host and port). Blocks until they are read, or `timeout` is over.

    A site that answers 4xx has no rules. One that answers 5xx or not at all may be in trouble, and RFC 9309 (2.3.1.4)
    asks to stay away: then nothing is allowed. A redirect to another owner's host is not followed, and means that there
    is no file.
    """
    download = _Download(LARGEST, http, lambda address: belongs_together(origin, address))
    if not download.run(f"{origin}/robots.txt", user_agent, timeout):
        return _disallow_all("no answer")
    if download.trouble:
        return _disallow_all(download.trouble)
    return parse_robots(download.body, user_agent)


def fetch_file(
    url: str,
    most: int,
    may_fetch: Callable[[str], bool],
    user_agent: str = USER_AGENT,
    timeout: float = TIMEOUT,
    http: HttpClient = PLAIN_CLIENT,
) -> bytes:
    """Return at most `most` bytes of a file such as a sitemap; b"" when it is not there or does not come in time.

    `may_fetch` is asked for each address that a redirect leads to; a file elsewhere counts as not there.
    """
    download = _Download(most, http, may_fetch)
    return download.body if download.run(url, user_agent, timeout) and not download.trouble else b""


def parse_robots(body: bytes, user_agent: str = USER_AGENT) -> Robots:
    """Return the rules in a robots.txt for a user agent."""
    rules = Protego.parse(body[:LARGEST].decode("utf-8", "replace").lstrip("\ufeff"))
    delay = rules.crawl_delay(user_agent)
    return Robots(
        lambda url: bool(rules.can_fetch(url, user_agent)),
        None if delay is None else max(0.0, float(delay)),
        sitemaps=tuple(str(sitemap) for sitemap in rules.sitemaps)[:MOST_SITEMAPS],
    )


def _disallow_all(why: str) -> Robots:
    return Robots(lambda _: False, unreachable=why)


@dataclass(slots=True)
class _Download:
    """A download with a bound on its size and on its whole time. `trouble` says why the server gave no answer."""

    most: int
    http: HttpClient
    may_fetch: Callable[[str], bool]
    body: bytes = b""
    trouble: str = ""

    def run(self, url: str, user_agent: str, timeout: float) -> bool:
        """Download a file; return whether that ended in time."""
        # In a thread, because a server that sends one byte at a time keeps every single read within its time limit.
        reader = threading.Thread(target=self._read, args=(url, user_agent, timeout), daemon=True)
        reader.start()
        reader.join(timeout)
        return not reader.is_alive()

    def _read(self, url: str, user_agent: str, timeout: float) -> None:
        try:
            request = Request(url, headers={"User-Agent": user_agent, "Accept": "text/plain,*/*;q=0.1"})  # noqa: S310
            with self.http.opener(_BoundRedirects(self.may_fetch)).open(request, timeout=timeout) as response:
                self.body = response.read(self.most)
        except HTTPError as error:
            error.close()
            self.trouble = f"HTTP {error.code}" if error.code >= 500 else ""
        except (OSError, HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            # Python may know fewer certificate authorities than the browser, which judges the certificate itself.
            self.trouble = "" if isinstance(reason, ssl.SSLCertVerificationError) else _short(reason)


class _BoundRedirects(HTTPRedirectHandler):
    """Follow a redirect only to where a file may be fetched, not out of https, and not to what changes something."""

    max_redirections = 5  # RFC 9309, 2.3.1.2: at least five; a longer chain means there is no file

    def __init__(self, may_fetch: Callable[[str], bool]) -> None:
        self._may_fetch = may_fetch

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Called by urllib for each redirect."""
        leaves_https = req.type == "https" and urlsplit(newurl).scheme != "https"
        if leaves_https or not self._may_fetch(newurl) or address_changes(clean(newurl), redirected=True):
            raise HTTPError(newurl, 404, "elsewhere", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _short(reason: object) -> str:
    return (getattr(reason, "strerror", None) or str(reason) or type(reason).__name__)[:100]
