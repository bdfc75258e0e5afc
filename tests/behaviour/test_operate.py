"""States of a page are opened with a real mouse, in frames too, judged by what is new, and closed again."""

import pytest

from tests.behaviour.test_running import rule_for
from tests.scanning import plan_for, scan_source
from tests.site_server import serving

pytestmark = pytest.mark.browser

PRESSES = rule_for(
    "({ operate }) => operate.map(({ element, name }) => ({ element, message: 'stop', data: { n: name } }))",
    "operate",
)
PAGE = """<!DOCTYPE html><html lang="en"><title>Lesson</title><body><h1>Lesson</h1>
<img src="a.png"><p>{more}</p></body></html>"""


def states(page, axe=("image-alt",), profile="standard"):
    """What a page of this came to: its screens' states with the places that are found in them, and what was left."""
    with serving({"/": page, "/a.png": "", "/b.png": ""}) as site:
        report = scan_source(f"{site.url}/", plan_for(axe=axe, ours=[PRESSES], profile=profile))
    found = {
        screen.state: [one.target for one in report.findings if one.screen == screen.id and one.rule == "image-alt"]
        for screen in report.screens
    }
    return found, {one.why: one.what for one in report.skipped}


def test_only_what_is_new_is_told_of_a_state_in_frames_and_shadow_roots_too():
    more = """<details><summary>More</summary><img src="b.png" id="b"></details><div id="host"></div>
    <iframe title="Exercise" srcdoc="<details><summary>Inside</summary><img src='b.png' id='f'></details>"></iframe>
    <script>host.attachShadow({ mode: "open" }).innerHTML =
      `<button aria-expanded="false">Open</button><p hidden>Words <img src="b.png" id="s"></p>`;
      const knob = host.shadowRoot.querySelector("button");
      knob.onclick = () => (knob.nextSibling.hidden = !knob.nextSibling.hidden)</script>"""
    found, left = states(PAGE.format(more=more))
    assert found == {
        "": ['img[src="a.png"]'],
        "details: More": ["#b"],
        "opened: Open": ["#host >>> #s"],
        "details: Inside": ["#f"],
    }
    assert left == {}


def test_what_cannot_be_closed_ends_the_behaviour_and_says_what_was_not_opened():
    more = """<button aria-haspopup="dialog" id="one">One</button> <button aria-expanded="false">Two</button>
    <div role="dialog" aria-modal="true" aria-label="One" id="box" hidden style="position: fixed; inset: 0">
    <img src="b.png" id="b"></div><script>one.onclick = () => (box.hidden = false)</script>"""
    found, left = states(PAGE.format(more=more))
    assert found == {"": ['img[src="a.png"]'], "dialog: One": ["#b"]}
    assert left == {"states-stuck": "“Two”"}


def test_there_is_a_bound_and_what_lies_beyond_is_said():
    more = "".join(f"<details><summary>Part {n}</summary><p>Words {n}</p></details>" for n in range(14))
    found, left = states(PAGE.format(more=more))
    assert len(found) == 13
    assert left == {"states-bounded": "“Part 12”, “Part 13”"}


def test_a_quick_audit_presses_nothing():
    found, left = states(PAGE.format(more="<details><summary>More</summary><p>Words</p></details>"), profile="quick")
    assert (found, left) == ({"": ["img"]}, {})


def test_what_lies_far_below_is_pressed_too():
    more = """<p style="height: 3000px">Long</p><details><summary>More</summary><img src="b.png" id="b"></details>
    <p style="height: 3000px">Longer</p><iframe title="Exercise" srcdoc="<p style='height: 900px'>Long</p>
    <details><summary>Inside</summary><img src='b.png' id='f'></details>"></iframe><p style="height: 3000px">Long</p>"""
    found, left = states(PAGE.format(more=more))
    assert found == {"": ['img[src="a.png"]'], "details: More": ["#b"], "details: Inside": ["#f"]}
    assert left == {}
