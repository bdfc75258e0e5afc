"""Hrefs as manifests write them: joined, resolved from a base, and checked for leading out of the package."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

ROOT = "http://package.invalid/"


def join(href: str, parameters: str) -> str:
    """Return an href with the parameters of its item, as the SCORM Content Aggregation Model says."""
    parameters = parameters.lstrip("?&")
    if not parameters or (parameters.startswith("#") and "#" in href):
        return href
    if parameters.startswith("#"):
        return href + parameters
    return f"{href}{'&' if '?' in href else '?'}{parameters}"


def with_query(address: str, query: str) -> str:
    """Return an address with more parameters, before its fragment."""
    before, mark, fragment = address.partition("#")
    return f"{before}{'&' if '?' in before else '?'}{query}{mark}{fragment}"


def resolve(base: str, href: str) -> str:
    """Return an href from a base, relative to the package's root; absolute URLs stay as they are."""
    if not href:
        return base
    try:
        address = urljoin(urljoin(ROOT, base), href.replace("\\", "/") if "://" not in href else href)
    except ValueError:
        return href  # such as "http://[": no browser can open it either
    return address.removeprefix(ROOT) if address.startswith(ROOT) else address


def outside(href: str) -> str:
    """Return the host of an href that leads out of the package; "" for one that stays inside."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return href[:100]
    return (parts.hostname or parts.scheme) if parts.scheme or parts.netloc else ""
