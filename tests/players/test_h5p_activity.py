"""H5P activities in a page: their screens are visited, their questions answered and solved."""

import pytest

from a11ycheck.players.tools.h5p_activity import H5P_ACTIVITY
from tests.players.reach import faults, plain, reach

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tea():
    return reach("h5p-tea", ["image-alt", "link-name"])


def test_the_screens_of_an_activity_and_the_page_itself(tea):
    assert plain(tea) == [("1. Making tea", True), ("2. Water", True), ("3. Time", True)]
    assert tea.screens[-1].path[-2] == "Leaves and water"
    assert tea.targets[0].coverage.known == 3


def test_a_fault_on_a_screen_of_an_activity(tea):
    assert [row for row in faults(tea) if not row[2]] == [("image-alt", "1/1", "")]


def test_feedback_and_solution_are_states(tea):
    found = faults(tea)
    assert ("image-alt", "page", "answered") in found
    assert ("link-name", "page", "solution") in found
    assert [row for row in found if row[0] == "link-name" and row[2] != "solution"] == []


BOOK = """
<div class="h5p-content">
  <button class="h5p-interactive-book-navigation-chapter-button"><i class="title-text">Leaves</i> 1 of 2</button>
  <button class="h5p-interactive-book-navigation-chapter-button"><i class="title-text">Water</i> 2 of 2</button>
  <button class="h5p-interactive-book-navigation-chapter-button summary-menu-button">Summary</button>
  <div class="h5p-interactive-book-summary-container" hidden>You have read it all.</div>
</div>
<script>{
const buttons = [...document.querySelectorAll("button")];
const show = (at) => {
  buttons.forEach((one, n) => one.classList.toggle("h5p-interactive-book-navigation-current", n === at && n < 2));
  document.querySelector("div div").hidden = at < 2;
};
buttons.forEach((one, n) => { one.onclick = () => show(n); });
H5P = { instances: [{ libraryInfo: { machineName: "H5P.InteractiveBook" } }] };
}</script>"""

QUESTIONS = """
<div class="h5p-content">
  <div class="intro-page"><button class="qs-startbutton">Start</button></div>
  <div class="question-container" style="display: none"><p class="h5p-question-introduction">Which leaf?</p></div>
  <div class="question-container" style="display: none"><p class="h5p-question-introduction">How hot?</p></div>
  <div class="question-container" style="display: none"><p class="h5p-question-introduction">How long?</p></div>
  DOTS
</div>
<script>{
const boxes = [...document.querySelectorAll(".question-container")];
const show = (at) => boxes.forEach((one, n) => { one.style.display = n === at ? "block" : "none"; });
const shown = () => boxes.findIndex((one) => one.style.display === "block");
document.querySelector(".qs-startbutton").onclick = () => { document.querySelector(".intro-page").remove(); show(0); };
document.querySelectorAll(".progress-dot").forEach((one, n) => { one.onclick = () => show(n); });
for (const one of document.querySelectorAll(".h5p-question-next")) one.onclick = () => show(shown() + 1);
H5P = { instances: [{ libraryInfo: { machineName: "H5P.QuestionSet" } }] };
}</script>"""
DOTS = '<a class="progress-dot"></a><a class="progress-dot"></a><a class="progress-dot"></a>'
CHOICES = """
<div class="h5p-content">
  <div class="h5p-sc-slide h5p-sc-current-slide"><div class="h5p-sc-question">Which pot?</div></div>
  <div class="h5p-sc-slide"><div class="h5p-sc-question">Which cup?</div></div>
  <div class="h5p-sc-slide h5p-sc-set-results">Your result</div>
</div>
<script>{
const all = [...document.querySelectorAll(".h5p-sc-slide")];
const move = (at) => all.forEach((one, n) => one.classList.toggle("h5p-sc-current-slide", n === at));
H5P = { instances: [{ libraryInfo: { machineName: "H5P.SingleChoiceSet" }, move }] };
}</script>"""

CARDS = """
<div class="h5p-content">
  <div class="h5p-dialogcards-cardwrap h5p-dialogcards-current"><button class="h5p-dialogcards-turn">Turn</button></div>
  <button class="h5p-dialogcards-prev">Back</button> <button class="h5p-dialogcards-next">Next</button>
</div>
<script>{
const [box] = document.querySelectorAll(".h5p-content");
let at = 0;
const move = (by) => {
  at += by;
  if (!box.children[at].matches(".h5p-dialogcards-cardwrap"))
    document.querySelector(".h5p-dialogcards-prev").before(box.firstElementChild.cloneNode(true));
  [...box.children].forEach((one, n) => one.classList.toggle("h5p-dialogcards-current", n === at));
};
document.querySelector(".h5p-dialogcards-next").onclick = () => at < 2 && move(1);
document.querySelector(".h5p-dialogcards-prev").onclick = () => at && move(-1);
const dialogs = [{ text: "<p>Green</p>" }, { text: "<p>Black &amp; smoked</p>" }, { text: "White" }];
H5P = { instances: [{ libraryInfo: { machineName: "H5P.Dialogcards" }, params: { dialogs } }] };
}</script>"""

SCENARIO = """
<div class="h5p-content">
  <div class="h5p-start-screen h5p-current-screen"><h2>A guest comes</h2></div>
  <div class="h5p-branching-screen">Node</div> <div class="h5p-end-screen">The end</div>
</div>
<script>{
const content = [{ type: { metadata: { title: "At the door" } } }, { type: { metadata: { title: "No sugar" } } }];
const [start, node, end] = document.querySelector(".h5p-content").children;
const all = [start, node, end];
const show = (one) => all.forEach((other) => other.classList.toggle("h5p-current-screen", other === one));
const instance = {
  libraryInfo: { machineName: "H5P.BranchingScenario" }, params: { content }, currentId: -1,
  trigger(name, data) {
    if (name === "started") show(node), (this.currentId = 0);
    if (name === "restarted") show(start), (this.currentId = -1);
    if (name === "navigated" && this.currentId < 0) throw new Error("not started");
    if (name === "navigated") data.nextContentId < 0 ? show(end) : (show(node), (this.currentId = data.nextContentId));
  },
};
H5P = { instances: [instance] };
}</script>"""

KINDS = {
    "choices": (CHOICES, ["Which pot?", "Which cup?"]),
    "cards": (CARDS, ["Green", "Black & smoked", "White"]),
    "scenario": (SCENARIO, ["A guest comes", "At the door", "No sugar", ""]),
    "book": (BOOK, ["Leaves", "Water", "Summary"]),
    "questions with dots": (QUESTIONS.replace("DOTS", DOTS), ["Which leaf?", "How hot?", "How long?"]),
    "questions with next": (
        QUESTIONS.replace("DOTS", '<button class="h5p-question-next">Next</button>'),
        ["Which leaf?", "How hot?", "How long?"],
    ),
}


@pytest.fixture(scope="module")
def tab(browser):
    return browser.new_page()


@pytest.mark.parametrize("name", KINDS)
def test_a_content_type_lists_its_screens_and_shows_each(tab, name):
    html, titles = KINDS[name]
    tab.set_content(html)
    stops = tab.evaluate(f"({H5P_ACTIVITY.driver}).outline()")
    assert [stop["title"] for stop in stops] == titles
    for stop in stops:
        tab.evaluate(f"(key) => ({H5P_ACTIVITY.driver}).go(key)", stop["key"])
        at = [tab.evaluate(f"(key) => ({H5P_ACTIVITY.driver}).isShown(key)", other["key"]) for other in stops]
        assert at == [other is stop for other in stops]


def test_a_card_is_turned_and_back_and_what_asks_nothing_is_operated_as_any_page(tab):
    tab.set_content(CARDS)
    tab.evaluate("turned = 0; document.querySelector('.h5p-dialogcards-turn').onclick = () => { turned++; }; 0")
    assert tab.evaluate(f"({H5P_ACTIVITY.driver}).states()") == ["turned"]
    assert tab.evaluate(f"({H5P_ACTIVITY.driver}).enter('turned')") and tab.evaluate("turned") == 1
    assert tab.evaluate(f"({H5P_ACTIVITY.driver}).leave('turned')") and tab.evaluate("turned") == 2
    tab.set_content(BOOK)
    assert tab.evaluate(f"({H5P_ACTIVITY.driver}).states()") is None


CHOICE = """
<div class="h5p-content"><ul>
  <li class="h5p-answer" data-id="0" role="radio">Boiling</li>
  <li class="h5p-answer" data-id="1" role="radio">Eighty degrees</li>
</ul><button class="h5p-question-check-answer">Check</button>
<button class="h5p-question-show-solution" hidden>Solution</button>
<button class="h5p-question-try-again">Retry</button><p></p></div>
<script>{
let chosen = "";
const [check, solution, again] = document.querySelectorAll("button");
for (const one of document.querySelectorAll("li")) one.onclick = () => { chosen = one.dataset.id; };
check.onclick = () => {
  document.querySelector("p").textContent = chosen === "1" ? "Right" : "Wrong";
  check.hidden = true;
  solution.hidden = chosen === "1";
};
solution.onclick = () => { document.querySelector("p").textContent = "Solved"; };
again.onclick = () => { check.hidden = false; solution.hidden = true; chosen = ""; };
const definition = { correctResponsesPattern: ["1"], choices: [{ id: "0" }, { id: "1" }] };
H5P = { instances: [{
  libraryInfo: { machineName: "H5P.MultiChoice" },
  getXAPIData: () => ({ statement: { object: { definition } } }),
}] };
}</script>"""
TRUE = CHOICE.replace("MultiChoice", "TrueFalse").replace('["1"], choices: [{ id: "0" }, { id: "1" }]', '["false"]')
TRUE = TRUE.replace("h5p-answer", "h5p-true-false-answer")


@pytest.mark.parametrize("html", [CHOICE, TRUE], ids=["options", "true or false"])
def test_a_question_that_tells_its_right_answers_is_answered_wrong_and_right_and_solved(tab, html):
    tab.set_content(html)
    assert tab.evaluate(f"({H5P_ACTIVITY.driver}).states()") == ["answered-wrong", "answered-right", "solution"]
    for state, said in (("answered-wrong", "Wrong"), ("answered-right", "Right"), ("solution", "Solved")):
        assert tab.evaluate(f"(name) => ({H5P_ACTIVITY.driver}).enter(name)", state)
        assert tab.inner_text("p") == said
        assert tab.evaluate(f"({H5P_ACTIVITY.driver}).leave()")
