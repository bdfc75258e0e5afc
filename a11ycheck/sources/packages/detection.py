"""Which kind of package some files are: the one whose sign is nearest to the top, or several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, Under
from a11ycheck.sources.packages.bundle import Bundle
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.package import Package

Kinds = Sequence[type[Package]]
"""In the order in which they are asked."""
PackageSign = tuple[int, int, str]
"""What shows that a package of some kind is here: its depth, the index of the kind, its folder ("" or "a/")."""
MOST_FOLDERS = 200
"""Folders of one depth that are looked at before files count as no package."""


def detect_with_zips(files: Files, options: OpenOptions, kinds: Kinds) -> Package:
    """Return the package that files make up. Zips count as packages where nothing else is nearer to the top.

    Raises TargetError when the package is broken, or of no known kind.
    """
    signs = _signs(files, kinds)
    zips = Bundle.find_zips(files)
    if not zips or (signs and signs[0][0] <= min(name.count("/") for name in zips)):
        return detect(files, options, kinds)
    beside = sorted({folder for depth, _, folder in signs if depth == signs[0][0]})
    return Bundle(files, [*zips, *beside], options, lambda inner, its: detect_with_zips(inner, its, kinds))


def detect(files: Files, options: OpenOptions, kinds: Kinds) -> Package:
    """Return the package that files make up. Raises TargetError when it is broken, or of no known kind."""
    for _, group in groupby(_signs(files, kinds), key=lambda sign: sign[0]):
        signs = list(group)
        found = _recognised(files, options, kinds, [sign for sign in signs if not kinds[sign[1]].opened_from_top])
        found = found or _recognised(files, options, kinds, signs)
        if len(found) > 1:
            return Bundle(files, list(found), options, lambda inner, its: detect(inner, its, kinds))
        for package in found.values():
            if isinstance(package, TargetError):
                raise package
            return package
    for kind in kinds:
        if (without_sign := kind.recognise_without_sign(files, options)) is not None:
            return without_sign
    raise TargetError("nothing-to-open", name=files.name)


def _recognised(
    files: Files, options: OpenOptions, kinds: Kinds, signs: Sequence[PackageSign]
) -> dict[str, Package | TargetError]:
    """Return what is in each folder, as the first kind with a sign there that recognises it; broken ones too."""
    folders = set(list(dict.fromkeys(folder for _, _, folder in signs))[:MOST_FOLDERS])
    found: dict[str, Package | TargetError] = {}
    for _, at, folder in signs:
        if folder in folders and folder not in found:
            package = _recognise(files, options, kinds[at], folder)
            if package is not None:
                found[folder] = package
    return found


def _recognise(files: Files, options: OpenOptions, kind: type[Package], folder: str) -> Package | TargetError | None:
    inside = Under(files, folder) if folder and not kind.opened_from_top else files
    try:
        return kind.recognise(inside, options)
    except TargetError as error:
        return error


def _signs(files: Files, kinds: Kinds) -> list[PackageSign]:
    return sorted((folder.count("/"), at, folder) for at, kind in enumerate(kinds) for folder in kind.find_roots(files))
