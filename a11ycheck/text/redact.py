"""Remove secrets from addresses, source text and selectors of pages before a report keeps them.

Every pattern starts at a boundary or has bounded repetition, so the time for hostile text grows only with its length.
"""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import quote, unquote_plus

LONGEST_SNIPPET = 300
_LONGEST_INPUT = 50_000
_HIDDEN = "…"

_SECRET_WORDS = frozenset(
    ["auth", "authorization", "bearer", "code", "credential", "credentials", "hmac", "key", "mail", "nonce", "oauth"]
    + ["otp", "pin", "pass", "pwd", "relaystate", "samlrequest", "samlresponse", "sid", "sig", "state", "ticket"]
)
"""Parameters of these names carry secrets or a person's address; in running text the same words are innocent."""
_SECRET_PARTS = re.compile(
    r"token|passw|passphrase|secret|sesskey|sessid|session|signature|apikey|authorization|credential|jwt|csrf|xsrf"
    r"|email"
)

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_USERINFO = re.compile(r"(//)[^/?#\s\"'<>]*@")
_PATH_SECRET = re.compile(r"((?:^|/)tokenpluginfile\.php/)[^/?#]+", re.IGNORECASE)
_DATA_URI = re.compile(r"(data:[^,\s\"'()<>:]{0,120},)[^\s\"'()<>]{33,}", re.IGNORECASE)
_JWT = re.compile(r"\beyJ[\w-]{8,}(?:\.[\w-]{0,8000}){0,2}")
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(@(?:[\w-]{1,63}\.){1,6}(?!(?:png|jpe?g|gif|svg|webp|avif|css|m?js)\b)[a-z]{2,24})\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w.%-])([\w.%-]{1,64})\\{0,3}[\"']?\s{0,4}[=:]\s{0,4}")
_NAMED = re.compile(
    r"(?:Bearer |Basic )?(?:(\\{0,3}\")[^\"\\]*|(\\{0,3}')[^'\\]*|[^\s\"'&;,<>{}\[\]()\\]+)", re.IGNORECASE
)
_TAG = re.compile(r"<([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:(\s*=\s*)(\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^\s>\"']*))?")


_OWN_SECRETS: list[re.Pattern[str]] = []
"""Patterns of the names and passwords with which this process signed in."""


def hide(*secrets: str) -> None:
    """Redact these secrets from now on, wherever they occur as whole words."""
    forms = {form for secret in secrets if len(secret) > 2 for form in (secret, quote(secret, safe=""), escape(secret))}
    _OWN_SECRETS.extend(
        re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE) for form in sorted(forms, key=len)[::-1]
    )


def _without_own(words: str) -> str:
    for pattern in _OWN_SECRETS:
        words = pattern.sub(_HIDDEN, words)
    return words


def url(address: str) -> str:
    """Return an address or a path without userinfo, e-mail names, secret parameter values and long data: content."""
    return _url(_without_own(address), depth=3)


def text(words: str) -> str:
    """Return running text, a selector or a script without userinfo, values of secrets, e-mail names, data: content."""
    words = _DATA_URI.sub(rf"\1{_HIDDEN}", _without_own(words[:_LONGEST_INPUT]))
    words = _JWT.sub(_HIDDEN, _USERINFO.sub(r"\1", words))
    return _EMAIL.sub(rf"{_HIDDEN}\1", _pairs(words))


def snippet(html: str) -> str:
    """Return at most 300 characters of a piece of HTML, without hidden values, secrets and e-mail names.

    The piece may be cut off anywhere: an attribute without its closing quote ends with the piece.
    """
    html = _without_own(html[:_LONGEST_INPUT])
    clean = ""
    at = 0
    while len(clean) <= LONGEST_SNIPPET and (tag := _TAG.search(html, at)) is not None:
        clean += text(html[at : tag.start()])
        words, at = _tag(html, tag)
        clean += words
    if len(clean) <= LONGEST_SNIPPET:
        clean += text(html[at:])
    return clean if len(clean) <= LONGEST_SNIPPET else clean[: LONGEST_SNIPPET - 1] + "…"


def is_secret(name: str) -> bool:
    """Return whether a parameter or a field of this name may carry a secret or a person's address."""
    return _is_telling(name) or not _SECRET_WORDS.isdisjoint(word.lower() for word in _WORD.findall(name[:200]))


def _is_telling(name: str) -> bool:
    """Return whether this is the name of a secret in running text too."""
    return _SECRET_PARTS.search("".join(filter(str.isalpha, name[:200])).lower()) is not None


def _url(address: str, depth: int) -> str:
    address = _DATA_URI.sub(rf"\1{_HIDDEN}", address)
    if address[:5].lower() == "data:":
        return address
    address, hash_, fragment = address.partition("#")
    address, mark, query = address.partition("?")
    path = _PATH_SECRET.sub(rf"\1{_HIDDEN}", _USERINFO.sub(r"\1", address))
    path = _parameters(_EMAIL.sub(rf"{_HIDDEN}\1", path), depth) if ";" in path else _EMAIL.sub(rf"{_HIDDEN}\1", path)
    route, question, rest = fragment.partition("?")
    route = route if question else _parameters(route, depth)
    return path + mark + _parameters(query, depth) + hash_ + route + question + _parameters(rest, depth)


def _parameters(query: str, depth: int) -> str:
    pieces = re.split(r"([&;])", query)
    pieces[::2] = [_parameter(piece, depth) for piece in pieces[::2]]
    return "".join(pieces)


def _parameter(piece: str, depth: int) -> str:
    name, equals, value = piece.partition("=")
    if not value:
        return piece
    plain = unquote_plus(value)
    if (
        is_secret(unquote_plus(name))
        or _EMAIL.search(plain)
        or _JWT.search(plain)
        or (depth and ("=" in plain or "//" in plain) and _url(plain, depth - 1) != plain)
    ):
        return name + equals + _HIDDEN
    return piece


def _pairs(words: str) -> str:
    """Redact the values of secret names in any notation: name=value, "name": "value", ?name=value."""
    pieces: list[str] = []
    at = 0
    while (name := _NAME.search(words, at)) is not None:
        pieces.append(words[at : name.end()])
        at = name.end()
        parameter = words[name.start() - 1 : name.start()] in ("?", "&", ";")
        if (is_secret if parameter else _is_telling)(name[1]) and (value := _NAMED.match(words, at)):
            pieces.append((value[1] or value[2] or "") + _HIDDEN)
            at = value.end()
    return "".join(pieces) + words[at:]


def _tag(html: str, tag: re.Match[str]) -> tuple[str, int]:
    """Return the tag with redacted values, and the position after it."""
    at = tag.end()
    pieces: list[tuple[str, str, str]] = []
    attributes: dict[str, str] = {}
    while at < len(html) and html[at] != ">":
        match = _ATTRIBUTE.match(html, at)
        if match is None:
            pieces.append(("", html[at], ""))
            at += 1
            continue
        name, equals, value = match[1].lower(), match[2] or "", match[3] or ""
        attributes.setdefault(name, unescape(value.strip("\"'")).lower())
        pieces.append((name, match[1] + equals, value))
        at = match.end()
    private = _is_private(tag[1].lower(), attributes, closed=at < len(html))
    words = "".join(before + _value(name, value, private) for name, before, value in pieces)
    return tag[0] + words + html[at : at + 1], at + 1


def _is_private(tag: str, attributes: dict[str, str], closed: bool) -> bool:
    """Return whether value= and content= of this element are redacted, as they are when its end is missing."""
    if tag == "input" and (attributes.get("type") in ("password", "hidden", "email", "tel") or not closed):
        return True
    names = [attributes.get(name, "") for name in ("name", "id", "property", "autocomplete")]
    return tag in ("input", "meta", "button", "param") and any(map(is_secret, names))


def _value(name: str, value: str, private: bool) -> str:
    if not value.strip("\"'"):
        return value
    quote = value[0] if value[0] in "\"'" else ""
    end = quote if quote and len(value) > 1 and value.endswith(quote) else ""
    telling = name == "nonce" or (name.startswith("data-") and _is_telling(name))
    if telling or (private and name in ("value", "content")):
        return quote + _HIDDEN + end
    plain = unescape(value[len(quote) : len(value) - len(end)])
    address = any(mark in plain for mark in ("?", "#", "//", ":"))
    clean = text(url(plain) if address else plain)
    return value if clean == plain else quote + escape(clean) + end
