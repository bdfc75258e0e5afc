"""Packages of our own, opened in a browser: every item is reached, and named as its author knows it."""

import shutil
from collections import Counter

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.errors import TargetError
from a11ycheck.sources import open_package
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source

PACKAGES = CONTENT / "fixtures" / "packages"
PAGE = '<!doctype html><html lang="en"><title>{0}</title><h1>{0}</h1><p>Text of {0}.</p>{1}'
MANIFEST = """<manifest identifier="m"><organizations><organization identifier="o"><title>Course</title>
<item identifier="a" identifierref="r1"><title>Here</title></item>
<item identifier="b" identifierref="r2"><title>Nowhere</title></item></organization></organizations>
<resources><resource identifier="r1" href="Here.HTML"/><resource identifier="r2" href="nowhere.html"/></resources>
</manifest>"""


def still(path):
    """The package, opened, whose items are judged as they begin: how they move on is shown in tests/players."""
    package = open_package(path)
    package.has_inner_screens = False
    return package


@pytest.fixture(scope="module")
def plan():
    return plan_for(jobs=2)


@pytest.mark.browser
def test_a_scorm_12_course_item_by_item(plan):
    report = scan_source(still(PACKAGES / "scorm12-garden-safety"), plan)
    coverage = report.targets[0].coverage
    assert (report.targets[0].kind, coverage.reached) == ("scorm12", coverage.known)
    assert coverage.known == len(report.screens)
    assert len({screen.path for screen in report.screens}) == len(report.screens)
    assert {screen.path[0] for screen in report.screens} == {report.targets[0].title}
    assert any(len(screen.path) > 2 for screen in report.screens)
    assert "label" in {one.rule for one in report.findings if one.url.startswith("quiz/")}
    assert not [one for one in report.findings if "a11ycheck" in one.url + one.frame + one.snippet]


@pytest.mark.browser
def test_a_scorm_2004_course_with_several_organizations(plan):
    report = scan_source(still(PACKAGES / "scorm2004-fietsen"), plan)
    coverage = report.targets[0].coverage
    assert (report.targets[0].kind, coverage.reached) == ("scorm2004-4", coverage.known)
    assert "les/verkeer/voorrang.html?niveau=2" in {screen.url for screen in report.screens}
    assert len({screen.path[0] for screen in report.screens}) > 1


@pytest.mark.browser
def test_a_plain_web_folder_by_its_links(plan):
    report = scan_source(still(PACKAGES / "web-folder-library"), plan)
    urls = {screen.url for screen in report.screens if screen.reached}
    assert {"index.html", "pages/catalogue.html?from=index", "pages/shelves.html"} <= urls
    assert report.targets[0].kind == "folder"


@pytest.mark.browser
def test_a_link_that_stays_in_its_frame_makes_no_page_of_what_the_frame_shows(tmp_path, plan):
    page = '<!DOCTYPE html><html lang="en"><title>Bread</title><h1>Bread</h1><p>Flour, salt and water.</p>'
    inside = page + '<a href="#">Up</a> <a href="#top">Up</a> <a href="salt.html">Salt</a>'
    (tmp_path / "index.html").write_text(page + '<iframe src="part.html" title="Bread"></iframe>', encoding="utf-8")
    (tmp_path / "part.html").write_text(inside, encoding="utf-8")
    (tmp_path / "salt.html").write_text(page, encoding="utf-8")
    report = scan_source(still(tmp_path), plan)
    assert [screen.url for screen in report.screens] == ["index.html", "salt.html"]


@pytest.mark.browser
def test_an_item_that_points_nowhere_is_said_and_the_others_are_tested(tmp_path, plan):
    (tmp_path / "imsmanifest.xml").write_text(MANIFEST)
    (tmp_path / "here.html").write_text(PAGE.format("Here", "<img src=x.png>"))
    report = scan_source(still(tmp_path), plan)
    assert [(one.what, one.why) for one in report.skipped] == [
        ("nowhere.html", "missing-file"),
        ("x.png", "missing-files"),
    ]
    assert (report.targets[0].coverage.reached, report.targets[0].coverage.known) == (1, 2)
    assert [one.rule for one in report.findings] == ["image-alt"]


@pytest.mark.browser
def test_a_course_zipped_with_its_folder_is_opened(tmp_path, plan):
    (tmp_path / "all" / "course").mkdir(parents=True)
    (tmp_path / "all" / "course" / "imsmanifest.xml").write_text(MANIFEST)
    (tmp_path / "all" / "course" / "here.html").write_text(PAGE.format("Here", ""))
    report = scan_source(still(zip_package(tmp_path / "all", tmp_path / "c.zip")), plan)
    assert report.targets[0].coverage.reached == 1


@pytest.mark.browser
@pytest.mark.parametrize("words", ["", "<h1>Bread</h1><p>Flour and salt.</p>"])
def test_a_host_that_was_kept_out_is_named_where_a_screen_stays_empty(words, tmp_path, plan):
    needs = f'<div>{words}</div><script src="https://cdn.example.net/player.js"></script>'
    page = f'<!DOCTYPE html><html lang="en"><title>Bread</title>{needs}'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    report = scan_source(still(tmp_path), plan)
    said = [(one.what, one.why) for one in report.skipped]
    expected = [] if words else [("index.html", "blank"), ("cdn.example.net:443", "blocked-script")]
    assert said == expected
    assert bool(words) == (report.targets[0].coverage.reached == 1)
    assert all("--allow-host" in one.detail for one in report.skipped if one.why == "blocked-script")


AGAIN = """<manifest identifier="m"><organizations><organization identifier="o"><title>Course</title>
<item identifier="a" identifierref="r" parameters="?p=1"><title>One</title></item>
<item identifier="b" identifierref="r" parameters="?p=1"><title>One again</title></item>
<item identifier="c" identifierref="r" parameters="?p=2"><title>Two</title></item></organization></organizations>
<resources><resource identifier="r" href="here.html"/></resources></manifest>"""


@pytest.mark.browser
def test_an_item_that_starts_what_another_started_is_opened_and_gone_through_once(tmp_path):
    (tmp_path / "imsmanifest.xml").write_text(AGAIN)
    more = "<p id=m></p><button onclick=\"m.innerHTML = '<h2>Yeast</h2><b>Lives.</b>'; this.remove()\">Next</button>"
    (tmp_path / "here.html").write_text(PAGE.format("Here", more))
    report = scan_source(open_package(tmp_path), plan_for(["image-alt"], ours=[]))
    assert Counter(screen.path[1] for screen in report.screens) == {"One": 2, "One again": 1, "Two": 2}
    assert [(one.what, one.data) for one in report.skipped] == [("One again", {"item": "One again", "first": "One"})]


@pytest.mark.browser
def test_nothing_is_written_beside_the_package(tmp_path, plan):
    shutil.copytree(PACKAGES / "web-folder-library", tmp_path / "course")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    scan_source(still(tmp_path / "course"), plan)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_zip_without_manifest_and_index_is_refused(tmp_path):
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "readme.txt").write_text("words")
    with pytest.raises(TargetError) as error:
        open_package(zip_package(tmp_path / "course", tmp_path / "c.zip"))
    assert error.value.key == "nothing-to-open"
