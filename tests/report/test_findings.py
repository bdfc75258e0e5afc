"""A finding says something, also when the check of a rule forgot what its message needs."""

from dataclasses import replace

from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.model import Page, Rule, RuleText
from a11ycheck.report.findings import findings
from tests.reports import report
from tests.rule_harness import unfilled

RULE = Rule(
    id="my-rule",
    origin="a11ycheck",
    criteria=("2.4.4",),
    en301549=("9.2.4.4",),
    impact="serious",
    text=RuleText("Link text says nothing", {"empty": "The link “{name}” says nothing."}),
    messages={"empty": "failure"},
)
WHOLE = Hit("my-rule", "empty", "", "a", "html body a", "<a>", {"name": "here"})
FORGETFUL = replace(WHOLE, data={"text": "here"})


def test_a_message_without_its_data_becomes_the_title_in_a_report():
    seen = ScreenResult(Page("index.html", "Start"), "", "Start", Judgement((WHOLE, FORGETFUL)), {})
    said = [one.message for one in findings(report().screens[0], seen, {"my-rule": RULE}, "")]
    assert said == ["The link “here” says nothing.", "Link text says nothing"]


def test_the_tests_of_a_rule_say_which_data_is_missing():
    assert unfilled([WHOLE], [RULE]) == []
    (sentence,) = unfilled([FORGETFUL], [RULE])
    assert sentence.startswith(
        "my-rule: the message `empty` says {name}, and the hit's data has no `name` (it has: text)"
    )


def test_one_question_for_one_thing_and_none_that_a_failure_answers():
    asking = replace(RULE, id="asks", messages={"empty": "review"})
    more = replace(asking, id="asks-more", criteria=("2.4.4", "1.1.1"))
    rules = {rule.id: rule for rule in (RULE, asking, more)}
    hits = (
        replace(WHOLE, rule="asks"),  # the failure says it
        replace(WHOLE, rule="asks-more"),
        WHOLE,
        replace(WHOLE, rule="asks", target="i"),
        replace(WHOLE, rule="asks", target="i"),
        replace(WHOLE, rule="asks", target="i", frame="http://course.localhost/inner.html"),
        replace(WHOLE, rule="asks", target="html"),
        replace(WHOLE, rule="asks", target="html"),
    )
    seen = ScreenResult(Page("index.html", "Start"), "", "Start", Judgement(hits), {})
    found = [(one.rule, one.target, bool(one.frame)) for one in findings(report().screens[0], seen, rules, "")]
    assert found == [
        ("asks-more", "a", False),
        ("my-rule", "a", False),
        ("asks", "i", False),
        ("asks", "i", True),
        ("asks", "html", False),
        ("asks", "html", False),
    ]
