"""How a site is asked for pages: the browser's name, headers, a basic password, a proxy, trust in certificates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import BrowserContext, Route

from a11ycheck.web.addresses import belongs_together, clean, origin


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

    def context_options(self) -> dict[str, Any]:
        """Return the options for a new context of Playwright."""
        options: dict[str, Any] = {}
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
            files = {"certPath": self.certificate, "keyPath": self.certificate}
            files |= {"passphrase": self.passphrase} if self.passphrase else {}
            options["client_certificates"] = [{"origin": named, **files} for named in self.origins]
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
