"""What Word, PowerPoint and Excel files share (ECMA-376): a zip of XML parts that refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from a11ycheck.documents.interface import FactCollector, Place, Unreadable
from a11ycheck.documents.wording import alternative_fault, is_language_tag, is_made_up_title, link_fault
from a11ycheck.errors import TargetError
from a11ycheck.files.archive import Archive, Packed
from a11ycheck.files.interface import MIB, Limits
from a11ycheck.web.xml import attribute, child, local, read_xml, text

XmlElement = etree._Element

LIMITS = Limits(members=10_000, bytes=1024 * MIB, member_bytes=256 * MIB, ratio=400)
PART = 64 * MIB
"""Most bytes of one XML part."""
OLE = b"\xd0\xcf\x11\xe0"
"""The first bytes of old formats, and of files with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference of a part. `kind` ends its type ("image"); `target` names a part, or is an address when `outside`."""

    kind: str
    target: str
    outside: bool


class OfficeParts:
    """The parts of a document by name; `root` is the root element of its main part ("presentation").

    Raises Unreadable when this is no such document.
    """

    def __init__(self, data: bytes, root: str) -> None:
        if data.startswith(OLE):
            raise Unreadable("document-password" if _ENCRYPTED in data else "document-old-inside")
        try:
            self._files = Archive(Packed("document", data), LIMITS)
        except TargetError as error:
            harmless = error.key in ("truncated-zip", "not-a-zip", "empty-file", "cannot-read")
            raise Unreadable("document-broken" if harmless else "document-harmful") from None
        if any(one.why == "file-unpacks-large" for one in self._files.left_out):
            raise Unreadable("document-harmful")
        self.main = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), "")
        if not self.main or local(self.required(self.main)) != root:
            raise Unreadable("document-broken")

    def xml(self, name: str) -> XmlElement | None:
        """Return the root of a part, or None without such a part. Raises Unreadable when it is too large or broken."""
        found = self._files.find(name)
        if found is None:
            return None
        if self._files.size(found) > PART:
            raise Unreadable("document-too-complex")
        try:
            return read_xml(self._files[found], "document", found)
        except (TargetError, KeyError):
            raise Unreadable("document-broken") from None

    def required(self, name: str) -> XmlElement:
        """Return the root of a part. Raises Unreadable when it is missing."""
        root = self.xml(name)
        if root is None:
            raise Unreadable("document-broken")
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the references of a part ("" for the document) by id."""
        folder, _, last = name.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{last}.rels"))
        found = {}
        for one in [] if root is None else root:
            target, outside = attribute(one, "Target"), attribute(one, "TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[attribute(one, "Id")] = Relation(attribute(one, "Type").rpartition("/")[2], target, outside)
        return found

    def related(self, name: str, kind: str) -> list[str]:
        """Return the names of the parts of one kind that a part refers to."""
        return [one.target for one in self.relations(name).values() if one.kind == kind and not one.outside]

    def title(self) -> str:
        """Return the title in the properties of the document."""
        for name in self.related("", "core-properties"):
            root = self.xml(name)
            if root is not None:
                return text(child(root, "title"))
        return ""


def descendants(root: XmlElement | None, *names: str) -> Iterator[XmlElement]:
    """Yield the descendants with these local names in document order, without what is deleted or for old programs."""
    if root is None:
        return
    stack = list(reversed(root))
    while stack:
        one = stack.pop()
        if not isinstance(one.tag, str) or local(one) in ("Fallback", "del", "moveFrom"):
            continue
        if local(one) in names:
            yield one
        stack += reversed(one)


def first_descendant(root: XmlElement | None, *names: str) -> XmlElement | None:
    """Return the first of `descendants`."""
    return next(descendants(root, *names), None)


def ancestor(element: XmlElement, *names: str) -> XmlElement | None:
    """Return the nearest ancestor with one of these local names."""
    return next((one for one in element.iterancestors() if local(one) in names), None)


def text_of(element: XmlElement | None) -> str:
    """Return the text that people see in an element, white space collapsed."""
    parts = []
    for one in descendants(element, "t", "tab", "br", "p"):
        parts.append(one.text or "" if local(one) == "t" else " ")
    return " ".join("".join(parts).split())


def look_at_title(facts: FactCollector, title: str) -> None:
    """Check the title in the properties. The file name may do instead (WCAG2ICT, 2.4.2), so rules only doubt it."""
    facts.count("title")
    if not title:
        facts.add("title", "missing-office")
    elif is_made_up_title(title):
        facts.add("title", "says-nothing", snippet=title, title=title)


def look_at_languages(facts: FactCollector, tags: set[str], has_text: bool) -> None:
    """Check the languages that a document with text names anywhere."""
    if not has_text:
        return
    facts.count("language")
    if not tags:
        facts.add("language", "missing")
    for wrong in sorted(one for one in tags if not is_language_tag(one)):
        facts.add("language", "invalid", language=wrong)


def look_at_picture(facts: FactCollector, properties: XmlElement | None, place: Place, inner: str = "") -> None:
    """Check the text alternative in the properties of a drawing; `inner` is one that stands further inside."""
    facts.count("picture")
    if properties is None:
        return
    mark = first_descendant(properties, "decorative")
    if mark is not None and attribute(mark, "val").lower() not in ("0", "false"):
        return
    description = attribute(properties, "descr") or attribute(properties, "title") or inner
    name = attribute(properties, "name")
    if not description:
        facts.add("picture", "missing", "figure", place, name or "figure")
    elif fault := alternative_fault(description):
        facts.add("picture", fault, "figure", place, description, alternative=description)


def look_at_link(facts: FactCollector, words: str, address: str, place: Place) -> None:
    """Check the text of a link to an address."""
    facts.count("link")
    if not words:
        facts.add("link", "empty", "link", place, address or "link", address=address or "–")
    elif fault := link_fault(words):
        facts.add("link", fault, "link", place, words, text=words)
