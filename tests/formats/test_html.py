"""report.html leaks nothing, needs nothing from elsewhere, and is accessible itself."""

import base64
import hashlib
import importlib.resources
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from a11ycheck.formats.html import write
from a11ycheck.model import Lang, Report
from a11ycheck.report.view.cards import MOST_PLACES
from a11ycheck.report.view.screens import MOST_SCREENS
from a11ycheck.text.words import read_words
from tests.reports import empty, hostile, large, report

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {rules: {"target-size": {enabled: true}}})).violations
  .flatMap(each => each.nodes.map(node => [each.id, node.target.join(" "), node.failureSummary]))"""


def html(given: Report, lang: Lang = "en") -> str:
    return write(given, read_words(lang))


def soup(given: Report) -> BeautifulSoup:
    return BeautifulSoup(html(given), "html.parser")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("given", "lang", "width", "scheme"),
    [
        (report(), "en", 1280, "light"),
        (report("nl"), "nl", 320, "dark"),
        (hostile(), "en", 320, "light"),
        (empty(), "nl", 1280, "dark"),
    ],
    ids=["report", "dutch", "hostile", "empty"],
)
def test_in_a_browser(browser: Browser, tmp_path: Path, given: Report, lang: Lang, width: int, scheme: str) -> None:
    """Accessible by our own measure, no wider than the window, silent, and nothing is asked from anywhere."""
    file = tmp_path / "report.html"
    file.write_text(html(given, lang), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert said == []
    context.close()


@pytest.mark.browser
def test_a_link_into_closed_details_opens_them(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(
        html(report()).replace('<ul class="places">\n<li><a', '<ul class="places">\n<li id="in"><a'), "utf-8"
    )
    page = browser.new_page()
    page.goto(file.as_uri() + "#in")
    assert page.locator("#in").first.is_visible()
    page.close()


@pytest.mark.browser
def test_by_keyboard_the_first_stop_skips_to_the_contents(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(html(report()), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_the_policy_allows_our_two_files_and_nothing_else() -> None:
    page = soup(report())
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]  # type: ignore[index]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (element,) = page.find_all(name)
        own = base64.b64encode(hashlib.sha256(element.string.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{own}'" in policy


def test_nothing_from_a_page_gets_out() -> None:
    given = hostile()
    page = soup(given)
    assert len(page.find_all("script")) == len(page.find_all("style")) == 1
    assert page.find_all("img") == []
    assert [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on") or name == "style"] == []
    schemes = {re.match(r"#|\w+:", link["href"])[0] for link in page.find_all("a")}  # type: ignore[index]
    assert schemes <= {"#", "https:"}
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", html(given))
    assert "{{ 7*7 }}" in page.get_text()
    assert "<U+202E>" in page.get_text()


def test_only_real_web_addresses_become_links() -> None:
    given = report()
    urls = [
        "https://x.example/a?token=…",
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "https://x.example/ok",
    ]
    screens = tuple(replace(each, url=url) for each, url in zip(given.screens, urls, strict=False))
    links = {link["href"] for link in soup(replace(given, screens=screens)).select("#screens a")}
    assert links & set(urls) == {"https://x.example/ok"}


@pytest.mark.parametrize(
    "given", [report(), hostile(), empty(), large(30)], ids=["report", "hostile", "empty", "large"]
)
def test_headings_go_down_step_by_step_and_links_lead_somewhere(given: Report) -> None:
    page = soup(given)
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile(r"h[1-6]"))]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels[1:], levels[2:], strict=False))
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {str(link["href"])[1:] for link in page.select('a[href^="#"]')} <= set(ids)


def test_issue_and_screen_lead_to_each_other() -> None:
    page = soup(report())
    (label,) = [each for each in page.select("#problems article") if "Form field without a label" in each.get_text()]
    assert [link["href"] for link in label.select('a[href^="#screen-"]')] == ["#screen-s2", "#screen-s3"]
    back = page.select(f"#screen-s2 a[href='#{label['id']}']")
    assert len(back) == 1


def test_what_an_issue_says() -> None:
    page = soup(report())
    (label,) = [each for each in page.select("#problems article") if "Form field without a label" in each.get_text()]
    text = " ".join(label.get_text(" ").split())
    for part in ("Critical", "2 places, on 2 screens", "4.1.2 Name, Role, Value", "9.4.1.2", "content/inner.html",
                 "#answer-1", '<input type="text" id="answer-1"', "How to repair it", "Why it matters",
                 "1 other place"):  # fmt: skip
        assert part in text
    assert label.find("img")["alt"] == "Picture of the element #answer-1"  # type: ignore[index]
    assert label.find("a")["href"] == "https://www.w3.org/WAI/WCAG22/Understanding/name-role-value"  # type: ignore[index]


def test_dutch_leads_to_the_dutch_translation() -> None:
    page = BeautifulSoup(html(report("nl"), "nl"), "html.parser")
    assert page.html["lang"] == "nl"  # type: ignore[index]
    assert page.select_one("#criteria th a")["href"] == "https://www.w3.org/Translations/WCAG22-nl/#non-text-content"  # type: ignore[index]


def test_what_was_not_tested_stands_before_the_problems() -> None:
    sections = [each["id"] for each in soup(report()).find_all("section")]
    assert sections[:4] == ["overview", "summary", "not-tested", "problems"]
    assert sections[4:] == ["reviews", "criteria", "screens", "rules", "about"]


def test_no_status_says_that_something_is_good() -> None:
    page = soup(empty())
    assert {each.get_text() for each in page.select("#criteria .status")} == {"Nothing found by machine", "Not tested"}
    assert not re.search(r"\b(passe[sd]|compliant|conforms)\b", page.get_text(), re.IGNORECASE)


def test_a_stopped_audit_says_so_first() -> None:
    assert soup(replace(report(), interrupted=True)).select_one("#summary .warning") is not None


def test_a_large_audit_stays_small_and_says_what_is_left_out() -> None:
    started = time.thread_time()
    page = html(large(10_000))
    assert time.thread_time() - started < 10
    assert len(page) < 1_000_000
    assert f"and {10_000 - MOST_SCREENS} more; see report.json" in page
    assert f"and {9_999 - MOST_PLACES} more; see report.json" in page


def test_a_finding_whose_rule_is_unknown_is_shown_all_the_same() -> None:
    page = soup(replace(report(), rules={}))
    assert len(page.select("#problems article")) == 3
    assert "image-alt" in page.select_one("#problems").get_text()  # type: ignore[union-attr]
