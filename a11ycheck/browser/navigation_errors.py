"""Why a page could not be reached: what a server answers, what the browser says of it, what happened to the tab."""

from __future__ import annotations

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from playwright.async_api import Response

from a11ycheck.browser.downloads import of_type

TOO_MANY, UNAVAILABLE = 429, 503
HTML = ("text/html", "application/xhtml+xml", "image/svg+xml")


class NotReached(Exception):
    """A page that could not be tested: `why` is a stable word, `data` fills its sentence."""

    def __init__(self, why: str, **data: str) -> None:
        super().__init__(why)
        self.why = why
        self.data: Mapping[str, str] = data

    @property
    def hangs(self) -> bool:
        """Whether the tab may still be busy: the next page gets another."""
        return self.why in ("timeout", "dialogs", "popups")


class Died(NotReached):
    """The tab or the browser died, or no longer obeys: worth one more try on a new stage."""


class Hung(Died):
    """The page answers no more, and what was seen of its screen was handed over: others are worth a new stage."""


class Busy(NotReached):
    """The server asks to wait: worth another try after `seconds`, None when it does not say how many."""

    def __init__(self, status: int, seconds: float | None) -> None:
        super().__init__("http-status", status=str(status))
        self.seconds = seconds


class SignedOut(NotReached):
    """The session had ended when the page was opened: worth one more try after signing in again."""

    def __init__(self) -> None:
        super().__init__("session-ended")


def check_answer(response: Response | None) -> None:
    """Raises NotReached where a server did not give a page, Busy where it asks to wait."""
    if response is None:
        return
    if response.status == TOO_MANY or (response.status == UNAVAILABLE and "retry-after" in response.headers):
        raise Busy(response.status, retry_after(response.headers.get("retry-after", "")))
    if response.status >= 400:
        raise NotReached("http-status", status=str(response.status))
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in HTML:
        raise NotReached("not-html", type=kind[:80], **of_type(kind))


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
    """What the browser says of a page that did not open, in our words; `seconds` are those that were waited."""
    for part, why in _NET_ERRORS:
        if part in text:
            return NotReached(why, seconds=str(round(seconds)))
    return NotReached("load-failed", error=first_line(text))


def retry_after(value: str) -> float | None:
    """Seconds that a server asks to wait (RFC 9110, 10.2.3), None when it names none that can be read."""
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def first_line(error: object) -> str:
    """Of what Playwright says, as far as it fits in a report."""
    return (str(error).splitlines() or [""])[0].removeprefix("Page.goto: ")[:200]
