"""SCORM 1.2 and 2004: each item of the manifest is a page, launched inside a window with the run-time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, folders_with
from a11ycheck.model import Skipped
from a11ycheck.runtimes.scorm import Launch, launch_page
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.launched import Entry, LaunchedPackage
from a11ycheck.sources.packages.manifest import Manifest, ManifestItem, read_manifest
from a11ycheck.sources.packages.metadata import languages_in
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import has_index
from a11ycheck.sources.packages.package import read_bounded

MANIFEST = "imsmanifest.xml"
KINDS: dict[str, str] = {"1.2": "scorm12", "2004": "scorm2004", "": "content-package"}


class ScormPackage(LaunchedPackage):
    """All items of all organizations, the default one first; hidden ones too, because learners can get to them."""

    def __init__(self, files: Files, manifest: Manifest, options: OpenOptions) -> None:
        kind = KINDS[manifest.version] + (f"-{manifest.edition}" if manifest.edition else "")
        languages = manifest.languages or languages_in(files, manifest.metadata_file, options.limits)
        super().__init__(files, SourceInfo(files.name, kind, manifest.title, languages=languages), options)
        if not manifest.lists_items:
            self._skipped.append(Skipped(MANIFEST, "manifest-lists-nothing", ""))
        for organization in manifest.organizations:
            for item in organization.items:
                self._add(item)

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        return folders_with(files, MANIFEST)

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        name = files.find(MANIFEST)
        if name is None:
            return None
        try:
            manifest = read_manifest(read_bounded(files, name, options.limits), files.name, files.prefix + name)
        except TargetError as error:
            if error.key == "manifest-no-items" and has_index(files):
                return None  # it contains plain web pages, and is tested as such
            raise
        return cls(files, manifest, options)

    def _add(self, item: ManifestItem) -> None:
        def make_window(address: str) -> bytes:
            return launch_page(
                Launch(
                    title=item.title,
                    address=address,
                    objectives=item.objectives,
                    launch_data=item.launch_data,
                    passing_score=item.passing_score,
                    max_time_allowed=item.max_time_allowed,
                    time_limit_action=item.time_limit_action,
                    completion_threshold=item.completion_threshold,
                )
            )

        runtime_data = (item.launch_data, *item.objectives)
        self.launch(Entry(item.title, item.href, item.path, item.resource, runtime_data), make_window)
