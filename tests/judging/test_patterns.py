"""Good versions of the ARIA Authoring Practices patterns are not accused, and work with their keys."""

from pathlib import Path

import pytest

from a11ycheck.browser.frames import Frames
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rules import axe_in_force, read_axe_rules, read_rules
from a11ycheck.scan.exam.context import ExamContext
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.scan.exam.screen_exam import ScreenExam
from fixtures.sites.serving import serving_files
from tests.shared_browser import open_browser, run

pytestmark = pytest.mark.browser

PATTERNS = Path(__file__).parents[2] / "fixtures" / "sites" / "patterns"
NAMES = sorted(path.stem for path in PATTERNS.glob("*.html"))
KEYS = {
    "accordion": ("#acc1", "ArrowDown Enter", "!sect2.hidden"),
    "alert": ("#fail", "Enter", "document.querySelector('[role=alert]').textContent.includes('not saved')"),
    "carousel": ("#on", "Enter Enter", "document.querySelector('[aria-label=\"3 van 3\"]').checkVisibility()"),
    "combobox": ("#town", "a ArrowDown ArrowDown Enter", "town.value === 'Amsterdam' && towns.hidden"),
    "date-picker": ("#pick", "Enter ArrowDown PageDown Enter", "field.value === '19-02-2026'"),
    "dialog": ("#leave", "Enter Tab Tab Tab Tab Escape", "document.activeElement === leave"),
    "dialog-open": ("", "Shift+Tab Enter", "document.activeElement === start"),
    "disclosure": ("[aria-controls=long]", "Enter Escape Enter", "!long.hidden"),
    "feed": ("[aria-labelledby=n1]", "PageDown", "document.activeElement.matches('[aria-labelledby=n2]')"),
    "form": ("#fn", "K Enter", "document.activeElement.id === 'mail' && maile.textContent.startsWith('Email')"),
    "grid": ("td", "ArrowDown ArrowRight Control+End", "document.activeElement.textContent === 'Nieuws'"),
    "listbox": ("#many", "ArrowDown Space", "t2.getAttribute('aria-selected') === 'true'"),
    "menu": ("#b1", "ArrowDown ArrowRight ArrowDown Enter", "text.style.textAlign === 'right'"),
    "radio-group": ("[role=radio]", "ArrowDown", "document.activeElement.ariaChecked === 'true'"),
    "slider": ("[role=slider]", "Home PageUp ArrowRight", "document.activeElement.ariaValueNow === '11'"),
    "spinbutton": ("[role=spinbutton]", "End ArrowDown", "document.activeElement.textContent === '7'"),
    "switch": ("#every", "Space", "k1.ariaChecked === 'true' && k2.ariaChecked === 'true'"),
    "table": ("#sort", "Enter", "document.querySelector('tbody tr').textContent === 'Tweede3'"),
    "tabs": ("#tab1", "ArrowLeft", "!pan3.hidden && document.activeElement === tab3"),
    "toolbar": ("[data-style]", "ArrowRight Enter", "text.style.fontStyle === 'italic'"),
    "tooltip": ("#what", "Escape", "tip.hidden"),
    "tree": ("[role=treeitem]", "End ArrowRight ArrowRight Enter", "chosen.textContent.endsWith('Hamer')"),
    "tree-grid": ("tbody tr", "ArrowLeft ArrowDown ArrowRight ArrowDown", "document.activeElement.rowIndex === 4"),
}
"""Per page where one starts, the keys that are pressed, and what is true then."""
FAILURES = ("failure", "violation")  # ours, axe's


async def _judge(url):
    axe = tuple(axe_in_force(read_axe_rules("en"), "AAA", "2.2"))
    instruments = Instruments(read_axe(), axe, compile_rules(read_rules("en")))
    messages = {rule.id: rule.messages for rule in read_rules("en")}
    failures, works = {}, {}
    async with open_browser() as browser:
        context = await browser.new_context(viewport={"width": 1280, "height": 800})
        tab = await context.new_page()
        for name in NAMES:
            await tab.goto(f"{url}/{name}.html")
            session = await context.new_cdp_session(tab)
            judged = (await ScreenExam(ExamContext(Frames(tab, session), instruments)).run()).judged
            assert judged.untested == ()
            said = [(hit.rule, hit.key, hit.target) for hit in judged.hits]
            failures[name] = [one for one in said if messages.get(one[0], {}).get(one[1], one[1]) in FAILURES]
            start, keys, then = KEYS.get(name, ("", "", "true"))
            if start:
                await tab.focus(start)
            for key in keys.split():
                await tab.keyboard.press(key)
            works[name] = await tab.evaluate(then)
    return failures, works


@pytest.fixture(scope="module")
def judged():
    with serving_files(PATTERNS) as url:
        return run(_judge(url))


@pytest.mark.parametrize("name", NAMES)
def test_a_good_pattern_is_not_accused(judged, name):
    assert judged[0][name] == []


@pytest.mark.parametrize("name", KEYS)
def test_a_pattern_answers_its_keys(judged, name):
    assert judged[1][name] is True
