"""Read imsmanifest.xml (SCORM 1.2 and 2004): what can be launched, in order, and with which data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.media_types import is_page
from a11ycheck.sources.packages.metadata import declared_languages, metadata_file
from a11ycheck.sources.packages.paths import join, resolve
from a11ycheck.web.xml import attribute, child, children, local, read_xml, text

ScormVersion = Literal["1.2", "2004", ""]
"""Of SCORM; "" for a content package that does not mention SCORM."""
ScormEdition = Literal["2", "3", "4", ""]
"""Of SCORM 2004; "" when the manifest does not say."""

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
DEEPEST = 50
MOST_ITEMS = 5_000
LONGEST_TITLE = 300
_CAM = re.compile(r"(?<![\d.])1\.3(?![\d.])")
"""The Content Aggregation Model of SCORM 2004, 2nd edition; not version 1.1.3 of IMS Content Packaging."""


@dataclass(frozen=True, slots=True)
class ManifestItem:
    """An item to launch. `href` is relative to the package's root, with its parameters, or an absolute URL.

    `href` is "" when the item names a resource that is not there (`resource`). `path` holds the titles from the
    organization down to this item. `objectives` are the ids for cmi.objectives, the primary one first. The
    other fields are the manifest's data for the run-time, unchanged.
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
    """One way through the package: the items to launch, nested ones in their place."""

    id: str
    title: str
    items: tuple[ManifestItem, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """`organizations` has the default one first, and the others in the order of the document.

    `lists_items` is False when the manifest lists no items, and these are the resources that can be opened instead.
    `languages` are those that its metadata declare; `metadata_file` is the href of the file with the rest of those.
    """

    version: ScormVersion
    edition: ScormEdition
    title: str
    organizations: tuple[Organization, ...]
    lists_items: bool = True
    languages: tuple[str, ...] = ()
    metadata_file: str = ""


def read_manifest(data: bytes, name: str, file: str = "imsmanifest.xml") -> Manifest:
    """Return the manifest. Raises TargetError, with both names, when it is unreadable or has no items."""
    root = read_xml(data, name, file)
    if local(root) != "manifest":
        raise TargetError("manifest-other", name=name, file=file, root=local(root)[:50])
    reader = _Reader(root)
    organizations = tuple(reader.organizations(root))
    if reader.items > MOST_ITEMS:
        raise TargetError("manifest-too-many-items", name=name, file=file, limit=MOST_ITEMS)
    lists_items = any(organization.items for organization in organizations)
    if not lists_items:
        organizations = (Organization("", "", tuple(reader.resources())),)
        if not organizations[0].items:
            raise TargetError("manifest-no-items", name=name, file=file)
    title = organizations[0].title or described_title(root) or attribute(root, "identifier") or name
    version, edition = _version(root)
    return Manifest(
        version,
        edition,
        title[:LONGEST_TITLE],
        organizations,
        lists_items,
        declared_languages(root),
        metadata_file(root),
    )


def _version(root: etree._Element) -> tuple[ScormVersion, ScormEdition]:
    metadata = child(root, "metadata")
    version = text(child(metadata, "schemaversion")).lower()
    spaces = {space for element in root.iter() for space in element.nsmap.values() if space}
    if "2004" in version or _CAM.search(version) or any("adlcp_v1p3" in space for space in spaces):
        return "2004", _edition(version)
    if any("adlcp" in space for space in spaces) or "scorm" in text(child(metadata, "schema")).lower():
        return "1.2", ""
    return "", ""


def _edition(schema_version: str) -> ScormEdition:
    """Return the edition in a schema version: "CAM 1.3" is the 2nd, the later ones name themselves."""
    editions: tuple[ScormEdition, ...] = ("4", "3", "2")
    named = (edition for edition in editions if f"2004 {edition}" in schema_version)
    return next(named, "2" if _CAM.search(schema_version) else "")


def described_title(root: etree._Element) -> str:
    """Return the title in the package's metadata (LOM), in the first language given; "" when there is none."""
    for metadata in children(root, "metadata"):
        for title in metadata.iter(etree.Element):
            if local(title) == "title":
                return text(next(iter(title), title))
    return ""


class _Reader:
    """Look things up across the document, nested manifests included."""

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
        """Yield the default organization, then the others."""
        parent = child(manifest, "organizations")
        default = attribute(parent, "default") if parent is not None else ""
        found = children(parent, "organization")
        for element in sorted(found, key=lambda element: attribute(element, "identifier") != default):
            title = text(child(element, "title"))[:LONGEST_TITLE]
            items = tuple(self._items(element, (title,) if title else (), depth))
            yield Organization(attribute(element, "identifier"), title, items)

    def resources(self) -> Iterator[ManifestItem]:
        """Yield the resources of a package without organizations that can be opened by themselves: SCOs and pages."""
        for ref, (base, resource) in self._resources.items():
            href = attribute(resource, "href")
            if href and self.items < MOST_ITEMS and (_scorm_type(resource) == "sco" or is_page(href.partition("?")[0])):
                self.items += 1
                where = resolve(base, href)
                yield ManifestItem(
                    id=ref, title=where[:LONGEST_TITLE], href=where, resource=ref, path=(where[:LONGEST_TITLE],)
                )

    def _items(self, parent: etree._Element, path: tuple[str, ...], depth: int) -> Iterator[ManifestItem]:
        for element in children(parent, "item") if depth < DEEPEST else []:
            self.items += 1
            if self.items > MOST_ITEMS:
                return  # manifests inside manifests can multiply without end
            title = (text(child(element, "title")) or attribute(element, "identifier"))[:LONGEST_TITLE]
            below = (*path, title)
            ref = attribute(element, "identifierref")
            if ref in self._manifests:
                # A manifest inside the manifest represents its default organization (IMS Content Packaging 1.1).
                for organization in list(self.organizations(self._manifests[ref], depth + 1))[:1]:
                    yield from (
                        _moved(item, below, len(organization.title and (organization.title,)))
                        for item in organization.items
                    )
            elif ref:
                yield self._item(element, ref, title, below)
            yield from self._items(element, below, depth + 1)

    def _item(self, element: etree._Element, ref: str, title: str, path: tuple[str, ...]) -> ManifestItem:
        base, resource = self._resources.get(ref, ("", None))
        href = "" if resource is None else attribute(resource, "href")
        limits, deadline = self._limits(element)
        return ManifestItem(
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
        """Yield the sequencing of an item, then the one of the collection that it refers to."""
        for sequencing in children(element, "sequencing"):
            yield sequencing
            shared = self._sequencing.get(attribute(sequencing, "IDRef"))
            if shared is not None:
                yield shared

    def _objectives(self, element: etree._Element) -> Iterator[str]:
        for sequencing in self._sequencings(element):
            parent = child(sequencing, "objectives")
            for objective in [*children(parent, "primaryObjective"), *children(parent, "objective")]:
                if identifier := attribute(objective, "objectiveID"):
                    yield identifier

    def _limits(self, element: etree._Element) -> tuple[str, str]:
        """Return the score that satisfies the primary objective, and the time allowed; "" for none."""
        score = deadline = ""
        for sequencing in self._sequencings(element):
            for primary in children(child(sequencing, "objectives"), "primaryObjective"):
                if attribute(primary, "satisfiedByMeasure").lower() in ("true", "1"):
                    score = score or text(child(primary, "minNormalizedMeasure")) or "1.0"
            for conditions in children(sequencing, "limitConditions"):
                deadline = deadline or attribute(conditions, "attemptAbsoluteDurationLimit")
        return score, deadline


def _moved(item: ManifestItem, below: tuple[str, ...], cut: int) -> ManifestItem:
    fields = {name: getattr(item, name) for name in ManifestItem.__slots__}
    return ManifestItem(**{**fields, "path": below + item.path[cut:]})


def _base(resource: etree._Element) -> str:
    """Return the folder from which hrefs of a resource start: xml:base of the elements around it and of itself."""
    around = [resource, *resource.iterancestors()]
    base = ""
    for element in reversed(around):
        base = resolve(base, str(element.get(XML_BASE, "")).strip())
    return base


def _scorm_type(resource: etree._Element) -> str:
    return (attribute(resource, "scormtype") or attribute(resource, "scormType")).lower()


def _first(element: etree._Element, *names: str) -> str:
    return next((value for name in names if (value := text(child(element, name)))), "")


def _threshold(element: etree._Element) -> str:
    """Return the completion threshold: text in the 2nd and 3rd edition, an attribute of the element in the 4th."""
    threshold = child(element, "completionThreshold")
    if threshold is None:
        return ""
    return attribute(threshold, "minProgressMeasure") or text(threshold)
