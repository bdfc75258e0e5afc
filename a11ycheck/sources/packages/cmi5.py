"""cmi5: each assignable unit of cmi5.xml is a page, launched with a record store that answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, folders_with
from a11ycheck.runtimes.lrs import Lrs
from a11ycheck.runtimes.recent_launches import RecentLaunches
from a11ycheck.runtimes.window import window_page
from a11ycheck.runtimes.xapi import cmi5_query, launch_data
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.launched import MOST_ITEMS, Entry, LaunchedPackage
from a11ycheck.sources.packages.metadata import element_languages
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.package import read_bounded
from a11ycheck.sources.packages.paths import resolve, with_query
from a11ycheck.web.xml import attribute, child, children, local, read_xml, text

STRUCTURE = "cmi5.xml"
DEEPEST = 50
LONGEST_TITLE = 300
CLOSED = b'<!doctype html><html lang="en"><title>Closed</title></html>'
"""Where a unit goes when it is closed. The page shows nothing: a unit that closes at once was not tested."""


class Cmi5Package(LaunchedPackage):
    """All units, in open blocks: each can be launched, whatever its block asks to do first."""

    kind = "cmi5"

    def __init__(self, files: Files, structure: etree._Element, options: OpenOptions) -> None:
        course = child(structure, "course")
        title = title_of(course) or files.name
        languages = element_languages(children(child(course, "title"), "langstring"))
        super().__init__(files, SourceInfo(files.name, self.kind, title, languages=languages), options)
        self._recent = RecentLaunches()
        self._return_url = self.root + self.virtual_pages.add_page("closed", lambda: CLOSED)
        units = list(_units(structure, (title,)))
        if not units:
            raise TargetError("cmi5-no-units", name=files.name)
        if len(units) > MOST_ITEMS:
            raise TargetError("manifest-too-many-items", name=files.name, file=STRUCTURE, limit=MOST_ITEMS)
        for number, (unit, above) in enumerate(units, 1):
            self._add(number, unit, above)

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        return folders_with(files, STRUCTURE)

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        name = files.find(STRUCTURE)
        if name is None:
            return None
        root = read_xml(read_bounded(files, name, options.limits), files.name, name)
        if local(root) != "courseStructure":
            raise TargetError("cmi5-other", name=files.name, file=name, root=local(root)[:50])
        return cls(files, root, options)

    def _add(self, number: int, unit: etree._Element, above: tuple[str, ...]) -> None:
        activity = attribute(unit, "id") or f"urn:a11ycheck:unit:{number}"
        title = title_of(unit) or activity[:LONGEST_TITLE]
        values = {name: attribute(unit, name) for name in ("moveOn", "masteryScore", "launchMethod")}
        values |= {name: text(child(unit, name)) for name in ("launchParameters", "entitlementKey")}
        lrs = Lrs(launch_data(f"{self.root}{activity}", {**values, "publisherId": activity}, self._return_url))
        query = cmi5_query(self.root + self.virtual_pages.add_service(f"lrs/{number}/", lrs), activity)

        def make_window(address: str) -> bytes:
            self._recent.start(lrs)
            return window_page(title, with_query(address, query))

        self.launch(Entry(title, resolve("", text(child(unit, "url"))), (*above, title), activity), make_window)


def title_of(element: etree._Element | None) -> str:
    """Return the title of an element in the first language that has one, "" when none has."""
    title = child(element, "title")
    elements = [*children(title, "langstring"), title]
    return next(filter(None, (text(each) for each in elements if each is not None)), "")[:LONGEST_TITLE]


def _units(parent: etree._Element, above: tuple[str, ...]) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    """Yield the units with the titles above each."""
    if len(above) > DEEPEST:
        return
    for element in parent:
        if isinstance(element.tag, str) and local(element) == "au":
            yield element, above
        elif isinstance(element.tag, str) and local(element) == "block":
            yield from _units(element, (*above, title_of(element) or attribute(element, "id")[:LONGEST_TITLE]))
