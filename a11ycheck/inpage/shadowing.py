"""Scripts that a form can't mislead.

A form answers for its fields before it answers for itself: on a form with `<input name="getAttribute">`,
`form.getAttribute` is that field, in an isolated world too (https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns).
Only names do so, never symbols. So each member of forms gets a symbol beside its name, taken from the built-in
prototypes of our world, and `unshadowed` makes a script read `element[own$.getAttribute]` where it says
`element.getAttribute`. On all but forms the symbol stands for the plain name.

Whoever writes a script writes it as ever. Three ways to a member stay as they are, and aren't for elements that may be
forms: `const { title } = element`, `element["title"]` and `delete element.title`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

_HERE = Path(__file__).parent
_TABLE = "own$"
_MOST_SCRIPTS = 500
"""How many scripts are kept; there are about 150, and one that all rules make."""
_NEVER_ASKED = frozenset(["length", "__proto__"])
"""What lists are asked all the time and forms never, and what no table can hold."""

_TEMPLATE = r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)"
_TOKEN = re.compile(
    rf"""
    (?P<blank>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<value>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\.?\d[\w.]*|\+\+|--)
    |(?P<member>(?P<dot>\?\.|(?<!\.)\.)(?P<name>[A-Za-z_$][\w$]*))
    |(?P<word>[\w$]+)
    |(?P<template>`{_TEMPLATE})
    |(?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_REST_OF_TEMPLATE = re.compile(rf"(?P<rest>\}}{_TEMPLATE})", re.DOTALL)
_REGEX = re.compile(r"(?P<value>/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*)")
_BEFORE_VALUE = re.compile(r"await|case|delete|do|else|in|instanceof|new|of|return|throw|typeof|void|yield|[^\w$]*")
_WITH_CONDITION = frozenset(["if", "while", "for", "with"])


@cache
def form_members() -> frozenset[str]:
    """Return the names of what a form has, which its fields can hide, but those that no script asks a form for."""
    return frozenset(json.loads((_HERE / "form_members.json").read_text(encoding="utf-8"))) - _NEVER_ASKED


def symbol(member: str) -> str:
    """Return the JavaScript of the symbol of a member, for a script that has no way to it but its name in a string."""
    return f'Symbol.for("a11ycheck {member}")'


@lru_cache(_MOST_SCRIPTS)
def unshadowed(script: str) -> str:
    """Return an expression, such as a function, that does the same but asks forms for their own members.

    It is for our isolated world alone: it leaves symbols on the prototypes there. Lines keep their numbers.
    """
    used: set[str] = set()
    text = "".join(_rewritten(script, used))
    return f"(({_TABLE}) => ({text}\n))(({_symbols()})({json.dumps(' '.join(sorted(used)))}))" if used else script


def unshadowed_statements(script: str) -> str:
    """Do the same with a script that is called by nobody, such as that of axe-core: what it leaves is a global."""
    function = f"() => {{{script}\n}}"
    return f"({unshadowed(function)})()"


@cache
def _symbols() -> str:
    return (_HERE / "browser" / "member_symbols.js").read_text(encoding="utf-8").strip().removesuffix(";")


def _rewritten(script: str, used: set[str]) -> Iterator[str]:
    """Yield the parts of a script, and add to `used` the members of forms that became symbols."""
    members = form_members()
    before, is_deleted = "", False
    for token in _tokens(script):
        name = token["name"] if token.lastgroup == "member" else ""
        is_deleted = token[0] == "delete" or (is_deleted and token.lastgroup in ("member", "word", "blank"))
        if name in members and not is_deleted and before != "new":
            used.add(name)
            yield f"{'?.' if token['dot'] == '?.' else ''}[{_TABLE}.{name}]"
        else:
            yield token[0]
        before = token[0]


def _tokens(script: str) -> Iterator[re.Match[str]]:
    """Yield the parts that a script consists of: comments, strings and regular expressions whole."""
    at, last = 0, ""
    opened: list[str] = []  # what stands before each open bracket; "`" where a template holds an expression
    while at < len(script):
        token = _token(script, at, last, in_template=opened[-1:] == ["`"])
        yield token
        at, kind, text = token.end(), token.lastgroup, token[0]
        if kind == "blank":
            continue
        before = opened.pop() if opened and (kind == "rest" or text in (")", "]", "}")) else ""
        if text.endswith("${") and kind in ("rest", "template"):
            opened.append("`")
            last = "{"
        elif text in ("(", "[", "{"):
            opened.append(last)
            last = text
        elif kind in ("sign", "word"):
            last = "value" if text == "]" or (text == ")" and before not in _WITH_CONDITION) else text
        else:
            last = "value"


def _token(script: str, at: int, last: str, in_template: bool) -> re.Match[str]:
    """Return the next part; `last` is the word or sign before it, or "value" where a value ended."""
    found = None
    if script[at] == "/" and _BEFORE_VALUE.fullmatch(last):
        found = _REGEX.match(script, at)
    elif script[at] == "}" and in_template:
        found = _REST_OF_TEMPLATE.match(script, at)
    return found or cast("re.Match[str]", _TOKEN.match(script, at))  # a sign is anything
