"""Reads imsmanifest.xml (SCORM 1.2 and 2004): what can be launched, in order, and with which data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.media_types import is_page
from a11ycheck.sources.packages.metadata import languages, location
from a11ycheck.sources.packages.paths import join, resolve
from a11ycheck.web.xml import attribute, child, children, local, read_xml, text

Version = Literal["1.2", "2004", ""]
"""Of SCORM; "" for a content package that says no SCORM at all."""
Edition = Literal["2", "3", "4", ""]
"""Of SCORM 2004; "" where the manifest does not tell."""

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
DEEPEST = 50
MOST_ITEMS = 5_000
LONGEST_TITLE = 300
_CAM = re.compile(r"(?<![\d.])1\.3(?![\d.])")
"""The Content Aggregation Model of SCORM 2004, 2nd edition; IMS Content Packaging has a 1.1.3 of its own."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to launch. `href` is relative to the package's root, parameters joined, or an absolute URL.

    `href` is "" when the item names a resource that is not there (`resource`). `path` holds the titles from the
    organization down to this item. `objectives` are the ids for cmi.objectives, the primary one first. The
    other fields are the manifest's data for the run-time, as they stand there.
    """

    id: str
    title: str
    href: str
    resource: str
    path: tuple[str, ...]
    visible: bool = True
    asset: bool = False
    objectives: tuple[str, ...] = ()
    launch_data: str = ""
    passing_score: str = ""
    max_time_allowed: str = ""
    time_limit_action: str = ""
    completion_threshold: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    """One way through the package: its items to launch, nested ones in their place."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """`organizations`: the default one first, the others in the order of the document.

    `listed` is False when the manifest lists no items, and these are the resources that can be opened instead.
    `languages` are those that its metadata say the package is in; `described_in` is the file with more of them.
    """

    version: Version
    edition: Edition
    title: str
    organizations: tuple[Organization, ...]
    listed: bool = True
    languages: tuple[str, ...] = ()
    described_in: str = ""


def read_manifest(data: bytes, name: str, file: str = "imsmanifest.xml") -> Manifest:
    """`name` is the package, for the sentences of TargetError: empty, not XML, entities, no items."""
    root = read_xml(data, name, file)
    if local(root) != "manifest":
        raise TargetError("manifest-other", name=name, file=file, root=local(root)[:50])
    reader = _Reader(root)
    organizations = tuple(reader.organizations(root))
    if reader.items > MOST_ITEMS:
        raise TargetError("manifest-too-many-items", name=name, file=file, limit=MOST_ITEMS)
    listed = any(organization.items for organization in organizations)
    if not listed:
        organizations = (Organization("", "", tuple(reader.resources())),)
        if not organizations[0].items:
            raise TargetError("manifest-no-items", name=name, file=file)
    title = organizations[0].title or described_title(root) or attribute(root, "identifier") or name
    version, edition = _version(root)
    said = languages(root), location(root)
    return Manifest(version, edition, title[:LONGEST_TITLE], organizations, listed, *said)


def _version(root: etree._Element) -> tuple[Version, Edition]:
    metadata = child(root, "metadata")
    said = text(child(metadata, "schemaversion")).lower()
    spaces = {space for element in root.iter() for space in element.nsmap.values() if space}
    if "2004" in said or _CAM.search(said) or any("adlcp_v1p3" in space for space in spaces):
        return "2004", _edition(said)
    if any("adlcp" in space for space in spaces) or "scorm" in text(child(metadata, "schema")).lower():
        return "1.2", ""
    return "", ""


def _edition(said: str) -> Edition:
    """ "CAM 1.3" is what manifests of the 2nd edition say, the later ones name themselves."""
    editions: tuple[Edition, ...] = ("4", "3", "2")
    return next((edition for edition in editions if f"2004 {edition}" in said), "2" if _CAM.search(said) else "")


def described_title(root: etree._Element) -> str:
    """The title in the package's metadata (LOM), in the first language given."""
    for metadata in children(root, "metadata"):
        for title in metadata.iter(etree.Element):
            if local(title) == "title":
                return text(next(iter(title), title))
    return ""


class _Reader:
    """Looks things up across the document, nested manifests included."""

    def __init__(self, root: etree._Element) -> None:
        self.items = 0
        self._resources: dict[str, tuple[str, etree._Element]] = {}
        self._sequencing: dict[str, etree._Element] = {}
        self._manifests: dict[str, etree._Element] = {}
        for element in root.iter(etree.Element):
            name = local(element)
            if name == "resource":
                self._resources.setdefault(attribute(element, "identifier"), (_base(element), element))
            elif name == "manifest" and element is not root:
                self._manifests.setdefault(attribute(element, "identifier"), element)
            elif name == "sequencing" and attribute(element, "ID"):
                self._sequencing.setdefault(attribute(element, "ID"), element)

    def organizations(self, manifest: etree._Element, depth: int = 0) -> Iterator[Organization]:
        """The default organization, then the others."""
        parent = child(manifest, "organizations")
        default = attribute(parent, "default") if parent is not None else ""
        found = children(parent, "organization")
        for element in sorted(found, key=lambda element: attribute(element, "identifier") != default):
            title = text(child(element, "title"))[:LONGEST_TITLE]
            items = tuple(self._items(element, (title,) if title else (), depth))
            yield Organization(attribute(element, "identifier"), title, items)

    def resources(self) -> Iterator[Item]:
        """The resources that can be opened by themselves, of a package without organizations: SCOs, else pages."""
        for ref, (base, resource) in self._resources.items():
            href = attribute(resource, "href")
            if href and self.items < MOST_ITEMS and (_scorm_type(resource) == "sco" or is_page(href.partition("?")[0])):
                self.items += 1
                where = resolve(base, href)
                yield Item(id=ref, title=where[:LONGEST_TITLE], href=where, resource=ref, path=(where[:LONGEST_TITLE],))

    def _items(self, parent: etree._Element, path: tuple[str, ...], depth: int) -> Iterator[Item]:
        for element in children(parent, "item") if depth < DEEPEST else []:
            self.items += 1
            if self.items > MOST_ITEMS:
                return  # manifests inside manifests can multiply without end
            title = (text(child(element, "title")) or attribute(element, "identifier"))[:LONGEST_TITLE]
            below = (*path, title)
            ref = attribute(element, "identifierref")
            if ref in self._manifests:
                # A manifest inside the manifest stands for its default organization (IMS Content Packaging 1.1).
                for organization in list(self.organizations(self._manifests[ref], depth + 1))[:1]:
                    yield from (
                        _moved(item, below, len(organization.title and (organization.title,)))
                        for item in organization.items
                    )
            elif ref:
                yield self._item(element, ref, title, below)
            yield from self._items(element, below, depth + 1)

    def _item(self, element: etree._Element, ref: str, title: str, path: tuple[str, ...]) -> Item:
        base, resource = self._resources.get(ref, ("", None))
        href = "" if resource is None else attribute(resource, "href")
        limits, deadline = self._limits(element)
        return Item(
            id=attribute(element, "identifier"),
            title=title,
            href=resolve(base, join(href, attribute(element, "parameters"))) if href else "",
            resource=ref,
            path=path,
            visible=attribute(element, "isvisible").lower() not in ("false", "0"),
            asset=resource is not None and _scorm_type(resource) == "asset",
            objectives=tuple(dict.fromkeys(self._objectives(element))),
            launch_data=_first(element, "datafromlms", "dataFromLMS"),
            passing_score=_first(element, "masteryscore") or limits,
            max_time_allowed=_first(element, "maxtimeallowed") or deadline,
            time_limit_action=_first(element, "timelimitaction", "timeLimitAction"),
            completion_threshold=_threshold(element),
        )

    def _sequencings(self, element: etree._Element) -> Iterator[etree._Element]:
        """The item's own sequencing, then the collection's that it refers to."""
        for own in children(element, "sequencing"):
            yield own
            shared = self._sequencing.get(attribute(own, "IDRef"))
            if shared is not None:
                yield shared

    def _objectives(self, element: etree._Element) -> Iterator[str]:
        for sequencing in self._sequencings(element):
            parent = child(sequencing, "objectives")
            for objective in [*children(parent, "primaryObjective"), *children(parent, "objective")]:
                if identifier := attribute(objective, "objectiveID"):
                    yield identifier

    def _limits(self, element: etree._Element) -> tuple[str, str]:
        """The score that satisfies the primary objective, and the time allowed; "" for none."""
        score = deadline = ""
        for sequencing in self._sequencings(element):
            for primary in children(child(sequencing, "objectives"), "primaryObjective"):
                if attribute(primary, "satisfiedByMeasure").lower() in ("true", "1"):
                    score = score or text(child(primary, "minNormalizedMeasure")) or "1.0"
            for conditions in children(sequencing, "limitConditions"):
                deadline = deadline or attribute(conditions, "attemptAbsoluteDurationLimit")
        return score, deadline


def _moved(item: Item, below: tuple[str, ...], cut: int) -> Item:
    fields = {name: getattr(item, name) for name in Item.__slots__}
    return Item(**{**fields, "path": below + item.path[cut:]})


def _base(resource: etree._Element) -> str:
    """The folder that hrefs of a resource start from: xml:base of the manifests, resources and resource around it."""
    around = [resource, *resource.iterancestors()]
    base = ""
    for element in reversed(around):
        base = resolve(base, str(element.get(XML_BASE, "")).strip())
    return base


def _scorm_type(resource: etree._Element) -> str:
    return (attribute(resource, "scormtype") or attribute(resource, "scormType")).lower()


def _first(element: etree._Element, *names: str) -> str:
    return next((said for name in names if (said := text(child(element, name)))), "")


def _threshold(element: etree._Element) -> str:
    """2nd and 3rd edition say the number as text, the 4th as an attribute of the element."""
    threshold = child(element, "completionThreshold")
    if threshold is None:
        return ""
    return attribute(threshold, "minProgressMeasure") or text(threshold)
