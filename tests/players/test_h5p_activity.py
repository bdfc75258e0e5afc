"""H5P activities in a page: those with screens of their own are gone through, questions are answered and solved."""

import pytest

from tests.players.reach import faults, plain, reach


@pytest.fixture(scope="module")
def tea():
    return reach("h5p-tea", ["image-alt", "link-name"])


def test_the_screens_of_an_activity_and_the_page_itself(tea):
    assert plain(tea) == [("1. Making tea", True), ("2. Water", True), ("3. Time", True)]
    assert tea.screens[-1].path[-2] == "Leaves and water"
    assert tea.targets[0].coverage.known == 3


def test_a_fault_on_a_screen_of_an_activity(tea):
    assert [row for row in faults(tea) if not row[2]] == [("image-alt", "1/1", "")]


def test_feedback_and_solution_are_states(tea):
    found = faults(tea)
    assert ("image-alt", "page", "answered") in found
    assert ("link-name", "page", "solution") in found
    assert [row for row in found if row[0] == "link-name" and row[2] != "solution"] == []
