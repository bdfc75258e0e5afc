"""Make a11ycheck/inpage/facts.d.ts, which tells TypeScript what facts hold, from the types in Python."""

from __future__ import annotations

import inspect
import sys
import textwrap
from collections.abc import Callable as AbstractCallable
from collections.abc import Iterable
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.types import ROW_TYPES
from a11ycheck.facts import FACTS
from a11ycheck.facts.in_page import Element, RowsWith, Text
from a11ycheck.facts.types import FACT_TYPES

_HOUSE = Path(__file__).parent.parent / "a11ycheck"
FILE = _HOUSE / "inpage" / "facts.d.ts"
FILES = _HOUSE / "facts"
HEAD = "// Made by docs/make_fact_types.py of facts/types.py and behaviour/types.py: do not edit it.\n"
WIDTH = 120
PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    NoneType: "null",
    Any: "any",
    Element: "PageElement",
    Text: "TextNode",
}


def declarations() -> str:
    """Return the text of facts.d.ts. Raises TypeError when a fact or a behaviour has no type."""
    if untyped := undeclared():
        raise TypeError("\n".join(untyped))
    found: dict[str, type] = {}
    facts = {name: _named(given, found) for name, given in FACT_TYPES.items()}
    rows = {name: [_named(one, found) for one in types] for name, types in ROW_TYPES.items()}
    parts = [_interface(name, given, found) for name, given in _until_complete(found)]
    body = "\n".join(
        [
            *parts,
            _table("Facts", "The facts, by name.", facts),
            _table(
                "Observations",
                "The rows of behaviours, by name.",
                {k: f"Row<{' | '.join(v)}>[]" for k, v in rows.items()},
            ),
        ]
    )
    return f"{HEAD}\ndeclare namespace FactTypes {{\n{textwrap.indent(body, '  ', lambda line: line.strip() != '')}}}\n"


def undeclared() -> list[str]:
    """Return a sentence for each fact and each behaviour whose type is missing, or the other way round."""
    facts = {path.stem for path in FILES.glob("*.js")}
    return [
        *(
            f'The fact "{name}" is not in the list: add a line to FACTS in a11ycheck/facts/__init__.py.'
            for name in sorted(facts - FACTS.keys())
        ),
        *(_told("fact", name, "FACT_TYPES", "facts") for name in sorted(FACTS.keys() - FACT_TYPES.keys())),
        *(_told("behaviour", name, "ROW_TYPES", "behaviour") for name in sorted(BEHAVIOURS.keys() - ROW_TYPES.keys())),
        *(
            f'The type of "{name}" is of no fact and no behaviour: take it out of types.py.'
            for name in sorted((FACT_TYPES.keys() - FACTS.keys()) | (ROW_TYPES.keys() - BEHAVIOURS.keys()))
        ),
    ]


def _told(kind: str, name: str, table: str, folder: str) -> str:
    return (
        f'The {kind} "{name}" has no type: declare a TypedDict in a11ycheck/{folder}/types.py '
        f"and add a line for it to {table} there."
    )


def _until_complete(found: dict[str, type]) -> Iterable[tuple[str, type]]:
    """Yield each type once, also those that are found while others are written."""
    written: set[str] = set()
    while missing := found.keys() - written:
        for name in [one for one in found if one in missing]:
            written.add(name)
            yield name, found[name]


def _interface(name: str, given: type, found: dict[str, type]) -> str:
    lines = []
    fields = get_type_hints(given, include_extras=True)
    for field, hint in fields.items():
        optional = get_origin(hint) is NotRequired
        text = _named(get_args(hint)[0] if optional else hint, found)
        lines.append(f"  {_key(field)}{'?' if optional else ''}: {text};")
        if field == "mark":
            lines.append("  element: PageElement;")
    return _comment(inspect.getdoc(given) or "") + f"interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _table(name: str, text: str, rows: dict[str, str]) -> str:
    return _comment(text) + f"interface {name} {{\n" + "".join(f"  {_key(k)}: {v};\n" for k, v in rows.items()) + "}\n"


def _named(hint: Any, found: dict[str, type]) -> str:
    """Return a type in TypeScript, and note in `found` the interfaces that it names."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if is_typeddict(hint):
        found[hint.__name__] = hint
        return str(hint.__name__)
    if origin is Literal:
        return " | ".join(f'"{one}"' for one in arguments)
    if origin in (UnionType, Union):
        return " | ".join(_named(one, found) for one in arguments)
    if origin is list:
        inner = _named(arguments[0], found)
        return f"({inner})[]" if " " in inner else f"{inner}[]"
    if origin is dict:
        return f"Record<{_named(arguments[0], found)}, {_named(arguments[1], found)}>"
    if origin is RowsWith:
        return f"{_named(arguments[0], found)}[] & {_named(arguments[1], found)}"
    if origin is AbstractCallable:
        given = arguments[0]
        taken = (
            "...given: any[]"
            if given is ...
            else ", ".join(f"{letter}: {_named(one, found)}" for letter, one in zip("abc", given, strict=False))
        )
        return f"({taken}) => {_named(arguments[1], found)}"
    raise TypeError(f"TypeScript has no name for {hint}: add it to PLAIN in docs/make_fact_types.py.")


def _key(name: str) -> str:
    return name if name.isidentifier() else f'"{name}"'


def _comment(text: str) -> str:
    paragraphs = [textwrap.wrap(part, WIDTH - len("   * ")) for part in text.split("\n\n")]
    if len(paragraphs) == 1 and len(paragraphs[0]) == 1 and len(text) <= WIDTH - len("  /**  */"):
        return f"/** {text} */\n"
    lines = [line for part in paragraphs for line in (*part, "")][:-1]
    return "/**\n" + "".join(f" * {line}".rstrip() + "\n" for line in lines) + " */\n"


if __name__ == "__main__":
    try:
        FILE.write_text(declarations(), encoding="utf-8")
    except TypeError as error:
        sys.exit(str(error))
