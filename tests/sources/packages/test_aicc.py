"""AICC: descriptor files in any spelling, and content that waits for an LMS to answer."""

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.errors import TargetError
from a11ycheck.sources import open_package
from a11ycheck.sources.packages.aicc_files import read_course, read_table
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source

KITCHEN = CONTENT / "fixtures" / "packages" / "aicc-kitchen-hygiene"
AU = '"System_ID","File_Name"\r\n"A1","one.html"\r\n"A2","two.html"\r\n'


@pytest.mark.browser
def test_every_unit_is_launched_and_answered(tmp_path):
    package = open_package(zip_package(KITCHEN, tmp_path / "kitchen.zip"))
    package.has_inner_screens = False
    report = scan_source(package, plan_for())
    target = report.targets[0]
    assert (target.kind, target.title, target.coverage.reached, target.coverage.known) == (
        "aicc",
        "Hygiene in the kitchen",
        3,
        3,
    )
    assert [screen.path for screen in report.screens] == [
        ("Hygiene in the kitchen", "The basics", "Clean hands"),
        ("Hygiene in the kitchen", "The basics", "Keep it cold"),
        ("Hygiene in the kitchen", "What do you do?"),
    ]
    assert [screen.url for screen in report.screens] == [
        "lessons/hands.html",
        "lessons/cold.html",
        "lessons/quiz.html?set=all",
    ]
    # The lessons stay hidden until the LMS has answered, so these faults show that it did.
    assert {(one.rule, one.url) for one in report.findings} == {
        ("image-alt", "lessons/hands.html"),
        ("label", "lessons/quiz.html?set=all"),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding):
    des = '"system_id","title"\r\n"a1","Thé à la menthe"\r\n'
    course = read_course(b"[Course]\nCourse_Title=Caf\xe9\n", AU.encode(), des.encode(encoding), b"")
    assert (course.title, course.units[0].title, course.units[1].title) == ("Café", "Thé à la menthe", "two.html")


def test_quotes_commas_and_line_breaks_in_a_table():
    rows = read_table(b'"System_ID", "Title"\n"A1", "One, ""two""\nthree"\n\n"A2"\n')
    assert [dict(row) for row in rows] == [{"system_id": "A1", "title": 'One, "two"\nthree'}, {"system_id": "A2"}]


def test_blocks_inside_themselves_end():
    cst = b"block,member,member\nroot,B1\nB1,B2,A1\nB2,B1,A2\n"
    course = read_course(b"", AU.encode(), b"", cst)
    assert [(unit.id, unit.path) for unit in course.units] == [
        ("A2", ("B1", "B2", "two.html")),
        ("A1", ("B1", "one.html")),
    ]


def test_units_that_no_block_holds_come_last():
    course = read_course(b"", AU.encode(), b"", b"block,member\nroot,A2\n")
    assert [unit.id for unit in course.units] == ["A2", "A1"]


def test_a_sound_file_is_no_course(tmp_path):
    (tmp_path / "bell.au").write_bytes(b".snd" + bytes(100))
    (tmp_path / "index.html").write_text("<!doctype html><title>T</title><h1>T</h1>")
    assert open_package(tmp_path).info.kind == "folder"


@pytest.mark.parametrize(("name", "text"), [("c.cst", "block,member\nroot,A1\n"), ("c.au", "system_id,file_name\n")])
def test_a_course_without_units_is_refused(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    with pytest.raises(TargetError) as error:
        open_package(tmp_path)
    assert error.value.key == "aicc-no-units"


def test_a_cell_beyond_all_measure_is_refused(tmp_path):
    (tmp_path / "c.au").write_text(f'system_id,file_name\nA1,"{"x" * 200_000}"\n')
    with pytest.raises(TargetError) as error:
        open_package(tmp_path)
    assert error.value.key == "aicc-unreadable"
