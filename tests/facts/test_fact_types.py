"""What TypeScript is told of facts is what the types in Python say, and each fact and behaviour has a type."""

import pytest

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.types import ROW_TYPES
from a11ycheck.facts import FACTS
from a11ycheck.facts.types import FACT_TYPES
from docs import make_fact_types
from docs.make_fact_types import FILE, declarations, undeclared


def test_the_declarations_are_up_to_date():
    assert FILE.read_text(encoding="utf-8") == declarations(), f"{FILE.name} is not up to date: run make docs"


def test_each_fact_and_each_behaviour_has_a_type():
    assert undeclared() == []
    assert FACT_TYPES.keys() == FACTS.keys()
    assert ROW_TYPES.keys() == BEHAVIOURS.keys()


def test_a_fact_without_a_type_is_named_with_the_place_to_declare_it(monkeypatch):
    monkeypatch.setattr(make_fact_types, "FACT_TYPES", {k: v for k, v in FACT_TYPES.items() if k != "links"})
    assert (
        'The fact "links" has no type: declare a TypedDict in a11ycheck/facts/types.py '
        "and add a line for it to FACT_TYPES there."
    ) in undeclared()
    with pytest.raises(TypeError, match='The fact "links" has no type'):
        declarations()
