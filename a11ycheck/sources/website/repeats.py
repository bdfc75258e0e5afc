"""Addresses that lead to the same thing again: a list in another order, months without end, page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Literal
from urllib.parse import unquote_plus, urlsplit

from a11ycheck.web.addresses import DATA, identity

Repeats = Literal["", "same-list", "dates", "paging"]
"""Why an address only repeats others, as a reason of a skipped page; "" when it does not."""

MOST_DATES, MOST_PAGES = 3, 10
"""How many pages of one calendar and of one list are opened. All are built alike, but a list leads to more."""

_ORDERS, _DATES, _PAGES = (frozenset(DATA["repeats"][name]) for name in ("orders", "dates", "pages"))
_MAY_BE_AN_ID = frozenset({"order", "sort", "ordering"})
"""?order=12 is somebody's order."""
_DATE = re.compile(r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?:[T ][\d:.+Z-]*)?")
_DATE_AT_END = re.compile(r"/(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])(?:[-/](?:0?[1-9]|[12]\d|3[01]))?/?$")
_PAGE_AT_END = re.compile(r"/page/\d+/?$")
_NUMBER = re.compile(r"-?\d+")


class RepeatDetector:
    """The addresses of a crawl so far, by what is left of them without orders, dates and page numbers."""

    def __init__(self) -> None:
        self._by_shape: dict[str, set[str]] = defaultdict(set)
        self._lists: set[str] = set()

    def find(self, cleaned: str) -> Repeats:
        """Return why an address would only show the same again, "" when it is worth opening; remember the address."""
        kind, shape, unordered = _read(cleaned)
        if unordered != identity(cleaned) and unordered in self._lists:
            return "same-list"
        self._lists.add(unordered)
        if not kind:
            return ""
        alike = self._by_shape[shape]
        if len(alike) >= (MOST_DATES if kind == "dates" else MOST_PAGES) and unordered not in alike:
            return kind
        alike.add(unordered)
        return ""


def _read(cleaned: str) -> tuple[Repeats, str, str]:
    """Return what repeats in an address, its identity without that, and its identity without orders alone."""
    parts = urlsplit(cleaned)
    kept, shape = [], []
    kind: Repeats = ""
    for piece in parts.query.split("&"):
        name, _, value = piece.partition("=")
        word, value = re.sub(r"[^a-z]", "", unquote_plus(name).lower()), unquote_plus(value)
        if word in _ORDERS and not (word in _MAY_BE_AN_ID and value.isdigit()):
            continue
        kept.append(piece)
        if (word in _DATES and (_NUMBER.fullmatch(value) or _DATE.fullmatch(value))) or _DATE.fullmatch(value):
            kind = "dates"
        elif word in _PAGES and _NUMBER.fullmatch(value):
            kind = kind or "paging"
        else:
            shape.append(piece)
    path = parts.path
    if _DATE_AT_END.search(path):
        kind, path = "dates", _DATE_AT_END.sub("/*", path)
    elif _PAGE_AT_END.search(path):
        kind, path = kind or "paging", _PAGE_AT_END.sub("/page/*", path)
    unordered = identity(parts._replace(query="&".join(kept)).geturl())
    return kind, identity(parts._replace(path=path, query="&".join(shape)).geturl()), unordered
