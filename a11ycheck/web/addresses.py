"""Addresses of websites: what a user may give, and one form for all that mean the same page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit, urlunsplit

from a11ycheck.errors import TargetError
from a11ycheck.text import redact

LONGEST = 4_096
"""Characters of an address; longer ones come from programs that loop."""

_DEFAULT_PORT = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST_AND_PORT = re.compile(r"(?:\[[^\]]*\]|[^/?#:@]*):\d+(?:[/?#]|$)")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNSAFE = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~|^]")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sessionid|sid)=[^/;]*", re.IGNORECASE)

DATA = tomllib.loads(Path(__file__).with_name("addresses.toml").read_text(encoding="utf-8"))
_NOISE = frozenset(DATA["noise"]["tracking"] + DATA["noise"]["session"])
_RETURN_PARAMETERS = frozenset(DATA["noise"]["return"])
_NOISE_PREFIXES = tuple(DATA["noise"]["tracking-prefixes"] + DATA["noise"]["session-prefixes"])
_NOISE_IF_LONG = frozenset(DATA["noise"]["session-if-long"])
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,}")


def read_start(text: str) -> str:
    """Return the address that the user means: `school.example/nl` becomes https, a loopback host http.

    Raises TargetError for what a browser would not open over the web, and for an address with a password.
    """
    given = text.strip()
    if not given or any(ord(mark) < 32 for mark in given):
        raise TargetError("address-unreadable", address=given[:200])
    if _is_file(given):
        raise TargetError("address-is-a-file", file=given)
    if _SCHEME.match(given) is None or _HOST_AND_PORT.match(given) is not None:
        host = urlsplit(f"//{given.removeprefix('//')}").netloc.rpartition("@")[2]
        given = f"{'http' if is_loopback(_host(host)) else 'https'}://{given.removeprefix('//')}"
    try:
        parts = urlsplit(given)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
    except (UnicodeError, ValueError):
        raise TargetError("address-unreadable", address=redact.url(given)) from None
    if parts.scheme not in _DEFAULT_PORT:
        raise TargetError("address-scheme", address=redact.url(given), scheme=parts.scheme)
    if "@" in parts.netloc:
        raise TargetError("address-password", address=redact.url(given))
    if not host or re.search(r"[\s<>\"\\^`{|}%]", host):
        raise TargetError("address-unreadable", address=redact.url(given))
    return given


def clean(url: str) -> str:
    """Return an address as a crawler opens it: without tracking, session keys and anchors. "" when it is none.

    A fragment is kept when it is a route of a web application (`#/…`, `#!…`). Parameters keep their order.
    """
    url = _UNSEEN.sub(lambda match: "" if set(match[0]) <= set("\t\r\n") else "%20", url.strip())
    if len(url) > LONGEST:
        return ""
    try:
        parts = urlsplit(url)
        netloc = _netloc(parts)
    except (UnicodeError, ValueError):
        return ""
    if not netloc or parts.scheme not in _DEFAULT_PORT:
        return ""
    path = _without_dots(_PATH_SESSION.sub("", _escaped(parts.path.replace("\\", "/"))))
    fragment = _route(parts.fragment) if parts.fragment.startswith(("/", "!")) else ""
    query = _without_noise(parts.query)
    return urlunsplit((parts.scheme, netloc, path or "/", query, fragment))


def identity(cleaned: str) -> str:
    """Return what is equal for cleaned addresses of one page, whatever their order of parameters, www. and http(s)."""
    parts = urlsplit(cleaned)
    fragment = "" if parts.fragment.strip("!/") == "" else parts.fragment
    return urlunsplit(("", site(cleaned), parts.path, "&".join(sorted(parts.query.split("&"))), fragment))


def site(cleaned: str) -> str:
    """Return host and port, without www. and without a default port."""
    parts = urlsplit(cleaned)
    return _netloc(parts).removeprefix("www.")


def origin(cleaned: str) -> str:
    """Return scheme, host and port, without a default port."""
    parts = urlsplit(cleaned)
    return f"{parts.scheme}://{_netloc(parts)}"


def is_jump(link: str, page: str) -> bool:
    """Return whether a link on a page only leads to another place on it: a skip link of a page with a route."""
    target, _, anchor = link.partition("#")
    return anchor != "" and not anchor.startswith(("/", "!")) and clean(target) == clean(page.partition("#")[0])


def belongs_together(named: str, other: str) -> bool:
    """Return whether an address belongs to the site that was named: it is on its host, or on a subdomain of that.

    The host above belongs to somebody else: whoever names school.github.io does not mean github.io. Whether a secret
    may go somewhere is another question: see web/named_origins.py.
    """
    site_host, host = ((urlsplit(url).hostname or "").removeprefix("www.") for url in (named, other))
    if site_host == host:
        return True
    return "." in site_host and not _is_number(site_host) and host.endswith(f".{site_host}")


def is_loopback(host: str) -> bool:
    """Return whether a host is this computer."""
    return host == "localhost" or host.endswith(".localhost") or (_is_number(host) and ip_address(host).is_loopback)


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _host(netloc: str) -> str:
    if netloc.startswith("["):
        return netloc[1:].partition("]")[0].lower()
    return netloc.partition(":")[0].lower()


def _netloc(parts: SplitResult) -> str:
    """Return host and port as a browser writes them. Raises ValueError for a bad port, UnicodeError for a bad host."""
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host if host.isascii() else host.encode("idna").decode()
    port = parts.port
    return host if port in (None, _DEFAULT_PORT.get(parts.scheme)) else f"{host}:{port}"


def _escaped(text: str) -> str:
    """Return one form of percent-encoding: unreserved characters plain, capitals in escapes, unsafe ones escaped."""
    text = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), text)
    return _ESCAPE.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter in _UNRESERVED else f"%{match[1].upper()}"


def _without_dots(path: str) -> str:
    """Return a path without "." and ".." (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments and segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _route(fragment: str) -> str:
    route, mark, query = fragment.partition("?")
    pieces = _without_noise(query).split("&")
    query = "&".join(piece for piece in pieces if piece.partition("=")[0] not in _RETURN_PARAMETERS)
    return _escaped(route) + (mark and query and f"?{query}")


def _without_noise(query: str) -> str:
    return "&".join(piece for piece in _escaped(query).split("&") if piece and not _is_noise(piece))


def _is_noise(piece: str) -> bool:
    """Return whether a parameter tells where a visitor comes from or who it is, and not which page is meant."""
    name, _, value = piece.partition("=")
    name = name.lower()
    if name in _NOISE or name.startswith(_NOISE_PREFIXES):
        return True
    return name in _NOISE_IF_LONG and _TOKEN.fullmatch(value) is not None


def is_host_among(host: str, hosts: Sequence[str]) -> bool:
    """Return whether a host is one of these: "cdn.example.org", "*.example.org"."""
    return any(host == named or (named.startswith("*.") and host.endswith(named[1:])) for named in hosts)


def is_allowed(address: str, hosts: Sequence[str]) -> bool:
    """Return whether an address is on one of these hosts; see `is_host_among`."""
    return is_host_among(urlsplit(address).hostname or "", hosts)
