"""Who is signed in on a target while it is audited: the session's state, noticing its end, and signing in again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, StorageState
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.timeouts import bounded, within
from a11ycheck.errors import BrowserError, TargetError
from a11ycheck.inpage import script
from a11ycheck.logins import LOGINS
from a11ycheck.logins.fill import POLL, find_form, sign_in
from a11ycheck.logins.held_network import HeldNetwork
from a11ycheck.logins.interface import Account, LoginForm
from a11ycheck.logins.named_sockets import sign_in_context
from a11ycheck.web.access import PUBLIC_ACCESS, Access
from a11ycheck.web.address_patterns import template
from a11ycheck.web.addresses import clean, origin
from a11ycheck.web.named_origins import NamedOrigins

OPEN_TIMEOUT = 30.0
"""Seconds for the start page or the login page to load."""
DRAW_TIMEOUT = 6.0
"""Seconds after that for an application to show who is signed in, or its form."""
FRAME_TIMEOUT = 2.0
"""Seconds for a frame to answer."""
MOST_FAILURES = 3
"""Failures in a row after which nobody is signed in again."""
_LOGIN_LINKS = "a[href*='login' i], a[href*='signin' i], a[href*='sign-in' i], a[href*='inloggen' i], a[href*='auth' i]"


@dataclass(slots=True)
class Login:
    """The login on one target.

    `start` is the target's address. `login_page` is the address to sign in, "" for where the site itself leads. The
    password goes to the origins of these two and to the login hosts of `access`; `told` has the hosts that got it.
    `state` is the browser's cookies and storage. Without an `account`, signing in again is
    impossible. `number` counts the times that somebody was signed in: what was opened before the last one has an old
    state.
    """

    start: str
    state: StorageState = field(default_factory=StorageState)
    account: Account | None = None
    login_page: str = ""
    access: Access = PUBLIC_ACCESS
    forms: Sequence[LoginForm] = LOGINS
    number: int = 0
    told: tuple[str, ...] = ()
    _signed_in: str = ""
    """The selector of what the start page shows to somebody who is signed in, "" when nothing known is there."""
    _templates_without: set[str] = field(default_factory=set)
    """Templates (web/address_patterns.py) of pages that don't show it, though somebody is signed in."""
    _failures: int = 0
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return a copy for another process: it knows who is signed in, but not the account."""
        known = (self.login_page, self.access, self.forms, self.number, self._signed_in)
        return Login, (self.start, self.state, None, *known)

    async def begin(self, browser: Browser) -> None:
        """Sign in, or check that the given state is still valid. Raises TargetError with the reason when it fails."""
        async with self._lock:
            await self._renew_state(browser)

    async def renew(self, browser: Browser, number: int) -> bool:
        """Sign in again after the session `number` ended; return whether somebody is signed in now."""
        async with self._lock:
            if number != self.number:
                return True  # another page noticed first
            if not self.account or self._failures >= MOST_FAILURES:
                return False
            try:
                await self._renew_state(browser)
            except (TargetError, BrowserError):
                self._failures += 1
                return False
            self._failures = 0
            return True

    async def has_ended(self, tab: Tab, asked: str) -> bool:
        """Return whether the page that was opened for the address `asked` shows that nobody is signed in any more."""
        if self._signed_in and await tab.query_selector(self._signed_in):
            return False
        if clean(tab.url) != clean(asked) and await find_form(tab, self.forms):
            return True
        if not self._signed_in:
            return False
        kind = template(clean(tab.url))
        if kind in self._templates_without:
            return False  # for example a player or a popup, which names nobody
        if await self._wait_to_show(tab, self._signed_in):
            return False
        if await self._start_page_is_signed_in(tab.context):
            self._templates_without.add(kind)
            return False
        return True

    async def has_form(self, tab: Tab) -> bool:
        """Return whether one of the frames of a page shows a login form."""
        for frame in tab.frames:
            try:
                if await within(find_form(frame, self.forms), FRAME_TIMEOUT):
                    return True
            except TimeoutError:
                continue
        return False

    async def _start_page_is_signed_in(self, context: BrowserContext) -> bool:
        tab = await context.new_page()
        try:
            await _go(tab, self.start)
            return await self._wait_to_show(tab, self._signed_in)
        except TargetError:
            return True  # the site is in trouble, which says nothing about the session
        finally:
            await bounded(tab.close())

    async def _renew_state(self, browser: Browser) -> None:
        browser = await browser.for_access(self.access)
        try:
            if self.account:
                await self._sign_in_anew(browser, self.account)
                return
            kept = {"storage_state": self.state} if self.state else {}
            context = await browser.new_context(**self.access.context_options(), **kept)
            try:
                tab = await context.new_page()
                await _go(tab, self.start)
                await self._learn(tab)
            finally:
                await bounded(context.close())
        except PlaywrightError as error:
            raise TargetError("login-unreachable", address=urlsplit(self.start).hostname or "") from error

    async def _sign_in_anew(self, browser: Browser, account: Account) -> None:
        """Sign in from the beginning: a session that just ended here may still seem alive there.

        That is done in a browser of its own, because its whole network is held meanwhile.
        """
        async with browser.new_instance() as own, sign_in_context(own, self.access, self._named) as context:
            tab = await context.new_page()
            async with HeldNetwork(tab, self._named, self.start) as network:
                await _go(tab, self.start)
                await self._sign_in(tab, account, network)
                await network.leave_pages()
                await _go(tab, self.start)
            self.told = tuple(host for host in network.told if host != urlsplit(clean(self.start)).netloc)
            await self._learn(tab)

    async def _learn(self, tab: Tab) -> None:
        """Learn from the start page how the site shows who is signed in, and keep the state."""
        await self._wait_to_show(tab, ", ".join(form.signed_in for form in self.forms))
        if not self.account and await find_form(tab, self.forms):
            raise TargetError("session-over", address=self.start)
        self._signed_in = await self._find_signed_in(tab) or self._signed_in
        self.state = await tab.context.storage_state()
        self.number += 1

    async def _sign_in(self, tab: Tab, account: Account, network: HeldNetwork) -> None:
        if self.login_page:
            await _go(tab, self.login_page)
        else:
            await self._wait_to_show(tab, _LOGIN_LINKS)
            link = None if await find_form(tab, self.forms) else await tab.query_selector(_LOGIN_LINKS)
            if link:
                await _go(tab, str(await link.evaluate(script("page.destination"))))
        await sign_in(tab, account, self.forms, network)

    @property
    def _named(self) -> NamedOrigins:
        """The origins that get the password."""
        given = [clean(address) for address in (self.start, self.login_page) if address]
        return NamedOrigins(tuple(map(origin, given)), self.access.login_hosts)

    async def _wait_to_show(self, tab: Tab, selector: str) -> bool:
        """Wait until a page shows what a selector matches, or a login form; return whether it was the first."""
        deadline = time.monotonic() + DRAW_TIMEOUT
        while time.monotonic() < deadline:
            try:
                if await tab.query_selector(selector):
                    return True
                if await find_form(tab, self.forms):
                    return False
            except PlaywrightError:
                pass  # between two documents
            await asyncio.sleep(POLL)
        return False

    async def _find_signed_in(self, tab: Tab) -> str:
        for form in self.forms:
            if await tab.query_selector(form.signed_in):
                return form.signed_in
        return ""


async def _go(tab: Tab, address: str) -> None:
    try:
        await tab.goto(address, wait_until="load", timeout=OPEN_TIMEOUT * 1000)
    except PlaywrightError as error:
        raise TargetError("login-unreachable", address=urlsplit(address).hostname or "") from error
