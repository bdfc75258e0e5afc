"""summary.html answers the question on one page, makes no claims and is accessible itself."""

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from a11ycheck.formats import html
from a11ycheck.formats.summary import write
from a11ycheck.model import Lang, Report
from a11ycheck.report import grouping
from a11ycheck.statements import drafts
from a11ycheck.text.words import read_words
from tests.formats.test_html import AXE, RUN
from tests.reports import changed, empty, hostile, large, report

ORGANISATION = {
    "country": ("NL",),
    "sells-to-consumers": ("yes",),
    "staff": ("50-249",),
    "own-employees": ("yes",),
    "public-body": ("no",),
}
EVERYTHING = {
    **ORGANISATION,
    "country": ("NL", "DE", "FR", "BE"),
    "sells-to-organisations": ("yes",),
    "public-customers": ("yes",),
    "public-body": ("yes",),
    "e-books": ("yes",),
    "video-on-demand": ("yes",),
    "school": ("higher",),
}
CLAIM = re.compile(
    r"\b(passe[sd]?|compliant|complies|conforms?|is accessible|voldoet|voldoen|geslaagd|conform|is toegankelijk)\b",
    re.I,
)
DENIED = re.compile(
    r"Voldoet niet|betekent niet dat aan een eis is voldaan|not one screen|The standard that you follow", re.I
)


def soup(given: Report, lang: Lang = "en") -> BeautifulSoup:
    return BeautifulSoup(write(given, read_words(lang)), "html.parser")


def step(page: BeautifulSoup, name: str) -> Tag:
    (row,) = [each for each in page.select(".way tbody tr") if each.th.get_text() == name]  # type: ignore[union-attr]
    return row


def text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


@pytest.mark.browser
@pytest.mark.parametrize(
    ("given", "lang", "width", "scheme"),
    [
        (changed(report(), organisation=ORGANISATION), "en", 1280, "light"),
        (report("nl"), "nl", 320, "dark"),
        (hostile(), "en", 320, "light"),
    ],
    ids=["report", "dutch", "hostile"],
)
def test_in_a_browser(browser: Browser, tmp_path: Path, given: Report, lang: Lang, width: int, scheme: str) -> None:
    """The page and both drafts: nothing found by axe, no wider than the window, silent, nothing asked."""
    words = read_words(lang)
    files = {"summary.html": write(given, words), **drafts(given, words)}
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: said.append(message.text))
    for name in filter(lambda name: name.endswith(".html"), files):
        (tmp_path / name).write_text(files[name], encoding="utf-8")
        page.goto((tmp_path / name).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(AXE)
        assert page.evaluate(RUN) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert len(asked) == 3
    assert said == []
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("told", [{}, ORGANISATION, EVERYTHING], ids=["nothing", "some", "everything"])
def test_it_prints_on_one_page(
    browser: Browser, tmp_path: Path, lang: Lang, told: Mapping[str, tuple[str, ...]]
) -> None:
    """Whatever the owner told: nothing, so that all is asked, or so much that most laws may apply."""
    (tmp_path / "summary.html").write_text(
        write(changed(report(lang), organisation=told), read_words(lang)), encoding="utf-8"
    )
    page = browser.new_page()
    page.goto((tmp_path / "summary.html").as_uri())
    with pikepdf.open(BytesIO(page.pdf(format="A4"))) as printed:
        assert len(printed.pages) == 1
    page.close()


def test_the_page_needs_no_script() -> None:
    page = soup(hostile())
    assert page.find_all("script") == page.find_all("img") == []
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]  # type: ignore[index]
    assert "script-src" not in policy and "unsafe" not in policy
    assert [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on") or name == "style"] == []


def test_it_stands_first_in_the_report() -> None:
    page = BeautifulSoup(html.write(report(), read_words("en")), "html.parser")
    first = page.select_one("main > section")
    assert first is not None and first["id"] == "overview"
    alone = soup(report()).select_one("#overview")
    assert alone is not None and text(first) == text(alone)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("make", [report, empty, lambda: large(10)], ids=["report", "empty", "large"])
def test_no_claim_that_anything_is_met(make, lang: Lang) -> None:  # type: ignore[no-untyped-def]
    given = changed(make(), organisation=ORGANISATION)
    for lang_text in (text(soup(given, lang)), *drafts(given, read_words(lang)).values()):
        assert CLAIM.findall(DENIED.sub("", lang_text)) == []


def test_the_answer_is_one_sentence() -> None:
    words = read_words("en")
    for given, begin in (
        (report(), "It already plays a role: automated checks found 3 problems"),
        (empty(), "That is not known yet: automated checks found nothing"),
        (changed(report(), screens=(), issues=(), findings=()), "That is not known yet: no screen could be tested"),
    ):
        said = text(soup(given).select_one("#overview .message"))  # type: ignore[arg-type]
        assert said.startswith(begin)
        assert said.count(". ") == 0 and said.endswith(".")
    assert "learn, take a quiz, get help" in write(report(), words)


def test_each_step_says_how_it_goes() -> None:
    page = soup(report())
    assert len(page.select(".way tbody tr")) == 7
    assert "Not seen" in text(step(page, "Sign in"))
    assert "can get stuck" in text(step(page, "Take a quiz"))
    assert "Form field without a label" in text(step(page, "Take a quiz"))
    assert "have difficulty" in text(step(page, "Find a course"))
    assert "1 not reached" in text(step(page, "Learn"))
    assert "people have not tested it yet" in text(step(soup(empty()), "Learn"))


def test_a_large_site_has_five_actions_at_most() -> None:
    full = report()
    found = tuple(replace(full.findings[0], rule=f"r{n}", fingerprint=f"f{n}") for n in range(9))
    page = soup(changed(full, findings=found, issues=grouping.issues(found, full.screens)))
    assert len(page.select("#overview ol > li")) == 5
    assert "The report lists 4 more repairs" in page.get_text()


def test_the_law_is_asked_first_and_then_said_with_a_date() -> None:
    asked = text(soup(report()))
    assert "Answer these questions in a11ycheck.toml" in asked and "sells-to-consumers" in asked
    assert "May apply" not in asked
    told = text(soup(changed(report(), organisation=ORGANISATION)))
    assert "not legal advice" in told
    assert "May apply" in told and "As of 23 November 2026" in told and "general terms and conditions" in told
    assert "Germany" not in told


def test_the_edition_says_what_the_official_journal_cites() -> None:
    old = text(soup(replace(report(), settings=replace(report().settings, en301549="V3.2.1"))))
    assert "EN 301 549 V3.2.1 (2021-03)" in old
    assert "cites this edition under Directive 2016/2102" in old
    assert "does not cite this edition under Directive 2019/882" in old
    assert "it is not known whether" in text(soup(report()))
