"""The kinds of targets. What a file or folder is shows from its content."""

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
from a11ycheck.sources.packages.cmi5 import Cmi5Package
from a11ycheck.sources.packages.common_cartridge import CartridgePackage
from a11ycheck.sources.packages.detection import detect_with_zips
from a11ycheck.sources.packages.epub import EpubPackage
from a11ycheck.sources.packages.exelearning import ExeSource
from a11ycheck.sources.packages.folder import WebFolder
from a11ycheck.sources.packages.h5p import H5pPackage
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.package import Package
from a11ycheck.sources.packages.scorm import ScormPackage
from a11ycheck.sources.packages.xapi import XapiPackage
from a11ycheck.sources.served_host import HOST
from a11ycheck.sources.trial import try_opening

PACKAGES: tuple[type[Package], ...] = (
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
"""Asked in this order, folder by folder from the top; the first that recognises the files opens them."""


def open_file(
    path: Path,
    limits: Limits | None = None,
    allow_hosts: tuple[str, ...] = (),
    h5p_player: Path | None = None,
    host: str = HOST,
) -> Source:
    """Return what a file or folder is: a document, a package, or only documents.

    Raises TargetError as `open_package` does.
    """
    if DocumentFile.recognises(path):
        return DocumentFile(path)
    try:
        return open_package(path, limits, allow_hosts, h5p_player, host)
    except TargetError as error:
        files = open_files(path, limits or Limits()) if error.key == "nothing-to-open" else None
        if files is None or not DocumentFolder.has_only_documents(files):
            raise
        return DocumentFolder(files, OpenOptions(limits or Limits(), allow_hosts))


def open_package_file(file: PackageFile) -> Source:
    """Return what a package file is; as `open_file`, after a process of its own has shown that it can be opened.

    A document is opened by its name alone, and read in a process of its own when its turn comes.
    """
    if not DocumentFile.recognises(file.path):
        try_opening(file)
    return open_file(file.path, file.limits, file.allow_hosts, file.h5p_player, file.host)


def open_package(
    path: Path,
    limits: Limits | None = None,
    allow_hosts: tuple[str, ...] = (),
    h5p_player: Path | None = None,
    host: str = HOST,
) -> Package:
    """Return the package in a file or folder. Raises TargetError when it is unreadable, harmful, or of no known kind.

    `allow_hosts` are the hosts ("cdn.example.org", "*.example.org") that it may reach besides itself. `h5p_player` is
    a folder with the files of h5p-standalone, `host` the name under which the package is served.
    """
    limits = limits or Limits()
    files = open_files(path, limits)
    try:
        return detect_with_zips(files, OpenOptions(limits, allow_hosts, h5p_player, f"http://{host}/"), PACKAGES)
    except BaseException:
        files.close()
        raise


def open_files(path: Path, limits: Limits) -> Files:
    """Return the files in a folder or a zip. Raises TargetError when it is neither, or harmful."""
    if not path.exists():
        raise TargetError("no-such-file", name=path.name or str(path))
    return Directory(path, limits) if path.is_dir() else Archive(path, limits)
