"""What axe leaves open is settled by pixels, listeners or a second window."""

import pytest

from a11ycheck.browser.frames import Frames
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rules import read_rules
from a11ycheck.scan.exam.context import ExamContext
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.scan.exam.screen_exam import ScreenExam
from fixtures.sites.serving import serving_files
from tests.rule_harness import any_link
from tests.shared_browser import open_browser, run

pytestmark = pytest.mark.browser

AXE = ("color-contrast", "aria-hidden-focus", "aria-valid-attr-value", "aria-prohibited-attr")
PAGES = {
    "contrast.html": """
        <p id="all" style="color:#888;background:linear-gradient(to right,#fff,#ccc)">Each letter is hard to read</p>
        <p id="none" style="color:#222;background:linear-gradient(to right,#fff,#ccc)">Each letter can be read</p>
        <p id="some"
          style="color:#222;width:400px;white-space:nowrap;background:linear-gradient(to right,#fff 60%,#333 61%)">
          The last of these words stand on a dark ground</p>""",
    "seen.html": """
        <style>
          .two { background: linear-gradient(90deg, #fff, #eee) }
          .bar { position: fixed; inset: auto 0 0; height: 60px; background: #fff; z-index: 2 }
          .twin { position: absolute; left: 8px; color: #aaa; z-index: -1; background: #fff }
          .front { position: absolute; left: 8px; background: #fff; padding: 2px 60px 2px 0 }
          .tiny { font-size: 1px; color: #fff }
          .reader { position: absolute; width: 1px; height: 1px; overflow: hidden }
        </style>
        <p id="outlined" class="two" style="color: #eee; text-shadow: 1px 1px #000, -1px -1px #000, 1px -1px
          #000, -1px 1px #000, 0 0 #000, 1px 0 #000, -1px 0 #000, 0 1px #000, 0 -1px #000">
          A dark edge around each letter</p>
        <p id="pale" class="two" style="color: #999">Both colours are too light for this</p>
        <p id="dark" class="two" style="color: #555">Both colours are light enough for this</p>
        <p class="two"><span id="reader" class="reader" style="color: #999">Only for screen readers</span> </p>
        <h2 class="two">Two <span id="tiny" class="tiny">Heading of part two</span></h2>
        <div style="position: relative; z-index: 0; height: 2em"><span class="twin" id="twin"
          aria-hidden="true">Learn to climb</span><span class="front">Learn to climb</span></div>
        <div class="bar"></div><p id="under" style="position: fixed; bottom: 10px; margin: 0; color: #aaa">Below the
          bar</p>
        <p class="two"><input id="field" value="A value that is pale" style="color: #aaa; background: transparent"></p>
        <p class="two"><input id="good-field" value="A value that is dark" style="color: #333; background: transparent">
        </p>
        <p id="deep" class="two" style="margin-top: 1500px; color: #999">Further down it is too light as well</p>
        <div style="height: 90px; overflow-y: auto" tabindex="0"><p style="height: 400px">Scroll</p>
          <p id="scrolled" class="two" style="color: #555">In a box that scrolls it is dark enough</p></div>
        <div id="many"></div>
        <script>
          for (let n = 0; n < 40; n++)
            many.innerHTML += `<p class="two" style="color: #555">Line ${n} of many over a gradient</p>`;
        </script>""",
    "veil.html": """
        <p id="behind" style="background: linear-gradient(90deg, #fff, #eee); color: #333">Dark enough without it</p>
        <p id="always" style="background: #fff; color: #aaa">Too light with it or without</p>
        <div style="position: fixed; inset: 0; background: rgb(0 0 0 / .5)"></div>""",
    "focus.html": """
        <div role="dialog" aria-modal="true" aria-label="Start"><button id="first">Go on</button></div>
        <div aria-hidden="true"><a id="caught" href="#" style="position:absolute;top:-999em">End</a></div>
        <div aria-hidden="true"><a id="loose" href="#" style="position:absolute;top:-999em">Lost</a></div>
        <script>document.getElementById("caught").addEventListener("focus", () => first.focus())</script>""",
    "popups.html": """
        <button id="closed" aria-haspopup="true" aria-controls="not-yet">Menu</button>
        <button id="open" aria-haspopup="true" aria-expanded="true" aria-controls="not-there">Menu</button>
        <p id="plain" aria-controls="not-there">Text</p>""",
    "doubles.html": '<div id="named" aria-label="Three of five stars"><i>***</i></div>',
    "links.html": """<p><a href="one.html">Contact</a> <a id="two" href="two.html">Contact</a></p>
        <div id="box" style="height:1.5em;overflow:hidden">Put the ladder on a flat floor and check that all of its
        steps are clean and dry before you climb, and ask a colleague to hold it when it stands on a slope.</div>""",
    "one.html": "<h1>Chat</h1><p>A teacher answers here.</p>",
    "two.html": "<h1>Phone</h1><p>Call us on Monday.</p>",
}
LEFT = "[document.documentElement.outerHTML, innerWidth, document.adoptedStyleSheets.length]"


async def _judge(folder):
    with serving_files(folder) as url:
        async with open_browser() as browser:
            context = await browser.new_context(viewport={"width": 1280, "height": 800})
            tab = await context.new_page()
            session = await context.new_cdp_session(tab)
            instruments = Instruments(read_axe(), AXE, compile_rules(read_rules("en")))
            found = {}
            for name in PAGES:
                await tab.goto(f"{url}/{name}")
                before = await tab.evaluate("document.documentElement.outerHTML")
                judged = (
                    await ScreenExam(ExamContext(Frames(tab, session), instruments, follow=any_link)).run()
                ).judged
                assert judged.untested == ()
                found[name] = {(hit.rule, hit.key, hit.target) for hit in judged.hits}
                left = await tab.evaluate(LEFT)
                assert left == [before, 1280, 0], "the page stands as it stood"
            assert len(context.pages) == 1, "the tabs that looked at links are closed"
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, body in PAGES.items():
        text = (
            f'<!DOCTYPE html><html lang="en"><head><title>{name} of the test</title></head><body>{body}</body></html>'
        )
        (folder / name).write_text(text, encoding="utf-8")
    return run(_judge(folder))


def test_contrast_over_a_gradient_is_settled_letter_by_letter(found):
    said = {target: key for rule, key, target in found["contrast.html"] if rule == "color-contrast"}
    assert said == {"#all": "violation", "#some": "violation"}


def test_all_texts_of_a_page_are_settled_and_those_that_nobody_sees_left_out(found):
    said = {target: key for rule, key, target in found["seen.html"] if rule == "color-contrast"}
    failures = ("#pale", "#field", "#deep")
    assert said == dict.fromkeys(failures, "violation")


def test_a_layer_over_a_text_is_no_ground_below_it(found):
    said = {target: key for rule, key, target in found["veil.html"] if rule == "color-contrast"}
    assert "#behind" not in said


def test_hidden_focus_is_a_fault_where_nothing_sends_it_on(found):
    said = {target: key for rule, key, target in found["focus.html"] if rule == "aria-hidden-focus"}
    assert set(said.values()) == {"violation", "incomplete"}
    loose = [target for target, key in said.items() if key == "violation"]
    assert len(loose) == 1 and "3" in loose[0]


def test_a_popup_that_is_not_open_need_not_be_there(found):
    said = {target for rule, _, target in found["popups.html"] if rule == "aria-valid-attr-value"}
    assert "#closed" not in said and "#open" in said


def test_one_finding_where_axe_and_a_rule_of_ours_say_the_same(found):
    said = {(rule, target) for rule, _, target in found["doubles.html"]}
    assert ("aria-prohibited", "#named") in said
    assert not any(rule == "aria-prohibited-attr" for rule, _ in said)


def test_links_are_followed_and_texts_are_zoomed(found):
    said = {(rule, target) for rule, _, target in found["links.html"]}
    assert ("link-same-name", "#two") in said
    assert ("text-clipped-zoom", "#box") in said
