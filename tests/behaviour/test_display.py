"""Behaviours that resize the window, space text or wait: they work in frames, and leave the page as it was."""

import time
from dataclasses import replace

import pytest

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.interface import BehaviourContext, CurrentDocument
from a11ycheck.browser.frames import Frames
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rules import read_rules
from tests.scanning import plan_for, scan_source
from tests.shared_browser import open_browser, run
from tests.site_server import serving

pytestmark = pytest.mark.browser

RULES = {rule.id: rule for rule in read_rules("en")}
WORDS = "A ladder stands at a slant: one step away from the wall for each four steps up, and somebody holds it. "

SLIDE = f"""<!DOCTYPE html><html lang="en"><title>Slide</title><style>
.card {{ width: 250px; height: 75px; overflow: hidden; line-height: 1.15 }} .card p {{ margin: 0 }}
.wide {{ width: 900px }} @media (orientation: portrait) {{ h2 {{ transform: rotate(90deg) }} }}
h2 {{ margin-top: 150px; width: 90px }}</style>
<main><h1>Ladders</h1><div class="card"><p>{WORDS}</p></div><p class="wide">{WORDS}{WORDS}</p><h2>Steps</h2>
</main></html>"""
OUTER = """<!DOCTYPE html><html lang="en"><title>Lesson</title><style>iframe { width: 100%; height: 600px; border: 0 }
</style><h1>Lesson</h1><iframe title="Slide" src="/middle"></iframe></html>"""
MIDDLE = OUTER.replace("/middle", "/slide").replace("Lesson", "Part")


def test_a_slide_two_frames_down_is_looked_at_in_other_windows_with_pictures_of_what_is_wrong():
    rules = [RULES[name] for name in ("reflow", "text-spacing", "screen-orientation")]
    with serving({"/": OUTER, "/middle": MIDDLE, "/slide": SLIDE}) as site:
        plan = replace(plan_for(axe=[], ours=rules, profile="standard"), pictures=True)
        report = scan_source(f"{site.url}/", plan)
    assert report.skipped == ()
    assert {(one.rule, one.target, one.frame.rpartition("/")[2]) for one in report.findings} == {
        ("reflow", ".wide", "slide"),
        ("text-spacing", "div > p", "slide"),
        ("screen-orientation", "h2", "slide"),
    }
    assert all(one.evidence and one.evidence[0].media_type == "image/jpeg" for one in report.findings)


QUIET = """<!DOCTYPE html><html lang="en"><title>Lesson</title><h1>Lesson</h1><div style="height: 3000px">{words}</div>
<div id="box" style="height: 50px; overflow: auto"><p style="height: 500px">Words that scroll in a box.</p></div>
<div id="host"></div><script>document.getElementById("host").attachShadow({{ mode: "open" }}).innerHTML = "<p>In</p>";
scrollTo(0, 700); document.getElementById("box").scrollTop = 90; localStorage.loads = +(localStorage.loads || 0) + 1;
</script></html>"""
STATE = """() => JSON.stringify([document.documentElement.outerHTML, host.shadowRoot.innerHTML, scrollX, scrollY,
  box.scrollTop, innerWidth, innerHeight, document.adoptedStyleSheets.length, host.shadowRoot.adoptedStyleSheets.length,
  matchMedia("(forced-colors: active)").matches, matchMedia("(prefers-reduced-motion: reduce)").matches,
  Math.abs(Date.now() - performance.timeOrigin - performance.now()) < 5000, setTimeout.toString()])"""
MINE = ("preferences", "spacing", "narrow", "orientation", "device-motion", "timeout")


async def _before_and_after(html, names):
    """The page's state before and after behaviours, and the seconds that each of them took."""
    with serving({"/": html}) as site:
        async with open_browser() as browser:
            context = await browser.new_context(viewport={"width": 1280, "height": 800})
            tab = await context.new_page()
            await tab.goto(f"{site.url}/")
            frames = Frames(tab, await context.new_cdp_session(tab))
            root = await frames.read()
            await root.load(f"{read_axe().source}\n;{compile_rules(RULES.values()).source}")
            before = await tab.evaluate(STATE)
            took = {}
            for name in names:
                began = time.monotonic()
                await BEHAVIOURS[name].run(
                    BehaviourContext(frames, CurrentDocument(root), began + BEHAVIOURS[name].seconds)
                )
                took[name] = time.monotonic() - began
            return before, await tab.evaluate(STATE), took, len(context.pages)


def test_the_page_is_left_as_it_was_found():
    before, after, _, tabs = run(_before_and_after(QUIET.format(words=WORDS), MINE))
    assert after == before
    assert tabs == 1


def test_a_page_of_fifty_thousand_elements_is_bounded():
    many = QUIET.format(words=f"<span>{WORDS[:30]}</span> " * 50_000)
    _, _, took, _ = run(_before_and_after(many, ("preferences", "spacing", "narrow", "orientation")))
    assert all(seconds < BEHAVIOURS[name].seconds + 3 for name, seconds in took.items())
