"""What TypeScript is told of facts is what the types in Python say, and each fact and behaviour has a type."""

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.types import ROW_TYPES
from a11ycheck.facts import FACTS
from a11ycheck.facts.types import FACT_TYPES
from docs.make_fact_types import FILE, declarations


def test_the_declarations_are_up_to_date():
    assert FILE.read_text(encoding="utf-8") == declarations()  # else: python docs/make_fact_types.py


def test_each_fact_and_each_behaviour_has_a_type():
    assert FACT_TYPES.keys() == FACTS.keys()
    assert ROW_TYPES.keys() == BEHAVIOURS.keys()
