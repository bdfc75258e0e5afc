"""Each rule about documents finds its fault in a bad document, and nothing in the good document beside it."""

from importlib import import_module

import pytest

from a11ycheck.judging.documents import judge_document
from a11ycheck.judging.rules import in_force, read_rules
from tests.documents.twins import TWINS
from tests.rule_harness import unfilled

RULES = {rule.id: rule for rule in in_force(read_rules("en"), "AA", "2.2") if rule.scope == "document"}


def judged(twin, data):
    read = import_module(f"a11ycheck.documents.{twin.kind}").read(data)
    found = judge_document(twin.kind, read, [RULES[twin.rule]])
    assert unfilled(found.hits, RULES.values()) == []
    return [hit.key for hit in found.hits], found.outcomes[twin.rule]


@pytest.mark.parametrize("twin", TWINS, ids=lambda t: f"{t.rule}/{t.kind}/{t.fault}{'/' + t.note if t.note else ''}")
def test_the_fault_is_found_in_the_bad_document_and_nothing_in_the_good_one(twin):
    assert judged(twin, twin.bad) == ([twin.fault], RULES[twin.rule].messages[twin.fault])
    assert judged(twin, twin.good) == ([], "nothing-found")


def test_each_message_of_each_rule_has_twins():
    assert {(twin.rule, twin.fault) for twin in TWINS} == {
        (rule.id, key) for rule in RULES.values() for key in rule.messages
    }


def test_each_rule_is_shown_for_each_kind_of_document_that_it_reads():
    assert {(twin.rule, twin.kind) for twin in TWINS} == {
        (rule.id, kind) for rule in RULES.values() for kind in rule.needs
    }


def test_every_clause_is_one_for_documents():
    clauses = {clause for rule in RULES.values() for clause in rule.en301549}
    assert clauses and all(clause.startswith("10.") for clause in clauses)
