"""A page is judged once its requests are answered; requests that are never answered do not hold it up."""

import time
from threading import Event

import pytest

from fixtures.sites.serving import Answering, running
from tests.scanning import plan_for, scan_source

pytestmark = pytest.mark.browser

APP = """<!doctype html><html lang="en"><head><title>App</title></head><body><h1>Marks</h1><p>One moment.</p><script>
fetch('/api/seen/12', { method: 'POST' }).then(() => fetch('/api/me')).then(() => fetch('/api/marks'))
.then(() => document.body.innerHTML = '<h1>Marks</h1><img src="x.png">')
</script></body></html>"""
NEWS = """<!doctype html><html lang="en"><head><title>News</title></head><body><h1>News</h1><p>None yet.</p><script>
fetch('/api/news?since=' + Math.random())</script></body></html>"""


@pytest.fixture
def site():
    closing = Event()

    class Handler(Answering):
        def do_GET(self):
            if self.path.startswith("/api/news"):
                closing.wait(30)
            elif self.path.startswith("/api/"):
                closing.wait(0.9)
                self.send(200, "{}", "application/json")
            else:
                self.send(200, NEWS if self.path.startswith("/news") else APP)

        do_POST = do_GET

    with running(Handler, closing=closing) as url:
        yield url


def test_what_comes_with_the_answers_is_judged(site):
    report = scan_source(f"{site}/", plan_for(["image-alt"], ()))
    assert [one.rule for one in report.findings] == ["image-alt"]
    assert [(one.kind, one.what) for one in report.events] == [("sent", f"POST {site}/api/seen/*")]


def test_what_is_never_answered_is_waited_for_once(site):
    began = time.monotonic()
    report = scan_source([f"{site}/news/{n}" for n in range(4)], plan_for([], ()))
    assert [screen.reached for screen in report.screens] == [True] * 4
    assert time.monotonic() - began < 24  # and not four times six seconds
