"""Why a page could not be reached: the server's answer, the browser's error, or what happened to the tab."""

from __future__ import annotations

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from playwright.async_api import Response

from a11ycheck.browser.downloads import document_of_type
from a11ycheck.evidence.reasons import KEEPS_TAB_BUSY, check_key

TOO_MANY, UNAVAILABLE = 429, 503
HTML = ("text/html", "application/xhtml+xml", "image/svg+xml")


class NotReached(Exception):
    """Raised for a page that could not be tested: `why` is the key of a reason, `data` fills its sentence."""

    def __init__(self, why: str, **data: str) -> None:
        check_key(why)
        super().__init__(why)
        self.why = why
        self.data: Mapping[str, str] = data

    @property
    def hangs(self) -> bool:
        """Whether the tab may still be busy, so that the next page needs another one."""
        return self.why in KEEPS_TAB_BUSY


class Died(NotReached):
    """Raised when the tab or the browser died or cannot be used: try the page once more in a new session."""


class Hung(Died):
    """Raised when the page no longer answers, after its screen was handed over: open the others in a new session."""


class Busy(NotReached):
    """Raised when the server asks to wait: try again after `seconds`, which is None when it does not say."""

    def __init__(self, status: int, seconds: float | None) -> None:
        super().__init__("http-status", status=str(status))
        self.seconds = seconds


class SignedOut(NotReached):
    """Raised when the login had ended: sign in again and try the page once more."""

    def __init__(self) -> None:
        super().__init__("session-ended")


def check_answer(response: Response | None) -> None:
    """Raise NotReached when the server did not send a page, or Busy when it asks to wait."""
    if response is None:
        return
    if response.status == TOO_MANY or (response.status == UNAVAILABLE and "retry-after" in response.headers):
        raise Busy(response.status, retry_after(response.headers.get("retry-after", "")))
    if response.status >= 400:
        raise NotReached("http-status", status=str(response.status))
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in HTML:
        raise NotReached("not-html", type=kind[:80], **document_of_type(kind))


_NET_ERRORS: tuple[tuple[str, str], ...] = (
    ("ERR_NAME_NOT_RESOLVED", "unknown-host"),
    ("ERR_CONNECTION_REFUSED", "refused"),
    ("ERR_TOO_MANY_REDIRECTS", "redirects"),
    ("ERR_CERT_", "certificate"),
    ("ERR_SSL_", "certificate"),
    ("Download is starting", "download"),
    ("ERR_ABORTED", "download"),
    ("ERR_TIMED_OUT", "timeout"),
)


def net_error(text: str, seconds: float) -> NotReached:
    """Return one of our errors for the browser's error text; `seconds` is how long we waited for the page."""
    for part, why in _NET_ERRORS:
        if part in text:
            return NotReached(why, seconds=str(round(seconds)))
    return NotReached("load-failed", error=first_line(text))


def retry_after(value: str) -> float | None:
    """Return the seconds that a server asks to wait (RFC 9110, 10.2.3), or None when it gives no readable number."""
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def first_line(error: object) -> str:
    """Return the first line of Playwright's message, short enough for a report."""
    return (str(error).splitlines() or [""])[0].removeprefix("Page.goto: ")[:200]
