"""Captivate: slides are jumped to and held where they wait, and the menu is a state."""

import pytest

from tests.players.reach import faults, missed, plain, reach


@pytest.fixture(scope="module")
def extinguishers():
    return reach("captivate-extinguishers", ["image-alt", "document-title", "meta-viewport", "button-name"])


def test_every_slide_is_reached_in_order_by_its_label_or_what_its_title_says(extinguishers):
    assert plain(extinguishers) == [
        ("1. Welcome", True),
        ("2. Four kinds of fire", True),
        ("3. Using one", True),
        ("4. Not yet", False),
        ("5. Well done", True),
    ]
    assert extinguishers.targets[0].made_with == "Adobe Captivate 11.5.1"
    assert ("3", "not-shown") in missed(extinguishers)


def test_a_slide_is_judged_where_it_waits_for_the_learner(extinguishers):
    assert ("image-alt", "2", "") in faults(extinguishers)
    assert [row for row in faults(extinguishers) if row[0] == "image-alt" and not row[2]] == [("image-alt", "2", "")]


def test_the_menu_is_a_state_of_the_slide(extinguishers):
    assert ("image-alt", "0", "menu") in faults(extinguishers)


def test_what_captivate_writes_around_the_slides_says_so(extinguishers):
    origin = {one.rule: one.origin for one in extinguishers.findings}
    assert origin["document-title"].tool == origin["meta-viewport"].tool == "Captivate"
    assert origin["image-alt"] is None
