"""A page behind a dialog or another layer: the layer is judged by itself, closed by its own means, then the page."""

import pytest

from a11ycheck.report.exit_code import exit_code
from tests.players.pages import course
from tests.players.reach import faults, reach
from tests.scanning import plan_for, scan_source
from tests.site_server import serving

pytestmark = [pytest.mark.browser]

RULES = ["image-alt", "label"]
MAIN = """<main><h1>{0}</h1><p>All about {0}, for people who read.</p>
  <p><img src="/p.png" width="90" height="60"></p></main>"""
HEAD = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>{0}</title>'
FADED = "position:fixed;inset:0;background:rgba(0,0,0,.5)"
DIALOG = """<dialog id="d" aria-label="Privacy"><p>We count visits.</p><p><input></p>
  <button onclick="document.title = 'accepted'; d.close()">Accept all</button>
  <button onclick="localStorage.answer = 'no'; d.close()">Only necessary</button></dialog>
  <script>d.addEventListener("keydown", (event) => event.key === "Escape" && event.preventDefault());
  if (!localStorage.answer) d.showModal()</script>"""


def page(name, layer="", before=""):
    return f"{HEAD.format(name)}{before or MAIN.format(name)}{layer}"


SITE = {
    "/consent": page("Consent", DIALOG),
    "/again": page("Again", DIALOG),
    "/plain": page(
        "Plain",
        f'<div id="o" style="{FADED}"><div style="margin:90px auto;width:300px;background:#fff"><p>Our news</p>'
        '<button onclick="o.remove()" title="Close">×</button></div></div>',
    ),
    "/inert": page(
        "Inert",
        before=f"""<div id="rest" aria-hidden="true">{MAIN.format("Inert")}</div>
        <div role="dialog" aria-label="Language" style="position:fixed;top:90px;left:90px;background:#eee">
        <p>Which language?</p><button id="b">Continue in English</button></div>
        <script>b.onclick = () => {{ b.parentNode.hidden = true; rest.removeAttribute("aria-hidden") }}</script>""",
    ),
    "/tour": page(
        "Tour",
        f"""<script>let n = 0; function show() {{ const box = document.createElement("div"); box.style = "{FADED}";
        box.innerHTML = `<div role="dialog" aria-modal="true" aria-label="Tour"><p>${{["A", "B"][n]}} is here.</p>
        <button>${{["Next", "Done"][n]}}</button></div>`; document.body.append(box);
        box.querySelector("button").onclick = () => {{ box.remove(); if (++n < 2) show() }} }} show()</script>""",
    ),
    # It is answered, but what goes on without it is a page that loads once more.
    "/reload": page(
        "Reload",
        f"""<div id="f" style="{FADED}" role="dialog" aria-modal="true" aria-label="Welcome"><p>New here?</p>
        <button onclick="localStorage.knows = 1; location.reload()">Skip</button></div>
        <script>if (localStorage.knows) f.remove()</script>""",
    ),
}
STUCK = page(
    "Terms",
    f"""<form method="post" action="/agree" style="{FADED}" aria-label="Terms" role="dialog" aria-modal="true">
    <p>Our terms are new.</p><button>I agree</button></form>""",
    before="<main><h1>Terms</h1><p>All that is asked of you.</p></main>",
)
# Nothing lies over these: the parts of an application, and a strip below the page.
FREE = {
    "/shell": page(
        "Shell",
        before=f"""<header style="position:fixed;inset:0 0 auto;height:60px;background:#fff">
        <a href="#m">Skip</a></header>
        <div id="m" style="position:fixed;inset:60px 0 0;overflow:auto">{MAIN.format("Shell")}</div>""",
    ),
    "/strip": page(
        "Strip",
        '<div role="dialog" aria-label="Cookies" style="position:fixed;inset:auto 0 0;height:90px;background:#ddd">'
        "<p>Cookies</p><button onclick=\"document.querySelector('img').alt = 'x'\">Accept</button></div>",
    ),
}


@pytest.fixture(scope="module")
def judged():
    """The report of all pages, with the faults and the states of each path."""
    with serving({**SITE, **FREE, "/terms": STUCK}) as site:
        report = scan_source([f"{site.url}{path}" for path in (*SITE, *FREE, "/terms")], plan_for(RULES, [], jobs=2))
        assert site.sent == []
    paths = {screen.id: f"/{screen.url.rpartition('/')[2]}" for screen in report.screens}
    found, states = {path: set() for path in paths.values()}, {path: [] for path in paths.values()}
    for screen in report.screens:
        states[paths[screen.id]].append(screen.state)
        found[paths[screen.id]] |= {(one.rule, screen.state) for one in report.findings if one.screen == screen.id}
    return report, found, states


@pytest.mark.parametrize("path", [*SITE, *FREE])
def test_the_page_behind_a_layer_is_judged(judged, path):
    assert ("image-alt", "") in judged[1][path]


def test_a_layer_is_judged_by_itself_and_only_where_it_comes_first(judged):
    _, found, states = judged
    assert found["/consent"] == {("label", "dialog: Privacy"), ("image-alt", "")}
    assert states["/again"] == [""]
    assert states["/tour"] == ["", "dialog: Tour", "dialog: Tour"]
    assert [states[path] for path in FREE] == [[""], [""]]
    assert states["/inert"] == ["", "dialog: Language"]


def test_what_changes_nothing_is_pressed_rather_than_what_accepts(judged):
    assert "accepted" not in {screen.title for screen in judged[0].screens}


def test_a_layer_that_cannot_be_closed_without_sending_something_is_said(judged):
    (one,) = judged[0].skipped
    assert (one.why, one.what) == ("behind-dialog", "Terms")


def test_a_page_behind_a_layer_is_not_called_clean():
    with serving({"/terms": STUCK}) as site:
        report = scan_source(f"{site.url}/terms", plan_for(RULES, []))
    assert report.findings == ()
    assert exit_code(report, "minor", allow_incomplete=False) == 3


def test_in_a_package_anything_that_closes_a_layer_is_pressed(tmp_path):
    asks = f"""<div id="o" style="{FADED}"><div role="dialog" aria-modal="true" aria-label="Before you begin">
      <label><input type="checkbox" id="c" onchange="b.disabled = !c.checked"> I have read it</label>
      <button id="b" disabled onclick="o.remove()">Submit</button></div></div>"""
    report = reach(course(tmp_path, f"<body>{MAIN.format('Ladders')}{asks}</body>"), RULES, "quick")
    assert [(rule, state) for rule, _, state in faults(report)] == [("image-alt", "")]
    assert [screen.state for screen in report.screens] == ["", "dialog: Before you begin"]
    assert "behind-dialog" not in {one.why for one in report.skipped}
