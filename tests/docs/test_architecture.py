"""What the pages for contributors say is true: paths exist, rooms are named, adding works as told."""

import re
import shutil
from pathlib import Path

import pytest

from a11ycheck.content import CONTENT, RULES
from a11ycheck.facts import FACTS
from a11ycheck.formats import FORMATS
from a11ycheck.judging.rules import read_rules
from a11ycheck.players import PLAYERS

ROOT = Path(CONTENT)
HOUSE = ROOT / "a11ycheck"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PAGES = [ROOT / "docs" / "architecture.md", ROOT / "CONTRIBUTING.md", ROOT / "rules" / "README.md"]
SHORT_PAGES = [ROOT / "tests" / "golden" / "README.md", HOUSE / "players" / "README.md"]
TOP = ("a11ycheck/", "rules/", "reports/", "fixtures/", "tests/", "docs/", "benchmarks/")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_is_named_exists(page):
    named = re.findall(r"`([\w./-]+/[\w./*-]*)`", page.read_text(encoding="utf-8"))
    paths = [path for path in named if path.startswith(TOP) and not re.search(r"your|\*|NAME", path)]
    assert len(paths) > 5
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", SHORT_PAGES, ids=lambda page: page.parent.name)
def test_every_path_on_a_page_inside_a_folder_exists(page):
    """Such a page names paths from the root, from a11ycheck/ or from its own folder, in commands too."""
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`([\w.-]+/[\w./-]*|\w+\.py)`|(?<![\w/.`])(tests/[\w./]+\w)", text)
    paths = [path for path in map("".join, named) if "NAME" not in path]
    missing = [path for path in paths if not any((at / path).exists() for at in (ROOT, HOUSE, page.parent))]
    assert len(paths) >= 3
    assert missing == []


def test_the_table_of_rooms_has_all_folders_and_no_other():
    table = ARCHITECTURE.partition("## The rooms")[2].partition("Imports go down")[0]
    named = {name for row in re.findall(r"^\| (`.*?) \|", table, re.M) for name in re.findall(r"`(\w+)/`", row)}
    assert named == {path.name for path in HOUSE.iterdir() if path.is_dir() and path.name[0] not in "_."}


def test_the_root_holds_only_the_ground():
    assert {path.stem for path in HOUSE.glob("*.py")} == {"__init__", "__main__", "model", "errors", "content"}


def test_the_picture_of_the_layers_is_the_one_that_is_checked():
    checked = (ROOT / ".importlinter").read_text(encoding="utf-8").partition("layers =\n")[2]
    assert re.sub(r"^ +", "", checked, flags=re.M).strip() in ARCHITECTURE


def test_a_rule_is_one_folder_and_nothing_else(tmp_path):
    shutil.copytree(RULES / "_template", tmp_path / "my-rule")
    assert [rule.id for rule in read_rules("en", tmp_path)] == ["my-rule"]


def test_what_is_a_line_in_a_list_stands_there():
    assert set(FACTS) == {path.stem for path in (HOUSE / "facts").glob("*.js")}
    assert {player.folder for player in PLAYERS} == {
        path.name for path in (HOUSE / "players" / "tools").iterdir() if path.is_dir() and path.name[0] != "_"
    }
    assert set(FORMATS) <= {path.stem for path in (HOUSE / "formats").glob("*.py")}
