"""What a site's robots.txt asks of a crawler (RFC 9309, https://www.rfc-editor.org/rfc/rfc9309)."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request

from protego import Protego

from a11ycheck.web.http_client import PLAIN, HttpClient

USER_AGENT = "a11ycheck"
LARGEST = 512 * 1024
"""Bytes; RFC 9309 asks for at least 500 KiB. What comes after it is not read."""
MOST_SITEMAPS = 50
TIMEOUT = 10.0
"""Seconds for the whole answer."""


@dataclass(frozen=True, slots=True)
class Robots:
    """`allows(url)`, the delay asked for in seconds or None, and why the file could not be read, or ""."""

    allows: Callable[[str], bool]
    delay: float | None = None
    unreachable: str = ""
    sitemaps: tuple[str, ...] = ()


EVERYTHING = Robots(lambda _: True)


def read_robots(
    origin: str, user_agent: str = USER_AGENT, timeout: float = TIMEOUT, line: HttpClient = PLAIN
) -> Robots:
    """The rules of `origin` (scheme, host and port).

    A site that answers 4xx has no rules. One that answers 5xx or not at all may be in trouble, and RFC 9309 (2.3.1.4)
    asks to stay away: then nothing is allowed and `unreachable` says why.
    """
    answer = _Answer(LARGEST, line)
    if not answer.within(timeout, f"{origin}/robots.txt", user_agent):
        return _closed("no answer")
    if answer.trouble:
        return _closed(answer.trouble)
    return understand(answer.body, user_agent)


def fetch_file(
    url: str, most: int, user_agent: str = USER_AGENT, timeout: float = TIMEOUT, line: HttpClient = PLAIN
) -> bytes:
    """At most `most` bytes of a file beside robots.txt; b"" when it is not there or does not come in time."""
    answer = _Answer(most, line)
    return answer.body if answer.within(timeout, url, user_agent) and not answer.trouble else b""


def understand(body: bytes, user_agent: str = USER_AGENT) -> Robots:
    """The rules in a robots.txt for this user agent."""
    rules = Protego.parse(body[:LARGEST].decode("utf-8", "replace").lstrip("\ufeff"))
    delay = rules.crawl_delay(user_agent)
    return Robots(
        lambda url: bool(rules.can_fetch(url, user_agent)),
        None if delay is None else max(0.0, float(delay)),
        sitemaps=tuple(str(one) for one in rules.sitemaps)[:MOST_SITEMAPS],
    )


def _closed(why: str) -> Robots:
    return Robots(lambda _: False, unreachable=why)


@dataclass(slots=True)
class _Answer:
    most: int
    line: HttpClient
    body: bytes = b""
    trouble: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def within(self, timeout: float, url: str, user_agent: str) -> bool:
        """Read it; whether that ended in time."""
        # A thread, because a server that sends one byte at a time keeps every single read within its time limit.
        reader = threading.Thread(target=self.read, args=(url, user_agent, timeout), daemon=True)
        reader.start()
        reader.join(timeout)
        return not reader.is_alive()

    def read(self, url: str, user_agent: str, timeout: float) -> None:
        try:
            request = Request(url, headers={"User-Agent": user_agent, "Accept": "text/plain,*/*;q=0.1"})  # noqa: S310
            with self.line.opener(_Redirects()).open(request, timeout=timeout) as response:
                self.body = response.read(self.most)
        except HTTPError as error:
            error.close()
            self.trouble = f"HTTP {error.code}" if error.code >= 500 else ""
        except (OSError, HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            # Python may know fewer certificate authorities than the browser, which judges the certificate itself.
            self.trouble = "" if isinstance(reason, ssl.SSLCertVerificationError) else _short(reason)


class _Redirects(HTTPRedirectHandler):
    max_redirections = 5  # RFC 9309, 2.3.1.2: at least five; a longer chain means there is no file


def _short(reason: object) -> str:
    return (getattr(reason, "strerror", None) or str(reason) or type(reason).__name__)[:100]
