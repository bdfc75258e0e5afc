"""Scripts in the page's own world: they answer on any page, and leave nothing behind in it."""

import pytest

from a11ycheck.players import PLAYERS
from a11ycheck.players.explore.scripts import function

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Bees</title></head><body>
<h1>Bees</h1><p>Screen 2 of 3</p><nav><a href="#/hive">Hive</a></nav>
<fieldset><label><input type="radio" name="a">Six legs</label>
<label><input type="radio" name="a">Eight</label></fieldset>
<button>Check</button><button>Next</button></body></html>"""
GLOBALS = "[...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertyNames(document.body)].sort()"


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.set_content(PAGE)
    return page


def test_exploring_reads_a_page_and_leaves_nothing_behind(page):
    before = page.evaluate(GLOBALS)
    look = page.evaluate(function("look"), [])
    assert (look["headings"], look["count"], look["title"]) == (["Bees"], [2, 3], "Bees")
    steps = page.evaluate(function("steps"), False)
    assert [(step["label"], step["kind"]) for step in steps] == [
        ("Hive", "outline"),
        ("Check", "other"),
        ("Next", "next"),
    ]
    assert page.evaluate(function("asksSomething"))
    for name in ("states", "ending", "closeDialog", "visibleText"):
        page.evaluate(function(name))
    assert page.evaluate(function("answer"), [0, 0]) == {"verdict": "", "text": look_of_nothing(page), "changed": False}
    assert page.evaluate(GLOBALS) == before


def look_of_nothing(page):
    """The hash of no text."""
    return page.evaluate(f"({function('hash')})('')")


@pytest.mark.parametrize("player", PLAYERS, ids=lambda player: player.name)
def test_a_driver_is_an_object_that_says_it_is_not_here(player, page):
    before = page.evaluate(GLOBALS)
    assert page.evaluate(f"() => ({player.driver}).status()") == ""
    assert page.evaluate(GLOBALS) == before
