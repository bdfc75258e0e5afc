"""Which addresses are private: those of this computer, of its network, and of what is reached through neither."""

from __future__ import annotations

import asyncio
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from a11ycheck.web.addresses import is_loopback

NAT64 = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as a network with IPv6 alone writes them (RFC 6052)."""


def is_private(number: str) -> bool:
    """Return whether an IP address is not one of the public internet. Raises ValueError when it is none."""
    found = _inner(ip_address(number.strip("[]").partition("%")[0]))
    return not found.is_global or found.is_multicast or (isinstance(found, IPv6Address) and found.is_site_local)


def names_private(url: str) -> bool:
    """Return whether an address says by itself that it is private, without a look-up: by a number or a local name."""
    host = urlsplit(url).hostname or ""
    try:
        return is_private(host)
    except ValueError:
        return is_loopback(host)


def host_and_port(url: str) -> str:
    """Return the host and port of an address, as "192.168.1.1:80"."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return f"{f'[{host}]' if ':' in host else host}:{parts.port or (443 if parts.scheme == 'https' else 80)}"


async def resolved(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of a host; () when it has none."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host.strip("[]"), port)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


async def reachable_at(host: str, port: int, *, allow_private: bool) -> str:
    """Return the IP address at which to reach a host, "" when it has none that may be reached.

    Whoever connects must use this address: asked again, the host's name may lead elsewhere.
    """
    numbers = await resolved(host, port)
    if not numbers or (not allow_private and any(is_private(number) for number in numbers)):
        return ""
    return numbers[0]


async def is_at_private_address(url: str) -> bool:
    """Return whether the host of an address is private, or a name for what is."""
    parts = urlsplit(url)
    return any(map(is_private, await resolved(parts.hostname or "", parts.port or 0)))


def _inner(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64), or the address itself."""
    if isinstance(number, IPv4Address):
        return number
    if number in NAT64:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1] or number
