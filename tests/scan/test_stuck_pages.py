"""A page that runs a script without end when it is used: what was seen stays, and what made it stop is named."""

import time

import pytest

from a11ycheck.browser import liveness
from a11ycheck.players import course_page
from a11ycheck.report.exit_code import exit_code
from a11ycheck.sources import open_package
from tests.scanning import plan_for, scan_source

pytestmark = [pytest.mark.browser, pytest.mark.early]

PAGE = '<!doctype html><html lang="en"><title>Lesson</title><h1>Lesson</h1><p>Words to read.</p><img src=x.png>{0}'
USES = {
    "a press": ('<button onclick="for (;;);">Next</button>', "press-hung", "Next"),
    "what a press begins": ('<button onclick="setTimeout(() => { for (;;); })">Next</button>', "press-hung", "Next"),
    "an answer": (
        "<fieldset><legend>What is one and one?</legend><label><input type=radio name=q onclick='for (;;);'>Two</label>"
        "<label><input type=radio name=q onclick='for (;;);'>Three</label></fieldset><button>Check</button>",
        "use-hung",
        "",
    ),
}


@pytest.mark.parametrize("use", USES)
def test_what_made_a_page_stop_is_named_and_no_further_answers_are_waited_for(use, tmp_path, monkeypatch):
    monkeypatch.setattr(course_page, "ANSWER", 1.0)
    monkeypatch.setattr(liveness, "SILENCE", 1.0)
    content, why, name = USES[use]
    (tmp_path / "index.html").write_text(PAGE.format(content))
    began = time.monotonic()
    report = scan_source(open_package(tmp_path), plan_for(["image-alt"], ours=(), profile="quick"), own_browser=True)
    assert time.monotonic() - began < 30
    assert len(report.findings) == 1
    (said,) = [one for one in report.skipped if one.why != "missing-files"]
    assert (said.why, said.what) == (why, "index.html")
    assert name in said.detail
    assert exit_code(report, "never", allow_incomplete=False) == 3
