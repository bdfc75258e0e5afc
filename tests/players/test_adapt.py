"""Adapt: pages are opened by route, hidden content is opened, questions are answered, a locked page is reported."""

import pytest

from tests.players.reach import faults, missed, plain, reach

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def night():
    return reach("adapt-nachtdienst", ["image-alt", "label"], show=1.5)


def test_every_page_is_reached_in_the_order_and_under_the_menus_of_the_course(night):
    assert plain(night) == [
        ("1. Slapen na de nachtdienst", True),
        ("2. Waarom slaap", True),
        ("3. In de praktijk", True),
        ("4. Vaste tijden", True),
        ("5. Toets", True),
        ("6. Voor leidinggevenden", False),
    ]
    assert [screen.path[-2] for screen in night.screens if screen.title == "Vaste tijden"] == ["In de praktijk"]
    assert (night.targets[0].coverage.reached, night.targets[0].coverage.known) == (5, 6)
    assert night.targets[0].made_with == "Adapt 5.30.1"


def test_a_page_that_stays_locked_is_said(night):
    assert missed(night) == [("/id/co-4", "locked")]


def test_what_a_button_holds_back_an_item_hides_and_an_answer_brings_is_judged(night):
    assert set(faults(night)) == {
        ("image-alt", "/id/co-2", ""),
        ("label", "/id/co-1", ""),
        ("image-alt", "/id/co-3", "answered-wrong"),
    }
    assert "answered-right" in {screen.state for screen in night.screens}
