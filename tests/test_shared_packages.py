"""Packages of real authoring tools, where they are at hand; they state no licence to travel with the project."""

from pathlib import Path

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.sources import open_package
from tests.scanning import look, plan_for

PACKAGES = Path(__file__).parents[2] / "shared" / "packages"
pytestmark = pytest.mark.skipif(not PACKAGES.is_dir(), reason="the packages are not here")


@pytest.mark.parametrize(
    ("name", "screens"),
    [
        ("golf12_multisco_minruntime", 18),
        ("golf12_multisco_mini", 9),
        ("golf2004_3rd_seqremediation", 8),
        ("storyline360_2004", 8),
        ("storyline_va_accreditation", 15),
    ],
)
def test_every_item_is_reached(name, screens):
    report = look(open_package(PACKAGES / f"{name}.zip"), plan_for(jobs=2))
    coverage = report.targets[0].coverage
    assert (coverage.reached, coverage.known) == (screens, screens)
    assert report.skipped == ()
    if name.startswith("golf12"):
        assert [one for one in report.findings if one.rule == "label" and "assessmenttemplate" in one.url]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("moodle_badscorm", "manifest-empty"),
        ("moodle_validscorm", "manifest-empty"),
        ("moodle_invalid", "nothing-to-open"),
        ("golf12_missingorg", "manifest-no-items"),
    ],
)
def test_what_cannot_be_opened_is_said(name, key):
    with pytest.raises(TargetError) as error:
        open_package(PACKAGES / f"{name}.zip")
    assert error.value.key == key
