"""Conclusions follow from the rest of a report, stand in it, and are drawn again only where that is needed."""

import json
from dataclasses import replace
from typing import Any

import pytest

from a11ycheck.formats.json import read, write
from a11ycheck.model import Conclusions
from a11ycheck.report.actions import owner_of
from a11ycheck.report.conclusions import concluded, with_organisation
from a11ycheck.text.words import read_words
from tests.reports import report

WORDS = read_words("en")
TOLD = {"country": ("NL",), "sells-to-consumers": ("yes",), "staff": ("250+",)}


def saved() -> Any:
    return json.loads(write(with_organisation(report(), TOLD), WORDS))


def test_they_follow_from_the_rest() -> None:
    bare = replace(report(), conclusions=Conclusions())
    assert concluded(bare) == concluded(report()) == report()


def test_they_are_in_no_language() -> None:
    assert report("nl").conclusions == report("en").conclusions


def test_each_failing_issue_is_part_of_one_action() -> None:
    given = report()
    failing = [issue for issue in given.issues if issue.outcome == "failure"]
    assert sorted(id_ for action in given.conclusions.actions for id_ in action.issues) == sorted(
        issue.id for issue in failing
    )
    owners = {issue.rule: owner_of(issue, given) for issue in failing}
    assert owners == {"image-alt": "author", "label": "tool", "link-text": "team"}


def test_a_report_of_an_earlier_version_gets_them() -> None:
    given = saved()
    whole = read(json.dumps(given))
    del given["conclusions"]
    assert read(json.dumps(given)) == whole
    assert whole.conclusions.journey and whole.conclusions.laws


def test_saved_ones_are_kept() -> None:
    given = saved()
    given["conclusions"]["actions"][0]["effort"] = "large"
    assert read(json.dumps(given)).conclusions.actions[0].effort == "large"


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found["journey"][0].update(name="browse"),
        lambda found: found["journey"].pop(),
        lambda found: found["affected"][0].update(statement="4.2.99"),
    ],
)
def test_those_of_another_version_that_are_unknown_are_drawn_anew(change: Any) -> None:
    given = saved()
    change(given["conclusions"])
    assert read(json.dumps(given)).conclusions == with_organisation(report(), TOLD).conclusions


def test_laws_are_those_of_today() -> None:
    given = saved()
    given["conclusions"]["laws"][0].update(regime="00-repealed")
    assert read(json.dumps(given)).conclusions.laws == with_organisation(report(), TOLD).conclusions.laws


def test_other_answers_change_the_laws_alone() -> None:
    before = report().conclusions
    after = with_organisation(report(), TOLD).conclusions
    assert (before.laws, len(after.laws) > 0) == ((), True)
    assert replace(after, laws=before.laws, questions=before.questions) == before
    assert set(after.questions) < set(before.questions)
