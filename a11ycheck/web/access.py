"""How a site is asked for pages: the browser's name, headers, a basic password, a proxy, trust in certificates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypedDict

from playwright.async_api import ProxySettings

from a11ycheck.web.named_origins import NamedOrigins


class Certificate(TypedDict, total=False):
    """A certificate for the browser to show to one origin, with the files of the certificate and of its key."""

    origin: str
    certPath: str
    keyPath: str
    passphrase: str


class ContextOptions(TypedDict, total=False):
    """Options of Playwright for a new browser context."""

    user_agent: str
    proxy: ProxySettings
    ignore_https_errors: bool
    client_certificates: list[Certificate]


class Credentials(NamedTuple):
    """What one address is told about who asks: headers, and a name and a password if it asks for them."""

    headers: Mapping[str, str]
    basic: tuple[str, str] | None


_NOTHING = Credentials({}, None)


@dataclass(frozen=True, slots=True)
class Access:
    """How a site is asked for pages. By default it is asked as any visitor would ask.

    `user_agent` is "" for the browser's own. `basic` is a name and a password. `proxy` is an address such as
    "http://proxy.school.example:3128".
    """

    user_agent: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    basic: tuple[str, str] | None = field(default=None, repr=False)
    proxy: str = ""
    ignore_tls_errors: bool = False
    """Whether to open pages whose certificate is not trusted."""
    certificate: str = ""
    """A file with the visitor's certificate and its key (PEM); `passphrase` decrypts the key."""
    passphrase: str = field(default="", repr=False)
    origins: tuple[str, ...] = ()
    """The origins ("https://school.example") that the user named. No other one is shown the certificate."""
    login_hosts: tuple[str, ...] = ()
    """Other hosts that the user lets have the headers and passwords, as `named_origins.read_host` returns them."""

    @property
    def named(self) -> NamedOrigins:
        """The origins that are told the headers and the basic password."""
        return NamedOrigins(self.origins, self.login_hosts)

    @property
    def has_credentials(self) -> bool:
        """Whether there is anything that only named origins are told."""
        return bool(self.headers or self.basic)

    def credentials_for(self, url: str) -> Credentials:
        """Return what the server at an address is told: the browser and the HTTP client ask this at every redirect."""
        return Credentials(self.headers, self.basic) if self.named.has(url) else _NOTHING

    def is_named(self, url: str) -> bool:
        """Return whether an address is of an origin that the user named."""
        return NamedOrigins(self.origins).has(url)

    def context_options(self) -> ContextOptions:
        """Return the options for a new browser context. Credentials are no part of it: see browser/credentials.py."""
        options: ContextOptions = {}
        if self.user_agent:
            options["user_agent"] = self.user_agent
        if self.proxy:
            options["proxy"] = {"server": self.proxy}
        if self.ignore_tls_errors:
            options["ignore_https_errors"] = True
        if self.certificate and self.origins:
            certificate: Certificate = {"certPath": self.certificate, "keyPath": self.certificate}
            if self.passphrase:
                certificate["passphrase"] = self.passphrase
            options["client_certificates"] = [{**certificate, "origin": named} for named in self.origins]
        return options


PUBLIC_ACCESS = Access()
