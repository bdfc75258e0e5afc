"""How a site is spoken to: the browser's name for itself, headers, a basic password, a proxy, trust in certificates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import BrowserContext, Route

from a11ycheck.web.addresses import belongs_together, clean, origin


@dataclass(frozen=True, slots=True)
class Access:
    """`user_agent` "" for the browser's own; `basic` is name and password; `proxy` an address such as
    "http://proxy.school.example:3128"; `trusting` opens pages whose certificate is not trusted.
    """

    user_agent: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    basic: tuple[str, str] | None = field(default=None, repr=False)
    proxy: str = ""
    trusting: bool = False
    certificate: str = ""
    """A file with the visitor's certificate and its key (PEM); `passphrase` opens the key."""
    passphrase: str = field(default="", repr=False)
    sites: tuple[str, ...] = ()
    """The origins ("https://school.example") that the user named: these alone are told who comes."""

    def is_named(self, url: str) -> bool:
        """Whether an address is of such an origin: it may be shown the certificate."""
        return origin(clean(url)) in self.sites

    def belongs(self, url: str) -> bool:
        """Whether an address is of the owner of such an origin: its other hosts are told the headers too."""
        return any(belongs_together(url, one) for one in self.sites)

    def options(self) -> dict[str, Any]:
        """What Playwright is to be told for a new context."""
        told: dict[str, Any] = {}
        if self.user_agent:
            told["user_agent"] = self.user_agent
        if self.basic:
            told["http_credentials"] = {"username": self.basic[0], "password": self.basic[1]}
            if len(self.sites) == 1:  # the browser knows of one or of all
                told["http_credentials"]["origin"] = self.sites[0]
        if self.proxy:
            told["proxy"] = {"server": self.proxy}
        if self.trusting:
            told["ignore_https_errors"] = True
        if self.certificate and self.sites:
            shown = {"certPath": self.certificate, "keyPath": self.certificate}
            shown |= {"passphrase": self.passphrase} if self.passphrase else {}
            told["client_certificates"] = [{"origin": one, **shown} for one in self.sites]
        return told

    async def introduce(self, context: BrowserContext) -> None:
        """Let a new context say the headers to the sites; pictures and scripts of others are asked for without.

        A host that a site itself sends the browser on to is told them: the browser keeps them through redirects.
        """
        if not self.headers:
            return
        headers = self.headers

        async def say(route: Route) -> None:
            await route.fallback(headers={**route.request.headers, **headers})

        await context.route(lambda url: self.belongs(url), say)


OPEN_TO_ALL = Access()
