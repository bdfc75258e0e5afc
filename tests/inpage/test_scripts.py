"""How scripts get what they require, and that each says truly what that is."""

import re
from pathlib import Path

import pytest

from a11ycheck import inpage
from a11ycheck.content import RULES
from a11ycheck.facts import FACTS
from a11ycheck.inpage import PLATFORM_COMMANDS, as_expression, assemble, library, requirements, script

HERE = Path(inpage.__file__).parent
PLAYERS = HERE.parent / "players"
SCRIPTS = sorted(
    [
        *(path for path in HERE.rglob("*.js")),
        *FACTS.values(),
        *RULES.glob("*/check.js"),
        *PLAYERS.rglob("*.js"),
    ]
)
USED = re.compile(r"\ba11y\.(?:(words)\.)?(\w+)")


def named(path):
    return str(path.relative_to(HERE.parent.parent))


def used(source):
    code = re.sub(r"^\s*(//|\*|/\*).*$", "", source, flags=re.MULTILINE)
    for folder, name in USED.findall(code):
        if name != "words":
            yield f"words/{name}" if folder else name


def test_a_script_keeps_its_line_numbers():
    made = assemble("// What it does.\n// @requires dom\n(element) => {\n  return a11y.dom.parent(element);\n};\n")
    assert made.splitlines()[3] == "  return a11y.dom.parent(element);"


def test_a_script_without_requirements_is_only_its_expression():
    assert assemble("() => 1;\n") == "() => 1"


def test_a_module_becomes_the_expression_of_what_it_exports():
    made = as_expression("const MOST = 1;\nexport default () => MOST + one();\nfunction one() { return 1; }\n")
    assert "export default" not in made
    assert made.startswith("(() => { const MOST = 1;\nconst exported = () => MOST + one();")


def test_one_function_of_a_script_that_exports_several():
    assert script("page.title") == f"({script('page')}\n).title"


def test_requirements_come_before_what_requires_them():
    made = library(["names"])
    assert made.index("a11y.dom =") < made.index("a11y.names =")
    assert made.index("a11y.text =") < made.index("a11y.names =")


def test_an_unknown_requirement_is_an_error():
    with pytest.raises(FileNotFoundError):
        assemble("// @requires nothing_like_it\n() => 1")


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_script_requires_what_it_uses_and_nothing_else(path):
    source = path.read_text(encoding="utf-8")
    required = set(requirements([source]))
    lists = re.search(r"\ba11y\.words\b(?!\.)", source)  # lists by a name that is worked out
    assert set(used(source)) - required == set()
    unused = {name for name in required - set(used(source)) if not (lists and name.startswith("words/"))}
    assert unused == set()


def test_no_line_has_more_than_120_columns():
    """The formatter leaves strings, patterns and comments as they are."""
    lines = [(named(path), line) for path in SCRIPTS for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(name, line) for name, line in lines if len(line) > 120] == []


@pytest.mark.parametrize("path", sorted(RULES.glob("*/check.js")), ids=named)
def test_rules_touch_no_global_of_ours(path):
    source = path.read_text(encoding="utf-8")
    assert "a11ycheck" not in source
    assert "state" not in requirements([source])


def test_each_part_and_each_word_list_is_used():
    required = set(requirements([path.read_text(encoding="utf-8") for path in SCRIPTS]))
    python = "\n".join(path.read_text(encoding="utf-8") for path in HERE.parent.rglob("*.py"))
    read = {f"words/{name}" for name in re.findall(r'word_list\("(\w+)"\)', python)}
    parts = {path.stem for path in (HERE / "lib").glob("*.js")}
    lists = {f"words/{path.stem}" for path in (HERE / "words").glob("*.json")}
    assert required | read | {"state"} == parts | lists | {f"words/{PLATFORM_COMMANDS}"}
