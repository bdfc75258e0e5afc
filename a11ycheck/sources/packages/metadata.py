"""The language that a package declares: in its metadata (IMS LOM, IEEE 1484.12.1), or in the titles of cmi5 and xAPI.

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
"""Characters of a language tag (BCP 47)."""


def declared_languages(root: etree._Element) -> tuple[str, ...]:
    """Return the languages of the package in a manifest or a file of metadata, not those of the metadata (1.3)."""
    metadata = [root] if local(root) == "lom" else children(root, "metadata")
    generals = [element for lom in metadata for element in lom.iter(etree.Element) if local(element) == "general"]
    tags = (text(language)[:LONGEST] for general in generals for language in children(general, "language"))
    return tuple(tag for tag in tags if tag)


def metadata_file(root: etree._Element) -> str:
    """Return the href of the file with a manifest's metadata; "" when they are in the manifest, or nowhere."""
    return text(child(child(root, "metadata"), "location"))


def languages_in(files: Files, href: str, limits: Limits) -> tuple[str, ...]:
    """Return the languages that a file of metadata declares; none when it is not there or cannot be read."""
    name = locate(files, href) if href else None
    if name is None or files.size(name) > limits.manifest_bytes:
        return ()
    try:
        return declared_languages(read_xml(files[name], files.name, name))
    except (KeyError, TargetError):
        return ()  # it is no part of what learners see


def element_languages(elements: Iterable[etree._Element | None]) -> tuple[str, ...]:
    """Return the values of `lang` on these elements, each once."""
    found = [attribute(element, "lang")[:LONGEST] for element in elements if element is not None]
    return tuple(dict.fromkeys(filter(None, found)))
