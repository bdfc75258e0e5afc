"""The origins that the user named. Whatever is secret (a password, a header) goes to these and to nobody else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from a11ycheck.errors import UsageError
from a11ycheck.web.addresses import is_loopback, origin

_HOST = re.compile(r"(?:(https?)://)?(\*\.)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?/?")
_PLAIN = re.compile(r"[!-?A-\[\]-~]+")
"""What an address consists of that every program reads alike: no spaces, control characters, "@" or backslashes."""


@dataclass(frozen=True, slots=True)
class NamedOrigins:
    """The origins of the addresses that the user gave, and those of the option --login-host.

    `origins` are such as "https://school.example", `hosts` as `read_host` returns them. Scheme, host and port must be
    equal, so that no secret goes from https to http, to another port, or to a neighbour on the same domain.
    """

    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()

    def has(self, url: str) -> bool:
        """Return whether an address is of one of them."""
        where = _exact_origin(url)
        return where != "" and (where in self.origins or any(_fits(where, host) for host in self.hosts))

    def patterns(self) -> list[str]:
        """Return patterns of the browser's Fetch domain that match at least all addresses of these origins."""
        return [f"{where}/*" for where in (*self.origins, *self.hosts)]


def read_host(text: str) -> str:
    """Return what the option --login-host names, as an origin: "https://login.school.example".

    A host may have a port, and "*." before it for all its subdomains. It is asked over https, a host on this computer
    over http unless the text says https. Raises UsageError for anything else.
    """
    match = _HOST.fullmatch(text.strip().lower())
    if not match:
        raise UsageError("login-host", given=text[:100])
    scheme, wildcard, host, port = match.groups()
    is_local = is_loopback(host.strip("[]"))
    is_wide = wildcard and ("." not in host.strip(".") or re.fullmatch(r"[\d.]+", host)) and host != "localhost"
    if (scheme == "http" and not is_local) or is_wide or ".." in host or host.startswith("."):
        raise UsageError("login-host", given=text[:100])
    try:
        cleaned = origin(f"{scheme or ('http' if is_local else 'https')}://{host}{f':{port}' if port else ''}")
    except ValueError:
        raise UsageError("login-host", given=text[:100]) from None
    return cleaned.replace("://", "://*.") if wildcard else cleaned


def may_be_told(url: str) -> bool:
    """Return whether a password may go there at all: over https, or to this computer."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def _exact_origin(url: str) -> str:
    """Return the origin of an address, "" for one that two programs may read differently."""
    authority = re.split(r"[/?#]", url.partition("://")[2], maxsplit=1)[0]
    if not _PLAIN.fullmatch(authority):
        return ""
    try:
        where = origin(url)
    except (UnicodeError, ValueError):
        return ""
    return where if where.startswith(("https://", "http://")) else ""


def _fits(where: str, host: str) -> bool:
    scheme, wildcard, base = host.partition("://*.")
    if not wildcard:
        return where == host
    return where.startswith(f"{scheme}://") and where.endswith(f".{base}")
