"""Camtasia: one film and its quiz; the form before the quiz and the answers are states."""

import shutil

import pytest

from tests.players.reach import PACKAGES, faults, missed, plain, reach

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pruning():
    return reach("camtasia-pruning", ["image-alt", "label", "frame-title"])


def test_a_film_and_its_quiz_with_their_states(pruning):
    assert plain(pruning) == [("1. Pruning in March", True), ("2. Quiz", True)]
    assert [(screen.url.rpartition("#")[2], screen.state) for screen in pruning.screens] == [
        ("video", ""),
        ("video", "form"),
        ("quiz", ""),
        ("quiz", "answered"),
    ]
    assert pruning.targets[0].made_with == "Camtasia 2022.1.0"


def test_each_fault_is_found_in_its_state(pruning):
    found = [(rule, state) for rule, _, state in faults(pruning) if rule != "frame-title"]
    assert sorted(found) == [("image-alt", "answered"), ("label", ""), ("label", "answered")]


def test_the_frame_is_the_tools_and_the_question_the_authors(pruning):
    origin = {one.rule: one.origin.tool if one.origin else "" for one in pruning.findings}
    assert origin == {"frame-title": "Camtasia", "label": "", "image-alt": ""}


def test_a_quiz_that_does_not_come_is_said(tmp_path):
    copy = tmp_path / "film"
    shutil.copytree(PACKAGES / "camtasia-pruning", copy)
    script = copy / "scripts" / "techsmith-smart-player.min.js"
    script.write_text(script.read_text().replace("setTimeout(ask, 700)", "void 0"))
    report = reach(copy, ["image-alt"], profile="quick")
    assert plain(report) == [("1. Pruning in March", True), ("2. Quiz", False)]
    assert missed(report) == [("quiz", "gate")]
