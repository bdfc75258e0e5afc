"""The kinds of targets, and how a file or folder is told apart: by what is in it."""

from __future__ import annotations

from pathlib import Path

from a11ycheck.errors import TargetError
from a11ycheck.files.archive import Archive
from a11ycheck.files.directory import Directory
from a11ycheck.files.interface import Files, Limits
from a11ycheck.sources.document import DocumentFile
from a11ycheck.sources.document_folder import DocumentFolder
from a11ycheck.sources.interface import PackageFile, Source
from a11ycheck.sources.packages.aicc import AiccPackage
from a11ycheck.sources.packages.choice import choose_all
from a11ycheck.sources.packages.cmi5 import Cmi5Package
from a11ycheck.sources.packages.common_cartridge import CartridgePackage
from a11ycheck.sources.packages.epub import EpubPackage
from a11ycheck.sources.packages.exelearning import ExeSource
from a11ycheck.sources.packages.folder import WebFolder
from a11ycheck.sources.packages.h5p import H5pPackage
from a11ycheck.sources.packages.opening import Opening
from a11ycheck.sources.packages.package import Package
from a11ycheck.sources.packages.scorm import ScormPackage
from a11ycheck.sources.packages.xapi import XapiPackage

SOURCES: tuple[type[Package], ...] = (
    EpubPackage,
    CartridgePackage,
    ScormPackage,
    Cmi5Package,
    XapiPackage,
    AiccPackage,
    H5pPackage,
    WebFolder,
    ExeSource,
)
"""Asked in this order, folder by folder from the top: the first that recognises the files has them."""


def open_file(
    path: Path, limits: Limits | None = None, allow_hosts: tuple[str, ...] = (), h5p_player: Path | None = None
) -> Source:
    """What a file or folder is: a document, a package, or nothing but documents. TargetError as `open_package`."""
    if DocumentFile.recognises(path):
        return DocumentFile(path)
    try:
        return open_package(path, limits, allow_hosts, h5p_player)
    except TargetError as error:
        files = open_files(path, limits or Limits()) if error.key == "nothing-to-open" else None
        if files is None or not DocumentFolder.holds(files):
            raise
        return DocumentFolder(files, files.name, Opening(limits or Limits(), allow_hosts))


def open_parcel(parcel: PackageFile) -> Source:
    """As `open_file`."""
    return open_file(parcel.path, parcel.limits, parcel.allow, parcel.h5p_player)


def open_package(
    path: Path, limits: Limits | None = None, allow_hosts: tuple[str, ...] = (), h5p_player: Path | None = None
) -> Package:
    """The package in a file or folder. TargetError when it cannot be read, is harmful, or is of no kind we know.

    `allow_hosts` are the hosts ("cdn.example.org", "*.example.org") that it may reach beside itself; `h5p_player` is
    a folder with the files of h5p-standalone.
    """
    limits = limits or Limits()
    files = open_files(path, limits)
    try:
        return choose_all(files, Opening(limits, allow_hosts, h5p_player), SOURCES)
    except BaseException:
        files.close()
        raise


def open_files(path: Path, limits: Limits) -> Files:
    """A folder or a zip as files. TargetError when it is neither, or harmful."""
    if not path.exists():
        raise TargetError("no-such-file", name=path.name or str(path))
    return Directory(path, limits) if path.is_dir() else Archive(path, limits)
