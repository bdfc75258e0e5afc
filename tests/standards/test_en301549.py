"""EN 301 549 as data: the numbers of both editions, what every rule carries, and whom a criterion serves."""

from datetime import date

import pytest

from a11ycheck.judging.rules import read_axe_rules, read_rules
from a11ycheck.model import Settings
from a11ycheck.standards import EDITIONS, criteria, document_clauses, edition_of, in_edition, in_scope, known_clauses
from a11ycheck.standards.en301549 import act_points, beyond_wcag, editions, moved, performance_statements, served

NEW_IN_22 = {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"}


def test_the_criteria_have_their_clauses_in_both_editions() -> None:
    """50 in V3.2.1 and 55 in V4.1.1: the same numbers, but for six that are new and one that is void."""
    three = {c.en301549["V3.2.1"] for c in in_scope("AA", "2.1")}
    four = {c.en301549["V4.1.1"] for c in in_scope("AA", "2.2")}
    assert (len(three), len(four)) == (50, 55)
    assert four - three == {f"9.{number}" for number in NEW_IN_22}
    assert three - four == {"9.4.1.1"}
    assert all(clause == f"9.{c.number}" for c in criteria().values() for clause in c.en301549.values() if clause)


def test_aaa_has_no_requirement_of_its_own() -> None:
    assert {clause for c in criteria().values() if c.level == "AAA" for clause in c.en301549.values()} == {""}


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_clause_of_every_rule_exists(lang) -> None:  # type: ignore[no-untyped-def]
    rules = [*read_rules(lang), *(each.rule for each in read_axe_rules(lang).values())]
    assert len(rules) > 100
    assert {clause for rule in rules for clause in rule.en301549} <= known_clauses()


@pytest.mark.parametrize(
    ("three", "four"),
    [
        (("11.8.1",), ("5.10.1",)),
        (("11.8.2",), ("5.10.2",)),
        (("11.8.5",), ("5.10.5",)),
        (("7.1.1",), ("7.1.1",)),
        (("7.3",), ("7.3",)),
        (("12.1.2",), ("12.1",)),
        (("12.1.1", "12.2.2"), ("12.3",)),
        ((), ("9.7",)),
        ((), ("10.7",)),
    ],
)
def test_what_moved_is_found_again(three: tuple[str, ...], four: tuple[str, ...]) -> None:
    assert moved(four, "V3.2.1") == three
    assert moved(three or four, "V4.1.1") == four


def test_the_number_of_the_edition_itself_stays_alone() -> None:
    assert moved(["12.1.1"], "V3.2.1") == ("12.1.1",)
    with pytest.raises(KeyError):
        moved(["99.9"], "V4.1.1")


def test_rows_are_whole() -> None:
    rows = beyond_wcag()
    assert len(rows) == len({tuple(row.number.values()) for row in rows}) == 37
    for row in rows:
        assert any(row.number.values())
        assert row.title["en"] and row.title["nl"]
    assert {row.area for row in rows} == {"general", "video", "web", "documents", "software", "authoring", "support"}
    assert {row.number["V4.1.1"] for row in rows if row.recommended_in} == {"10.5", "10.6"}


def test_documents_have_their_own_numbers() -> None:
    assert document_clauses(["1.1.1", "2.4.1", "2.4.2"]) == ("10.1.1.1", "10.2.4.2")
    assert document_clauses(["2.5.8"], "V3.2.1") == ()


def test_all_clauses_of_one_edition() -> None:
    given = ["9.1.2.2", "7.1.1", "12.1.1", "11.8.2", "10.1.1.1", "10.2.5.8", "9.7", "OWN-1"]
    assert in_edition(["1.2.2", "4.1.1", "2.5.8"], given, "V3.2.1") == (
        "9.1.2.2", "9.4.1.1", "7.1.1", "12.1.1", "11.8.2", "10.1.1.1", "OWN-1",
    )  # fmt: skip
    assert in_edition(["1.2.2", "4.1.1", "2.5.8"], given, "V4.1.1") == (
        "9.1.2.2", "9.2.5.8", "7.1.1", "12.3", "5.10.2", "10.1.1.1", "10.2.5.8", "9.7", "OWN-1",
    )  # fmt: skip


def test_the_edition_follows_wcag_unless_it_is_named() -> None:
    assert EDITIONS == {"2.1": "V3.2.1", "2.2": "V4.1.1"}
    assert edition_of(Settings(wcag="2.1")) == "V3.2.1"
    assert edition_of(Settings(wcag="2.2", en301549="V3.2.1")) == "V3.2.1"


def test_citations_are_dated_and_never_more_than_is_known() -> None:
    said = {(name, each.act): each.cited for name, facts in editions().items() for each in facts.citations}
    assert said == {
        ("V3.2.1", "2016/2102"): "yes",
        ("V3.2.1", "2019/882"): "no",
        ("V4.1.1", "2016/2102"): "unknown",
        ("V4.1.1", "2019/882"): "unknown",
    }
    assert {facts.as_of for facts in editions().values()} == {date(2026, 11, 23)}


def test_every_criterion_up_to_aa_serves_somebody() -> None:
    assert [each.number for each in performance_statements()] == [f"4.2.{n}" for n in range(1, 12)]
    numbers = {c.number for version in ("2.1", "2.2") for c in in_scope("AA", version)}  # type: ignore[arg-type]
    assert [number for number in sorted(numbers) if not served([number])] == []
    assert {number for each in performance_statements() for number in each.criteria} <= numbers


@pytest.mark.parametrize(
    ("criterion", "people"),
    [("1.2.2", {"4.2.4", "4.2.5", "4.2.10"}), ("2.3.1", {"4.2.9"}), ("1.4.3", {"4.2.2", "4.2.3"})],
)
def test_who_is_served(criterion: str, people: set[str]) -> None:
    assert {each.number for each in served([criterion])} == people


def test_the_act_is_said_in_both_languages() -> None:
    points = act_points()
    assert [each.point["en"] for each in points if each.annex == "V"] == [
        "Annex V, 1 (a)", "Annex V, 1 (b)", "Annex V, 1 (c)", "Annex V, 3",
    ]  # fmt: skip
    assert all(each.title["en"] and each.title["nl"] and each.point["nl"].startswith("bijlage") for each in points)
    assert {each.only_for for each in points} == {"", "e-books", "sells-to-consumers"}
