"""Fill in a login page: the one place where this program signs in with a form."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import ElementHandle, Frame
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.pending_requests import Unanswered
from a11ycheck.errors import TargetError
from a11ycheck.inpage import assemble
from a11ycheck.logins.interface import Account, LoginForm
from a11ycheck.web.addresses import is_loopback

TIMEOUT = 15.0
"""Seconds for a form to appear, and for a site to accept the account."""
POLL = 0.2
"""Seconds between two looks at a page."""
STEADY_LOOKS = 3
"""Looks in a row without a form after which somebody is signed in."""
_FIELDS = assemble(Path(__file__).with_name("fields.js").read_text(encoding="utf-8"))


async def find_form(tab: Tab | Frame, forms: Sequence[LoginForm]) -> LoginForm | None:
    """Return which login form a page shows, or None when it shows none."""
    for form in forms:
        try:
            if not await tab.query_selector(form.login_page):
                continue
            name, password = await _find_fields(tab, form)
        except PlaywrightError:
            return None  # the browser is leaving the page
        if password or (name and form is not forms[-1]):
            return form
    return None


async def sign_in(tab: Tab, account: Account, forms: Sequence[LoginForm]) -> LoginForm:
    """Sign in on the login page in `tab` and return which form it was.

    Raises TargetError when there is no form, when the password would be sent unencrypted, or when it is refused.
    """
    form = await _wait_for_form(tab, forms)
    parts = urlsplit(tab.url)
    if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        raise TargetError("login-open-line", host=parts.hostname or "")
    name, password = await _find_fields(tab, form)
    if name:
        await name.fill(account.user)
        if not password:
            await name.press("Enter")
            password = await _wait_for_password(tab, form)
    if not password:
        raise TargetError("login-no-form", address=parts.hostname or "")
    await password.fill(account.password)
    button = await tab.query_selector(form.submit) if form.submit else None
    # An application may hide its form while it waits for the answer.
    sending = Unanswered(tab, lambda request: request.method != "GET")
    await (button.click() if button and await button.is_visible() else password.press("Enter"))
    await _wait_until_signed_in(tab, form, forms, sending)
    return form


async def _find_fields(tab: Tab | Frame, form: LoginForm) -> tuple[ElementHandle | None, ElementHandle | None]:
    """Return the fields for the name and the password, as far as the page shows them."""
    handle = await tab.evaluate_handle(_FIELDS, {"user": form.user, "password": form.password})
    fields = await handle.get_properties()
    return fields["0"].as_element(), fields["1"].as_element()


async def _wait_for_form(tab: Tab, forms: Sequence[LoginForm]) -> LoginForm:
    deadline = time.monotonic() + TIMEOUT
    while (form := await find_form(tab, forms)) is None:
        if time.monotonic() > deadline:
            raise TargetError("login-no-form", address=urlsplit(tab.url).hostname or "")
        await asyncio.sleep(POLL)
    return form


async def _wait_for_password(tab: Tab, form: LoginForm) -> ElementHandle | None:
    deadline = time.monotonic() + TIMEOUT
    while time.monotonic() < deadline:
        try:
            if password := (await _find_fields(tab, form))[1]:
                return password
        except PlaywrightError:
            pass  # between two pages
        await asyncio.sleep(POLL)
    return None


async def _wait_until_signed_in(tab: Tab, form: LoginForm, forms: Sequence[LoginForm], sending: Unanswered) -> None:
    deadline = time.monotonic() + TIMEOUT
    looks_without_form = 0
    while looks_without_form < STEADY_LOOKS:
        await asyncio.sleep(0.3)
        if sending.open and time.monotonic() < deadline:
            looks_without_form = 0
        elif await find_form(tab, forms):
            looks_without_form = 0
            if time.monotonic() > deadline or await _shows_error(tab, form):
                raise TargetError("login-refused", host=urlsplit(tab.url).hostname or "")
        else:
            looks_without_form += 1
    await tab.wait_for_load_state("domcontentloaded", timeout=TIMEOUT * 1000)


async def _shows_error(tab: Tab, form: LoginForm) -> bool:
    try:
        elements = await tab.query_selector_all(form.error)
        return any([await element.is_visible() and (await element.inner_text()).strip() for element in elements])
    except PlaywrightError:
        return False
