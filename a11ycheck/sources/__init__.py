"""The kinds of targets, and how a file or folder is told apart: by what is in it."""

from __future__ import annotations

from pathlib import Path

from a11ycheck.errors import TargetError
from a11ycheck.files.archive import Archive
from a11ycheck.files.directory import Directory
from a11ycheck.files.interface import Files, Limits
from a11ycheck.sources.folder import WebFolder
from a11ycheck.sources.package import Package
from a11ycheck.sources.scorm import MANIFEST, ScormPackage

SOURCES: tuple[type[Package], ...] = (ScormPackage, WebFolder)
"""Asked in this order; the first that recognises the files has them."""


def open_package(path: Path, limits: Limits | None = None, allow_hosts: tuple[str, ...] = ()) -> Package:
    """The package in a file or folder. TargetError when it cannot be read, is harmful, or is of no kind we know.

    `allow_hosts` are the hosts ("cdn.example.org", "*.example.org") that it may reach beside itself.
    """
    limits = limits or Limits()
    files = open_files(path, limits)
    try:
        for kind in SOURCES:
            package = kind.recognise(files, limits, allow_hosts)
            if package is not None:
                return package
        buried = [name for name in files if name.lower().endswith(f"/{MANIFEST}")]
        if buried:
            raise TargetError("manifest-not-at-top", name=files.name, file=buried[0])
        raise TargetError("nothing-to-open", name=files.name)
    except BaseException:
        files.close()
        raise


def open_files(path: Path, limits: Limits) -> Files:
    """A folder or a zip as files. TargetError when it is neither, or harmful."""
    if not path.exists():
        raise TargetError("no-such-file", name=path.name or str(path))
    return Directory(path, limits) if path.is_dir() else Archive(path, limits)
