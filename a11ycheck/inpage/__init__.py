"""JavaScript that runs in pages, and the library that it shares.

A script is a module with one default export, a function or an object; a short one may be just that expression. Its
head names what it uses of the library, in comments such as `// @requires dom, words/skip`: parts are files of `lib/`,
word lists those of `words/`. What it requires is in its scope as `a11y`: `a11y.dom.parent(element)`, `a11y.words.skip`.
Scripts become expressions without imports, because a page's policy may forbid them, and nothing becomes a global: a
script works in our isolated world and in the page's own world alike.

Folders are named after the part of a11ycheck that runs their scripts: `behaviour/`, `browser/`, `facts/`, `judging/`,
`players/` and `scan/`. Scripts that several parts run are in the folder itself.

Only in the isolated world may a script keep something from one call to the next: `a11y.state.state` is the one global
there, `globalThis.a11ycheck`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from a11ycheck.web.command_words import DATA

_HERE = Path(__file__).parent
_REQUIRES = re.compile(r"^// @requires (.+)$", re.MULTILINE)
_NAME = re.compile(r"(words/)?\w+")
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
_EXPORTS = re.compile(r"^export ((?:async )?function\*? (\w+)|const (\w+))", re.MULTILINE)


PLATFORM_COMMANDS = "platform_commands"
"""The word list of commands on platforms: links are judged by the same words, beside the browser."""


@cache
def script(name: str) -> str:
    """Return the expression of a script of inpage/ with what it requires in its scope.

    `name` is "FILE", or "FILE.FUNCTION" for one function of the object that the script exports: "page.title".
    """
    file, _, function = name.partition(".")
    expression = assemble((_HERE / f"{file}.js").read_text(encoding="utf-8"))
    return f"({expression}\n).{function}" if function else expression


def assemble(source: str) -> str:
    """Return the expression of a script with the library parts that its head requires in its scope.

    The script keeps its line numbers: the library stands behind it.
    """
    needed = requirements([source])
    expression = as_expression(source)
    return f"((a11y) => ({expression}\n))({library(needed)})" if needed else expression


def as_expression(source: str) -> str:
    """Return what a script exports, or is, as an expression that still lacks what the script requires.

    It may end in a comment: a line break belongs behind it.
    """
    source = source.strip().removesuffix(";")
    if _DEFAULT.search(source):
        return f"(() => {{ {_DEFAULT.sub('const exported = ', source, count=1)};\nreturn exported; }})()"
    return source


def requirements(sources: Iterable[str]) -> tuple[str, ...]:
    """Return the names of all parts and word lists that these sources require, without repetition."""
    listed = (name.strip() for source in sources for line in _REQUIRES.findall(source) for name in line.split(","))
    return tuple(dict.fromkeys(listed))


def is_part(name: str) -> bool:
    """Return whether the library has a part or a word list with this name."""
    if name == f"words/{PLATFORM_COMMANDS}":
        return True
    folder, file = ("words", f"{name[6:]}.json") if name.startswith("words/") else ("lib", f"{name}.js")
    return _NAME.fullmatch(name) is not None and (_HERE / folder / file).is_file()


def library(needed: Iterable[str]) -> str:
    """Return the expression of the object `a11y` with these parts, and those that they require, as its properties.

    Raises FileNotFoundError where a name has no file.
    """
    lists, parts = [], []
    for name in _in_order(needed):
        folder, _, key = name.rpartition("/")
        if folder == "words":
            lists.append(f"{json.dumps(key)}: {word_list(key)}")
        else:
            parts.append(f"a11y.{key} = {_part(key)};\n")
    words = "words: {" + ",\n".join(lists) + "}" if lists else ""
    return f"(() => {{ const a11y = {{{words}}};\n{''.join(parts)}return a11y; }})()"


@cache
def word_list(name: str) -> str:
    """Return the JSON of words/NAME.json; for `PLATFORM_COMMANDS` what web/changes.toml says, without languages."""
    if name == PLATFORM_COMMANDS:
        return json.dumps(_platform_commands(), ensure_ascii=False)
    return (_HERE / "words" / f"{name}.json").read_text(encoding="utf-8").strip()


def _platform_commands() -> dict[str, list[str]]:
    verbs, objects, fillers = DATA["verbs"], DATA["objects"]["known"], DATA["fillers"]
    return {
        "strong": [*verbs["strong"], *verbs["sign-out"]],
        "weak": verbs["weak"],
        "alone": verbs["alone"],
        "objects": [*objects, *(f"{word}s" for word in objects)],
        "fillers": fillers["words"],
        "signs": fillers["signs"],
    }


def _in_order(needed: Iterable[str]) -> list[str]:
    """Put each requirement after those that it requires itself."""
    ordered: dict[str, None] = {}

    def add(name: str) -> None:
        if name in ordered:
            return
        if not name.startswith("words/"):
            for below in requirements([_lib_source(name)]):
                add(below)
        ordered[name] = None

    for name in needed:
        add(name)
    return list(ordered)


@cache
def _lib_source(name: str) -> str:
    return (_HERE / "lib" / f"{name}.js").read_text(encoding="utf-8")


@cache
def _part(name: str) -> str:
    """Return the expression of one part: its module as a function, its exports as a frozen object."""
    source = _lib_source(name)
    exported = ", ".join(function or constant for _, function, constant in _EXPORTS.findall(source))
    body = _EXPORTS.sub(r"\1", source)
    return f"(() => {{\n{body}\nreturn Object.freeze({{ {exported} }});\n}})()"
