"""How a site is spoken to: the browser's name for itself, headers, a basic password, a proxy, trust in certificates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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
    """The origin ("https://school.example") that is shown the certificate."""

    def options(self) -> dict[str, Any]:
        """What Playwright is to be told for a new context."""
        told: dict[str, Any] = {}
        if self.user_agent:
            told["user_agent"] = self.user_agent
        if self.headers:
            told["extra_http_headers"] = dict(self.headers)
        if self.basic:
            told["http_credentials"] = {"username": self.basic[0], "password": self.basic[1]}
        if self.proxy:
            told["proxy"] = {"server": self.proxy}
        if self.trusting:
            told["ignore_https_errors"] = True
        if self.certificate and self.site:
            shown = {"origin": self.site, "certPath": self.certificate, "keyPath": self.certificate}
            told["client_certificates"] = [shown | ({"passphrase": self.passphrase} if self.passphrase else {})]
        return told


OPEN_TO_ALL = Access()
