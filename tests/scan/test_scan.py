"""The pipeline on real pages: each page reached is judged once, and what is not reached has a reason."""

import asyncio
import os
import signal
import socket
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from a11ycheck.model import Page
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.scan.scan import scan
from a11ycheck.sources.address_list import AddressList
from a11ycheck.sources.website.website import Website
from tests.scanning import RecordingListener, plan_for, scan_source
from tests.shared_browser import open_browser, run
from tests.site_server import Reply, serving

pytestmark = [pytest.mark.browser, pytest.mark.early]

GOOD = '<!doctype html><html lang="en"><title>{0}</title><h1>{0}</h1><p>Something to read about {0}.</p>{1}'


def page(title, more=""):
    return GOOD.format(title, more)


@pytest.fixture(scope="module")
def plan():
    return plan_for(["image-alt", "html-has-lang", "document-title"])


class Pages(AddressList):
    """A source of addresses that no list would take."""

    def __init__(self, *addresses):
        super().__init__([], "test")
        self.pages = addresses

    def first_pages(self):
        return [Page(address=address, url=address) for address in self.pages]


def why(report):
    return {one.what.rpartition("/")[2]: one.why for one in report.skipped}


def test_what_cannot_be_opened_is_skipped_with_its_reason_and_the_rest_is_judged(plan):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/closed"
    replies = {
        "/good": page("good"),
        "/broken": Reply("no", status=500),
        "/loop": Reply(status=302, headers={"Location": "/loop"}),
        "/text": Reply("plain", headers={"Content-Type": "text/plain"}),
        "/file": Reply("x", headers={"Content-Disposition": "attachment; filename=x.html"}),
        "/blank": "<!doctype html><title>Blank</title>",
        "/last": page("last"),
    }
    with serving(replies) as site:
        asked = [f"{site.url}{path}" for path in ("/good", "/gone", "/broken", "/loop", "/text", "/file", "/blank")]
        report = scan_source([*asked, closed, "http://no-such-host.invalid/name", f"{site.url}/last"], plan)
    assert why(report) == {
        "gone": "http-status",
        "broken": "http-status",
        "loop": "redirects",
        "text": "not-html",
        "file": "download",
        "blank": "blank",
        "closed": "refused",
        "name": "unknown-host",
    }
    assert {screen.title for screen in report.screens if screen.reached} == {"good", "last"}
    assert report.targets[0].coverage.reached == 2
    assert report.targets[0].coverage.known == 10
    assert all(one.detail for one in report.skipped)


def test_a_blank_page_is_not_reached_and_yet_its_document_has_no_language(plan):
    with serving({"/": "<!doctype html><title>Blank</title>"}) as site:
        report = scan_source(site.url + "/", plan)
    assert [one.rule for one in report.findings] == ["html-has-lang"]
    assert report.targets[0].coverage.reached == 0
    assert "1.1.1" not in {one.criterion for one in report.verdicts if one.status != "not-tested"}


def test_a_page_that_renders_late_is_waited_for(plan):
    late = (
        "<!doctype html><html lang=en><title>L</title><div id=r></div><script>setTimeout(() => {"
        " document.getElementById('r').innerHTML = '<p>Here at last<img src=x.png>' }, 1500)</script>"
    )
    with serving({"/": late}) as site:
        report = scan_source(site.url + "/", plan)
    assert [one.rule for one in report.findings] == ["image-alt"]


def test_dialogs_are_answered_and_recorded(plan):
    asks = "<script>alert('Welcome, learner'); if (confirm('Go on?')) prompt('Your name?', 'none')</script>"
    with serving({"/": page("asks", asks)}) as site:
        report = scan_source(site.url + "/", plan)
    assert [(one.kind, one.detail, one.what) for one in report.events] == [
        ("dialog", "alert", "Welcome, learner"),
        ("dialog", "confirm", "Go on?"),
        ("dialog", "prompt", "Your name?"),
    ]
    assert report.targets[0].coverage.reached == 1


def test_a_popup_is_a_screen_of_its_own(plan):
    opener = page("opener", "<script>window.open('/popup')</script>")
    replies = {"/": opener, "/popup": page("popup", "<img src=x.png>")}
    with serving(replies) as site:
        report = scan_source(site.url + "/", plan)
    assert [(one.title, one.state) for one in report.screens] == [("opener", ""), ("popup", "popup")]
    assert [(one.rule, one.screen) for one in report.findings] == [("image-alt", report.screens[1].id)]
    assert [one.kind for one in report.events] == ["popup"]


def test_alerts_without_end_are_bounded_and_the_next_page_is_judged(plan):
    with serving({"/": page("alerts", "<script>while (true) alert('more')</script>"), "/next": page("next")}) as site:
        before = time.monotonic()
        report = scan_source([site.url + "/", site.url + "/next"], plan)
    assert why(report) == {"": "dialogs"}
    assert report.screens[-1].title == "next"

    assert time.monotonic() - before < 60


def test_a_crawl_follows_links_and_a_redirect_is_not_a_second_screen(plan):
    replies = {
        "/": page("home", '<a href="/a">a</a> <a href="/old">old</a> <a href="/b?x=1">b</a> <img src=home.png>'),
        "/a": page("a", '<img src="a.png">'),
        "/old": Reply(status=301, headers={"Location": "/a"}),
        "/b?x=1": page("b", '<a href="/c">c</a>'),
        "/c": page("c"),
    }
    with serving(replies) as site:
        reports = [scan_source(Website(site.url + "/"), plan_for(["image-alt"], jobs=jobs)) for jobs in (1, 3)]
    for report in reports:
        assert [screen.title for screen in report.screens] == ["home", "a", "b", "c"]
    first, second = ([one.fingerprint for one in report.findings] for report in reports)
    assert first == second


def test_links_in_frames_count(plan):
    home = page("home", '<iframe title="f" src="/frame"></iframe>')
    replies = {"/": home, "/frame": page("f", '<a href="/in">in</a>'), "/in": page("in")}
    with serving(replies) as site:
        report = scan_source(Website(site.url + "/"), plan)
    assert [screen.title for screen in report.screens] == ["home", "in"]


def test_secrets_stay_out_of_the_report(plan):
    form = '<form><input type="hidden" name="sesskey" value="hunter2"><img src="/pic?token=hunter2"></form>'
    with serving({"/?sesskey=hunter2": page("home", form)}) as site:
        report = scan_source(site.url + "/?sesskey=hunter2", plan)
    assert report.findings
    assert "hunter2" not in repr(report)


LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the browser's processes in /proc")


@LINUX
def test_a_tab_that_crashes_twice_is_skipped_and_the_next_page_is_judged(plan):
    heavy = page("heavy", '<script src="/slow"></script>')
    replies = {"/heavy": heavy, "/slow": Reply("", seconds=1.5), "/next": page("next")}
    with serving(replies) as site, killing("renderer", site, 2):
        report = scan_source([site.url + "/heavy", site.url + "/next"], plan, own_browser=True)
    assert why(report) == {"heavy": "crashed"}
    assert [screen.title for screen in report.screens if screen.reached] == ["next"]
    assert [one.kind for one in report.events] == ["browser"]


@LINUX
def test_a_browser_that_dies_is_started_again_and_the_screen_tried_once_more(plan):
    with serving({"/slow": Reply(page("slow"), seconds=1.5), "/next": page("next")}) as site, killing("", site, 1):
        report = scan_source([site.url + "/slow", site.url + "/next"], plan, own_browser=True)
    assert site.asked.count("/slow") == 2
    assert [screen.title for screen in report.screens if screen.reached] == ["slow", "next"]
    assert not report.skipped


@contextmanager
def killing(kind, site, times):
    """Kill the browser (kind "") or its renderers each time that /slow is asked for."""

    def kill():
        for n in range(1, times + 1):
            deadline = time.monotonic() + 30
            while site.asked.count("/slow") < n and time.monotonic() < deadline:
                time.sleep(0.05)
            for pid in _descendants(os.getpid()):
                line = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
                program = line.partition(" ")[0]
                if "chrom" in program and (f"--type={kind}" in line if kind else "--type" not in line):
                    os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        yield
    finally:
        killer.join()


def _descendants(pid):
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *_descendants(child)]
    return found


def test_cancelling_returns_the_report_of_what_was_done():
    plan = plan_for(["image-alt"])
    replies = {"/one": page("one", "<img src=x.png>"), "/never": Reply("x", seconds=20)}

    async def broken_off(addresses):
        source = AddressList(addresses, "test")
        task = asyncio.ensure_future(
            scan([ScanTarget(source, "test")], plan, RecordingListener(), open_browser=open_browser)
        )
        while "/never" not in site.asked:
            await asyncio.sleep(0.05)
        task.cancel()
        before = time.monotonic()
        return await task, time.monotonic() - before

    with serving(replies) as site:
        report, seconds = run(broken_off([site.url + "/one", site.url + "/never", site.url + "/more"]))
    assert seconds < 5
    assert report.interrupted
    assert [one.rule for one in report.findings] == ["image-alt"]
    assert why(report) == {"never": "interrupted", "more": "interrupted"}


def test_a_busy_server_is_left_alone_as_long_as_it_asks(plan):
    served = []

    class Hesitant(dict):
        """Answers /busy only when asked the third time."""

        def get(self, path, default=None):
            if path == "/busy":
                served.append(time.monotonic())
                if len(served) < 3:
                    return Reply("later", status=429 if len(served) == 1 else 503, headers={"Retry-After": "1"})
            return super().get(path, default)

    with serving(
        Hesitant({"/busy": page("busy"), "/always": Reply("no", status=429, headers={"Retry-After": "0"})})
    ) as site:
        report = scan_source([site.url + "/busy", site.url + "/always"], plan)
    assert [screen.title for screen in report.screens if screen.reached] == ["busy"]
    assert all(after - before >= 1 for before, after in zip(served, served[1:], strict=False))
    assert why(report) == {"always": "http-status"}
    assert site.asked.count("/always") == 4
