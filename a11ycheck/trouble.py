"""Why a page could not be tested, as far as it shows while the page is opened."""

from __future__ import annotations

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime


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


class Busy(NotReached):
    """The server asks to wait: worth another try after `seconds`, None when it does not say how many."""

    def __init__(self, status: int, seconds: float | None) -> None:
        super().__init__("http-status", status=str(status))
        self.seconds = seconds


class SignedOut(NotReached):
    """The session had ended when the page was opened: worth one more try after signing in again."""

    def __init__(self) -> None:
        super().__init__("session-ended")


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


def not_opened(text: str, seconds: float) -> NotReached:
    """What Playwright says of an address that could not be opened in so many seconds."""
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
    """The first line of what an error says, without the name of the call."""
    return (str(error).splitlines() or [""])[0].removeprefix("Page.goto: ")[:200]
