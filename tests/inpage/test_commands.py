"""What the name of a control says that it does: a command of a platform, the end of a course, or an answer."""

import pytest

from a11ycheck.inpage import assemble

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html><html lang="en"><title>Platform</title><body><h1>Course</h1>
<label data-answer="yes"><input type="radio" data-answer="yes"> Send</label>
<select><option data-answer="yes">Pay</select>
<div role="radio" data-answer="yes">Delete</div><label>Item <button data-answer="no">Delete</button></label>
<div class="quiz"><p>A customer asks for two offers. What do you do?</p><div>
  <button class="card" id="card" data-answer="yes">Send them a comparison</button>
  <button class="card" data-answer="yes">Ask a colleague</button>
  <button class="card" data-answer="yes">Order both</button><button class="card" data-answer="yes">Wait a week</button>
</div><button data-answer="no">Submit answer</button></div>
<section><h2>What can you do here?</h2><button data-answer="no">Edit course</button>
  <button data-answer="no">Delete course</button><button data-answer="no">Publish course</button></section>
<section><p>Do you want to delete this course?</p><button data-answer="no">Delete course</button>
  <button data-answer="no">Cancel</button></section>
<div role="dialog"><p>What now?</p><button data-answer="no">Delete all items</button>
  <button data-answer="no">Show more of it</button></div>
<ul><li>One <button data-answer="no">Delete item</button></li>
  <li>Two <button data-answer="no">Delete item</button></li></ul>
<button id="submit">Submit</button><span id="trash" class="icon-trash" onclick=""></span>
<button id="worded">They complete the form and talk</button><button id="exit">Exit course</button></body></html>"""
COMMANDS = (
    "Delete", "Delete course", "Delete this message permanently", "Remove Anna", "Log out", "Sign out now",
    "Submit", "Submit all and finish", "Send a message", "Finish attempt", "Mark as done", "Add to cart", "Buy now",
    "Enrol me", "Publish", "🗑", "Yes, delete it", "Anna Jansen (log out)", "Delete?", "Move to trash",
    "Cursus verwijderen", "Verwijder cursus", "Toets inleveren", "Bestelling betalen", "Send feedback", "Uitloggen",
    "Bestelling plaatsen", "Kurs löschen",
    "Abmelden", "Kaufen", "Supprimer le cours", "Se déconnecter", "Leave group", "Accept invitation",
    "Save changes", "Post comment", "Pay",
)  # fmt: skip
NONE = (
    "No, we do not allow this", "They complete the form together and talk", "How to delete a course", "Book 3",
    "Send the customer a comparison of both offers", "Show answer", "Details", "Next",
    "Why would one delete a lesson?", "The order in which bees register a flower", "Open the menu",
    "Rate of change", "Order of events", "Report 2020", "Wat u nodig hebt om te bestellen",
    "Wie man einen Kurs in drei Schritten verkauft", "Ce que les abeilles peuvent accepter", "More", "Settings", "",
)  # fmt: skip
ENDS = (
    "Exit", "Exit course", "Quit", "Close the window", "Close course", "Leave this lesson", "End session",
    "Restart", "Save & exit", "Log out", "Afsluiten", "Cursus afsluiten", "Sluit de cursus", "Kurs beenden",
    "Quitter le cours", "Start over", "Nieuwe poging",
)  # fmt: skip
GOES_ON = (
    "Submit", "Finish", "Complete", "Close", "Leave the patient alone", "End the call",
    "Exit through the window of the hall", "Quit smoking", "Stop the machine", "Restart the computer in the room",
    "Send them a comparison", "Next", "Delete", "Print", "No, we do not allow this", "", "Course",
    "De patiënt verlaten",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.set_content(PAGE)
    yield page
    page.close()


def run(page, parts, code, argument=None):
    """What some code returns that requires these parts."""
    return page.evaluate(assemble(f"// @requires {parts}\n(given) => {{ {code} }}"), argument)


def chosen(page, function, names):
    """The names for which a function of lib/commands.js says yes."""
    return run(page, "commands", f"return given.filter((name) => a11y.commands.{function}(name))", list(names))


def test_a_word_counts_only_as_the_whole_of_a_short_name(page):
    assert chosen(page, "isCommand", [*COMMANDS, *NONE]) == list(COMMANDS)


def test_what_ends_a_course(page):
    assert chosen(page, "endsCourse", [*ENDS, *GOES_ON]) == list(ENDS)


def test_answers_and_what_only_looks_like_one(page):
    code = """const marked = [...document.querySelectorAll("[data-answer]")];
      return marked.filter((one) => a11y.commands.isAnswer(one) !== (one.dataset.answer === "yes"))
        .map((one) => one.outerHTML)"""
    assert run(page, "commands", code) == []


def test_in_a_package_words_leave_nothing_alone_but_the_end_for_the_end(page):
    code = """const reason = (id, where) => {
        const it = document.getElementById(id);
        return a11y.pressing.reasonToLeave(it, a11y.names.visibleName(it), where) };
      const ids = ["submit", "trash", "worded", "exit", "card"];
      return [ids.map((id) => reason(id, {})), ids.map((id) => reason(id, { isPackage: true }))]"""
    assert run(page, "names, pressing", code) == [["words", "words", "", "words", ""], ["", "", "", "ends", ""]]
