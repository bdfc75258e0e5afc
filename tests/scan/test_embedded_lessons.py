"""A lesson in a frame is walked through within its own pages, and its platform hears nothing of it."""

import pytest

from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from tests.embedded_lesson import replies
from tests.scanning import plan_for, scan_source
from tests.site_server import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["quick", "standard"])
def audited(request):
    """The site, and the report."""
    with serving(replies()) as site:
        plan = plan_for(["image-alt", "list"], None if request.param == "standard" else (), profile=request.param)
        report = scan_source(Website(f"{site.url}/", CrawlLimits(robots=False)), plan)
        yield site, report


def test_its_slides_are_screens_under_the_page_that_it_plays_on(audited):
    _, report = audited
    slides = [screen for screen in report.screens if "/file/1/" in screen.url and not screen.state]
    assert [(screen.path, screen.reached) for screen in slides] == [
        (("Course", "Lesson"), True),
        (("Course", "Lesson", "2. hedges"), True),
        (("Course", "Lesson", "3. bees"), True),
    ]
    assert report.targets[0].coverage.reached == 5


def test_a_fault_on_each_slide_is_found(audited):
    _, report = audited
    at = {finding.screen for finding in report.findings if finding.rule == "image-alt"}
    slides = {screen.id for screen in report.screens if "/file/1/" in screen.url and not screen.state}
    assert slides <= at


def test_nothing_is_told_but_its_beginning_when_its_page_was_opened(audited):
    site, _ = audited
    assert site.sent == [("POST", "/track?begin")]


def test_it_may_read_what_it_said(audited):
    _, report = audited
    assert not [event for event in report.events if event.kind == "dialog"]


def test_it_does_not_lead_into_the_platform(audited):
    site, _ = audited
    assert site.asked.count("/course") == 2  # the page, and once more for its lesson


def test_a_lesson_that_is_excluded_is_not_gone_through():
    with serving(replies()) as site:
        source = Website(f"{site.url}/", CrawlLimits(robots=False, exclude=("/file/*",)))
        report = scan_source(source, plan_for(["image-alt"], ()))
    assert not [screen for screen in report.screens if "/file/1/" in screen.url]
    assert "excluded" in {one.why for one in report.skipped}
