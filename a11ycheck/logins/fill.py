"""Fills in a login page: the one place where this program sends a form."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

from playwright.async_api import ElementHandle, Frame
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.pending_requests import Unanswered
from a11ycheck.errors import TargetError
from a11ycheck.logins.interface import Account, Form
from a11ycheck.web.addresses import is_loopback

PATIENCE = 15.0
"""Seconds for a form to appear, and for a site to let somebody in."""

# The name stands just before the password, and a search box before both; a page that asks for the name first has none.
_FIELDS = """({user, password}) => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(
    (one) => one instanceof HTMLInputElement && one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
  const secret = seen(password).find((one) => one.type === 'password') || null;
  const names = seen(user).filter((one) => one !== secret && one.type !== 'password');
  const before = secret ? names.filter((one) => one.form === secret.form
    && one.compareDocumentPosition(secret) & Node.DOCUMENT_POSITION_FOLLOWING) : names;
  return [before.at(secret ? -1 : 0) || null, secret];
}"""


async def form_here(tab: Tab | Frame, forms: Sequence[Form]) -> Form | None:
    """Which login form a page shows, None when it shows none."""
    for form in forms:
        try:
            if not await tab.query_selector(form.here):
                continue
            name, secret = await _fields(tab, form)
        except PlaywrightError:
            return None  # the page is just being left
        if secret or (name and form is not forms[-1]):
            return form
    return None


async def sign_in(tab: Tab, account: Account, forms: Sequence[Form]) -> Form:
    """Sign in on the login page that stands in `tab`; which form it was.

    Raises TargetError when there is no form, when name and password would go over an open line, or are refused.
    """
    form = await _wait_for_form(tab, forms)
    parts = urlsplit(tab.url)
    if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        raise TargetError("login-open-line", host=parts.hostname or "")
    name, secret = await _fields(tab, form)
    if name:
        await name.fill(account.user)
        if not secret:
            await name.press("Enter")
            secret = await _wait_for_secret(tab, form)
    if not secret:
        raise TargetError("login-no-form", address=parts.hostname or "")
    await secret.fill(account.password)
    button = await tab.query_selector(form.send) if form.send else None
    # An application may hide its form while it waits for the answer.
    sending = Unanswered(tab, lambda one: one.method != "GET")
    await (button.click() if button and await button.is_visible() else secret.press("Enter"))
    await _wait_until_inside(tab, form, forms, sending)
    return form


async def _fields(tab: Tab | Frame, form: Form) -> tuple[ElementHandle | None, ElementHandle | None]:
    handle = await tab.evaluate_handle(_FIELDS, {"user": form.user, "password": form.password})
    found = await handle.get_properties()
    return found["0"].as_element(), found["1"].as_element()


async def _wait_for_form(tab: Tab, forms: Sequence[Form]) -> Form:
    deadline = time.monotonic() + PATIENCE
    while (form := await form_here(tab, forms)) is None:
        if time.monotonic() > deadline:
            raise TargetError("login-no-form", address=urlsplit(tab.url).hostname or "")
        await asyncio.sleep(0.2)
    return form


async def _wait_for_secret(tab: Tab, form: Form) -> ElementHandle | None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if secret := (await _fields(tab, form))[1]:
                return secret
        except PlaywrightError:
            pass  # between two pages
        await asyncio.sleep(0.2)
    return None


async def _wait_until_inside(tab: Tab, form: Form, forms: Sequence[Form], sending: Unanswered) -> None:
    deadline = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < 3:
        await asyncio.sleep(0.3)
        if sending.open and time.monotonic() < deadline:
            quiet = 0
        elif await form_here(tab, forms):
            quiet = 0
            if time.monotonic() > deadline or await _is_refused(tab, form):
                raise TargetError("login-refused", host=urlsplit(tab.url).hostname or "")
        else:
            quiet += 1
    await tab.wait_for_load_state("domcontentloaded", timeout=PATIENCE * 1000)


async def _is_refused(tab: Tab, form: Form) -> bool:
    try:
        found = await tab.query_selector_all(form.refused)
        return any([await one.is_visible() and (await one.inner_text()).strip() for one in found])
    except PlaywrightError:
        return False
