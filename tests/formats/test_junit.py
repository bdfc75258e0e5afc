"""junit.xml has what CI systems read, and what a developer needs in order to act."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from a11ycheck import model
from a11ycheck.formats.junit import MOST_PLACES, write
from a11ycheck.model import Report
from a11ycheck.text.words import read_words
from tests.reports import COURSE, empty, hostile, large, report

WORDS = read_words("en")
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "schemas" / "junit.xsd"))


def written(given: Report) -> etree._Element:
    return etree.fromstring(write(given, WORDS).encode())


def case(root: etree._Element, suite: str, rule: str) -> etree._Element:
    (found,) = root.xpath("testsuite[contains(@name, $s)]/testcase[starts-with(@name, $r)]", s=suite, r=rule)
    return found


@pytest.mark.parametrize("make", [report, empty, hostile, lambda: report("nl"), lambda: large(30)])
def test_fits_the_schema(make: Callable[[], Report]) -> None:
    SCHEMA.assertValid(written(make()))


def test_counts() -> None:
    root = written(report())
    assert {name: root.get(name) for name in ("tests", "failures", "errors", "skipped", "time")} == {
        "tests": "25", "failures": "5", "errors": "0", "skipped": "3", "time": "83.4",
    }  # fmt: skip


def test_a_failure_can_be_acted_on() -> None:
    (failure,) = written(report()).xpath(
        "testsuite[@name='Quiz · content/quiz.html?n=1']/testcase[starts-with(@name, 'label')]/failure"
    )
    assert failure.get("type") == "critical"
    assert failure.get("message") == "1 place: This field has no name that a screen reader can say."
    for part in ("#answer-1", "content/inner.html", '<input type="text" id="answer-1"', "Connect a visible label",
                 "WCAG 4.1.2; EN 301 549 9.4.1.2", "https://dequeuniversity.com/rules/axe/4.11/label"):  # fmt: skip
        assert part in failure.text


def test_a_known_failure_does_not_fail_and_is_told() -> None:
    known = case(written(report()), "Welcome", "image-alt")
    assert known.find("failure") is None
    assert known.findtext("system-out").startswith("Already known")


def test_a_new_failure_beside_a_known_one_fails() -> None:
    given = report()
    new = replace(given.findings[0], fingerprint="new", target="footer > img")
    both = case(written(replace(given, findings=(*given.findings, new))), "Welcome", "image-alt")
    assert both.find("failure").get("message").startswith("1 place:")
    assert "header > img.logo" in both.findtext("system-out")


def test_a_review_does_not_fail_and_does_not_look_clean() -> None:
    review = case(written(report()), "after “Next”", "video-captions")
    assert [child.tag for child in review] == ["system-out"]
    assert review.findtext("system-out").startswith("Needs review by a person")


def test_what_was_not_tested_is_skipped_with_the_reason() -> None:
    root = written(report())
    (film,) = root.xpath("testsuite[contains(@name, 'Film')]/testcase/skipped")
    assert film.get("message") == "The page did not answer in time (30 seconds)."
    assert root.xpath("testsuite[@name='Not tested: fire-safety.zip']/testcase/@name") == ["content/certificate.html"]


def test_a_rule_without_anything_to_judge_is_no_green_case() -> None:
    assert written(empty()).xpath("//testcase/@name") == ["label: Form field without a label"]


def test_a_rule_that_could_not_run_is_skipped() -> None:
    given = empty()
    screen = replace(given.screens[0], tested=(model.Tested("label", "not-tested"),))
    (skipped,) = written(replace(given, screens=(screen,))).xpath("//testcase/skipped")
    assert skipped.get("message") == "Not tested"


def test_package_and_class_are_told_apart_by_one_stop() -> None:
    names = set(written(report()).xpath("//testcase/@classname"))
    assert all(name.count(".") == 1 for name in names)
    assert "fire-safety_zip.content/quiz_html?n=1 (after “Next”)" in names


def test_equal_screens_and_entries_keep_names_of_their_own() -> None:
    given = report()
    given = replace(given, skipped=given.skipped * 2)
    SCHEMA.assertValid(written(replace(given, screens=(*given.screens, replace(given.screens[0], id="again")))))


def test_findings_of_no_screen_are_not_lost() -> None:
    given = report()
    site = replace(given.findings[0], screen="", fingerprint="site")
    assert (
        case(written(replace(given, findings=(*given.findings, site))), "Whole site", "image-alt").find("failure")
        is not None
    )


def test_many_places_are_cut() -> None:
    given = report()
    many = tuple(replace(given.findings[1], fingerprint=f"m{n}", target=f"#n{n}") for n in range(MOST_PLACES + 5))
    (failure,) = written(replace(given, findings=many)).xpath("//failure")
    assert "and 5 more" in failure.text
    assert f"#n{MOST_PLACES}\n" not in failure.text


def test_what_xml_cannot_hold_is_shown() -> None:
    given = report()
    odd = replace(given.findings[1], message="a\x00b\x1b[31m\ufffe\ud800")
    (failure,) = written(replace(given, findings=(odd,))).xpath("//failure")
    assert "a<U+0000>b<U+001B>[31m<U+FFFE><U+D800>" in failure.text
    assert COURSE in write(given, WORDS)
