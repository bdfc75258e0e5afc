"""The data of the standards agree with the counts that the standards themselves give."""

import re

import pytest

from a11ycheck.standards import EDITIONS, clauses, criteria, document_clauses, in_scope


@pytest.mark.parametrize(
    ("level", "wcag", "count"),
    [("A", "2.1", 30), ("AA", "2.1", 50), ("AAA", "2.1", 78), ("A", "2.2", 31), ("AA", "2.2", 55), ("AAA", "2.2", 86)],
)
def test_each_level_and_version_has_its_number_of_criteria(level, wcag, count):
    assert len(in_scope(level, wcag)) == count


def test_parsing_left_with_22():
    assert "4.1.1" in {c.number for c in in_scope("A", "2.1")}
    assert "4.1.1" not in {c.number for c in in_scope("AAA", "2.2")}


def test_criteria_stand_in_order_with_titles_in_both_languages():
    numbers = [tuple(map(int, number.split("."))) for number in criteria()]
    assert numbers == sorted(numbers)
    assert all(c.title["en"] and c.title["nl"] and c.url["nl"].startswith("https://") for c in criteria().values())


def test_clauses_repeat_the_number_of_the_criterion():
    assert clauses(["1.1.1", "4.1.2"]) == ("9.1.1.1", "9.4.1.2")
    assert clauses(["2.5.8"], "V3.2.1") == ()
    assert clauses(["2.5.8"], "V4.1.1") == ("9.2.5.8",)
    assert clauses(["1.4.6"]) == (), "level AAA is not required by the EN"
    assert clauses(["4.1.1"]) == ()
    assert clauses(["4.1.1"], "V3.2.1") == ("9.4.1.1",)


@pytest.mark.parametrize("wcag", ["2.1", "2.2"])
def test_every_criterion_up_to_aa_has_a_clause(wcag):
    for criterion in in_scope("AA", wcag):
        assert re.fullmatch(r"9(\.\d+){3}", criterion.en301549[EDITIONS[wcag]])


def test_a_criterion_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        clauses(["9.9.9"])


def test_documents_have_clauses_of_their_own_and_none_for_sets_of_pages():
    numbers = ["1.1.1", "2.4.1", "2.4.5", "3.2.3", "4.1.2"]
    assert document_clauses(numbers, "V3.2.1") == ("10.1.1.1", "10.4.1.2")
    assert document_clauses(numbers, "V4.1.1") == ("10.1.1.1", "10.3.2.3", "10.4.1.2")  # within a set of documents
