"""How a site is asked for pages: the browser's name, headers, a basic password, a proxy, trust in certificates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from playwright.async_api import BrowserContext, HttpCredentials, ProxySettings, Route

from a11ycheck.web.addresses import belongs_together, clean, origin


class Certificate(TypedDict, total=False):
    """A certificate for the browser to show to one origin, with the files of the certificate and of its key."""

    origin: str
    certPath: str
    keyPath: str
    passphrase: str


class ContextOptions(TypedDict, total=False):
    """Options of Playwright for a new browser context."""

    user_agent: str
    http_credentials: HttpCredentials
    proxy: ProxySettings
    ignore_https_errors: bool
    client_certificates: list[Certificate]


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

    def is_named(self, url: str) -> bool:
        """Return whether an address is of an origin that the user named."""
        return origin(clean(url)) in self.origins

    def is_of_owner(self, url: str) -> bool:
        """Return whether an address is of the owner of such an origin, whose other hosts get the headers too."""
        return any(belongs_together(url, named) for named in self.origins)

    def context_options(self) -> ContextOptions:
        """Return the options for a new browser context."""
        options: ContextOptions = {}
        if self.user_agent:
            options["user_agent"] = self.user_agent
        if self.basic:
            options["http_credentials"] = {"username": self.basic[0], "password": self.basic[1]}
            if len(self.origins) == 1:  # Playwright takes one origin, or all
                options["http_credentials"]["origin"] = self.origins[0]
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

    async def add_headers(self, context: BrowserContext) -> None:
        """Let a new context send the headers to the sites, but not with requests for pictures and scripts elsewhere.

        A host to which a site itself redirects gets them too, because the browser keeps them through redirects.
        """
        if not self.headers:
            return
        headers = self.headers

        async def send(route: Route) -> None:
            await route.fallback(headers={**route.request.headers, **headers})

        await context.route(lambda url: self.is_of_owner(url), send)


PUBLIC_ACCESS = Access()
