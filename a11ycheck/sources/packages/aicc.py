"""AICC: each assignable unit is a page, launched with the address of a small HACP service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self
from urllib.parse import quote

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import JUNK, Files
from a11ycheck.runtimes.hacp import Hacp
from a11ycheck.runtimes.recent_launches import RecentLaunches
from a11ycheck.runtimes.scorm import Launch, launch_page
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.aicc_files import AiccCourse, AssignableUnit, is_table, read_course
from a11ycheck.sources.packages.launched import Entry, LaunchedPackage
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.package import read_bounded
from a11ycheck.sources.packages.paths import join, resolve, with_query

FIELDS = {"au": ("system_id", "file_name"), "des": ("system_id", "title"), "cst": ("block", "member")}
"""Fields that the first line of a table names, by suffix."""
SESSION = "a11ycheck"
MOST_SIGNS = 50
"""Files that are looked at to find where a course is."""
LARGEST_SIGN = 2**20
"""Bytes of such a file."""


class AiccPackage(LaunchedPackage):
    """The units of a course. Content that tries SCORM first finds that run-time too, as it would in an LMS."""

    kind = "aicc"

    def __init__(self, files: Files, course: AiccCourse, options: OpenOptions) -> None:
        super().__init__(files, SourceInfo(files.name, self.kind, course.title or course.id or files.name), options)
        self._recent = RecentLaunches()
        for number, unit in enumerate(course.units, 1):
            self._add(number, unit)

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        """Return the folders in which one of the four kinds of files is, with the content of such a file."""
        found: dict[str, None] = {}
        for name in _with_suffix(files, ("crs", "au", "cst"))[:MOST_SIGNS]:
            folder = name[: name.rfind("/") + 1]
            if folder not in found and files.size(name) < LARGEST_SIGN and _is_sign(files, name):
                found[folder] = None
        return list(found)

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        names = [name for name in _with_suffix(files, ("crs", "au", "cst", "des")) if "/" not in name]
        tables = {suffix: _first(files, names, suffix, options) for suffix in ("crs", "au", "des", "cst")}
        if not tables["au"]:
            raise TargetError("aicc-no-units", name=files.name)
        try:
            course = read_course(tables["crs"], tables["au"], tables["des"], tables["cst"])
        except ValueError as error:
            raise TargetError("aicc-unreadable", name=files.name) from error
        if not course.units:
            raise TargetError("aicc-no-units", name=files.name)
        return cls(files, course, options)

    def _add(self, number: int, unit: AssignableUnit) -> None:
        hacp = Hacp(unit.fields)
        service = self.virtual_pages.add_service(f"hacp/{number}/", hacp)
        parameters = f"AICC_SID={SESSION}-{number}&AICC_URL={quote(self.root + service, safe='')}"
        href = resolve("", join(unit.fields.get("file_name", ""), unit.fields.get("web_launch", "")))

        def make_window(address: str) -> bytes:
            self._recent.start(hacp)
            return launch_page(
                Launch(
                    title=unit.title,
                    address=with_query(address, parameters),
                    launch_data=unit.fields.get("core_vendor", ""),
                    passing_score=unit.fields.get("mastery_score", ""),
                )
            )

        self.launch(Entry(unit.title, href, unit.path, unit.id), make_window)


def _with_suffix(files: Files, suffixes: tuple[str, ...]) -> list[str]:
    return sorted(
        (name for name in files if name.rpartition(".")[2].lower() in suffixes and not name.startswith(JUNK)),
        key=lambda name: name.count("/"),
    )


def _is_sign(files: Files, name: str) -> bool:
    suffix = name.rpartition(".")[2].lower()
    try:
        data = files[name]
    except KeyError:
        return False
    return b"[course]" in data.lower() if suffix == "crs" else is_table(data, *FIELDS[suffix])


def _first(files: Files, names: Sequence[str], suffix: str, options: OpenOptions) -> bytes:
    """Return the first file with that suffix and the content of such a file, b"" when there is none."""
    for name in names:
        if name.lower().endswith(f".{suffix}"):
            data = read_bounded(files, name, options.limits)
            if suffix == "crs" or is_table(data, *FIELDS[suffix]):
                return data
    return b""
