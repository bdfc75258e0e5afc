"""Zips of packages, and packages in a folder of a zip, are found and opened within the limits."""

import shutil
import zipfile
from io import BytesIO

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Limits
from a11ycheck.sources import open_package
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source

PACKAGES = CONTENT / "fixtures" / "packages"
PAGE = '<!doctype html><html lang="en"><title>{0}</title><main><h1>{0}</h1><p>Text.</p>{1}</main>'
MANIFEST = """<manifest identifier="m"><organizations><organization identifier="o"><title>{0}</title>
<item identifier="a" identifierref="r"><title>Page</title></item></organization></organizations>
<resources><resource identifier="r" href="page.html"/></resources></manifest>"""


def zipped(members):
    """A zip with these members, as bytes."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return held.getvalue()


def opened(path, members, limits=None):
    path.write_bytes(zipped(members))
    return open_package(path, limits)


def scorm(title, extra=""):
    return {"imsmanifest.xml": MANIFEST.format(title), "page.html": PAGE.format(title, extra)}


def below(folder, members):
    return {f"{folder}{name}": content for name, content in members.items()}


@pytest.mark.browser
def test_each_package_is_audited_with_its_run_time_and_what_cannot_be_opened_is_said(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    zip_package(PACKAGES / "cmi5-eerste-hulp", inner / "first aid.zip")
    zip_package(PACKAGES / "web-folder-library", inner / "library.zip")
    (inner / "course.zip").write_bytes(zipped(below("deep/", scorm("Course", "<img src='/page.html'>"))))
    (inner / "broken.zip").write_bytes(b"PK\x03\x04 not a zip")
    (inner / "nothing.zip").write_bytes(zipped({"read.me": "words"}))
    shutil.copytree(PACKAGES / "xapi-sorting-waste", inner / "sorting")
    package = open_package(zip_package(inner, tmp_path / "all.zip"))
    for one in package.packages.values():
        one.has_inner_screens = False
    report = scan_source(package, plan_for())
    assert report.targets[0].kind == "bundle"
    urls = {screen.url for screen in report.screens if screen.reached}
    assert {
        "course.zip/page.html",
        "first aid.zip/deel/koelen.html",
        "library.zip/pages/catalogue.html?from=index",
        "sorting/lesson/index.html",
    } <= urls
    assert {screen.path[0] for screen in report.screens} == {"course.zip", "first aid.zip", "library.zip", "sorting"}
    # The units of cmi5 and xAPI show these faults only when their own store answered them.
    assert {("label", "first aid.zip/deel/koelen.html"), ("select-name", "sorting/lesson/index.html")} <= {
        (one.rule, one.url) for one in report.findings
    }
    why = {one.what: one for one in report.skipped}
    assert (why["broken.zip"].why, why["nothing.zip"].why) == ("truncated-zip", "nothing-to-open")
    assert "broken.zip is incomplete" in why["broken.zip"].detail


def test_a_manifest_in_a_folder_beside_other_things_is_opened_there(tmp_path):
    package = opened(tmp_path / "c.zip", {"read me.txt": "words", **below("course/", scorm("Course"))})
    assert (package.info.kind, [page.url for page in package.first_pages()]) == ("content-package", ["page.html"])
    assert package.info.network.respond("GET", "/page.html", {}, b"").status == 200


def test_courses_side_by_side_are_all_opened(tmp_path):
    members = {**below("a/", scorm("One")), **below("b/", scorm("Two")), **below("c/", {"imsmanifest.xml": "<x"})}
    package = opened(tmp_path / "c.zip", members)
    assert [page.url for page in package.first_pages()] == ["a/page.html", "b/page.html"]
    assert "manifest-not-xml" in {one.why for one in package.skipped()}
    assert package.page_count() == 2
    answers = [package.info.network.respond("GET", f"/package-{n}/page.html", {}, b"") for n in (1, 2)]
    assert [b"One" in answers[0].body, b"Two" in answers[1].body] == [True, True]
    assert package.info.network.respond("GET", "/page.html", {}, b"").status == 404


def test_zips_inside_a_course_are_downloads_of_that_course(tmp_path):
    package = opened(tmp_path / "c.zip", {**scorm("Course"), "files/extra.zip": zipped(scorm("Extra"))})
    assert package.info.kind == "content-package"
    assert {"package-inside"} == {one.why for one in package.skipped() if one.what == "files/extra.zip"}


def test_packages_inside_packages_end_somewhere(tmp_path):
    members = scorm("Course")
    for _ in range(2):
        members = {"inner.zip": zipped(members)}
    assert [page.url for page in opened(tmp_path / "two.zip", members).first_pages()] == [
        "inner.zip/inner.zip/page.html"
    ]
    for _ in range(4):
        members = {"inner.zip": zipped(members), "page.zip": zipped(scorm("Page"))}
    package = opened(tmp_path / "many.zip", members)
    assert {page.url for page in package.first_pages()} == {"page.zip/page.html", "inner.zip/page.zip/page.html"}
    assert "nested-too-deep" in {one.why for one in package.skipped()}


@pytest.mark.parametrize(
    ("limits", "why"), [(Limits(members=8), "too-many-files"), (Limits(bytes=9_000), "package-too-large")]
)
def test_the_limits_are_those_of_the_whole(tmp_path, limits, why):
    inner = {f"{n}.zip": zipped({**scorm("Course"), "filler.txt": "x" * 3_000}) for n in range(4)}
    package = opened(tmp_path / "c.zip", inner, limits)
    assert 0 < len(package.first_pages()) < 4
    assert why in {one.why for one in package.skipped()}


def test_a_bomb_inside_is_refused_and_the_others_are_tested(tmp_path):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("index.html", bytes(30_000_000))
    package = opened(tmp_path / "c.zip", {"bomb.zip": held.getvalue(), "good.zip": zipped(scorm("Course"))})
    assert [page.url for page in package.first_pages()] == ["good.zip/page.html"]
    assert "zip-bomb" in {one.why for one in package.skipped()}


def test_when_none_can_be_opened_the_zip_is_refused(tmp_path):
    with pytest.raises(TargetError) as error:
        opened(tmp_path / "c.zip", {"a.zip": b"PK", "b.zip": zipped({"a.txt": "a"})})
    assert error.value.key == "bundle-nothing-opened"
