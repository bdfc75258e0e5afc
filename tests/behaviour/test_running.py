"""Behaviours run on real pages, with real keys in all frames, behind the guard, within time limits."""

import time
from dataclasses import replace

import pytest

from a11ycheck.behaviour import running
from a11ycheck.behaviour.interface import BehaviourContext, CurrentDocument
from a11ycheck.browser.frames import Frames
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rules import in_profile, read_rules
from a11ycheck.model import Rule, RuleText
from a11ycheck.scan.exam.behaviours import try_behaviours
from tests.scanning import plan_for, scan_source
from tests.shared_browser import open_browser, run
from tests.site_server import serving

pytestmark = [pytest.mark.browser, pytest.mark.early]


def rule_for(check: str, behaviour: str = "keyboard") -> Rule:
    """Return a rule with the message "stop" that needs a behaviour."""
    return Rule(
        id="stops",
        origin="a11ycheck",
        criteria=("2.1.1",),
        en301549=("9.2.1.1",),
        impact="serious",
        text=RuleText("Stops", {"stop": "{n}"}),
        messages={"stop": "review"},
        needs=(behaviour,),
        check=check,
    )


STOPS = rule_for("({ keyboard }) => keyboard.map(({ element, n }) => ({ element, message: 'stop', data: { n } }))")

PAGE = """<!DOCTYPE html><html lang="en"><title>Lesson</title><body><h1>Lesson</h1><p>{words}</p>
<a href="#next">Next</a><div id="host"></div>
<iframe title="Exercise" srcdoc="<button onclick=''>Answer</button><iframe srcdoc='<input aria-label=Name>'></iframe>">
</iframe><button>Last</button>
<script>document.getElementById("host").attachShadow({{ mode: "open" }}).innerHTML = "<button>Inside</button>"</script>
</body></html>"""


def test_tab_walks_through_frames_and_shadow_roots_and_each_stop_reaches_the_rule():
    with serving({"/": PAGE.format(words="Words.")}) as site:
        report = scan_source(f"{site.url}/", plan_for(axe=[], ours=[STOPS], profile="standard"))
    assert report.skipped == ()
    assert [(one.message, one.snippet.partition(">")[0] + ">") for one in report.findings] == [
        ("0", '<a href="#next">'),
        ("1", "<button>"),
        ("4", "<button>"),
        ("2", '<button onclick="">'),
        ("3", '<input aria-label="Name">'),
    ]
    assert report.findings[1].target == "#host >>> button"


def test_behaviour_is_tried_on_the_first_screen_of_a_template_whatever_the_jobs():
    pages = {f"/{n}": PAGE.format(words=f"Page {n}.") for n in range(4)}
    pages["/4"] = PAGE.format(words="Other.").replace("<h1>", "<table><tr><td>A table</td></tr></table><h1>")
    with serving(pages) as site:
        addresses = [f"{site.url}{path}" for path in pages]
        for jobs in (1, 4):
            report = scan_source(addresses, plan_for(axe=[], ours=[STOPS], profile="standard", jobs=jobs))
            assert [screen.like for screen in report.screens] == ["", "s1", "s1", "s1", ""]
            assert {one.screen for one in report.findings} == {"s1", "s5"}


def test_every_screen_is_tried_when_asked_and_none_in_a_quick_audit():
    with serving({f"/{n}": PAGE.format(words=f"Page {n}.") for n in range(2)}) as site:
        addresses = [f"{site.url}/0", f"{site.url}/1"]
        plan = replace(plan_for(axe=[], ours=[STOPS], profile="standard"), every_screen=True)
        report = scan_source(addresses, plan)
        assert {one.screen for one in report.findings} == {"s1", "s2"}
        assert scan_source(addresses, plan_for(axe=[], ours=[STOPS], profile="quick")).findings == ()


def test_a_check_that_fails_and_a_behaviour_without_end_are_reported():
    broken = rule_for("() => { throw new Error('mine') }")
    endless = PAGE.format(words="<input>" * 400)
    with serving({"/": PAGE.format(words="Words."), "/endless": endless}) as site:
        report = scan_source(f"{site.url}/", plan_for(axe=[], ours=[broken], profile="standard"))
        assert [(one.what, one.why) for one in report.skipped] == [("stops", "rule-failed")]
        report = scan_source(f"{site.url}/endless", plan_for(axe=[], ours=[STOPS], profile="standard"))
        assert [(one.what, one.why) for one in report.skipped] == [("keyboard", "trial-bounded")]
        assert report.screens[0].reached
        assert len(report.findings) > 100


@pytest.mark.parametrize(("behaviour", "on"), [("keyboard", "onfocus"), ("operate", "aria-expanded=false onclick")])
def test_a_page_that_answers_no_more_when_it_is_tried_keeps_what_was_found_and_the_next_is_judged(
    behaviour, on, monkeypatch
):
    monkeypatch.setattr(running, "ANSWER", 2.0)
    page = '<!DOCTYPE html><html lang="en"><title>{0}</title><h1>{0}</h1><img src="x.png"><button {1}>Go</button>'
    pages = {"/": page.format("Stuck", f'{on}="for (;;);"'), "/next": page.format("Next", "")}
    rule = rule_for(
        f"({{ {behaviour} }}) => {behaviour}.map(({{ element }}) => ({{ element, message: 'stop' }}))", behaviour
    )
    with serving(pages) as site:
        plan = plan_for(axe=["image-alt"], ours=[rule], profile="standard")
        began = time.monotonic()
        report = scan_source([f"{site.url}{path}" for path in pages], plan)
        assert time.monotonic() - began < 60
        assert [(one.what, one.why, one.screen) for one in report.skipped] == [(behaviour, "trial-hung", "s1")]
        assert [one.url for one in report.findings if one.rule == "image-alt"] == [f"{site.url}/", f"{site.url}/next"]
    assert [screen.reached for screen in report.screens] == [True, True]


SENDS = """<!DOCTYPE html><html lang="en"><title>Shop</title><h1>Shop</h1>
<form method="post" action="/buy"><button id="buy" onfocus="this.form.submit()">Buy</button></form>
<button id="gone" onfocus="location.href = '/gone'">Go</button>
<button id="out" onfocus="fetch('/out', { method: 'POST' })">Log out</button>
<button id="last">Last</button></html>"""


def test_nothing_is_sent_and_the_page_stays_while_something_is_tried():
    with serving({"/": SENDS, "/gone": "<title>Gone</title>", "/buy": "<title>Bought</title>"}) as site:
        report = scan_source(f"{site.url}/", plan_for(axe=[], ours=[STOPS], profile="standard"))
        assert site.sent == []
        assert "/gone" not in site.asked
    assert [one.target for one in report.findings] == ["#buy", "#gone", "#out", "#last"]


def test_nothing_is_pressed_on_a_page_of_very_many_elements_and_contrast_is_judged_in_its_beginning():
    rows = "".join(f"<p>Word {n} <b></b></p>" for n in range(10_001))
    page = (
        f'<!DOCTYPE html><html lang="en"><title>Words</title>{rows}<button aria-expanded="false">More</button></html>'
    )
    dialogs = rule_for("({ operate }) => []", "operate")
    with serving({"/": page}) as site:
        report = scan_source(f"{site.url}/", plan_for(axe=["color-contrast"], ours=[dialogs], profile="standard"))
    assert {(one.what, one.why) for one in report.skipped if one.why != "bounded"} == {
        ("operate", "trial-bounded"),
        (f"{site.url}/", "bounded-contrast"),
    }


def test_a_page_of_five_hundred_stops_takes_no_longer_than_all_behaviours_may_together():
    part = '<p><label>Name {0} <input></label> <button aria-expanded="false">Part {0}</button></p>'
    page = f'<!DOCTYPE html><html lang="en"><title>Long</title>{"".join(part.format(n) for n in range(250))}</html>'
    compiled = compile_rules(in_profile(read_rules("en"), "standard"))

    async def tried(address):
        async with open_browser() as browser:
            context = await browser.new_context()
            tab = await context.new_page()
            await tab.goto(address)
            frames = Frames(tab, await context.new_cdp_session(tab))
            root = await frames.read()
            await root.load(compiled.source)
            began = time.monotonic()
            behaviour = BehaviourContext(frames, CurrentDocument(root), 0)
            return await try_behaviours(behaviour, compiled, 1.0), time.monotonic() - began

    with serving({"/": page}) as site:
        done, took = run(tried(f"{site.url}/"))
    assert took < running.SHARED_SECONDS["standard"] + running.GRACE + 7  # to judge what was seen, beside other tests
    said = {row.what: row.why for row in done.judged.untested}
    assert said["keyboard"] == "trial-bounded"
    assert "states-bounded" in said.values()
