"""The table of reasons agrees with the code that gives them, the rules and both word files."""

import ast
import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import a11ycheck
from a11ycheck.browser.navigation_errors import NotReached
from a11ycheck.documents.interface import Unreadable
from a11ycheck.evidence import reasons
from a11ycheck.evidence.reasons import KEYS, REASONS, Reason, Untested
from a11ycheck.judging.rules import read_rules
from a11ycheck.model import Lang
from a11ycheck.text.words import read_words

CODE = Path(a11ycheck.__file__).parent
GIVERS = {
    "Skipped": 1, "Untested": 1, "Missed": 1, "NotReached": 0, "Died": 0, "Hung": 0, "Unreadable": 0,
    "_leave": 1, "_leave_out": 1, "leave": 0, "miss": 1, "give_up": 0, "_note_untried": 1,
}  # fmt: skip
"""What is called with the key of a reason, and as which argument."""
FEWEST = 60
"""Keys that the scan finds: fewer, and GIVERS names something that is called otherwise today."""


@cache
def trees() -> tuple[ast.Module, ...]:
    files = [file for file in CODE.rglob("*.py") if file != Path(reasons.__file__)]
    return tuple(ast.parse(file.read_text(encoding="utf-8")) for file in files)


def constants(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def keys_in(expression: ast.expr, function: ast.AST) -> set[str]:
    """The strings that an expression may be: its own, or those that its name is given in the same function."""
    if isinstance(expression, ast.Constant):
        return {expression.value} if isinstance(expression.value, str) else set()
    if isinstance(expression, ast.IfExp):
        return keys_in(expression.body, function) | keys_in(expression.orelse, function)
    if isinstance(expression, ast.Name):
        values = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and any(ast.dump(t) == _stored(expression.id) for t in node.targets)
        ]
        return set().union(*(keys_in(value, function) for value in values if not isinstance(value, ast.Name)))
    return set()


def _stored(name: str) -> str:
    return ast.dump(ast.Name(name, ast.Store()))


def given() -> set[str]:
    """The keys with which something is called that takes one."""
    found: set[str] = set()
    for tree in trees():
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        for scope in (*functions, tree):
            for call in ast.walk(scope):
                if isinstance(call, ast.Call):
                    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                    at = GIVERS.get(name)
                    if at is not None and len(call.args) > at:
                        found |= keys_in(call.args[at], scope)
    return found - {""}


def by_rules() -> set[str]:
    """Messages of our own rules that say that a screen could not be tested."""
    return {key for rule in read_rules("en") for key, outcome in rule.messages.items() if outcome == "skipped"}


def test_every_key_that_code_gives_has_a_row() -> None:
    found = given()
    assert found - KEYS == set()
    assert len(found) >= FEWEST


def test_every_message_of_a_rule_that_skips_a_screen_has_a_row() -> None:
    assert by_rules() - KEYS == set()


def test_every_row_is_used() -> None:
    drivers = "".join(file.read_text(encoding="utf-8") for file in (CODE / "players").rglob("*.js"))
    used = set().union(*map(constants, trees())) | by_rules() | set(re.findall(r'"([a-z-]+)"', drivers))
    assert {reason.key for reason in REASONS if not reason.retired} - used == set()


def test_no_key_has_two_rows() -> None:
    assert len(KEYS) == len(REASONS)


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_row_has_a_sentence_and_every_sentence_a_row(lang: Lang) -> None:
    table = "skipped."
    assert {key.removeprefix(table) for key in read_words(lang).table if key.startswith(table)} == KEYS


def test_what_is_left_out_by_choice_is_no_mere_note() -> None:
    assert [reason.key for reason in REASONS if reason.by_choice and reason.note] == []


def test_every_property_of_a_reason_has_rows() -> None:
    names = [field.name for field in fields(Reason) if field.name != "key"]
    assert [name for name in names if not any(getattr(reason, name) for reason in REASONS)] == []


@pytest.mark.parametrize("make", [NotReached, Unreadable, lambda key: Untested("", key)])
def test_a_key_without_a_row_is_refused(make: type[NotReached]) -> None:
    with pytest.raises(ValueError, match="unheard-of"):
        make("unheard-of")
