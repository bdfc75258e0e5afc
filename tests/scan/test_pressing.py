"""In a package everything is pressed, whatever it is called, and what ends the course last; on a platform not commands.

The same page is a package, a page of a platform, and a lesson on such a page.
"""

import json

import pytest

from a11ycheck.judging.rules import read_rules
from a11ycheck.model import Report
from a11ycheck.sources import open_package
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from tests.command_audits import PAGE as AROUND
from tests.embedded_lesson import RUNTIME
from tests.players.pages import course
from tests.scanning import plan_for, scan_source
from tests.site_server import Site, serving

pytestmark = pytest.mark.browser

ANSWERS = (
    "Send them a comparison",
    "No, we do not allow this",
    "Remove it, then ask",
    "They complete the form and talk",
)
COMMANDS = ("Delete course", "Submit", "Finish", "Complete", "Log in")
BODY = f"""<h1>Offers</h1><button type="button" id="end">Exit course</button>
<section><p>A customer asks for two offers. What do you do?</p>
<div>{"".join(f'<button type="button" class="card">{name}</button>' for name in ANSWERS)}</div></section>
<p>{" ".join(f'<button type="button">{name}</button>' for name in COMMANDS)}</p>
<p><span class="icon-trash" style="display: inline-block; width: 30px; height: 30px"></span></p>"""
CHOICES = """<fieldset><legend>Why?</legend><label><input type="radio" name="why"> Delete</label>
<label><input type="radio" name="why"> Pay less</label></fieldset>"""
RULES = [rule for rule in read_rules("en") if rule.id in ("pointer-only", "on-input", "dialog-focus")]
NAMES = [*ANSWERS, *COMMANDS, "trash"]
SCRIPT = (
    f"<script>const names = {json.dumps(NAMES)};"
    + """
const pressed = [];
function note(name) {
  if (!pressed.includes(name)) pressed.push(name);
  const codes = [...name].map((one) => one.codePointAt(0)); // an address that itself says "delete" is never asked for
  fetch("/heard?" + codes.join("-")).catch(() => {});
}
for (const one of document.querySelectorAll("button:not(#end)")) one.onclick = () => note(one.textContent);
document.querySelector(".icon-trash").onclick = () => note("trash");
for (const one of document.querySelectorAll("input")) one.onchange = () => note(one.parentNode.textContent.trim());
document.getElementById("end").onclick = () => {
  note("Exit");
  const numbers = pressed.map((name) => names.indexOf(name));
  document.body.innerHTML = `<h1>Pressed: ${numbers.join(" ")}</h1><button>Look at your answers</button>`;
};
</script>"""
)
PAGE = f'<!DOCTYPE html><html lang="en"><title>Lesson</title><body>{BODY}{CHOICES}{SCRIPT}</body></html>'

SENDS = """<script>parent.API.LMSInitialize("");
addEventListener("click", () => fetch("/sent", { method: "POST", body: "pressed" }), true)</script>"""
LESSON = f'<!DOCTYPE html><html lang="en"><title>Lesson</title><body>{BODY}{SCRIPT}{SENDS}</body></html>'
LESSON = LESSON.replace('<button type="button" class="card">', "<button hidden>")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report about the page as a package."""
    source = open_package(course(tmp_path_factory.mktemp("course"), f"<body>{BODY}{SCRIPT}</body>"))
    return scan_source(source, plan_for(["image-alt"], RULES, profile="standard"))


@pytest.fixture(scope="module")
def audited() -> tuple[Report, Site]:
    """The report about the page on a platform, and the site."""
    with serving({"/": PAGE}) as site:
        source = Website(f"{site.url}/", CrawlLimits(robots=False))
        return scan_source(source, plan_for(["image-alt"], RULES, profile="standard")), site


def test_in_a_package_all_is_pressed_and_the_end_last(played: Report) -> None:
    last = [screen.path[-1] for screen in played.screens if not screen.state][-1]
    assert last.startswith("2. Pressed: ")
    pressed = {int(number) for number in last.removeprefix("2. Pressed: ").split()}
    assert [name for number, name in enumerate(NAMES) if number not in pressed] == []


def test_in_a_package_nothing_is_said_to_be_left_for_its_words(played: Report) -> None:
    assert [one for one in played.skipped if one.why == "left-words"] == []


def test_on_a_platform_answers_are_pressed_and_no_commands(audited: tuple[Report, Site]) -> None:
    _, site = audited
    codes = [path.partition("?")[2].split("-") for path in site.asked if path.startswith("/heard?")]
    pressed = {"".join(chr(int(code)) for code in each) for each in codes}
    assert pressed & {*COMMANDS, "trash", "Exit"} == set()
    assert pressed >= {*ANSWERS, "Delete"}
    assert site.sent == []


def test_on_a_platform_what_was_left_alone_is_said(audited: tuple[Report, Site]) -> None:
    report, _ = audited
    left = " ".join(one.what for one in report.skipped if one.why == "left-words")
    assert "“Delete course”" in left
    assert not any(answer in left for answer in ANSWERS)


def test_in_a_lesson_on_a_platform_all_is_pressed_and_the_platform_hears_nothing() -> None:
    with serving({"/": AROUND.format("Course", RUNTIME), "/file/1/begin.html": LESSON}) as site:
        source = Website(f"{site.url}/", CrawlLimits(robots=False))
        report = scan_source(source, plan_for(["image-alt"], (), profile="quick"))
    (last,) = [name for screen in report.screens for name in screen.path if "Pressed: " in name]
    assert {*last.partition("Pressed: ")[2].split()} >= {str(NAMES.index(name)) for name in COMMANDS}
    assert site.sent == [("POST", "/track?begin")]
