"""Captivate: slides are jumped to and stopped where they wait for the learner; the menu is a state."""

import shutil

import pytest

from a11ycheck.players.tools.captivate import CAPTIVATE
from tests.players.reach import PACKAGES, faults, missed, plain, reach

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def extinguishers():
    return reach("captivate-extinguishers", ["image-alt", "document-title", "button-name"])


def test_every_slide_is_reached_in_order_by_its_label_or_what_its_title_says(extinguishers):
    assert plain(extinguishers) == [
        ("1. Welcome", True),
        ("2. Four kinds of fire", True),
        ("3. Using one", True),
        ("4. Not yet", False),
        ("5. Which one?", True),
        ("6. Well done", True),
    ]
    assert extinguishers.targets[0].made_with == "Adobe Captivate 11.5.1"
    assert ("3", "not-shown") in missed(extinguishers)


def test_a_slide_is_judged_where_it_waits_for_the_learner(extinguishers):
    assert ("image-alt", "2", "") in faults(extinguishers)
    assert [row for row in faults(extinguishers) if row[0] == "image-alt" and not row[2]] == [("image-alt", "2", "")]


def test_the_menu_is_a_state_of_the_slide(extinguishers):
    assert ("image-alt", "0", "menu") in faults(extinguishers)


def test_a_question_answered_wrong_and_right_are_states_of_its_slide(extinguishers):
    states = {screen.state for screen in extinguishers.screens if screen.url.endswith("#4")}
    assert states == {"", "answered-wrong", "answered-right"}
    found = [row for row in faults(extinguishers) if row[:2] == ("image-alt", "4")]
    assert found == [("image-alt", "4", "answered-wrong")]


NOTICE = """<div id="exdv"><div id="pems">This project has expired.</div></div>
<script>exdv.hidden = new Date() <= new Date(2015, 4, 23)</script>"""


@pytest.mark.parametrize("told", [True, False])
def test_a_project_past_its_date_is_tested_as_of_then_or_shows_a_notice_and_no_slide(told, tmp_path):
    shutil.copytree(PACKAGES / "captivate-extinguishers", tmp_path, dirs_exist_ok=True)
    page, engine = tmp_path / "index.html", tmp_path / "assets/js/CPM.js"
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{NOTICE}</body>"), encoding="utf-8")
    date = "project_main: { peon: true, pey: 2015, pem: 5, ped: 24, " if told else "project_main: { "
    code = engine.read_text(encoding="utf-8").replace("project_main: { ", date)
    engine.write_text(code.replace(",Slide14,Slide15,Slide16", ""), encoding="utf-8")
    report = reach(tmp_path, ["image-alt"], "quick")
    said = {one.why: one.detail for one in report.skipped}
    if told:
        assert "2015-05-22" in said["clock-set"]
        assert plain(report) == [("1. Welcome", True), ("2. Four kinds of fire", True), ("3. Using one", True)]
    else:
        assert (report.targets[0].coverage.reached, set(said)) == (1, {"expired"})


def test_what_captivate_writes_around_the_slides_says_so(extinguishers):
    origin = {one.rule: one.origin for one in extinguishers.findings}
    assert origin["document-title"].tool == "Captivate"
    assert origin["image-alt"] is None


BEFORE_8 = """<div id="cpDocument"></div><script>
const slides = { S1: { lb: "One", from: 1, to: 30 }, S2: { lb: "Two", from: 31, to: 60 } };
cp = { movie: {}, D: { project_main: { slides: "S1,S2" }, ...slides } };
cpInfoSlideCount = 2;
cpInfoCurrentSlide = 1;
cpInfoCurrentFrame = 1;
for (const [name, does] of [
  ["cpCmndGotoSlide", (n) => { cpInfoCurrentSlide = n + 1; cpInfoCurrentFrame = n * 30 + 1; }],
  ["cpCmndGotoFrame", (n) => { cpInfoCurrentFrame = n; }],
]) Object.defineProperty(window, name, { set: does });
</script>"""


def test_before_version_8_variables_in_the_window_do_the_same(browser):
    tab = browser.new_page()
    tab.set_content(BEFORE_8)

    def ask(name, key=None):
        return tab.evaluate(f"(key) => ({CAPTIVATE.driver}).{name}(key)", key)

    assert ask("status") == "ready"
    assert [(stop["key"], stop["title"]) for stop in ask("outline")] == [("0", "One"), ("1", "Two")]
    ask("go", "1")
    assert [ask("isShown", key) for key in ("0", "1")] == [False, True]
    tab.close()
