"""Courses that no player knows are explored by the controls on their pages, each screen once."""

import pytest

from a11ycheck.players.explore import explorer, onward
from a11ycheck.scan.sessions import limits
from tests.players.pages import course
from tests.players.reach import faults, missed, plain, reach

pytestmark = [pytest.mark.browser, pytest.mark.early]

RULES = ["image-alt", "label"]


def test_a_next_button_without_a_name_leads_through_and_round_in_circles_ends():
    report = reach("generic-tillen", RULES)
    assert plain(report) == [
        ("Veilig tillen", True),
        ("2. Dicht bij het lichaam", True),
        ("3. Samen tillen", True),
        ("4. Tot slot", True),
    ]
    # "Pagina 3 van 4" is the course's own count.
    assert (report.targets[0].coverage.reached, report.targets[0].coverage.known) == (4, 4)
    assert ("image-alt", "dicht-bij-het-lichaam", "") in faults(report)
    assert missed(report) == []


def test_routes_behind_a_closed_menu_are_followed_and_a_locked_one_is_said():
    report = reach("generic-bees", RULES)
    assert [name for name, reached in plain(report) if reached] == [
        "Keeping bees",
        "2. The hive",
        "3. The seasons",
        "4. Honey",
        "5. Jars",
    ]
    assert missed(report) == [("exam", "locked")]
    assert report.targets[0].coverage.known is None
    assert faults(report) == [("image-alt", "/seasons", "tab: Winter")]
    assert [screen.state for screen in report.screens if screen.state] == ["menu: Contents", "tab: Winter"]


def test_a_name_an_unfolding_and_a_question_are_passed_and_the_exit_is_not_taken():
    report = reach("generic-visitors", RULES)
    assert [name for name, _ in plain(report)] == [
        "Receiving visitors",
        "2. At the door",
        "3. What would you do?",
        "4. In case of fire",
        "5. …",
    ]
    assert faults(report) == [
        ("image-alt", "at-the-door", "continued"),
        ("image-alt", "what-would-you-do", "answered-wrong"),
    ]
    assert "answered-right" in {screen.state for screen in report.screens}
    # Its last "Next" is shut, and nothing tells that this is the last screen.
    assert missed(report) == [("…", "way-on-shut")]


@pytest.mark.parametrize(
    ("name", "names", "known"),
    [
        (
            "generic-heights",
            ["Your sections", "Look at the weather", "Look at your ladder", "Which ladder is safe?"]
            + ["Three points of contact", "Reaching out"],
            None,
        ),
        ("generic-cheese", ["Rennet", "Pressing", "Salt"], 4),
    ],
)
def test_cards_that_all_say_start_and_a_table_of_contents_over_the_page(name, names, known):
    report = reach(name, ["image-alt"], "quick")
    assert [screen.path[-1].partition(". ")[2] for screen in report.screens[1:]] == names
    assert (report.targets[0].coverage.reached, report.targets[0].coverage.known) == (len(names) + 1, known)
    assert missed(report) == []


TRAP = """<body><h1>Garden</h1><p>What grows here.</p><nav><ul><li><a href="#/soil">Soil</a></li>
<li><a href="#/pond">Pond</a></li><li><a href="#/trees">Trees</a></li></ul></nav><main></main><script>
onhashchange = () => { const name = location.hash.slice(2); while (name === "pond");
document.querySelector("main").innerHTML = `<h2>${name}</h2><p>All about ${name}.</p><img src="${name}.png">` }
</script>"""


def test_what_was_pressed_when_a_page_stopped_answering_is_left_alone_and_the_rest_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "SCREEN", 8.0)
    report = reach(course(tmp_path, TRAP), ["image-alt"], "quick")
    assert [url for _, url, _ in faults(report)] == ["/soil", "/trees"]
    (trap,) = [one for one in report.skipped if one.why == "press-hung"]
    assert "“Pond”" in trap.detail


def test_enough_is_enough_and_said_and_the_quick_profile_opens_no_states():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(explorer, "MOST_SCREENS", 2)
        report = reach("generic-visitors", RULES, profile="quick")
    assert plain(report)[:2] == [("Receiving visitors", True), ("2. At the door", True)]
    assert {screen.state for screen in report.screens} == {""}
    assert [why for _, why in missed(report)] == ["bound"]


def test_a_course_in_its_own_window_is_judged_there_and_each_card_of_its_menu_opened():
    report = reach("generic-keuken", RULES, profile="quick")
    names = {name.partition(". ")[2] for name, reached in plain(report)[1:] if reached}
    assert {"Kies een les", "Handen", "Messen", "Vaatdoek"} == names
    assert ("image-alt", "vaatdoek", "") in faults(report)
    assert report.targets[0].coverage.known is None


PAGES = """
<nav><ul>{entries}</ul></nav>
<main><h1></h1><p></p></main>
{more}
<button id="next">Next</button>
<script>
const pages = {pages};
let at = 0;
function show() {{
  document.querySelector("h1").textContent = pages[at];
  document.querySelector("p").textContent = `All about ${{pages[at]}} that one has to know.`;
  document.querySelectorAll("li").forEach((one, n) => one.classList.toggle("current", n === at));
  const seen = Math.round(((at + 1) / pages.length) * 100);
  document.querySelectorAll(".progress-value").forEach((one) => (one.textContent = seen));
  document.getElementById("next").disabled = at === pages.length - 1 || {shut};
}}
document.getElementById("next").addEventListener("click", () => (at++, show()));
show();
</script>
"""


def pages(*names: str, entries: bool = False, more: str = "", shut: str = "false") -> str:
    """A course with a way on that is shut on its last page, and what it tells of itself besides."""
    listed = "".join(f"<li>{name}</li>" for name in names) if entries else ""
    return PAGES.format(entries=listed, more=more, pages=list(names), shut=shut)


PROGRESS = '<footer class="course-progress">Progress: <span class="progress-value">0</span> %</footer>'
QUIZ = '<div class="quiz-progress">Question <span class="progress-value">0</span> %</div>'


@pytest.mark.parametrize(
    ("body", "reached", "known", "why"),
    [
        (pages("Bread", "Salt", more=PROGRESS), 2, 2, []),
        (pages("Bread", entries=True), 1, 1, []),
        (pages("Bread", "Salt", entries=True), 2, None, []),
        (pages("Bread", more=QUIZ), 1, None, ["way-on-shut"]),
        (pages("Bread", "Salt", "Yeast", entries=True, shut="at === 1"), 2, None, ["way-on-shut"]),
        ("<canvas width=1000 height=700></canvas><p>Colours</p>", 1, None, ["drawn"]),
        ("<h1>Bread</h1><p>All about bread.</p>", 1, 1, []),
    ],
    ids=["progress", "one-entry", "last-entry", "quiz-progress", "in-the-middle", "drawn", "alone"],
)
def test_what_the_content_says_of_its_end_is_believed_and_a_shut_way_on_is_said(
    body, reached, known, why, tmp_path, monkeypatch
):
    monkeypatch.setattr(onward, "LATER", 0.2)
    report = reach(course(tmp_path, body), ["image-alt"], profile="quick")
    coverage = report.targets[0].coverage
    assert (coverage.reached, coverage.known, [reason for _, reason in missed(report)]) == (reached, known, why)


def test_what_begins_something_on_the_same_screen_is_pressed_once(tmp_path, monkeypatch):
    monkeypatch.setattr(onward, "LATER", 0.2)
    parts = "".join(f"<p>What is known of {name}.</p>" for name in ("bread", "salt", "yeast", "water") * 6)
    add = "this.insertAdjacentHTML('afterend', `<p>Run ${++window.n}: ${'abcdefgh'[window.n]} holds.</p>`)"
    body = f'<h1>Tests</h1>{parts}<button onclick="{add}">Start tests</button><script>window.n = 0</script>'
    report = reach(course(tmp_path, body), ["image-alt"], profile="quick")
    assert [screen.state for screen in report.screens] == ["", "continued"]
