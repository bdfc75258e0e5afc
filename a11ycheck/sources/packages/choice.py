"""Which kind of package some files are: the one whose sign stands nearest to the top, or several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, Under
from a11ycheck.sources.packages.bundle import Bundle
from a11ycheck.sources.packages.opening import Opening
from a11ycheck.sources.packages.package import Package

Kinds = Sequence[type[Package]]
Sign = tuple[int, int, str]
"""How deep it stands, the place of its kind among the kinds, its folder ("" or ending in "/")."""
TRIED = 200
"""Folders of one depth that are looked at before a package counts as of no kind we know."""


def choose(files: Files, how: Opening, kinds: Kinds) -> Package:
    """The package, opened. TargetError when it is broken, or of no kind that we know."""
    for _, group in groupby(_signs(files, kinds), key=lambda sign: sign[0]):
        signs = list(group)
        found = _found(files, how, kinds, [sign for sign in signs if not kinds[sign[1]].whole])
        found = found or _found(files, how, kinds, signs)
        if len(found) > 1:
            return Bundle(files, list(found), how, lambda inner, its: choose(inner, its, kinds))
        for only in found.values():
            if isinstance(only, TargetError):
                raise only
            return only
    for kind in kinds:
        if (other := kind.otherwise(files, how)) is not None:
            return other
    raise TargetError("nothing-to-open", name=files.name)


def _found(files: Files, how: Opening, kinds: Kinds, signs: Sequence[Sign]) -> dict[str, Package | TargetError]:
    """What stands in each folder: of the kinds that have a sign there, the first that recognises it."""
    tried = set(list(dict.fromkeys(folder for _, _, folder in signs))[:TRIED])
    found: dict[str, Package | TargetError] = {}
    for _, at, folder in signs:
        if folder in tried and folder not in found:
            opened = _opened(files, how, kinds[at], folder)
            if opened is not None:
                found[folder] = opened
    return found


def _opened(files: Files, how: Opening, kind: type[Package], folder: str) -> Package | TargetError | None:
    here = Under(files, folder) if folder and not kind.whole else files
    try:
        return kind.recognise(here, how)
    except TargetError as error:
        return error


def choose_all(files: Files, how: Opening, kinds: Kinds) -> Package:
    """As `choose`, but zips among the files count as packages where nothing stands nearer to the top."""
    signs = _signs(files, kinds)
    zips = Bundle.zips(files)
    if not zips or (signs and signs[0][0] <= min(name.count("/") for name in zips)):
        return choose(files, how, kinds)
    beside = sorted({folder for depth, _, folder in signs if depth == signs[0][0]})
    return Bundle(files, [*zips, *beside], how, lambda inner, its: choose_all(inner, its, kinds))


def _signs(files: Files, kinds: Kinds) -> list[Sign]:
    return sorted((folder.count("/"), at, folder) for at, kind in enumerate(kinds) for folder in kind.roots(files))
