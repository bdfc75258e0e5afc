"""The walk with the Tab key, and what keys do: faults are found, good pages are not accused."""

import base64
import io
import time
from dataclasses import replace

import pytest
from PIL import Image

from a11ycheck.behaviour import BEHAVIOURS, BehaviourContext, CurrentDocument
from a11ycheck.behaviour.running import GRACE
from a11ycheck.browser.frames import Frames
from a11ycheck.content import CONTENT
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rules import read_rules
from a11ycheck.sources import open_package
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source
from tests.shared_browser import open_browser, run
from tests.site_server import Reply, serving

pytestmark = [pytest.mark.browser, pytest.mark.early]

FIXTURES = CONTENT / "fixtures"
PATTERNS = FIXTURES / "sites" / "patterns"
FAULTY = FIXTURES / "sites" / "patterns-faulty"
RULES = [rule for rule in read_rules("en") if {"keyboard", "keys"} & set(rule.needs)]
FAULTS = {
    "carousel": ("pointer-only", "failure", ["#back", "#on"]),
    "combobox": ("dead-keys", "failure", ["#town"]),
    "date-picker": ("pointer-only", "failure", ["tr:nth-child(1) > td:nth-child(1)"]),
    "dialog": ("keyboard-trap", "review", ["#no"]),
    "disclosure": ("dead-keys", "failure", ["#open"]),
    "grid": ("dead-keys", "failure", ["table"]),
    "menu": ("dead-keys", "failure", ["ul"]),
    "slider": ("dead-keys", "failure", ['div[role="slider"]']),
    "tabs": ("pointer-only", "failure", ["span:nth-child(1)"]),
    "toolbar": ("focus-visible", "failure", ["button:nth-child(1)"]),
    "tree": ("dead-keys", "failure", ['ul[role="tree"]']),
}
"""Per faulty twin the rule that must find it, and the first places."""


def files(*folders):
    """What a server gives for the files of some folders."""
    kinds = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}
    return {
        f"/{folder.name}/{file.name}": Reply(file.read_bytes(), headers={"Content-Type": kinds[file.suffix]})
        for folder in folders
        for file in folder.iterdir()
    }


@pytest.fixture(scope="module")
def said():
    """By page what the rules said: (rule, outcome, target)."""
    with serving(files(PATTERNS, FAULTY)) as site:
        pages = [path for path in files(PATTERNS, FAULTY) if path.endswith(".html")]
        plan = plan_for(axe=[], ours=RULES, profile="standard", jobs=2)
        plan = replace(plan, every_screen=True)
        report = scan_source([site.url + path for path in pages], plan)
        assert [one for one in report.skipped if one.why.startswith("trial")] == []
        assert site.sent == []
    found = {path: [] for path in pages}
    for one in report.findings:
        found[one.url.removeprefix(site.url)].append((one.rule, one.outcome, one.target))
    return found


def test_patterns_that_are_known_good_are_not_accused(said):
    assert {path: rows for path, rows in said.items() if path.startswith("/patterns/") and rows} == {}


@pytest.mark.parametrize("name", FAULTS)
def test_the_faulty_twin_of_a_pattern_is_found(said, name):
    rule, outcome, places = FAULTS[name]
    mine = [target for one, result, target in said[f"/patterns-faulty/{name}.html"] if (one, result) == (rule, outcome)]
    assert mine[: len(places)] == places


@pytest.mark.parametrize("pictures", [True, False])
def test_a_trap_two_frames_deep_in_a_package_is_found_with_the_tab_order_drawn(tmp_path, pictures):
    package = open_package(zip_package(FIXTURES / "packages" / "scorm12-locked-exercise", tmp_path / "knots.zip"))
    plan = replace(plan_for(axe=[], ours=RULES, profile="standard"), pictures=pictures)
    report = scan_source(package, plan)
    (one,) = report.findings
    assert (one.rule, one.outcome, one.target) == ("keyboard-trap", "failure", "button:nth-child(1)")
    assert one.frame.endswith("exercise/exercise.html")
    assert "The short end → The long end → Both" in one.message
    assert len(one.evidence) == pictures
    if pictures:
        drawn = Image.open(io.BytesIO(base64.b64decode(one.evidence[0].data))).convert("RGB")
        assert 300 < drawn.width < 1000
        assert len(one.evidence[0].data) < 60_000
        pixels = zip(*[iter(drawn.tobytes())] * 3, strict=True)
        marks = sum(abs(red - 0x6A) + green + abs(blue - 0x33) < 60 for red, green, blue in pixels)
        assert marks > 800, "five dark discs with the numbers of the stops"


AS_FOUND = """<!DOCTYPE html><html lang="en"><title>Lesson</title>
<style>a:focus, button:focus { outline: none } .box { height: 60px; overflow: auto } p { height: 500px }</style>
<h1>Lesson</h1><p><a href="#one">One</a></p><p><a href="#two">Two</a></p>
<div class="box"><button>First</button><br><br><br><br><br><br><button>Last</button></div>
<p>Words</p><input id="name" aria-label="Name">
<script>document.getElementById("name").focus(); scrollTo(0, 300);</script></html>"""


async def _tried(address, name):
    async with open_browser() as browser:
        context = await browser.new_context(viewport={"width": 1280, "height": 800})
        page = await context.new_page()
        await page.goto(address)
        frames = Frames(page, await context.new_cdp_session(page))
        root = await frames.read()
        await root.load(compile_rules([]).source)
        state = "() => [document.activeElement.id, scrollY, document.body.outerHTML]"
        before = await page.evaluate(state)
        began = time.monotonic()
        observed = await BEHAVIOURS[name].run(
            BehaviourContext(frames, CurrentDocument(root), began + BEHAVIOURS[name].seconds)
        )
        took = time.monotonic() - began
        return observed, took, before, await page.evaluate(state)


def test_the_walk_leaves_focus_scrolling_and_page_as_found():
    with serving({"/": AS_FOUND}) as site:
        observed, _, before, after = run(_tried(f"{site.url}/", "keyboard"))
    assert before[:2] == ["name", 300]
    assert after == before
    (rows,) = observed.rows.values()
    assert [(row["name"], row["pixels"]) for row in rows] == [
        ("One", "same"),
        ("Two", "same"),
        ("First", "same"),
        ("Last", "same"),
        ("Name", ""),
    ]


def test_many_stops_and_many_elements_are_bounded_and_said():
    page = "<!DOCTYPE html><html lang='en'><title>Long</title><h1>Long</h1>"
    page += ("<p><a href='#x'>Lesson</a>" + "<span>word</span> " * 98 + "</p>") * 500
    with serving({"/": page}) as site:
        observed, took, _, _ = run(_tried(f"{site.url}/", "keyboard"))
    assert observed.bounded in ("stops", "time")
    assert took < BEHAVIOURS["keyboard"].seconds + GRACE
    assert sum(map(len, observed.rows.values())) > 5
