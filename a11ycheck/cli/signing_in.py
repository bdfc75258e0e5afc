"""Options about signing in become sessions; `a11ycheck login` keeps one."""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from a11ycheck.browser.chromium import find
from a11ycheck.cli.options import CONFIGURABLE, Options
from a11ycheck.errors import UsageError
from a11ycheck.logins import BY_NAME, LOGINS
from a11ycheck.logins.accounts import Ask, find_account
from a11ycheck.logins.interface import Account
from a11ycheck.logins.login import Login
from a11ycheck.logins.states import keep_state, read_state, state_file
from a11ycheck.logins.window import has_screen, signed_in
from a11ycheck.model import Lang
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources.address_list import AddressList
from a11ycheck.sources.interface import Lasting
from a11ycheck.sources.website.website import Website
from a11ycheck.text import redact
from a11ycheck.text.words import Words, read_words
from a11ycheck.web.access import Access
from a11ycheck.web.addresses import clean, origin, read_start
from a11ycheck.web.http_client import HttpClient

PASSPHRASE = "A11YCHECK_CERTIFICATE_PASSPHRASE"  # noqa: S105, of a variable


def by_hand(url: str, browser: str | None, lang: Lang) -> None:
    """Open a window at this address, and keep who is signed in when the person says so, or closes it.

    Raises UsageError where there is no screen, or when nobody signed in.
    """
    words, address = read_words(lang), read_start(url)
    file = state_file(address)
    if not has_screen():
        raise UsageError("login-no-screen", address=redact.url(address), file=file)
    click.echo(words("terminal.login-now"), err=True)
    state = asyncio.run(signed_in(find(browser, shell=False), address, sys.stdin.readline))
    keep_state(address, state)
    click.echo(words("terminal.login-kept", file=file))


def roles(options: Options) -> Iterator[tuple[str, Options]]:
    """Each role with the options as it has them; one without a name where the configuration has none."""
    if not options.roles:
        yield "", options
    for role in options.roles:
        given: dict[str, Any] = {CONFIGURABLE[key].parameter: value for key, value in role.options.items()}
        yield role.name, replace(options, **given)


def signed(order: ScanTarget, options: Options, role: str) -> ScanTarget:
    """The order with how its site is spoken to and who is signed in there as this role."""
    source = order.source
    if role:
        source.name = f"{source.name} ({role})"
    start = source.asked[0] if isinstance(source, Lasting) else ""
    access = Access(
        user_agent=options.user_agent,
        headers=_headers(options.header),
        proxy=options.proxy,
        trusting=options.ignore_tls_errors,
        certificate=str(options.client_certificate or ""),
        passphrase=_passphrase(options),
        sites=_sites(source),
    )
    session = None
    if options.login == "basic":
        account = _account(role, options)
        access = replace(access, basic=(account.user, account.password))
    else:
        session = _session(start, role, options, access)
    if isinstance(source, Website | AddressList):
        source.line = HttpClient(access, (lambda: session.state) if session else dict)
    return replace(order, label=role, access=access, session=session)


def _sites(source: object) -> tuple[str, ...]:
    """The origins of the addresses that a website was asked for."""
    asked = map(clean, source.asked) if isinstance(source, Lasting) else ()
    return tuple(dict.fromkeys(origin(address) for address in asked if address))


def _session(start: str, role: str, options: Options, access: Access) -> Login | None:
    page = read_start(options.login_page) if options.login_page else ""
    if options.storage_state:
        return Login(start, read_state(options.storage_state), login_page=page, access=access)
    if options.login == "none" or (options.login == "kept" and not state_file(start).is_file()):
        return None
    if options.login == "kept":
        return Login(start, read_state(state_file(start)), login_page=page, access=access)
    forms = LOGINS if options.login == "auto" else (BY_NAME[options.login], LOGINS[-1])
    return Login(start, account=_account(role, options), login_page=page, forms=forms, access=access)


def _account(role: str, options: Options) -> Account:
    account = find_account(role, options.credentials, _asking(read_words(options.lang), role))
    redact.hide(account.user, account.password)
    return account


def _asking(words: Words, role: str) -> Ask | None:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(secret: bool) -> str:
        said = words("terminal.ask-password" if secret else "terminal.ask-user")
        return str(click.prompt(f"{said} ({role})" if role else said, hide_input=secret, err=True))

    return ask


def _passphrase(options: Options) -> str:
    """Of the certificate's key; "" where it has none. Raises UsageError when the file cannot be used."""
    if not options.client_certificate:
        return ""
    secret = os.environ.get(PASSPHRASE, "")
    redact.hide(secret)
    try:
        # An empty passphrase, else OpenSSL asks for one on the terminal.
        ssl.create_default_context().load_cert_chain(options.client_certificate, password=secret)
    except (OSError, ValueError):
        raise UsageError("certificate-unusable", file=options.client_certificate, variable=PASSPHRASE) from None
    return secret


def _headers(given: tuple[str, ...]) -> dict[str, str]:
    """NAME=VARIABLE: a value on the command line would stand in the list of processes and in the shell's history."""
    headers: dict[str, str] = {}
    for pair in given:
        name, equals, variable = pair.partition("=")
        value = os.environ.get(variable.strip(), "")
        if not equals or not name.strip() or not value:
            raise UsageError("header-variable", given=name[:60], variable=variable[:60])
        redact.hide(value)
        headers[name.strip()] = value
    return headers
