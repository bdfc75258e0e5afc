"""xAPI, also called Tin Can: each activity of tincan.xml that can be launched is a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, folders_with
from a11ycheck.runtimes.lrs import Lrs
from a11ycheck.runtimes.recent_launches import RecentLaunches
from a11ycheck.runtimes.window import window_page
from a11ycheck.runtimes.xapi import tin_can_query
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.launched import MOST_ITEMS, Entry, LaunchedPackage
from a11ycheck.sources.packages.metadata import element_languages
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.package import read_bounded
from a11ycheck.sources.packages.paths import resolve, with_query
from a11ycheck.web.xml import attribute, child, children, local, read_xml, text

STRUCTURE = "tincan.xml"
LONGEST_TITLE = 300


class XapiPackage(LaunchedPackage):
    """The activities that can be launched, in the order of the file."""

    kind = "xapi"

    def __init__(self, files: Files, activities: Sequence[etree._Element], options: OpenOptions) -> None:
        first = activities[0]
        languages = element_languages([child(first, "launch"), child(first, "name")])
        super().__init__(
            files, SourceInfo(files.name, self.kind, _name(first) or files.name, languages=languages), options
        )
        self._recent = RecentLaunches()
        for number, activity in enumerate(activities, 1):
            self._add(number, activity)

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        return folders_with(files, STRUCTURE)

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        name = files.find(STRUCTURE)
        if name is None:
            return None
        root = read_xml(read_bounded(files, name, options.limits), files.name, name)
        if local(root) != "tincan":
            raise TargetError("xapi-other", name=files.name, file=name, root=local(root)[:50])
        activities = children(child(root, "activities"), "activity")
        activities = [activity for activity in activities if text(child(activity, "launch"))]
        if not activities:
            raise TargetError("xapi-no-launch", name=files.name, file=name)
        if len(activities) > MOST_ITEMS:
            raise TargetError("manifest-too-many-items", name=files.name, file=name, limit=MOST_ITEMS)
        return cls(files, activities, options)

    def _add(self, number: int, activity: etree._Element) -> None:
        name = attribute(activity, "id") or f"urn:a11ycheck:activity:{number}"
        title = _name(activity) or name[:LONGEST_TITLE]
        lrs = Lrs()
        query = tin_can_query(self.root + self.virtual_pages.add_service(f"lrs/{number}/", lrs), name)

        def make_window(address: str) -> bytes:
            self._recent.start(lrs)
            return window_page(title, with_query(address, query))

        self.launch(Entry(title, resolve("", text(child(activity, "launch"))), (title,), name), make_window)


def _name(activity: etree._Element) -> str:
    return text(child(activity, "name"))[:LONGEST_TITLE]
