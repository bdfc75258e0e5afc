"""Packages from real authoring tools, where they are at hand: their licences keep them out of the project."""

import os
from pathlib import Path

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.players.interface import NO_WALK
from a11ycheck.sources import open_package
from tests.scanning import plan_for, scan_source

PACKAGES = Path(__file__).parents[4] / "shared" / "packages"
PLAYER = os.environ.get("A11YCHECK_H5P_PLAYER")
"""The folder `dist` of h5p-standalone."""
pytestmark = [
    pytest.mark.early,
    pytest.mark.skipif(not PACKAGES.is_dir(), reason="the packages are not here"),
]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "screens"),
    [
        ("golf12_multisco_mini", 9),
        ("golf2004_3rd_seqremediation", 18),
        ("storyline360_2004", 8),
    ],
)
def test_every_item_is_reached(name, screens):
    report = scan_source(open_package(PACKAGES / f"{name}.zip"), plan_for(jobs=2))
    coverage = report.targets[0].coverage
    assert (coverage.reached, coverage.known) == (screens, screens)
    assert {one.why for one in report.skipped} <= {"again", "missing-files"}
    if name.startswith("golf12"):
        assert [one for one in report.findings if one.rule == "label" and "assessmenttemplate" in one.url]


OPENED = {
    "adapt_analysis101.zip": ("scorm12", 1),
    "camtasia_quiz12.zip": ("scorm12", 1),
    "captivate_academicintegrity_web.zip": ("folder", 1),
    "captivate_raisa_web.zip": ("folder", 1),
    "catapult_multi_au.zip": ("cmi5", 8),
    "catapult_prepost.zip": ("cmi5", 6),
    "catapult_single_au_resp.zip": ("cmi5", 1),
    "cc_allyworkshop.imscc": ("common-cartridge", 16),
    "cc_canvas_cc.imscc": ("common-cartridge", 1),
    "epub3_childrens_lit.epub": ("epub", 4),
    "epub3_mo_audio.epub": ("epub", 8),
    "epub_ace_issue290.epub": ("epub", 2),
    "exelearning_default.zip": ("folder", 1),
    "exelearning_elp.zip": ("folder", 1),
    "golf12_basiccalls_singlesco.zip": ("scorm12", 1),
    "golf12_missingorg.zip": ("scorm12", 1),
    "golf12_multisco_mini.zip": ("scorm12", 9),
    "golf12_multisco_minruntime.zip": ("scorm12", 18),
    "golf12_singlesco.zip": ("scorm12", 1),
    "golf2004_3rd_advanced.zip": ("scorm2004-3", 1),
    "golf2004_3rd_basiccalls.zip": ("scorm2004-3", 1),
    "golf2004_3rd_seqremediation.zip": ("scorm2004-3", 8),
    "h5p_interactivevideo.h5p": ("h5p", 1),
    "h5p_moodle_drag.h5p": ("h5p", 1),
    "h5p_moodle_filltheblanks.h5p": ("h5p", 1),
    "h5p_moodle_multichoice.h5p": ("h5p", 1),
    "ispring_ppescape_web.zip": ("folder", 1),
    "lectora_vrushali_web.zip": ("folder", 1),
    "moodle_complexscorm.zip": ("scorm12", 8),
    "rise_cfc_grievance.zip": ("scorm12", 1),
    "rise_learningacceleration.zip": ("scorm2004-2", 1),
    "storyline360_2004.zip": ("scorm2004-2", 1),
    "storyline_aicc_guissy.zip": ("aicc", 1),
    "storyline_va_accreditation.zip": ("scorm12", 1),
    "suica_colorhues12.zip": ("scorm12", 1),
    "suica_lmsinfo12.zip": ("scorm12", 1),
    "suica_template12.zip": ("scorm12", 1),
    "tincan_koustubh.zip": ("xapi", 1),
    "xapi_mohit.zip": ("xapi", 1),
}
"""File -> its kind, and how many pages it starts with."""


@pytest.mark.parametrize("name", OPENED)
def test_every_package_is_told_apart(name):
    package = open_package(PACKAGES / name)
    assert (package.info.kind, len(package.first_pages())) == OPENED[name]
    package.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", ["catapult_multi_au.zip", "storyline_aicc_guissy.zip"])
def test_content_that_waits_for_a_service_is_answered(name):
    package = open_package(PACKAGES / name)
    package.walk_plan = lambda page: NO_WALK
    coverage = scan_source(package, plan_for(axe=["label"])).targets[0].coverage
    assert coverage.reached == coverage.known == OPENED[name][1]


@pytest.mark.browser
@pytest.mark.skipif(PLAYER is None, reason="no player of H5P is named")
@pytest.mark.parametrize(
    ("name", "rule"), [("h5p_moodle_drag.h5p", "aria-prohibited-attr"), ("h5p_interactivevideo.h5p", None)]
)
def test_h5p_in_its_real_player(name, rule):
    report = scan_source(open_package(PACKAGES / name, h5p_player=Path(PLAYER)), plan_for())
    assert report.targets[0].coverage.reached >= 1
    assert rule is None or rule in {one.rule for one in report.findings}
    assert "frame-title" not in {one.rule for one in report.findings}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("moodle_badscorm.zip", "manifest-empty"),
        ("moodle_validscorm.zip", "manifest-empty"),
        ("moodle_validaicc.zip", "aicc-no-units"),
        ("moodle_invalid.zip", "nothing-to-open"),
        ("h5p_moodle_nojson.h5p", "h5p-no-json"),
    ],
)
def test_what_cannot_be_opened_is_said(name, key):
    with pytest.raises(TargetError) as error:
        open_package(PACKAGES / name)
    assert error.value.key == key
