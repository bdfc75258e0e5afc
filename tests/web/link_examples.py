"""Links from real platforms' habits, as they stand in tests/web/data: `name | address | attributes`."""

import html
from pathlib import Path

from a11ycheck.web.addresses import clean
from a11ycheck.web.changes import Link

SITE = "https://school.example"


def lines(name):
    """The lines of a file that are no comments."""
    text = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("# ")]


def row_of(line):
    """A line as (name, address, attributes)."""
    shown, address, *more = [part.strip() for part in f" {line}".split(" | ")]
    pairs = more[0].split(";;") if more else ()
    return html.unescape(shown), address, dict(pair.split("=", 1) for pair in pairs)


def rows(name):
    """Each line of a file as (name, address, attributes)."""
    return [row_of(line) for line in lines(name)]


def link(row):
    """A row as a link of a site."""
    name, address, attributes = row
    return Link(clean(SITE + address), (name,), attributes)
