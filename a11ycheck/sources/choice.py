"""Which kind of package some files are: the one whose sign stands nearest to the top."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.errors import TargetError
from a11ycheck.sources.files import Files, Under
from a11ycheck.sources.opening import Opening
from a11ycheck.sources.package import Package

Kinds = Sequence[type[Package]]
TRIED = 200
"""Folders that are looked at before a package counts as of no kind we know."""


def choose(files: Files, how: Opening, kinds: Kinds) -> Package:
    """The package, opened. TargetError when it is broken, or of no kind that we know."""
    for folder, kind in _signs(files, kinds)[:TRIED]:
        package = kind.recognise(Under(files, folder) if folder and not kind.whole else files, how)
        if package is not None:
            return package
    raise TargetError("nothing-to-open", name=files.name)


def _signs(files: Files, kinds: Kinds) -> list[tuple[str, type[Package]]]:
    """Folders and what may stand there: least deep first, then in the order of the kinds."""
    found = [(folder.count("/"), at, folder) for at, kind in enumerate(kinds) for folder in kind.roots(files)]
    return [(folder, kinds[at]) for _, at, folder in sorted(found)]
