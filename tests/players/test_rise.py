"""Rise: however the course is packed, its lessons are opened by route; a locked lesson is reported."""

import base64
import json

import pytest

from a11ycheck.players.tools.rise import RISE
from a11ycheck.sources import open_package
from fixtures.sites.serving import serving_files
from tests.players.reach import PACKAGES, faults, missed, plain, reach

COURSE = {
    "course": {
        "title": "Knots",
        "lessons": [
            {"id": "s", "type": "section", "title": "Ropes &amp; knots"},
            {"id": "a", "type": "blocks", "title": "Réef"},
            {"id": "gone", "type": "blocks", "title": "Gone", "deleted": True},
            {"id": "b", "type": "quiz", "title": "Quiz"},
        ],
    }
}
CARRIED = base64.b64encode(json.dumps(COURSE, ensure_ascii=False).encode()).decode()
PAGE = "<!DOCTYPE html><title>Knots</title><div id='app'></div>"
PACKINGS = {
    "on the window": (f"{PAGE}<script>window.courseData = '{CARRIED}'</script>", ""),
    "by a function": (
        f"{PAGE}<script>async function __fetchCourse() {{ return {json.dumps(COURSE)} }}</script>",
        "",
    ),
    "in a script": (
        f'{PAGE}<script>(() => {{ const deserialize = (text) => text; deserialize("{CARRIED}"); }})()</script>',
        "",
    ),
    "in a file of its own": (
        f'{PAGE}<script>window.i18n = {{ default: "und" }}</script>',
        f'__resolveJsonp("course:und","{CARRIED}")',
    ),
}


@pytest.fixture(scope="module")
def watering():
    return reach("rise-watering", ["image-alt", "label"], show=1.5)


@pytest.mark.browser
def test_every_lesson_is_reached_in_order_and_under_its_section(watering):
    assert plain(watering) == [
        ("1. Watering plants", True),
        ("2. How much water", True),
        ("3. When to water", True),
        ("4. Test yourself", True),
        ("5. For professionals", False),
    ]
    sections = [screen.path[-2] for screen in watering.screens if not screen.state]
    assert sections == ["Watering plants", "Basics", "Basics", "The end", "The end"]
    assert (watering.targets[0].coverage.reached, watering.targets[0].coverage.known) == (4, 5)
    assert watering.targets[0].made_with == "Rise 360"


@pytest.mark.browser
def test_a_lesson_that_stays_locked_is_said(watering):
    assert missed(watering) == [("/lessons/more", "locked")]


@pytest.mark.browser
def test_what_comes_late_is_folded_up_or_answers_a_learner_is_judged(watering):
    found = set(faults(watering))
    # The check has to be answered before the next lesson opens, so its answer stands there from the start.
    assert {
        ("label", "/lessons/much", ""),
        ("image-alt", "/lessons/much", ""),
        ("image-alt", "/lessons/when", ""),
        ("image-alt", "/lessons/test", "question 2"),
    } <= found
    assert not [row for row in found if row[2] in ("answered-right", "question 1", "result")]
    assert {"answered-right", "question 1 answered", "result"} <= {screen.state for screen in watering.screens}


@pytest.fixture(scope="module")
def tab(browser):
    return browser.new_page()


@pytest.mark.browser
@pytest.mark.parametrize("packing", PACKINGS)
def test_the_course_is_read_however_it_is_packed(packing, tmp_path, tab):
    page, file = PACKINGS[packing]
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "und.js").write_text(file, encoding="utf-8")
    assert RISE.recognise(open_package(tmp_path).files, "index.html")
    with serving_files(tmp_path) as url:
        tab.goto(f"{url}/index.html")
        rows = tab.evaluate(f"() => ({RISE.driver}).outline()")
    assert rows == [
        {"key": "#/", "title": "Knots", "path": []},
        {"key": "#/lessons/a", "title": "Réef", "path": ["Ropes & knots"]},
        {"key": "#/lessons/b", "title": "Quiz", "path": ["Ropes & knots"]},
    ]


def test_another_package_is_not_taken_for_rise():
    for name in ("adapt-nachtdienst", "scorm12-garden-safety", "generic-bees"):
        assert RISE.recognise(open_package(PACKAGES / name).files, "index.html") is None
