"""A hand-made course: a frame, and a list of the pages to show in it."""

import pytest

from a11ycheck.files.directory import Directory
from a11ycheck.files.interface import Limits
from a11ycheck.players.tools.pagelist import recognise
from tests.players.reach import faults, missed, plain, reach


@pytest.fixture(scope="module")
def bread():
    return reach("pagelist-bread", ["image-alt", "label"])


@pytest.mark.browser
def test_every_page_of_the_list_is_shown_and_named_by_its_heading_where_all_have_one_title(bread):
    assert plain(bread) == [
        ("1. Choosing flour", True),
        ("2. Kneading", True),
        ("3", False),
        ("4. Into the oven", True),
        ("5. What do you remember?", True),
    ]
    assert (bread.targets[0].coverage.reached, bread.targets[0].coverage.known) == (4, 5)


@pytest.mark.browser
def test_the_fault_is_found_on_its_page(bread):
    assert faults(bread) == [("image-alt", "1", "")]


@pytest.mark.browser
def test_a_page_that_is_not_in_the_package_is_said(bread):
    assert ("2", "not-shown") in missed(bread)


@pytest.mark.browser
def test_the_question_is_answered(bread):
    states = {screen.state for screen in bread.screens if screen.url.endswith("#4")}
    assert {"answered-wrong", "answered-right"} <= states


CASES = {
    "assigned": ('<iframe></iframe><script>var p = []; p[0] = "a.html"; p[1] = "b.html";</script>', True),
    "objects": ('<iframe></iframe><script>var p = [{href: "a.html"}, {href: "b.html"}];</script>', True),
    "no frame": ('<script>var p = ["a.html", "b.html"];</script>', False),
    "no list": ('<iframe src="a.html"></iframe><a href="b.html">on</a>', False),
}


@pytest.mark.parametrize("name", CASES)
def test_evidence(tmp_path, name):
    page, is_list = CASES[name]
    (tmp_path / "index.html").write_text(page)
    assert bool(recognise(Directory(tmp_path, Limits()), "index.html")) == is_list
