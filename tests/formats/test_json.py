"""report.json keeps its contract, and reading it gives the report that was saved."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from a11ycheck import model
from a11ycheck.content import REPORTS
from a11ycheck.errors import UsageError
from a11ycheck.formats.json import read, write
from a11ycheck.model import Report
from a11ycheck.text.words import read_words
from tests.reports import empty, hostile, large, report

SCHEMA = json.loads((REPORTS / "schema" / "a11ycheck-report-1.json").read_text(encoding="utf-8"))
WORDS = read_words("en")


def saved(given: Report) -> Any:
    return json.loads(write(given, WORDS))


def without_scripts(given: Report) -> Report:
    return replace(given, rules={name: replace(rule, check="") for name, rule in given.rules.items()})


@pytest.mark.parametrize("make", [report, empty, hostile, lambda: report("nl"), lambda: large(40)])
def test_fits_the_schema_and_comes_back_as_it_was(make: Callable[[], Report]) -> None:
    given = make()
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.check_schema(SCHEMA)
    assert [error.message for error in validator.iter_errors(saved(given))] == []
    assert read(write(given, WORDS)) == without_scripts(given)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r["findings"][0].update(outcome="passes"),
        lambda r: r["findings"][0].update(extra=1),
        lambda r: r["findings"][0].update(criteria=["1.1"]),
        lambda r: r["criteria"]["1.1.1"].update(status="passes"),
        lambda r: r["criteria"]["1.1.1"].update(failures=0),
        lambda r: r["screens"][0]["tested"].update(passed=["x"]),
        lambda r: r["skipped"][0].update(why="Not a word"),
        lambda r: r["coverage"].pop("known"),
        lambda r: r["issues"][0].update(findings=[]),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_say(spoil: Callable[[Any], object]) -> None:
    given = saved(report())
    spoil(given)
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(given))


def test_what_ci_and_people_read() -> None:
    given = saved(report())
    assert given["schema"] == "a11ycheck-report/1"
    assert given["coverage"] == {"reached": 6, "known": None, "reasons": {"blank": 1, "http-status": 1, "timeout": 1}}
    assert given["criteria"]["4.1.2"]["en301549"] == {"V3.2.1": "9.4.1.2", "V4.1.1": "9.4.1.2"}
    assert given["findings"][0]["known"] is True
    assert given["screens"][0]["tested"]["failure"] == ["image-alt"]
    assert given["issues"][0]["first"]["screen"] == "s1"
    assert "check" not in given["rules"]["link-text"]


def test_criteria_are_named_in_the_language_of_the_report() -> None:
    titles = {
        lang: json.loads(write(report(), read_words(lang)))["criteria"]["1.1.1"]["title"] for lang in ("en", "nl")
    }  # type: ignore[arg-type]
    assert titles == {"en": "Non-text Content", "nl": "Niet-tekstuele content"}


def test_the_order_in_which_rules_ran_does_not_matter() -> None:
    screen = report().screens[0]
    turned = replace(report(), screens=(replace(screen, tested=tuple(reversed(screen.tested))), *report().screens[1:]))
    assert write(turned, WORDS) == write(report(), WORDS)


def test_half_a_character_does_not_stop_the_report() -> None:
    odd = replace(
        report(), screens=(replace(report().screens[0], title="a\ud83d", tested=(model.Tested("label", "failure"),)),)
    )
    text = write(odd, WORDS)
    assert text.encode("utf-8")
    assert read(text).screens == odd.screens


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", "[" * 200_000, '{"schema": "a11ycheck-report/9"}'])
def test_another_file_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text)
    assert WORDS.error(caught.value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.pop("screens"),
        lambda r: r.update(screens=3),
        lambda r: r.update(seconds="long"),
        lambda r: r["screens"][0].update(path="abc"),
        lambda r: r["screens"][0].update(tested=[]),
        lambda r: r["findings"][0].update(impact="huge"),
        lambda r: r["findings"][0].update(impact=[]),
        lambda r: r["findings"][0].update(data={"a": 1}),
        lambda r: r["findings"][0].pop("rule"),
        lambda r: r["issues"][0]["first"].update(fingerprint="none"),
        lambda r: r["issues"].append(None),
        lambda r: r["criteria"].update({"9.9.9": r["criteria"]["1.1.1"]}),
        lambda r: r["rules"]["label"].update(outcomes={"a": "pass"}),
        lambda r: r["targets"][0]["coverage"].update(known=True),
    ],
)
def test_a_report_that_was_changed_is_refused_with_a_sentence(spoil: Callable[[Any], object]) -> None:
    given = copy.deepcopy(saved(report()))
    spoil(given)
    with pytest.raises(UsageError) as caught:
        read(json.dumps(given))
    assert WORDS.error(caught.value).startswith("The report is damaged")
