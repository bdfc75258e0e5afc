"""How a site is spoken to: the browser's name for itself, headers, a basic password, a proxy, trust in certificates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import BrowserContext, Route

from a11ycheck.sources.address import belongs_together


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
    site: str = ""
    """The origin ("https://school.example") that is told all this; headers also go to its parts, and nowhere else."""

    def options(self) -> dict[str, Any]:
        """What Playwright is to be told for a new context."""
        told: dict[str, Any] = {}
        if self.user_agent:
            told["user_agent"] = self.user_agent
        if self.basic:
            told["http_credentials"] = {"username": self.basic[0], "password": self.basic[1], "origin": self.site}
        if self.proxy:
            told["proxy"] = {"server": self.proxy}
        if self.trusting:
            told["ignore_https_errors"] = True
        if self.certificate and self.site:
            shown = {"origin": self.site, "certPath": self.certificate, "keyPath": self.certificate}
            told["client_certificates"] = [shown | ({"passphrase": self.passphrase} if self.passphrase else {})]
        return told

    async def introduce(self, context: BrowserContext) -> None:
        """Let a new context say the headers to the site; pictures and scripts of others are asked for without."""
        if not self.headers:
            return
        site, headers = self.site, self.headers

        async def say(route: Route) -> None:
            await route.fallback(headers={**route.request.headers, **headers})

        await context.route(lambda url: belongs_together(url, site), say)


OPEN_TO_ALL = Access()
