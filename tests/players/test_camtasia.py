"""Camtasia: one film; the form before it, the question in it and what an answer brings are its states."""

import pytest

from tests.players.reach import faults, plain, reach


@pytest.fixture(scope="module")
def pruning():
    return reach("camtasia-pruning", ["image-alt", "label", "frame-title"])


def test_a_film_is_one_screen_with_its_states(pruning):
    assert plain(pruning) == [("1. Pruning in March", True)]
    assert [screen.state for screen in pruning.screens] == ["", "form", "question", "answered"]
    assert pruning.targets[0].made_with == "Camtasia 2022.1.0"
    assert pruning.targets[0].coverage.known == 1


def test_each_fault_is_found_in_its_state(pruning):
    found = [(rule, state) for rule, _, state in faults(pruning) if rule != "frame-title"]
    assert sorted(found) == [("image-alt", "answered"), ("label", "answered"), ("label", "question")]


def test_the_frame_is_the_tools_and_the_question_the_authors(pruning):
    origin = {one.rule: one.origin.tool if one.origin else "" for one in pruning.findings}
    assert origin == {"frame-title": "Camtasia", "label": "", "image-alt": ""}
