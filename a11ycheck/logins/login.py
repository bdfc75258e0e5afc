"""Who is signed in on one target while it is audited: the session's state, its end noticed, signed in again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.timeouts import bounded, within
from a11ycheck.errors import TargetError
from a11ycheck.logins import LOGINS
from a11ycheck.logins.fill import form_here, sign_in
from a11ycheck.logins.interface import Account, Form
from a11ycheck.web.access import PUBLIC_ACCESS, Access
from a11ycheck.web.address_patterns import template
from a11ycheck.web.addresses import belongs_together, clean

OPEN = 30.0
"""Seconds for the start page or the login page to open."""
DRAWN = 6.0
"""Seconds after that for an application to draw who is signed in, or its form."""
ANSWER = 2.0
"""Seconds for a frame to say what it shows."""
MOST_FAILURES = 3
"""Times in a row that signing in again may fail before it is left."""
_WAY_IN = "a[href*='login' i], a[href*='signin' i], a[href*='sign-in' i], a[href*='inloggen' i], a[href*='auth' i]"


@dataclass(slots=True)
class Login:
    """`start` is the target's address, `login_page` where one signs in, "" for where the site itself leads.

    `state` is the browser's cookies and storage, as Playwright has them. Without an `account` nobody can be signed in
    again. `number` counts the times that somebody was signed in: what was opened before that has an old state.
    """

    start: str
    state: Mapping[str, Any] = field(default_factory=dict)
    account: Account | None = None
    login_page: str = ""
    access: Access = PUBLIC_ACCESS
    """How the site is spoken to."""
    forms: Sequence[Form] = LOGINS
    number: int = 0
    _inside: str = ""
    """What is seen on the start page by somebody who is signed in, "" when nothing we know is."""
    _without: set[str] = field(default_factory=set)
    """Templates (sources/sample.py) of pages that do not show it to somebody who is signed in."""
    _failures: int = 0
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy for another process: it knows who is signed in, and no password."""
        known = (self.login_page, self.access, self.forms, self.number, self._inside)
        return Login, (self.start, self.state, None, *known)

    async def begin(self, browser: Browser) -> None:
        """Sign in, or see that the state given is still good. Raises TargetError when it is not, or names why."""
        async with self._lock:
            await self._renewed(browser)

    async def renew(self, browser: Browser, number: int) -> bool:
        """Sign in again after the session `number` ended; whether that could be done."""
        async with self._lock:
            if number != self.number:
                return True  # another page noticed first
            if not self.account or self._failures >= MOST_FAILURES:
                return False
            try:
                await self._renewed(browser)
            except TargetError:
                self._failures += 1
                return False
            self._failures = 0
            return True

    async def is_over(self, tab: Tab, asked: str) -> bool:
        """Whether a page that was opened shows that nobody is signed in any more."""
        if self._inside and await tab.query_selector(self._inside):
            return False
        if clean(tab.url) != clean(asked) and await form_here(tab, self.forms):
            return True
        if not self._inside:
            return False
        kind = template(clean(tab.url))
        if kind in self._without:
            return False  # a player or a popup, say: a page that names nobody
        if await self._drawn(tab, self._inside):
            return False
        if await self._shows_inside(tab.context):
            self._without.add(kind)
            return False
        return True

    async def is_asked(self, tab: Tab) -> bool:
        """Whether one of the frames of a page asks to sign in."""
        for frame in tab.frames:
            try:
                if await within(form_here(frame, self.forms), ANSWER):
                    return True
            except TimeoutError:
                continue
        return False

    async def _shows_inside(self, context: BrowserContext) -> bool:
        tab = await context.new_page()
        try:
            await _go(tab, self.start)
            return await self._drawn(tab, self._inside)
        except TargetError:
            return True  # the site is in trouble, which says nothing of the session
        finally:
            await bounded(tab.close())

    async def _renewed(self, browser: Browser) -> None:
        # Whoever can sign in does so from the beginning: a session that just ended here may still seem alive there.
        kept = {"storage_state": dict(self.state)} if self.state and not self.account else {}
        context = await browser.new_context(**self.access.context_options(), **kept)
        try:
            await self.access.add_headers(context)
            tab = await context.new_page()
            await _go(tab, self.start)
            if self.account:
                await self._sign_in(tab, self.account)
                await _go(tab, self.start)
            await self._drawn(tab, ", ".join(form.inside for form in self.forms))
            if not self.account and await form_here(tab, self.forms):
                raise TargetError("session-over", address=self.start)
            self._inside = await self._seen_inside(tab) or self._inside
            self.state = dict(await context.storage_state())
            self.number += 1
        except PlaywrightError as error:
            raise TargetError("login-unreachable", address=urlsplit(self.start).hostname or "") from error
        finally:
            await bounded(context.close())

    async def _sign_in(self, tab: Tab, account: Account) -> None:
        if self.login_page:
            await _go(tab, self.login_page)
        else:
            await self._drawn(tab, _WAY_IN)
            way = None if await form_here(tab, self.forms) else await tab.query_selector(_WAY_IN)
            if way:
                await _go(tab, str(await way.evaluate("(link) => link.href")))
        asked = self.login_page or self.start
        if not belongs_together(asked, tab.url):
            raise TargetError("login-elsewhere", host=urlsplit(tab.url).hostname or "", address=self.start)
        await sign_in(tab, account, self.forms)

    async def _drawn(self, tab: Tab, wanted: str) -> bool:
        """Wait until a page shows what is wanted, or a form to sign in with; whether it is what was wanted."""
        deadline = time.monotonic() + DRAWN
        while time.monotonic() < deadline:
            try:
                if await tab.query_selector(wanted):
                    return True
                if await form_here(tab, self.forms):
                    return False
            except PlaywrightError:
                pass  # between two documents
            await asyncio.sleep(0.2)
        return False

    async def _seen_inside(self, tab: Tab) -> str:
        for form in self.forms:
            if await tab.query_selector(form.inside):
                return form.inside
        return ""


async def _go(tab: Tab, address: str) -> None:
    try:
        await tab.goto(address, wait_until="load", timeout=OPEN * 1000)
    except PlaywrightError as error:
        raise TargetError("login-unreachable", address=urlsplit(address).hostname or "") from error
