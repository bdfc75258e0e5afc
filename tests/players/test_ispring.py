"""iSpring: slides and questions are jumped to with the player, which is found through event listeners."""

import pytest

from tests.players.reach import faults, missed, plain, reach

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def knots():
    return reach("ispring-knots", ["image-alt", "html-has-lang"], profile="quick")


@pytest.fixture(scope="module")
def tides():
    return reach("ispring-quiz-tides", ["image-alt", "label"])


def test_every_slide_is_reached_and_named_by_its_title_or_its_words(knots):
    assert plain(knots) == [
        ("1. Knots", True),
        ("2. The bowline", True),
        ("3. The clove hitch", True),
        ("4. Only for members", False),
        ("5. In the end", True),
    ]
    assert knots.screens[1].path[-2:] == ("Knots", "2. The bowline")
    assert knots.targets[0].made_with == "iSpring 11.3.0.4010"


def test_what_a_step_brings_is_judged(knots):
    assert ("image-alt", "1", "") in faults(knots)


def test_a_slide_that_the_player_keeps_is_said_to_be_locked(knots):
    assert ("3", "locked") in missed(knots)


def test_the_page_around_the_slides_is_the_tools_and_the_picture_the_authors(knots):
    origin = {one.rule: one.origin.tool if one.origin else "" for one in knots.findings}
    assert origin == {"html-has-lang": "iSpring", "image-alt": ""}


def test_every_question_is_reached_behind_the_opening_page(tides):
    assert plain(tides) == [
        ("1. What makes the tides?", True),
        ("2. How long from one high water to the next?", True),
        ("3. When is the tide at its highest?", True),
    ]
    assert tides.targets[0].made_with == "iSpring QuizMaker 9.7.2.1"


def test_a_question_is_judged_as_it_stands_and_answered(tides):
    found = faults(tides)
    assert ("label", "1", "") in found
    assert [row for row in found if row[0] == "image-alt"] == [("image-alt", str(n), "answered") for n in range(3)]
