"""On large pages, the report says what our rules did not examine, and judging stays within its time limit."""

from dataclasses import replace

import pytest

from a11ycheck.browser.frames import Frames
from a11ycheck.judging import checks
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rules import read_rules
from a11ycheck.scan.exam.context import ExamContext
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.scan.exam.screen_exam import ScreenExam
from tests.shared_browser import open_browser, run

pytestmark = pytest.mark.browser

LINKS = '<!DOCTYPE html><html lang="en"><title>Courses</title><h1>Courses</h1><img src="a.png" alt="a.png">' + (
    "<p><a href='#a'>Lesson</a> of today</p>" * 6000
)


async def _examined(html, rules=None):
    async with open_browser() as browser:
        tab = await (await browser.new_context()).new_page()
        await tab.set_content(html)
        session = await tab.context.new_cdp_session(tab)
        instruments = Instruments(read_axe(), (), compile_rules(rules or read_rules("en")))
        return (await ScreenExam(ExamContext(Frames(tab, session), instruments)).run()).judged


def test_a_check_that_cannot_be_evaluated_lets_the_others_run():
    broken = "const WORDS = a11y.text.nothing();\nexport default () => WORDS"
    rules = [rule if rule.id != "picture-name" else replace(rule, check=broken) for rule in read_rules("en")]
    judged = run(_examined("<!DOCTYPE html><html lang='en'><title>Courses</title><img alt='a.png'>", rules))
    assert [(row.what, row.why) for row in judged.untested] == [("picture-name", "rule-failed")]
    assert judged.outcomes["picture-name"] == "not-tested"
    assert judged.outcomes["link-text"] == "inapplicable"


def test_a_message_that_is_not_declared_fails_its_rule_and_the_others_run():
    typo = "({ page }) => page.all('img').map((element) => ({ element, message: 'file-nmae' }))"
    rules = [rule if rule.id != "picture-name" else replace(rule, check=typo) for rule in read_rules("en")]
    judged = run(_examined("<!DOCTYPE html><html lang='en'><title>Courses</title><img alt='a.png'>", rules))
    assert [(row.what, row.why) for row in judged.untested] == [("picture-name", "rule-failed")]
    assert "file-nmae" in judged.untested[0].detail
    assert not [hit for hit in judged.hits if hit.rule == "picture-name"]
    assert judged.outcomes["link-text"] == "inapplicable"


def test_a_page_with_more_than_we_look_at_is_judged_and_says_so(monkeypatch):
    monkeypatch.setattr(checks, "MILLISECONDS", 60_000)  # a crowded machine
    judged = run(_examined(LINKS))
    assert {row.why for row in judged.untested} == {"bounded"}
    assert [hit.key for hit in judged.hits if hit.rule == "picture-name"] == ["file-name"]


def test_rules_that_did_not_begin_in_time_are_not_tested_and_that_is_said(monkeypatch):
    monkeypatch.setattr(checks, "MILLISECONDS", -1)
    judged = run(_examined("<!DOCTYPE html><html lang='en'><title>Courses</title><img alt='a.png'>"))
    assert {row.why for row in judged.untested} == {"bounded"}
    assert judged.outcomes["picture-name"] == "not-tested"
    assert not [hit for hit in judged.hits if hit.rule == "picture-name"]


@pytest.mark.parametrize("words", ["", "<p>Lesson one</p>"])
def test_a_small_page_is_not_bounded(words):
    assert run(_examined(f"<!DOCTYPE html><html lang='en'><title>Courses</title>{words}")).untested == ()
