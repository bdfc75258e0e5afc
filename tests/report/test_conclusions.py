"""Conclusions follow from the rest of a report, are saved in it, and are drawn again only where needed."""

import json
from dataclasses import replace
from typing import Any

import pytest

from a11ycheck.formats.json import read, write
from a11ycheck.model import Conclusions
from a11ycheck.report import grouping
from a11ycheck.report.actions import owner_of
from a11ycheck.report.conclusions import concluded, with_organisation
from a11ycheck.text.words import read_words
from tests.reports import changed, large, report

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


def test_a_review_alone_stops_nobody() -> None:
    full = report()
    found = tuple(each for each in full.findings if each.outcome == "review")
    conclusions = changed(full, findings=found, issues=grouping.issues(found, full.screens)).conclusions
    assert conclusions.overall == "look"
    assert conclusions.affected == conclusions.actions == ()
    assert {each.state for each in conclusions.journey} <= {"look", "nothing-found", "not-seen", "not-reached"}


def test_a_screen_that_is_the_same_as_another_shares_its_problems() -> None:
    full = report()
    same = replace(full.screens[1], id="s99", url="content/final-score.html", title="Result", same_as="s2", tested=())
    steps = {each.name: each for each in changed(full, screens=(*full.screens, same)).conclusions.journey}
    assert steps["result"].state == "stopped"


def test_who_is_kept_out_by_what() -> None:
    kept = {each.statement: each.rules for each in report().conclusions.affected}
    assert kept["4.2.1"] == ("image-alt", "label", "link-text")
    assert kept["4.2.7"] == ("label",)
    assert "4.2.4" not in kept, "the video is only for a person to look at"


def test_who_can_repair_what() -> None:
    by_rule = {each.rule: each for each in report().conclusions.actions}
    assert (by_rule["label"].owner, by_rule["label"].tool) == ("tool", "Storyline player")
    assert by_rule["image-alt"].owner == "author"
    assert by_rule["link-text"].owner == "team"
    assert by_rule["image-alt"].places == 3


def test_what_stands_on_many_screens_of_a_site_is_the_platforms() -> None:
    many = large(8)
    own = tuple(replace(each, origin=None) for each in many.findings)
    (todo,) = changed(many, findings=own, issues=grouping.issues(own, many.screens)).conclusions.actions
    assert (todo.owner, todo.screens) == ("platform", 8)
