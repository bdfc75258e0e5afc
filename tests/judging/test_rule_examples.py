"""In the examples of each rule, what data-expect marks is found, under that message, and nothing else."""

import time

import pytest

from a11ycheck.content import RULES
from a11ycheck.judging import checks
from a11ycheck.judging.rules import read_rules
from tests.rule_harness import judge_files, selected_rules

pytestmark = [pytest.mark.browser, pytest.mark.early]

RULES_EN = [rule for rule in read_rules("en") if rule.scope in ("frame", "screen")]
"""Those that judge pages by themselves; for the others see tests/documents and test_site_rule_examples.py."""
EXAMPLES = sorted(path for path in RULES.glob("*/*.html") if not path.parent.name.startswith("_"))


@pytest.fixture(scope="module")
def judged(request):
    selected = selected_rules(request)
    return judge_files(RULES, [path for path in EXAMPLES if path.parent.name in selected], RULES_EN)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_marked_is_found_and_nothing_else(judged, example):
    found, expected = judged[example]
    assert [(message, mark) for message, mark in found if message != mark] == []
    assert sorted(message for message, _ in found) == sorted(expected)
    assert bool(expected) == example.name.startswith("bad")


@pytest.mark.parametrize("rule", RULES_EN, ids=lambda rule: rule.id)
def test_a_rule_has_two_good_and_two_bad_examples_and_shows_each_message(judged, rule):
    mine = {path.name: expected for path, (_, expected) in judged.items() if path.parent.name == rule.id}
    assert sum(name.startswith("good") for name in mine) >= 2
    assert sum(name.startswith("bad") for name in mine) >= 2
    assert {message for expected in mine.values() for message in expected} == set(rule.messages)


HOSTILE = """<!DOCTYPE html><html lang="en"><head><title>Links</title></head><body>
<script>
  Array.prototype.map = Array.prototype.filter = Map.prototype.get = () => null;
  Element.prototype.querySelectorAll = Element.prototype.getAttribute = Element.prototype.matches = () => "";
  String.prototype.normalize = String.prototype.trim = () => { throw new Error("mine"); };
</script>
<p>Words that say something.</p><div><a href="y">here</a></div>
<p>The answers are %s</p></body></html>"""


def test_a_page_that_broke_its_built_ins_and_has_thousands_of_links_is_judged_in_time(tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "MILLISECONDS", 60_000)  # a crowded machine
    (tmp_path / "link-text").mkdir()
    page = tmp_path / "link-text" / "many.html"
    page.write_text(HOSTILE % ("<span>and</span> <a href='x'>here</a> " * 12_000), encoding="utf-8")
    began = time.monotonic()
    judged = judge_files(tmp_path, [page], RULES_EN)
    assert [message for message, _ in judged[page][0]] == ["says-nothing"]
    assert time.monotonic() - began < 45, "12,000 links in one paragraph took 75 s when each looked around by itself"
