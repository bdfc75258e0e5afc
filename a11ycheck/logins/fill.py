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
from a11ycheck.logins.held_network import HeldNetwork
from a11ycheck.logins.interface import Account, LoginForm

TIMEOUT = 15.0
"""Seconds for a form to appear, and for a site to accept the account."""
POLL = 0.2
"""Seconds between two looks at a page."""
STEADY_LOOKS = 3
"""Looks in a row without a form after which somebody is signed in."""
_FIELDS = assemble(Path(__file__).with_name("fields.js").read_text(encoding="utf-8"))
_FIND, _DESTINATIONS = f"({_FIELDS}).find", f"({_FIELDS}).destinations"


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


async def sign_in(tab: Tab, account: Account, forms: Sequence[LoginForm], network: HeldNetwork) -> LoginForm:
    """Sign in on the login page in `tab` and return which form it was.

    Nothing is typed that would go to a host which may not have it. Raises TargetError when there is no form, when the
    name or the password would go elsewhere or unencrypted, or when they are refused.
    """
    form = await _wait_for_form(tab, forms)
    name, password = await _reachable_fields(tab, form)
    if name:
        await _check(network, name, await _button(tab, form) if password else None)
        network.hold_form()
        await name.fill(account.user)
        if not password:
            await _check(network, name, None)
            await name.press("Enter")
            await _wait_for_password(tab, form, network)
            _, password = await _reachable_fields(tab, form)
    if not password:
        raise TargetError("login-no-form", address=urlsplit(tab.url).hostname or "")
    button = await _button(tab, form)
    await _check(network, password, button)
    network.hold_secret(account.password)
    await password.fill(account.password)
    await _check(network, password, button)  # typing may have changed the form
    # An application may hide its form while it waits for the answer.
    sending = Unanswered(tab, lambda request: request.method != "GET")
    await (button.click() if button else password.press("Enter"))
    await _wait_until_signed_in(tab, (form, *forms), sending, network)
    return form


async def _check(network: HeldNetwork, field: ElementHandle, pressed: ElementHandle | None) -> None:
    """Raise TargetError unless all that gets what is typed into a field may have it."""
    for address in await field.evaluate(_DESTINATIONS, pressed):
        network.check(str(address))


async def _button(tab: Tab, form: LoginForm) -> ElementHandle | None:
    """Return the button that sends the form, None when Enter does."""
    button = await tab.query_selector(form.submit) if form.submit else None
    return button if button and await button.is_visible() else None


async def _reachable_fields(tab: Tab, form: LoginForm) -> tuple[ElementHandle | None, ElementHandle | None]:
    """Return the fields, looked at once more where they are in view: only there it shows what lies on them."""
    for field in await _find_fields(tab, form):
        if field:
            await field.scroll_into_view_if_needed()
    return await _find_fields(tab, form)


async def _find_fields(tab: Tab | Frame, form: LoginForm) -> tuple[ElementHandle | None, ElementHandle | None]:
    """Return the fields for the name and the password, as far as the page shows them."""
    handle = await tab.evaluate_handle(_FIND, {"user": form.user, "password": form.password})
    fields = await handle.get_properties()
    return fields["0"].as_element(), fields["1"].as_element()


async def _wait_for_form(tab: Tab, forms: Sequence[LoginForm]) -> LoginForm:
    deadline = time.monotonic() + TIMEOUT
    while (form := await find_form(tab, forms)) is None:
        if time.monotonic() > deadline:
            raise TargetError("login-no-form", address=urlsplit(tab.url).hostname or "")
        await asyncio.sleep(POLL)
    return form


async def _wait_for_password(tab: Tab, form: LoginForm, network: HeldNetwork) -> None:
    deadline = time.monotonic() + TIMEOUT
    while time.monotonic() < deadline:
        network.check_refused()
        try:
            if (await _find_fields(tab, form))[1]:
                return
        except PlaywrightError:
            pass  # between two pages
        await asyncio.sleep(POLL)
    network.check(tab.url)


async def _wait_until_signed_in(
    tab: Tab, forms: Sequence[LoginForm], sending: Unanswered, network: HeldNetwork
) -> None:
    """Wait for the site's answer to the first of these forms."""
    deadline = time.monotonic() + TIMEOUT
    looks_without_form = 0
    while looks_without_form < STEADY_LOOKS:
        await asyncio.sleep(0.3)
        network.check_refused()
        if sending.open and time.monotonic() < deadline:
            looks_without_form = 0
        elif await find_form(tab, forms[1:]):
            looks_without_form = 0
            if time.monotonic() > deadline or await _shows_error(tab, forms[0]):
                raise _refusal(urlsplit(tab.url).hostname or "", network.kept_out)
        else:
            looks_without_form += 1
    await tab.wait_for_load_state("domcontentloaded", timeout=TIMEOUT * 1000)


def _refusal(host: str, kept_out: str) -> TargetError:
    return TargetError("login-held", host=host, other=kept_out) if kept_out else TargetError("login-refused", host=host)


async def _shows_error(tab: Tab, form: LoginForm) -> bool:
    try:
        elements = await tab.query_selector_all(form.error)
        return any([await element.is_visible() and (await element.inner_text()).strip() for element in elements])
    except PlaywrightError:
        return False
