"""cmi5 and Tin Can: content that shows nothing until a record store has answered."""

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.errors import TargetError
from a11ycheck.sources import open_package
from a11ycheck.text.words import read_words
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source

PACKAGES = CONTENT / "fixtures" / "packages"
AU = '<au id="urn:u{0}"><title><langstring>U</langstring></title><url>{1}</url></au>'
ENTITY = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
COURSE = "<courseStructure><course id='urn:c'><title><langstring>C</langstring></title></course>{}</courseStructure>"


def write(folder, name, text):
    (folder / name).write_text(text)
    return folder


def refused(folder):
    with pytest.raises(TargetError) as error:
        open_package(folder)
    for lang in ("en", "nl"):
        assert read_words(lang).error(error.value)
    return error.value.key


@pytest.mark.browser
def test_every_unit_of_cmi5_is_launched_and_answered(tmp_path):
    package = open_package(zip_package(PACKAGES / "cmi5-eerste-hulp", tmp_path / "c.zip"))
    package.has_inner_screens = False
    assert package.info.languages == ("nl", "en")
    report = scan_source(package, plan_for())
    target = report.targets[0]
    assert (target.kind, target.coverage.reached, target.coverage.known) == ("cmi5", 2, 2)
    assert [screen.path for screen in report.screens] == [
        ("Eerste hulp op school", "Voor je begint"),
        ("Eerste hulp op school", "Wonden", "Brandwonden", "Eerst water"),
    ]
    # Both units stay empty until fetch, launch data, preferences and a statement were answered.
    assert {(one.rule, one.url) for one in report.findings} == {
        ("color-contrast", "les.html?deel=begin"),
        ("label", "deel/koelen.html"),
    }


@pytest.mark.browser
def test_an_activity_of_tin_can_is_launched_and_answered(tmp_path):
    package = open_package(zip_package(PACKAGES / "xapi-sorting-waste", tmp_path / "x.zip"))
    assert package.info.languages == ("en",)
    package.has_inner_screens = False
    report = scan_source(package, plan_for())
    target = report.targets[0]
    assert (target.kind, target.title, target.coverage.reached, target.coverage.known) == (
        "xapi",
        "Sorting waste",
        1,
        1,
    )
    assert [one.rule for one in report.findings] == ["select-name"]


def test_a_unit_elsewhere_and_one_that_is_missing_are_said(tmp_path):
    write(tmp_path, "here.html", "<!doctype html><title>T</title><h1>T</h1>")
    units = AU.format(1, "https://other.example/unit") + AU.format(2, "nowhere.html") + AU.format(3, "HERE.html?a=1")
    package = open_package(write(tmp_path, "cmi5.xml", COURSE.format(units)))
    assert [page.url for page in package.first_pages()] == ["HERE.html?a=1"]
    assert [one.why for one in package.skipped()] == ["outside-package", "missing-file"]
    assert package.page_count() == 3


def test_what_a_package_calls_itself_does_not_become_html(tmp_path):
    write(tmp_path, "a.html", "")
    name = "<name>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</name>"
    write(
        tmp_path,
        "tincan.xml",
        f"<tincan><activities><activity>{name}<launch>a.html</launch></activity></activities></tincan>",
    )
    page = open_package(tmp_path).info.network.respond("GET", "/.a11ycheck/launch/1", {}, b"")
    assert page.status == 200
    assert b"<script" not in page.body


def test_when_nothing_that_is_launched_is_there_the_index_page_is_tested(tmp_path):
    write(tmp_path, "index.html", "<!doctype html><title>T</title><h1>T</h1>")
    package = open_package(write(tmp_path, "cmi5.xml", COURSE.format(AU.format(1, "res/index.html"))))
    assert [page.url for page in package.first_pages()] == ["index.html"]
    assert {"missing-file", "launched-instead"} <= {one.why for one in package.skipped()}


def test_blocks_without_end_do_not_matter(tmp_path):
    blocks = "<block id='b'>" * 200 + AU.format(1, "a.html") + "</block>" * 200
    write(tmp_path, "cmi5.xml", COURSE.format(blocks + AU.format(2, "a.html")))
    assert open_package(tmp_path).page_count() == 1


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("cmi5.xml", "", "manifest-empty"),
        ("cmi5.xml", "<html/>", "cmi5-other"),
        ("cmi5.xml", COURSE.format(""), "cmi5-no-units"),
        (
            "cmi5.xml",
            f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>{COURSE.format("&e;")}',
            "manifest-entities",
        ),
        ("tincan.xml", "<html/>", "xapi-other"),
        ("tincan.xml", "<tincan><activities><activity id='a'/></activities></tincan>", "xapi-no-launch"),
        ("tincan.xml", '<!DOCTYPE t [<!ENTITY e "x">]><tincan/>', "manifest-entities"),
    ],
)
def test_what_cannot_be_launched_is_refused(tmp_path, name, text, key):
    assert refused(write(tmp_path, name, text)) == key
