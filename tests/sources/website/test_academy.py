"""The academy in fixtures/sites is crawled and judged whole."""

import tomllib
from collections import defaultdict
from urllib.parse import urlsplit

import pytest

from a11ycheck.model import Report
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from fixtures.sites.academy_site import ROOT, Academy, academy
from tests.scanning import plan_for, scan_source

pytestmark = pytest.mark.browser

EXPECTED = {path: set(rules) for path, rules in tomllib.loads((ROOT / "expected.toml").read_text("utf-8")).items()}


@pytest.fixture(scope="module")
def audited() -> tuple[Report, Academy]:
    with academy() as site:
        website = Website(f"{site.url}/", CrawlLimits())
        return scan_source(website, plan_for(jobs=2)), site


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def test_all_pages_are_reached_once_in_a_steady_order(audited: tuple[Report, Academy]) -> None:
    report, site = audited
    assert [path_of(screen.url) for screen in report.screens] == [
        "/",
        "/nl/",
        "/nl/cursussen",
        "/nl/help",
        "/en/",
        "/nl/inloggen",
        "/nl/cursus/snoeien",
        "/spa#/one",
        "/nl/les/planten",
        "/late",
        "/en/courses",
        "/en/help",
        "/en/sign-in",
        "/en/course/pruning?view=outline&part=1",
        "/nl/toets",
        "/spa#/two",
        "/en/course/pruning",
        "/en/lesson/planting",
        "/en/quiz",
        "/files/planting-calendar.pdf",
    ]
    assert all(screen.reached for screen in report.screens)
    assert report.targets[0].coverage.known == len(report.screens) + 1


def test_what_was_left_out_is_said(audited: tuple[Report, Academy]) -> None:
    report, site = audited
    left = {entry.why: path_of(entry.what) for entry in report.skipped}
    assert left == {
        "robots": "/private/notes",
        "changes-state": "/logout",
    }
    assert all(entry.detail for entry in report.skipped)


def test_a_document_that_pages_link_to_is_read_once_and_counted(audited: tuple[Report, Academy]) -> None:
    report, site = audited
    (read,) = [screen for screen in report.screens if screen.url.endswith(".pdf")]
    assert read.reached
    assert {one.rule for one in read.tested} >= {"pdf-tags", "document-has-title"}
    assert site.asked.count("/files/planting-calendar.pdf") == 1


def test_nothing_was_opened_that_changes_something(audited: tuple[Report, Academy]) -> None:
    _, site = audited
    assert site.signed_out == 0
    assert not [path for path in site.asked if "enrol" in path or path.startswith("/private")]


def test_the_faults_are_found_and_no_others(audited: tuple[Report, Academy]) -> None:
    report, _ = audited
    found = defaultdict(set)
    for finding in report.findings:
        found[path_of(finding.url)].add(finding.rule)
    assert found == EXPECTED
