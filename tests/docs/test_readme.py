"""The help in README.md is the real one. A11YCHECK_GOLDEN=write brings it up to date."""

import os
import re
from collections import Counter
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from a11ycheck.cli.config import check, read_config
from a11ycheck.cli.information import coverage
from a11ycheck.cli.main import cli
from a11ycheck.cli.options import CONFIGURABLE

README = Path(__file__).parents[2] / "README.md"
COMMANDS = sorted(cli.commands)


def block(command: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- help:{command} -->\n).*?(?=<!-- /help:{command} -->)", re.DOTALL)


def real_help(command: str) -> str:
    environ = {"COLUMNS": "100", "A11YCHECK_BROWSER": None}
    said = CliRunner(env=environ).invoke(cli, [command, "--help"], prog_name="a11ycheck", terminal_width=100)
    assert said.exit_code == 0
    return f"```\n{said.output.rstrip()}\n```\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command: str) -> None:
    text = README.read_text(encoding="utf-8")
    if os.environ.get("A11YCHECK_GOLDEN") == "write":
        text = block(command).sub(lambda _: real_help(command), text)
        README.write_text(text, encoding="utf-8", newline="\n")
    found = block(command).search(text)
    assert found is not None, f"README.md has no <!-- help:{command} -->"
    assert found[0] == real_help(command)


def coverage_table() -> str:
    rows = ["| criterion | level | at most | rules, ours first |", "|---|---|---|---|"]
    for one in coverage("en"):
        names = [f"`{rule.id}`" for rule in one.rules]
        rows.append(
            f"| {one.criterion.number} {one.criterion.title['en']} | {one.criterion.level} | {one.most or 'person'} "
            f"| {', '.join(names) or '–'} |"
        )
    counts = Counter(one.most or "person" for one in coverage("en"))
    said = f"{counts['failure']} failure, {counts['review']} review, {counts['person']} person only."
    return said + "\n\n" + "\n".join(rows) + "\n"


def test_the_table_of_coverage_is_made_from_the_rules() -> None:
    text = README.read_text(encoding="utf-8")
    mark = re.compile(r"(?<=<!-- coverage -->\n).*?(?=<!-- /coverage -->)", re.DOTALL)
    if os.environ.get("A11YCHECK_GOLDEN") == "write":
        text = mark.sub(lambda _: coverage_table(), text)
        README.write_text(text, encoding="utf-8", newline="\n")
    found = mark.search(text)
    assert found is not None and found[0] == coverage_table()
    assert len(coverage("en")) == 55


def test_every_option_and_command_has_help() -> None:
    silent = [
        f"{name} {parameter.name}"
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []
    assert [name for name, command in cli.commands.items() if not command.help] == []


def test_the_configuration_shown_is_accepted(tmp_path: Path) -> None:
    (toml,) = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "a11ycheck.toml").write_text(toml, encoding="utf-8")
    config = check(read_config(folder=tmp_path), CONFIGURABLE)
    assert [target.name for target in config.targets] == ["Academy", "Garden safety"]


def test_the_options_shown_exist() -> None:
    known = {opt for command in cli.commands.values() for parameter in command.params for opt in parameter.opts}
    known |= {opt for command in cli.commands.values() for p in command.params for opt in p.secondary_opts}
    for line in README.read_text(encoding="utf-8").partition("## Options")[0].splitlines():
        if match := re.search(r"a11ycheck (?:check|audit|ci|report|baseline) .*", line):
            assert set(re.findall(r"--[a-z-]+", match[0])) <= known, line
