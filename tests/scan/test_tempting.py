"""On a platform where everything sends, deletes, buys or signs out, a whole audit sends and changes nothing."""

from pathlib import Path

import pytest

from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from tests.scanning import plan_for, scan_source
from tests.site_server import Reply, serving

pytestmark = [pytest.mark.browser, pytest.mark.early]

ROOT = Path(__file__).parents[2] / "fixtures" / "sites" / "tempting"
PAGES = {f"/{'' if path.stem == 'index' else path.stem}": path.read_text("utf-8") for path in ROOT.glob("*.html")}
FILES = {
    "/tempting.css": Reply((ROOT / "tempting.css").read_bytes(), headers={"Content-Type": "text/css"}),
    "/tempting.js": Reply((ROOT / "tempting.js").read_bytes(), headers={"Content-Type": "text/javascript"}),
    "/worker.js": Reply("fetch('/worker', { method: 'POST' })", headers={"Content-Type": "text/javascript"}),
}
PLACES = {*PAGES, *FILES, "/robots.txt", "/favicon.ico", "/profile", "/media/members.png", "/socket"}
"""All that may be asked for: to open these changes nothing."""


@pytest.fixture(scope="module")
def audited():
    """The report, with every behaviour that is tried unasked, and the site."""
    with serving(PAGES | FILES) as site:
        website = Website(f"{site.url}/", CrawlLimits())
        yield scan_source(website, plan_for(axe=["image-alt"], profile="thorough")), site


def test_nothing_is_sent(audited):
    _, site = audited
    assert site.sent == []


def test_nothing_is_opened_that_changes_something(audited):
    _, site = audited
    assert set(site.asked) <= PLACES


def test_what_could_be_opened_was_opened_and_judged(audited):
    report, site = audited
    states = {screen.state for screen in report.screens if screen.url == f"{site.url}/"}
    assert states >= {"", "details: What is in this course?", "tab: Members", "dialog: Settings", "menu: My account"}
    new = [one for one in report.findings if one.rule == "image-alt"]
    assert [screen.state for screen in report.screens if screen.id in {one.screen for one in new}] == ["tab: Members"]


def test_what_was_left_alone_is_said(audited):
    report, site = audited
    first = report.screens[0].id
    left = {one.why: one.what for one in report.skipped if one.screen == first}
    assert "“Delete”" in left["left-words"]
    assert "More options" in left["left-form"]
    assert "“Course tools”" in left["press-refused"]
