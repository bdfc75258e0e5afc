"""The standard profile tries what it sees, and still finds all that the quick one finds."""

import pytest

from a11ycheck.model import Report
from a11ycheck.sources import open_package
from tests.players.pages import course
from tests.players.reach import PACKAGES
from tests.scanning import plan_for, scan_source

pytestmark = [pytest.mark.browser]

RULES = ["image-alt", "label", "button-name", "color-contrast", "link-name"]
# Each slide has a fault of its own; what tries the first one turns the slides.
SLIDES = """<body><main><h1>Harbour</h1><section aria-roledescription="carousel" aria-label="Quays"><div id="v"></div>
  <button id="f">Show more</button> <button id="n">Next quay</button></section></main><script>
  const quays = ["North", "<img src=q.svg width=60 height=60> East", "<input> South", "<button></button> West"];
  let at = 0; const show = () => v.innerHTML = `<h2>Quay ${at + 1}</h2><p>Here lie the boats of ${quays[at]}.</p>`;
  n.onclick = f.onclick = () => { at = (at + 1) % 4; show() }; show()</script></body>"""
# A chapter that opens while the first screen is tried shuts off the way back.
CHAPTERS = """<body><div id="v"></div><script>
  const pages = { one: "<p>Read this.</p><button onclick=show('two')>Next</button><button aria-expanded=false "
    + "onclick=show('deep')>More</button>", two: "<img src=q.svg width=60 height=60><p>Second.</p>"
    + "<button onclick=show('three')>Next</button>", three: "<p>The last.</p><input>", deep: "<p>No way back.</p>" };
  function show(name) { v.innerHTML = `<h1>Part ${name}</h1>${pages[name]}` } show("one")</script></body>"""
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60"/></svg>'
PICTURE = {"q.svg": SQUARE}


def failures(report: Report) -> set[tuple[str, str]]:
    """Rule and element of each failure, wherever it is reported."""
    return {(one.rule, one.snippet) for one in report.findings if one.outcome == "failure"}


def of_both(package) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The failures at the quick and at the standard profile."""
    profiles = ("quick", "standard")
    return tuple(failures(scan_source(open_package(package), plan_for(RULES, profile=each))) for each in profiles)


@pytest.mark.parametrize(("body", "count"), [(SLIDES, 3), (CHAPTERS, 2)])
def test_what_was_changed_by_trying_it_is_brought_back(tmp_path, body, count):
    quick, standard = of_both(course(tmp_path, body, files=PICTURE))
    assert len({rule for rule, _ in quick if rule in RULES}) == count
    assert quick <= standard


def test_nothing_that_quick_finds_in_a_course_is_missing_in_standard():
    quick, standard = of_both(PACKAGES / "generic-tillen")
    assert quick
    assert quick <= standard
