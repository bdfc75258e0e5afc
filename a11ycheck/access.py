"""How a site is spoken to: the browser's name for itself, headers, a basic password, a proxy, trust in certificates."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Access:
    """`user_agent` "" for the browser's own; `basic` is name and password; `proxy` an address such as
    "http://proxy.school.example:3128"; `trusting` opens pages whose certificate is not trusted. `cookies` are those of
    who is signed in, as Playwright has them, for what is asked for without a browser.
    """

    user_agent: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    basic: tuple[str, str] | None = field(default=None, repr=False)
    proxy: str = ""
    trusting: bool = False
    cookies: Sequence[Mapping[str, Any]] = field(default=(), repr=False)

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
        return told

    def headers_for(self, address: str) -> dict[str, str]:
        """What a browser that is signed in would say with a GET of this address of the site."""
        said = dict(self.headers)
        if self.basic:
            said["Authorization"] = "Basic " + b64encode(":".join(self.basic).encode()).decode()
        if cookies := "; ".join(self._cookies(address)):
            said["Cookie"] = cookies
        return said

    def to_others(self) -> Access:
        """How other hosts than the site's are spoken to: they are told no secret."""
        return replace(self, headers={}, basic=None, cookies=())

    def _cookies(self, address: str) -> Iterator[str]:
        """Those for the host, the path and the scheme (RFC 6265, 5.4)."""
        parts = urlsplit(address)
        host, path = parts.hostname or "", parts.path or "/"
        for one in self.cookies:
            domain, below = str(one.get("domain", "")), str(one.get("path", "/"))
            here = host == domain.removeprefix(".") or (domain.startswith(".") and host.endswith(domain))
            there = path == below or path.startswith(below.rstrip("/") + "/")
            ends = float(one.get("expires", -1))
            if here and there and not 0 < ends < time.time() and (parts.scheme == "https" or not one.get("secure")):
                yield f"{one['name']}={one['value']}"


OPEN_TO_ALL = Access()
