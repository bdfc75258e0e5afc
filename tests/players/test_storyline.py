"""Storyline: every slide is jumped to, layers are states, and slides that do not appear are reported."""

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.players import driver
from a11ycheck.sources import open_package
from tests.scanning import plan_for, scan_source

pytestmark = pytest.mark.browser

PACKAGES = CONTENT / "fixtures" / "packages"


@pytest.fixture(scope="module")
def ladders():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver, "SHOW", 2.0)
        package = open_package(PACKAGES / "storyline-ladders")
        return scan_source(package, plan_for(["image-alt", "label", "aria-command-name"], (), profile="standard"))


def test_every_slide_is_reached_in_order_and_named_as_the_author_named_it(ladders):
    plain = [screen for screen in ladders.screens if not screen.state]
    assert [screen.path[-1] for screen in plain] == [
        "1. Ladders at work",
        "2. The right angle",
        "3. A question",
        "4. A film that is not there",
        "5. The end",
    ]
    assert ladders.targets[0].made_with == "Storyline 360 3.90.1.0"
    assert (ladders.targets[0].coverage.reached, ladders.targets[0].coverage.known) == (4, 5)


def test_a_slide_that_does_not_come_is_said(ladders):
    assert [(one.what, one.why) for one in ladders.skipped] == [("index_lms.html#_player.scene2.broken", "not-shown")]
    assert not next(screen for screen in ladders.screens if screen.url.endswith("broken")).reached


def test_what_comes_late_on_a_slide_and_what_stands_on_a_layer_is_judged(ladders):
    states = {screen.id: screen.state for screen in ladders.screens}
    found = [(one.rule, one.url.rpartition(".")[2], states[one.screen]) for one in ladders.findings]
    assert ("image-alt", "angle", "") in found
    assert [row for row in found if row[0] == "label"] == [("label", "question", "layer 2")]
    assert set(states.values()) == {"", "layer 1", "layer 2"}


def test_what_comes_from_the_player_says_so_and_what_comes_from_the_author_does_not(ladders):
    from_tool = {one.rule: one.origin.tool if one.origin else "" for one in ladders.findings}
    assert from_tool == {
        "aria-command-name": "Storyline player",
        "image-alt": "",
        "label": "",
    }
    assert all(set(one.origin.advice) == {"en", "nl"} for one in ladders.findings if one.origin)


def test_the_quick_profile_stays_on_the_slides_as_they_stand():
    package = open_package(PACKAGES / "storyline-ladders")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver, "SHOW", 0.5)
        report = scan_source(package, plan_for(["label"], (), profile="quick"))
    assert {screen.state for screen in report.screens} == {""}


def test_the_player_of_2018_by_its_menu_and_by_next_where_the_menu_has_no_entry():
    report = scan_source(open_package(PACKAGES / "storyline-2018-lifting"), plan_for(["label"], ()))
    assert [screen.title for screen in report.screens if screen.reached] == [
        "Lifting",
        "A question",
        "Results",
        "It's your back",
    ]
    assert [one.url.rpartition("#")[2] for one in report.findings] == ["5ccc"]
    assert report.targets[0].coverage.known == 4
