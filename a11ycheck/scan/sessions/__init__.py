"""The sessions of this computer: a platform's pages, a package, or a package that plays on a platform's page."""

from __future__ import annotations

from a11ycheck.browser.browser import Browser
from a11ycheck.scan.session import SessionSetup
from a11ycheck.scan.sessions.package import PackageSession
from a11ycheck.scan.sessions.site import SiteSession


async def open_session(browser: Browser, setup: SessionSetup) -> PackageSession | SiteSession:
    """Return a session for the target of `setup`, to be used as `async with await open_session(…) as session`.

    Raises BrowserError when the browser gives no tab.
    """
    if setup.network:
        return await PackageSession.open(browser, setup, setup.network)
    return await SiteSession.open(browser, setup)
