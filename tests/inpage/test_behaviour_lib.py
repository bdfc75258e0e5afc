"""The parts of the library that behaviours share, in a page of its own."""

import pytest

from a11ycheck.inpage import assemble

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Lesson</title></head><body style="background: #222">
<button id="more">Read more</button><button id="delete">Delete lesson</button>
<button id="trash" class="btnTrash">x</button><a id="away" href="/next">Next</a><a id="here" href="#x">Here</a>
<form><button id="send">Check</button></form>
<details><summary id="why">Delete this lesson?</summary></details>
<div id="status" role="status"></div><p id="text">Ladders</p><p id="old">Old</p>
<div style="position: fixed; background: #fff; left: 0; bottom: 0"><b id="inside">bar</b></div>
<div style="position: fixed; left: 0; bottom: 0"><b id="clear">bar</b></div>
<div id="box" style="overflow: hidden"><div id="scroller" style="overflow: auto"><em id="held">held</em>
<em id="placed" style="position: absolute">placed</em></div></div>
<span id="clipped" style="position: absolute; clip: rect(1px, 1px, 1px, 1px)">clipped</span>
</body></html>"""


@pytest.fixture
def page(browser):
    page = browser.new_page()
    page.set_content(PAGE)
    yield page
    page.close()


def run(page, parts, code):
    """What some code returns that requires these parts; `at` finds an element by its id."""
    at = "const at = (id) => document.getElementById(id);"
    return page.evaluate(assemble(f"// @requires {parts}\nasync () => {{ {at} {code} }}"))


def reason(page, name, unfolds="false"):
    where = f"{{ unfolds: {unfolds} }}"
    code = f"const it = at('{name}'); return a11y.pressing.reasonToLeave(it, a11y.names.visibleName(it), {where})"
    return run(page, "names, pressing", code)


def test_what_may_be_pressed(page):
    assert reason(page, "more") == ""
    assert reason(page, "delete") == "words"
    assert reason(page, "trash") == "words", "its author calls it so"
    assert reason(page, "send") == "form"


def test_a_question_that_unfolds_does_no_harm(page):
    assert reason(page, "why") == "words"
    assert reason(page, "why", "true") == ""


def test_what_leads_to_another_document(page):
    leads = "return ['away', 'here', 'more'].map((id) => a11y.pressing.leadsAway(at(id)))"
    assert run(page, "pressing", leads) == [True, False, False]


def test_what_appears_changes_and_goes(page):
    code = """a11y.changes.remember(at("more"));
      at("text").insertAdjacentHTML("afterend", "<section id='new'><p>New</p></section>");
      at("text").textContent = "Scaffolds";
      at("old").remove();
      const { outer, changed, gone } = a11y.changes.compare();
      return [outer.map((one) => one.id), changed.map((one) => one.id), gone, a11y.changes.isFreshVisible()]"""
    assert run(page, "changes", code) == [["new"], ["text"], 1, True]


def test_what_is_announced(page):
    code = "at('status').textContent = ' Saved  now '; return a11y.changes.liveTexts()"
    assert run(page, "changes", code) == ["Saved now"]


def test_a_document_settles_when_nothing_changes_any_more(page):
    code = """let n = 0;
      const timer = setInterval(() => (n < 5 ? at("text").append(String(n++)) : clearInterval(timer)), 30);
      await a11y.changes.settle(100, 3000);
      return n"""
    assert run(page, "changes", code) == 5


def test_colours_blend_and_differ(page):
    code = """const { parse, blend, backdrop, differ } = a11y.colours;
      const half = parse("rgba(255, 255, 255, 0.5)");
      return [parse("none"), blend(half, [0, 0, 0]), backdrop(at("text")),
        differ(parse("rgb(0, 0, 0)"), parse("rgb(255, 255, 255)"), [0, 0, 0]), differ(half, half, [0, 0, 0]),
        differ(null, half, [0, 0, 0])]"""
    assert run(page, "colours", code) == [None, [127.5] * 3, [34, 34, 34], True, False, True]


def test_a_layer_that_stays_is_opaque_or_not(page):
    code = """const layer = (id) => a11y.layers.stayingLayer(at(id));
      return [layer("inside").opaque, layer("clear").opaque, layer("text")]"""
    assert run(page, "layers", code) == [True, False, None]


def test_what_cuts_off_or_hides_an_element(page):
    code = """const layout = a11y.layout.readLayout();
      return [layout.clippers(at("held")).map((one) => one.id), layout.clippers(at("placed")).length,
        layout.isLayered(at("inside")), layout.isLayered(at("text")),
        layout.isClippedAway(at("clipped")), layout.isClippedAway(at("text"))]"""
    assert run(page, "layout", code) == [["scroller", "box"], 0, True, False, True, False]


def test_the_looks_of_an_element_tell_what_focus_changes(page):
    code = """const before = a11y.styles.read(at("more"));
      at("more").style.outline = "4px solid red";
      const now = a11y.styles.read(at("more"));
      return a11y.styles.PROPERTIES.filter((name, n) => before[0][n] !== now[0][n])"""
    assert run(page, "styles", code) == ["outlineStyle", "outlineWidth", "outlineColor"]
