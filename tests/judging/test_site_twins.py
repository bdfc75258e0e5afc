"""Two versions of a platform, with and without what laws ask for: each lack is found and named."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from a11ycheck.judging.rules import read_rules
from a11ycheck.model import Report
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from fixtures.sites.twins import page, twin
from tests.scanning import plan_for, scan_source

pytestmark = [pytest.mark.browser, pytest.mark.early]

OURS = [
    rule
    for rule in read_rules("en")
    if rule.scope in ("site", "document") or rule.id in ("player-captions", "password-paste")
]
PDF = {
    ("/kalender.pdf", rule, key)
    for rule, key in (("document-has-title", "missing-pdf"), ("document-language", "missing"), ("pdf-tags", "none"))
}
STATEMENT = "/toegankelijkheid"


def audited(
    name: str,
    instead: dict[str, str] | None = None,
    max_pages: int = 50,
    organisation: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Report, set[tuple[str, str, str]]]:
    """The report, and what was found: path, rule, message."""
    plan = replace(plan_for(axe=(), ours=OURS, jobs=4), organisation=organisation or {})
    with twin(name, instead) as url:
        report = scan_source(Website(f"{url}/", CrawlLimits(max_pages)), plan)
        return report, {(one.url.removeprefix(url), one.rule, one.key) for one in report.findings}


def test_the_good_twin_has_all_and_is_accused_of_nothing() -> None:
    report, found = audited("with")
    assert found == PDF
    assert report.targets[0].coverage.reached == report.targets[0].coverage.known == 12
    came_to = {row.rule: row.outcome for screen in report.screens for row in screen.tested if screen.url.endswith("/")}
    judged = {rule.id for rule in OURS if rule.scope == "site"} - {
        "asked-again",
        "authoring-tool",
        "captions-left-out",
        "package-language",
    }
    assert {rule for rule, outcome in came_to.items() if outcome == "nothing-found"} >= judged


def test_the_other_twin_lacks_all_of_it() -> None:
    _, found = audited("without")
    assert found == PDF | {
        ("/", "accessibility-information", "absent"),
        ("/", "help-accessibility", "no-help"),
        ("/", "title-twice", "one-for-all"),
        ("/kalender", "navigation-order", "other-order"),
        ("/inloggen", "password-paste", "no-way"),
        ("/les", "player-captions", "no-switch"),
        ("/bestellen-2", "asked-again", "in-this-process"),
    }


def test_each_lack_of_a_statement_is_named() -> None:
    body = page("with", STATEMENT)
    start, end = body.index("<p>Dit platform"), body.index("  </main>")
    empty = body[:start] + "<p>Wij vinden het belangrijk.</p><p><a href='/contact'>Contact</a></p>" + body[end:]
    _, found = audited(
        "with",
        {
            STATEMENT: empty.replace("<h1>Toegankelijkheid", "<h1>Toegankelijkheidsverklaring"),
            "/contact": "",
            "/hulp": "",
        },
    )
    assert found - PDF == {
        (STATEMENT, "statement-content", "no-service"),
        (STATEMENT, "statement-content", "no-way-met"),
        (STATEMENT, "statement-content", "no-date"),
        (STATEMENT, "statement-content", "no-supervisor"),
        (STATEMENT, "feedback-route", "dead"),
    }


def test_an_old_statement_of_a_public_body_without_a_status() -> None:
    old = page("with", STATEMENT).replace("op 20", "op 3 mei 2021; niet op 19")
    _, found = audited("with", {STATEMENT: old}, organisation={"public-body": ("yes",), "country": ("NL",)})
    assert found - PDF == {(STATEMENT, "statement-content", key) for key in ("old", "no-status", "no-register")}


@pytest.mark.parametrize(("name", "limit", "key"), [("without", 4, "absent-so-far"), ("with", 6, "")])
def test_what_lies_outside_the_crawled_pages_is_no_reproach(name: str, limit: int, key: str) -> None:
    """A statement is opened before other pages; where none was met, the report says that more pages exist."""
    report, found = audited(name, max_pages=limit, organisation={"public-body": ("yes",)})
    assert {one for _, rule, one in found if rule == "accessibility-information"} == ({key} if key else set())
    assert {one.outcome for one in report.findings if one.rule == "accessibility-information"} <= {"review"}


def test_a_public_body_that_has_no_statement_fails() -> None:
    report, _ = audited("without", organisation={"public-body": ("yes",)})
    assert [(one.key, one.outcome) for one in report.findings if one.rule == "accessibility-information"] == [
        ("absent-public", "failure")
    ]


def test_an_editor_that_the_user_names_is_looked_at() -> None:
    toolbar = (
        "<button type=button>Afbeelding</button> <button type=button>Tabel</button> <button type=button>Kop 2</button>"
    )
    editor = page("with", "/voorwaarden").replace(
        "</h1>", f"</h1>{toolbar}<div contenteditable='true' role='textbox' aria-label='Les'>Tekst</div>"
    )
    with twin("with", {"/bewerken": editor}) as url:
        website = Website([f"{url}/", f"{url}/bewerken"], CrawlLimits(max_pages=4))
        mine = [rule for rule in OURS if rule.id == "authoring-tool"]
        report = scan_source(website, plan_for(axe=(), ours=mine, jobs=4, editors=(f"{url}/bewerken",)))
    assert {(one.url, one.key) for one in report.findings} == {
        (f"{url}/bewerken", "no-alternative"),
        (f"{url}/bewerken", "no-table-headers"),
    }
