"""eXeLearning: the title of a web export, and its source files, which have no pages yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, Limits, folders_with
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import has_index
from a11ycheck.sources.packages.package import Package
from a11ycheck.web.xml import child, children, local, read_xml, text

SOURCES = ("content.xml", "contentv3.xml")
LONGEST_TITLE = 300


def title_of(files: Files, limits: Limits) -> str:
    """Return the title in the content.xml of a web export; "" when there is none that can be read."""
    name = files.find("content.xml")
    if name is None or files.size(name) > limits.manifest_bytes:
        return ""
    try:
        root = read_xml(files[name], files.name, name)
    except (KeyError, TargetError):
        return ""  # learners never see this file
    if local(root) != "ode":
        return ""
    for row in children(child(root, "odeProperties"), "odeProperty"):
        if text(child(row, "key")) == "pp_title":
            return text(child(row, "value"))[:LONGEST_TITLE]
    return ""


class ExeSource(Package):
    """A source file (.elp, .elpx) without pages: refused with a message that says what to export."""

    kind = "exelearning"

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        return sorted({folder for name in SOURCES for folder in folders_with(files, name)})

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        if has_index(files):
            return None  # a web export that includes its source
        for source in SOURCES:
            name = files.find(source)
            if name is not None and _is_source(files, name, options.limits):
                raise TargetError("exelearning-source", name=files.name, file=name)
        return None


def _is_source(files: Files, name: str, limits: Limits) -> bool:
    if files.size(name) > limits.manifest_bytes:
        return False
    try:
        root = read_xml(files[name], files.name, name)
    except (KeyError, TargetError):
        return False
    return local(root) in ("ode", "instance") or "exelearning" in str(root.nsmap)
