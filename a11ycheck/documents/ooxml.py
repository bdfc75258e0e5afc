"""What Word, PowerPoint and Excel files have in common (ECMA-376): a zip of XML parts that refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from a11ycheck.documents.interface import Facts, Place, Unreadable
from a11ycheck.documents.wording import alternative_fault, language_tag, link_fault, says_no_title
from a11ycheck.errors import TargetError
from a11ycheck.files.archive import Archive, Packed
from a11ycheck.files.interface import MIB, Limits
from a11ycheck.web.xml import attribute, child, local, read_xml, text

Element = etree._Element

LIMITS = Limits(members=10_000, bytes=1024 * MIB, member_bytes=256 * MIB, ratio=400)
PART = 64 * MIB
"""Bytes of one XML part."""
OLE = b"\xd0\xcf\x11\xe0"
"""How both old formats and files with a password begin."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last step of its type ("image"), `target` a part's name, or an address when `outside`."""

    kind: str
    target: str
    outside: bool


class Parts:
    """The parts of a document by name; `root` is how its main part begins ("presentation").

    Raises Unreadable when it is no such document.
    """

    def __init__(self, data: bytes, root: str) -> None:
        if data.startswith(OLE):
            raise Unreadable("document-password" if _ENCRYPTED in data else "document-old-inside")
        try:
            self._files = Archive(Packed("document", data), LIMITS)
        except TargetError as error:
            harmless = error.key in ("truncated-zip", "not-a-zip", "empty-file", "cannot-read")
            raise Unreadable("document-broken" if harmless else "document-harmful") from None
        self.main = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), "")
        if not self.main or local(self.needed(self.main)) != root:
            raise Unreadable("document-broken")

    def xml(self, name: str) -> Element | None:
        """The root of a part, None when there is no such part. Raises Unreadable when it is too large or broken."""
        found = self._files.find(name)
        if found is None:
            return None
        if self._files.size(found) > PART:
            raise Unreadable("document-too-complex")
        try:
            return read_xml(self._files[found], "document", found)
        except (TargetError, KeyError):
            raise Unreadable("document-broken") from None

    def needed(self, name: str) -> Element:
        """The root of a part without which there is no document."""
        root = self.xml(name)
        if root is None:
            raise Unreadable("document-broken")
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part ("" for the document) refers to, by id."""
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
        """The parts of one kind that a part refers to."""
        return [one.target for one in self.relations(name).values() if one.kind == kind and not one.outside]

    def title(self) -> str:
        """The title among the properties of the document."""
        for name in self.related("", "core-properties"):
            root = self.xml(name)
            if root is not None:
                return text(child(root, "title"))
        return ""


def each(root: Element | None, *names: str) -> Iterator[Element]:
    """The elements of these local names below, in order, without what only old programs show."""
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


def first(root: Element | None, *names: str) -> Element | None:
    """The first of `each`."""
    return next(each(root, *names), None)


def within(element: Element, *names: str) -> Element | None:
    """The nearest element of one of these names around this one."""
    return next((one for one in element.iterancestors() if local(one) in names), None)


def words_of(element: Element | None) -> str:
    """The text that people see in it: of `t` elements, white space collapsed."""
    parts = []
    for one in each(element, "t", "tab", "br", "p"):
        parts.append(one.text or "" if local(one) == "t" else " ")
    return " ".join("".join(parts).split())


def look_at_title(facts: Facts, title: str) -> None:
    """The title among the properties. The name of the file may do instead (WCAG2ICT, 2.4.2): nothing here is sure."""
    facts.look("title")
    if not title:
        facts.add("title", "missing-office")
    elif says_no_title(title):
        facts.add("title", "says-nothing", snippet=title, title=title)


def look_at_languages(facts: Facts, said: set[str], has_text: bool) -> None:
    """The languages that are named anywhere in a document with text."""
    if not has_text:
        return
    facts.look("language")
    if not said:
        facts.add("language", "missing")
    for wrong in sorted(one for one in said if not language_tag(one)):
        facts.add("language", "invalid", language=wrong)


def look_at_picture(facts: Facts, properties: Element | None, place: Place, inner: str = "") -> None:
    """`properties` are those of a drawing: its description, its title, or the mark that it is decoration."""
    facts.look("picture")
    if properties is None:
        return
    mark = first(properties, "decorative")
    if mark is not None and attribute(mark, "val").lower() not in ("0", "false"):
        return
    said = attribute(properties, "descr") or attribute(properties, "title") or inner
    name = attribute(properties, "name")
    if not said:
        facts.add("picture", "missing", "figure", place, name or "figure")
    elif fault := alternative_fault(said):
        facts.add("picture", fault, "figure", place, said, alternative=said)


def look_at_link(facts: Facts, said: str, address: str, place: Place) -> None:
    """The text of a link; `address` is where it leads."""
    facts.look("link")
    if not said:
        facts.add("link", "empty", "link", place, address or "link", address=address or "–")
    elif fault := link_fault(said):
        facts.add("link", fault, "link", place, said, text=said)
