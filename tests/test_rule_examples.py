"""Every rule's own pages: what they mark with data-expect is found, under that message, and nothing else."""

import pytest

from a11ycheck.content import RULES
from a11ycheck.rules import read_rules
from tests.rule_harness import judge_files

RULES_EN = read_rules("en")
EXAMPLES = sorted(path for path in RULES.glob("*/*.html") if not path.parent.name.startswith("_"))


@pytest.fixture(scope="module")
def judged():
    return judge_files(RULES, EXAMPLES, RULES_EN)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_marked_is_found_and_nothing_else(judged, example):
    found, expected = judged[example]
    assert all(message == mark for message, mark in found)
    assert sorted(message for message, _ in found) == sorted(expected)
    assert bool(expected) == example.name.startswith("bad")


@pytest.mark.parametrize("rule", RULES_EN, ids=lambda rule: rule.id)
def test_a_rule_has_two_good_and_two_bad_examples_and_shows_each_message(judged, rule):
    mine = {path.name: expected for path, (_, expected) in judged.items() if path.parent.name == rule.id}
    assert sum(name.startswith("good") for name in mine) >= 2
    assert sum(name.startswith("bad") for name in mine) >= 2
    assert {message for expected in mine.values() for message in expected} == set(rule.messages)
