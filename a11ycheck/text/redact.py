"""Remove secrets from addresses, source text and selectors of pages before a report keeps them.

Whatever comes from content passes here before it is kept: see evidence/clean.py. Secrets are told by the signs of
secret_signs.py; `hide` and `hide_person` add those that this process knows (known_secrets.py).

Every pattern starts at a boundary or has bounded repetition, so the time for hostile text grows only with its length.
What comes out is not changed when it passes again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape, unescape
from urllib.parse import unquote_plus

from a11ycheck.text.known_secrets import HIDDEN, hide, hide_person, without_known, without_person_numbers
from a11ycheck.text.secret_signs import (
    AFTER_WORD,
    decoded,
    hidden_steps,
    is_content,
    is_file_name,
    is_random_value,
    is_random_word,
    is_secret,
    is_telling,
)

__all__ = [
    "data", "hidden_in", "hide", "hide_person", "is_secret", "json_value", "markup", "snippet", "text", "url",
    "without_person_numbers", "without_words", "words_hidden_in",
]  # fmt: skip

LONGEST_SNIPPET = 300
_LONGEST_INPUT = 50_000

_USERINFO = re.compile(r"(//)[^/?#\s\"'<>]*@")
_DATA_URI = re.compile(r"(data:[^,\s\"'()<>:]{0,120},)[^\s\"'()<>]{33,}", re.IGNORECASE)
_JWT = re.compile(r"\beyJ[\w-]{8,}(?:\.[\w-]{0,8000}){0,2}")
_AT = r"(?:@|＠|%(?:25){0,3}40|&#0{0,4}64;|&#x0{0,4}40;|&commat;|\\u0040|\\x40)"
_LOCAL = r"(?:[\w.+-]|%2[BbDdEe])"
_EMAIL = re.compile(
    rf"(?<![\w.+-]){_LOCAL}{{1,64}}({_AT}"
    r"(?:[\w-]{1,63}(?:\.|%2[Ee])){1,6}(?!(?:png|jpe?g|gif|svg|webp|avif|css|m?js)\b)[^\W\d_]{2,24})(?![^\W_])",
    re.IGNORECASE,
)
_WEB_ADDRESS = re.compile(r"\bhttps?://[^\s\"'<>\\]{1,8000}", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w.%-])([\w.%-]{1,64})\]?\\{0,3}[\"']?\s{0,4}[=:＝：]\s{0,4}")
_PARAMETER_VALUE = re.compile(
    r"(?:Bearer |Basic )?(?:(\\{1,3}\")[^\"\\]*|(\")(?:[^\"\\]|\\.)*|(\\{0,3}')[^'\\]*|[^\s\"'&;,<>{}\[\]()\\]+)",
    re.IGNORECASE,
)
_TEXT_VALUE = re.compile(
    r"(?:Bearer |Basic )?"
    r"(?:(\\{1,3}\")[^\"\\]*|(\")(?:[^\"\\]|\\.)*|(\\{0,3}')[^'\\]*|[“‘][^”’]{0,200}|[^\s\"'<>\[\]()\\]+)",
    re.IGNORECASE,
)
_START = re.compile(r"[^\s\"'&;,<>{}\[\]()\\]{1,200}")
_SCHEME = re.compile(
    r"\b(bearer|basic|digest|negotiate|token|apikey|api-key)(\s{1,4})([\w+/=.~-]{6,8000})", re.IGNORECASE
)
_IS = re.compile(r"(?<![\w-])([\w-]{3,40})(\s{1,4}(?:is|was|luidt|=)\s{0,4}:?\s{0,4}[\"“‘']?)([^\s\"“”‘’'<>]{4,200})")
_CODE = re.compile(
    r"\b((?:pin|otp|pin-?code)\W{1,3}(?:is\W{1,2})?|code\W{1,3}(?:is\W{1,2})?(?=\d{3}[ -]?\d{3}))"
    r"(\d{3}[ -]?\d{3,5}|\d{4,8})\b",
    re.IGNORECASE,
)
_ENCODED_LETTER = re.compile(r"%([46][1-9A-Fa-f]|[57][0-9Aa])")
_LONG_WORDS = re.compile(r"[A-Za-z0-9_+/=-]{24,}")
_SELECTOR_VALUE = re.compile(r"(\[value[$^*~|]?=)(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\]]*)(?=\])")
_TAG = re.compile(r"<([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:(\s*=\s*)(\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^\s>\"']*))?")
_NUMBERS = frozenset(["d", "points", "viewbox", "transform"])
"""Attributes of drawings, which look random."""
_ADDRESSES = frozenset(["href", "src", "action", "formaction", "data", "poster", "cite", "xlink:href"])
_LABEL_TYPES = frozenset(["submit", "button", "reset", "image", "checkbox", "radio", "range", "color"])
"""Inputs whose value is no text that somebody typed."""

_WORDS = re.compile(r"[\w~-]{24,}")
_LABEL = re.compile(r"([\w-]{3,40})\s{0,2}[:：]?\s{0,4}$")
_LABELLED = re.compile(r"([\w-]{3,40})(\s{0,2}[:：]\s{0,4}(?:</\w{1,20}>\s{0,4}){1,3})([^\s<>]{1,200})")
_CLOSING = re.compile(r"</[\w-]{1,40}>")
_FIRST_WORD = re.compile(r"((?:\s|</[\w-]{1,40}>){0,20})[^\s<>]+")


def url(address: str) -> str:
    """Return an address or a path without userinfo, e-mail names, secret parameter values and long data: content."""
    return _url(without_known(address), depth=3)


def text(words: str) -> str:
    """Return running text, a selector or a script without userinfo, values of secrets, e-mail names, data: content."""
    words = _DATA_URI.sub(rf"\1{HIDDEN}", without_known(words[:_LONGEST_INPUT]))
    words = _WEB_ADDRESS.sub(lambda found: _url(found[0], depth=1), words)
    words = _JWT.sub(HIDDEN, _USERINFO.sub(r"\1", words))
    words = AFTER_WORD.sub(_after_word, words)
    words = _SELECTOR_VALUE.sub(rf'\1"{HIDDEN}"', words)
    words = _IS.sub(_after_is, _SCHEME.sub(_after_scheme, _CODE.sub(rf"\1{HIDDEN}", _pairs(words))))
    return _EMAIL.sub(rf"{HIDDEN}\1", _LONG_WORDS.sub(_without_random, words))


def hidden_in(address: str) -> set[str]:
    """Return the steps and values of an address that `url` leaves out."""
    clean = url(address)
    if clean == address:
        return set()
    parts = [part for piece in re.split(r"[?#&;]", address) for part in (piece.split("/")[2:] or [piece])]
    kept = set(re.split(r"[/?#&;=]", clean))
    return {word for part in parts for word in (part, part.partition("=")[2]) if len(word) > 3 and word not in kept}


def words_hidden_in(words: str) -> set[str]:
    """Return the words of a running text that `text` leaves out, as far as no sentence has them: "Summer-2024"."""
    lost = Counter(words[:_LONGEST_INPUT].split()) - Counter(text(words).split())
    bare = {word.strip(".,;:!?()\"'“”‘’") for word in lost}
    return {word for word in bare if len(word) > 3 and "@" not in word and not _is_plain(word)}


def without_words(given: str, secrets: Iterable[str]) -> str:
    """Return a text without these secrets, where they stand as whole words."""
    found = [secret for secret in secrets if secret in given]
    for secret in sorted(found, key=len, reverse=True):
        given = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", HIDDEN, given)
    return given


def data(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a message's placeholders as `text` gives them."""
    return {name: text(value) for name, value in values.items()}


def json_value(value: object) -> object:
    """Return a JSON value with each text in it as `text` gives it; the names of properties stay."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Mapping):
        return {name: json_value(each) for name, each in value.items()}
    return [json_value(each) for each in value] if isinstance(value, (list, tuple)) else value


def markup(html: str) -> str:
    """Return a piece of HTML without hidden and typed values, secrets and e-mail names.

    The piece may be cut off anywhere: an attribute without its closing quote ends with the piece.
    """
    return _markup(html, _LONGEST_INPUT)


def snippet(html: str) -> str:
    """Return at most 300 characters of a piece of HTML, as `markup` gives it."""
    clean = _markup(html, LONGEST_SNIPPET)
    return clean if len(clean) <= LONGEST_SNIPPET else clean[: LONGEST_SNIPPET - 1] + "…"


def _markup(html: str, enough: int) -> str:
    html = without_known(html[:_LONGEST_INPUT])
    clean, at, label, tag_name = "", 0, False, ""
    while len(clean) <= enough and (tag := _TAG.search(html, at)) is not None:
        words, label = _content(html[at : tag.start()], tag_name, label)
        tag_words, at = _tag(html, tag)
        clean, tag_name = clean + words + tag_words, tag[1].lower()
    return clean if len(clean) > enough else clean + _content(html[at:], tag_name, label)[0]


def _content(html: str, tag: str, after_label: bool) -> tuple[str, bool]:
    """Return what follows a tag without secrets, and whether it ends with the name of one: "<td>Password:</td><td>x".

    `after_label` tells whether what stood before this tag ended so.
    """
    bare = _CLOSING.sub("", html).strip()
    if not bare:
        return html, after_label
    if tag == "textarea":
        words, end, after = html.partition("</")
        return HIDDEN + end + after, False
    label = _LABEL.search(bare[-80:])
    if after_label and not (label and is_telling(label[1])):
        html = _FIRST_WORD.sub(rf"\1{HIDDEN}", html, count=1)
    html = _LABELLED.sub(lambda found: found[1] + found[2] + HIDDEN if is_telling(found[1]) else found[0], html)
    return text(html), label is not None and is_telling(label[1])


def _url(address: str, depth: int) -> str:
    address = _DATA_URI.sub(rf"\1{HIDDEN}", address)
    if address[:5].lower() == "data:":
        return address
    address, hash_, fragment = address.partition("#")
    address, mark, query = address.partition("?")
    path = _path(_USERINFO.sub(r"\1", address), depth)
    route, question, rest = fragment.partition("?")
    route = _path(route, depth) if question or route.startswith(("/", "!")) else _parameters(route, depth)
    return path + mark + _parameters(query, depth) + hash_ + route + question + _parameters(rest, depth)


def _path(path: str, depth: int) -> str:
    path = _ENCODED_LETTER.sub(lambda found: chr(int(found[1], 16)), path)
    path = AFTER_WORD.sub(_after_word, path)
    steps = path.split("/")
    for n, step in enumerate(steps):
        plain = decoded(step)
        is_named = is_file_name(plain) or (n > 0 and is_content(steps[n - 1]))
        if _JWT.search(plain) or (not is_named and any(map(is_random_word, _WORDS.findall(plain)))):
            steps[n] = HIDDEN
    path = "/".join(steps)
    path = _parameters(path, depth) if ";" in path else path
    return _EMAIL.sub(rf"{HIDDEN}\1", path)


def _parameters(query: str, depth: int) -> str:
    pieces = re.split(r"([&;])", query)
    pieces[::2] = [_parameter(piece, depth) for piece in pieces[::2]]
    return "".join(pieces)


def _parameter(piece: str, depth: int) -> str:
    name, equals, value = piece.partition("=")
    if not value:
        return (HIDDEN + equals if is_random_value(name) else _EMAIL.sub(rf"{HIDDEN}\1", piece)) if name else piece
    plain = unquote_plus(decoded(value))
    if (
        is_secret(name)
        or is_random_value(value, name)
        or _EMAIL.search(plain)
        or _JWT.search(plain)
        or (depth and any(mark in plain for mark in ("=", "/", ":")) and _inner(plain, depth - 1) != plain)
    ):
        return name + equals + HIDDEN
    return piece


def _inner(value: str, depth: int) -> str:
    """Return the value of a parameter, itself an address or JSON, without secrets."""
    return _pairs(_url(value, depth)) if value[:1] in "{[" else _url(value, depth)


def _after_word(found: re.Match[str]) -> str:
    return found[1] + hidden_steps(found[2], HIDDEN)


def _after_scheme(found: re.Match[str]) -> str:
    """Hide what follows the name of a way to sign in, where it is no word of a sentence: "Basic principles"."""
    value = found[3]
    signs = (any(map(str.isdigit, value)), value[1:] != value[1:].lower(), any(mark in value for mark in "=+/"))
    needed = 1 if found[1].lower() == "bearer" else 2
    return found[1] + found[2] + HIDDEN if sum(signs) >= needed else found[0]


def _after_is(found: re.Match[str]) -> str:
    value = found[3].rstrip(".,;:!?")
    return found[0] if _is_plain(value) or not is_telling(found[1]) else found[1] + found[2] + HIDDEN


def _is_plain(value: str) -> bool:
    return value.isalpha() and value[1:] == value[1:].lower()


def _without_random(found: re.Match[str]) -> str:
    """Hide the random pieces of a long word, and those beside them in base64."""
    pieces = re.split(r"([+/=]+)", found[0])
    hidden = {n for n in range(0, len(pieces), 2) if is_random_word(pieces[n])}
    if "+" in found[0] or found[0].endswith("="):
        return HIDDEN if hidden else found[0]
    return "".join(HIDDEN if n in hidden else piece for n, piece in enumerate(pieces))


def _pairs(words: str) -> str:
    """Redact the values of secret names in any notation: name=value, "name": "value", ?name=value."""
    pieces: list[str] = []
    at = 0
    while (name := _NAME.search(words, at)) is not None:
        pieces.append(words[at : name.end()])
        at = name.end()
        parameter = words[name.start() - 1 : name.start()] in ("?", "&", ";")
        is_named = is_secret(name[1]) if parameter else is_telling(name[1])
        start = _START.match(words, at) if parameter and not is_named else None
        if not is_named and not (start and is_random_value(start[0], name[1])):
            continue
        if value := (_PARAMETER_VALUE if parameter else _TEXT_VALUE).match(words, at):
            pieces.append((value[1] or value[2] or value[3] or "") + HIDDEN)
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
    """Return whether value= and content= of this element are redacted: typed text, secrets, and all without its end."""
    if tag == "input" and (attributes.get("type", "text") not in _LABEL_TYPES or not closed):
        return True
    names = [attributes.get(name, "") for name in ("name", "id", "property", "autocomplete")]
    return tag in ("input", "meta", "button", "param") and any(map(is_secret, names))


def _value(name: str, value: str, private: bool) -> str:
    if not value.strip("\"'") or name in _NUMBERS:
        return value
    quote = value[0] if value[0] in "\"'" else ""
    end = quote if quote and len(value) > 1 and value.endswith(quote) else ""
    telling = name == "nonce" or (name.startswith("data-") and is_telling(name))
    if telling or (private and name in ("value", "content")):
        return quote + HIDDEN + end
    plain = unescape(value[len(quote) : len(value) - len(end)])
    address = name in _ADDRESSES or any(mark in plain for mark in ("?", "#", "//", ":"))
    clean = text(url(plain) if address else plain)
    return value if clean == plain else quote + escape(clean) + end
