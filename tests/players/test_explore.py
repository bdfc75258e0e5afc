"""Courses that no player knows: gone through by what stands on their pages, once each, past what a learner can pass."""

import pytest

from a11ycheck.players import explore
from tests.players.reach import faults, missed, plain, reach

RULES = ["image-alt", "label"]


def test_a_next_button_without_a_name_leads_through_and_round_in_circles_ends():
    report = reach("generic-tillen", RULES)
    assert plain(report) == [
        ("Veilig tillen", True),
        ("2. Dicht bij het lichaam", True),
        ("3. Samen tillen", True),
        ("4. Tot slot", True),
    ]
    # "Pagina 3 van 4" is the course's own count.
    assert (report.targets[0].coverage.reached, report.targets[0].coverage.known) == (4, 4)
    assert ("image-alt", "dicht-bij-het-lichaam", "") in faults(report)
    assert missed(report) == []


def test_routes_behind_a_closed_menu_are_followed_and_a_locked_one_is_said():
    report = reach("generic-bees", RULES)
    assert [name for name, reached in plain(report) if reached] == [
        "Keeping bees",
        "2. The hive",
        "3. The seasons",
        "4. Honey",
        "5. Jars",
    ]
    assert missed(report) == [("exam", "locked")]
    assert report.targets[0].coverage.known is None
    assert faults(report) == [("image-alt", "/seasons", "tab: Winter")]
    assert [screen.state for screen in report.screens if screen.state] == ["menu: Contents", "tab: Winter"]


def test_a_name_an_unfolding_and_a_question_are_passed_and_the_exit_is_not_taken():
    report = reach("generic-visitors", RULES)
    assert [name for name, _ in plain(report)] == [
        "Receiving visitors",
        "2. At the door",
        "3. What would you do?",
        "4. In case of fire",
    ]
    assert faults(report) == [
        ("image-alt", "at-the-door", "continued"),
        ("image-alt", "what-would-you-do", "answered-wrong"),
    ]
    assert "answered-right" in {screen.state for screen in report.screens}
    assert missed(report) == []


def test_the_quick_profile_answers_no_question_but_to_go_on():
    report = reach("generic-visitors", RULES, profile="quick")
    assert {screen.state for screen in report.screens} == {"", "continued"}
    assert report.targets[0].coverage.reached == 4


def test_enough_is_enough_and_said():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(explore, "MOST_SCREENS", 2)
        report = reach("generic-tillen", RULES)
    assert report.targets[0].coverage.reached == 2
    assert [why for _, why in missed(report)] == ["bound"]
