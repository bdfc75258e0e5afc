"""The links of a screen, in all its frames, and which of them change something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict
from urllib.parse import urlsplit

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.web.addresses import clean
from a11ycheck.web.changes import Link, link_changes
from a11ycheck.web.links import is_document

MOST_LINKS = 5000
"""Links that are read from one frame."""


class FoundLink(TypedDict):
    """A link as the page has it. `shown`: no link, but the address of what a frame or an object shows."""

    address: str
    shown: bool
    names: list[str]
    attributes: Mapping[str, str]
    asked: bool


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The absolute addresses that a screen links to, each once, in document order.

    `changing` are those that change something by what the page says of a link to them.
    """

    addresses: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()

    def and_those_of(self, other: PageLinks) -> PageLinks:
        """Return these links and further ones."""
        return PageLinks(
            tuple(dict.fromkeys((*self.addresses, *other.addresses))),
            tuple(dict.fromkeys((*self.changing, *other.changing))),
        )


async def read_links(root: Frame) -> PageLinks:
    """Return the links of a screen."""
    found: dict[str, None] = {}
    changing: dict[str, None] = {}
    for frame in root.walk():
        try:
            rows: list[FoundLink] = await frame.run(script("scan/links"), MOST_LINKS)
        except ScriptError:
            continue  # a frame that left meanwhile has no links for us
        links = [row for row in rows if not row["shown"] or is_document(urlsplit(row["address"]).path)]
        # "#" in a frame stays in that frame: what is shown there is a part of this screen, no page of its own.
        here = frame.url.partition("#")[0] if frame is not root else ""
        links = [row for row in links if row["address"].partition("#")[0] != here]
        found |= dict.fromkeys(row["address"] for row in links)
        changing |= dict.fromkeys(_changing(links, frame.url))
    return PageLinks(tuple(found), tuple(changing))


def _changing(links: Iterable[FoundLink], page: str) -> Iterable[str]:
    """Yield the addresses of links that change something; a jump within the page, such as "Close", cannot."""
    here = clean(page)
    for row in links:
        address = clean(row["address"])
        if (
            address
            and address != here
            and link_changes(Link(address, tuple(row["names"]), row["attributes"], asked=row["asked"]))
        ):
            yield row["address"]
