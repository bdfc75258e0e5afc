"""What a package says of its language: its metadata (IMS LOM, IEEE 1484.12.1), or the titles of cmi5 and xAPI.

The files of AICC have no place for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, Limits
from a11ycheck.sources.packages.origin import locate
from a11ycheck.web.xml import attribute, child, children, local, read_xml, text

LONGEST = 35
"""Letters of a language tag (BCP 47)."""


def languages(root: etree._Element) -> tuple[str, ...]:
    """The languages that a manifest or a file of metadata says the package is in, not those of the metadata (1.3)."""
    metadata = [root] if local(root) == "lom" else children(root, "metadata")
    generals = [one for each in metadata for one in each.iter(etree.Element) if local(one) == "general"]
    return tuple(said for each in generals for one in children(each, "language") if (said := text(one)[:LONGEST]))


def location(root: etree._Element) -> str:
    """The file that holds a manifest's metadata; "" where they stand in the manifest, or nowhere."""
    return text(child(child(root, "metadata"), "location"))


def languages_in(files: Files, href: str, limits: Limits) -> tuple[str, ...]:
    """The languages that a file of metadata says; none when it is not there or cannot be read."""
    name = locate(files, href) if href else None
    if name is None or files.size(name) > limits.manifest_bytes:
        return ()
    try:
        return languages(read_xml(files[name], files.name, name))
    except (KeyError, TargetError):
        return ()  # it is no part of what learners see


def said_languages(said: Iterable[etree._Element | None]) -> tuple[str, ...]:
    """The languages that elements with a `lang` are in."""
    found = [attribute(one, "lang")[:LONGEST] for one in said if one is not None]
    return tuple(dict.fromkeys(filter(None, found)))
