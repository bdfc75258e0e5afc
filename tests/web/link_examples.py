"""Links from real platforms' habits, as they stand in tests/web/data: `name | address | attributes`."""

import html
from pathlib import Path

from a11ycheck.web.addresses import clean
from a11ycheck.web.changes import Link

SITE = "https://school.example"


def rows(name):
    """Each row of a file as (name, address, attributes)."""
    found = []
    for line in (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        shown, address, *more = [part.strip() for part in f" {line}".split(" | ")]
        pairs = more[0].split(";;") if more else ()
        found.append((html.unescape(shown), address, dict(pair.split("=", 1) for pair in pairs)))
    return found


def link(row):
    """A row as a link of a site."""
    name, address, attributes = row
    return Link(clean(SITE + address), (name,), attributes)
