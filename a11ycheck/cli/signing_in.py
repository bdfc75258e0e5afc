"""From options to how a website is addressed and who is signed in there; and `a11ycheck login`."""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import click

from a11ycheck.browser.chromium import find
from a11ycheck.cli.option_table import CONFIG_KEYS, OPTIONS
from a11ycheck.cli.options import Options
from a11ycheck.errors import UsageError
from a11ycheck.files.own_files import read_private
from a11ycheck.logins import BY_NAME, LOGINS
from a11ycheck.logins.accounts import Ask, find_account
from a11ycheck.logins.interface import Account
from a11ycheck.logins.login import Login
from a11ycheck.logins.states import kept_state, read_state, save_state, state_file
from a11ycheck.logins.window import has_screen, sign_in_in_window
from a11ycheck.model import Lang
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources.interface import Source
from a11ycheck.text import redact
from a11ycheck.text.words import Words, read_words
from a11ycheck.web.access import Access
from a11ycheck.web.addresses import clean, origin, read_start
from a11ycheck.web.http_client import HttpClient
from a11ycheck.web.named_origins import read_host

PASSPHRASE = "A11YCHECK_CERTIFICATE_PASSPHRASE"  # noqa: S105, the name of a variable


@dataclass(frozen=True, slots=True)
class SiteAccess:
    """How a website is addressed, and who is signed in there."""

    access: Access
    login: Login | None

    @property
    def http(self) -> HttpClient:
        """The client for files that are fetched beside the browser, with the cookies of the login."""
        login = self.login
        return HttpClient(self.access, lambda: login.state) if login else HttpClient(self.access)

    def target(self, source: Source, label: str) -> ScanTarget:
        """Return the target of a scan with this access."""
        return ScanTarget(source, label, self.access, self.login)


def sign_in_by_hand(url: str, browser: str | None, lang: Lang) -> None:
    """Open a window at this address, and save the login when the person confirms it or closes the window.

    Raises UsageError when this computer has no screen, or when nobody signed in.
    """
    words, address = read_words(lang), read_start(url)
    file = state_file(address)
    if not has_screen():
        raise UsageError("login-no-screen", address=redact.url(address), file=file)
    click.echo(words("terminal.login-now"), err=True)
    state = asyncio.run(sign_in_in_window(find(browser, shell=False), address, sys.stdin.readline))
    save_state(address, state)
    click.echo(words("terminal.login-kept", file=file))


def options_by_role(options: Options) -> Iterator[tuple[str, Options]]:
    """Yield each role with its options, or just "" with the given ones when the configuration has no roles."""
    if not options.roles:
        yield "", options
    for role in options.roles:
        values: dict[str, Any] = {CONFIG_KEYS[key].parameter: value for key, value in role.options.items()}
        yield role.name, replace(options, **values)


def secret_option(addresses: Sequence[str], options: Options) -> str:
    """Return the option by which these addresses would be told a secret, such as "--header"; "" when they are not."""
    for entry in OPTIONS:
        value = getattr(options, entry.parameter)
        if entry.power != "secret" or value == "none":
            continue
        if value == "kept":
            if not options.storage_state and any(state_file(address).exists() for address in addresses):
                return entry.name
        elif value:
            return entry.name
    return ""


def site_access(addresses: Sequence[str], options: Options, role: str = "") -> SiteAccess:
    """Return the access to the website with these start addresses, signed in as `role`.

    Raises UsageError when a header, a host, a certificate or an account that the options name cannot be used.
    """
    access = Access(
        user_agent=options.user_agent,
        headers=_headers(options.header),
        proxy=options.proxy,
        ignore_tls_errors=options.ignore_tls_errors,
        certificate=str(options.client_certificate or ""),
        passphrase=_passphrase(options),
        origins=tuple(dict.fromkeys(origin(address) for address in map(clean, addresses) if address)),
        login_hosts=tuple(map(read_host, options.login_host)),
    )
    if options.login == "basic":
        account = _account(role, options)
        return SiteAccess(replace(access, basic=(account.user, account.password)), None)
    return SiteAccess(access, _login(addresses[0], role, options, access))


def _login(start: str, role: str, options: Options, access: Access) -> Login | None:
    page = read_start(options.login_page) if options.login_page else ""
    if options.storage_state:
        return Login(start, read_state(options.storage_state), login_page=page, access=access)
    if options.login == "none":
        return None
    if options.login == "kept":
        kept = kept_state(start)
        return Login(start, kept, login_page=page, access=access) if kept else None
    forms = LOGINS if options.login == "auto" else (BY_NAME[options.login], LOGINS[-1])
    return Login(start, account=_account(role, options), login_page=page, forms=forms, access=access)


def _account(role: str, options: Options) -> Account:
    account = find_account(role, options.credentials, _prompt(read_words(options.lang), role))
    redact.hide(account.user, account.password)
    return account


def _prompt(words: Words, role: str) -> Ask | None:
    """Return what asks the user for an account; None when nobody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(is_secret: bool) -> str:
        question = words("terminal.ask-password" if is_secret else "terminal.ask-user")
        return str(click.prompt(f"{question} ({role})" if role else question, hide_input=is_secret, err=True))

    return ask


def _passphrase(options: Options) -> str:
    """Return the passphrase of the certificate's key, "" when it has none.

    Raises UsageError when the certificate cannot be used, or when others can read its key.
    """
    if not options.client_certificate:
        return ""
    secret = os.environ.get(PASSPHRASE, "")
    redact.hide(secret)
    try:
        # Pass an empty passphrase too, otherwise OpenSSL asks for one on the terminal.
        ssl.create_default_context().load_cert_chain(options.client_certificate, password=secret)
        if not secret:
            read_private(options.client_certificate, 0)
    except (OSError, ValueError):
        raise UsageError("certificate-unusable", file=options.client_certificate, variable=PASSPHRASE) from None
    return secret


def _headers(pairs: Sequence[str]) -> dict[str, str]:
    """Return the headers that NAME=VARIABLE pairs ask for.

    Values come from the environment, because one on the command line would be visible in the list of processes and in
    the history of the shell. Raises UsageError when a variable is empty or a pair is none.
    """
    headers: dict[str, str] = {}
    for pair in pairs:
        name, equals, variable = pair.partition("=")
        value = os.environ.get(variable.strip(), "")
        if not equals or not name.strip() or not value:
            raise UsageError("header-variable", given=name[:60], variable=variable[:60])
        redact.hide(value)
        headers[name.strip()] = value
    return headers
