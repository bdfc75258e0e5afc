"""Drafts of statements are whole, have blanks, and hold nothing that a page could abuse."""

import re
from dataclasses import replace

import pytest

from a11ycheck.model import Lang
from a11ycheck.statements import drafts
from a11ycheck.text.words import read_words
from tests.goldens import same_as_golden
from tests.reports import changed, empty, hostile, report

EN = read_words("en")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_as_agreed(lang: Lang) -> None:
    for name, content in drafts(report(lang), read_words(lang)).items():
        stem, _, suffix = name.rpartition(".")
        text = re.sub(r"(<style>).*?(</style>)", r"\1\2", content, flags=re.DOTALL)
        assert same_as_golden(
            f"{stem}.{lang}.{suffix}", re.sub(r"&#39;sha256-[^&]+&#39;|'sha256-[^']+'", "'sha256-…'", text)
        )


def test_both_forms_have_the_same_blanks() -> None:
    files = drafts(report(), EN)
    for name in ("accessibility-information", "statement-findings"):
        plain = files[f"{name}.md"].replace("\\", "")
        assert plain.count("[FILL IN: ") == files[f"{name}.html"].count("<mark>[FILL IN: ") > 5


def test_each_finding_has_all_its_fields_in_the_dutch_words() -> None:
    text = drafts(report("nl"), read_words("nl"))["statement-findings.md"]
    found = text.split("### Bevinding ")[1:]
    assert len(found) == 3
    for each in found:
        fields = re.findall(r"^- \*\*(\w+):\*\*", each, re.MULTILINE)
        assert fields == ["Criterium", "Waar", "Gevolg", "Oorzaak", "Maatregel", "Planning", "Alternatief"]
        assert re.search(r"^- \*\*Planning:\*\* \*\*\\\[INVULLEN: [^*]+\*\*$", each, re.MULTILINE)


def test_status_and_dates_are_never_filled_in() -> None:
    for given in (report(), empty()):
        text = drafts(given, EN)["statement-findings.md"].replace("\\", "")
        assert "- **Status:** **[FILL IN: status A, B, C, D or E" in text
        assert "it cannot give status A or B" in text


def test_a_criterion_that_came_with_22_is_marked() -> None:
    given = report()
    issue = replace(given.issues[0], first=replace(given.issues[0].first, criteria=("2.5.8",)))
    text = drafts(replace(given, issues=(issue,)), EN)["statement-findings.md"]
    assert "(AA, EN 301 549 9.2.5.8, not among the 50 criteria of WCAG 2.1)" in text


def test_what_is_known_of_the_organisation_is_used() -> None:
    told = {"country": ("NL",), "sells-to-consumers": ("yes",), "staff": ("250+",), "e-books": ("no",)}
    text = drafts(changed(report(), organisation=told), EN)["accessibility-information.md"]
    assert "- **Supervisory authority:** ACM" in text
    assert "E-books:" not in text
    assert "E-books:" in drafts(report(), EN)["accessibility-information.md"]
    assert "Supervisory authority:** **\\[FILL IN" in drafts(report(), EN)["accessibility-information.md"]


def test_markdown_from_a_page_stays_text() -> None:
    given = hostile()
    evil = "[x](javascript:alert(1)) <img src=x> # h\n# h2 | `c` **b** {{ 7*7 }}"
    given = replace(given, targets=tuple(replace(each, title=evil) for each in given.targets))
    for name, text in drafts(given, EN).items():
        if name.endswith(".md"):
            assert "<" not in text
            assert not re.search(r"(?<!\\)\]\(|(?<!\\)`|(?<!\\)\{\{|^# h2", text, re.MULTILINE)
