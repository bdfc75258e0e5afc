"""Walk through a package with the players; return what was reached, and what was found where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.model import Report
from a11ycheck.players import driver
from a11ycheck.sources import open_package
from tests.scanning import plan_for, scan_source

PACKAGES = CONTENT / "fixtures" / "packages"


def reach(name: str | Path, axe: Sequence[str], profile: str = "standard", show: float = 2.5) -> Report:
    """The report of a fixture with these rules of axe; `show` bounds the seconds for one screen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver, "SHOW", show)
        return scan_source(open_package(PACKAGES / name), plan_for(axe, ours=[], profile=profile))


def plain(report: Report) -> list[tuple[str, bool]]:
    """Each screen's own name and whether it was reached, in order."""
    return [(screen.path[-1], screen.reached) for screen in report.screens if not screen.state]


def faults(report: Report) -> list[tuple[str, str, str]]:
    """Rule, end of the screen's address, state."""
    states = {screen.id: screen.state for screen in report.screens}
    return [(one.rule, one.url.rpartition("#")[2], states[one.screen]) for one in report.findings]


def missed(report: Report) -> list[tuple[str, str]]:
    """The screens that were skipped: end of the address, and why."""
    screens = [one for one in report.skipped if one.why != "state-not-reached"]
    return [(one.what.rpartition("#")[2], one.why) for one in screens]
