"""README.md and docs/ say what is true: the help, the rules, the options and the links. `make docs` updates them."""

import re
import runpy
from collections import Counter
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from a11ycheck.cli.config import checked_config, read_config
from a11ycheck.cli.main import cli
from a11ycheck.cli.option_table import CONFIG_KEYS, TARGET_KEYS
from a11ycheck.cli.rule_pages import criteria_coverage

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCS = ROOT / "docs"
PAGES = (README, *sorted(DOCS.glob("*.md")))
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
COMMANDS = sorted(cli.commands)


def between(mark: str, page: str) -> str:
    """What stands between <!-- mark --> and <!-- /mark -->."""
    found = re.search(rf"(?<=<!-- {mark} -->\n).*?(?=<!-- /{mark} -->)", TEXTS[page], re.DOTALL)
    assert found is not None, f"{page} has no <!-- {mark} -->"
    return found[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_that_of_the_command(command: str) -> None:
    runner = CliRunner(env={"A11YCHECK_BROWSER": None})
    printed = runner.invoke(cli, [command, "--help"], prog_name="a11ycheck", terminal_width=98)
    assert printed.exit_code == 0
    assert between(f"help:{command}", "commands.md") == f"```\n{printed.output.rstrip()}\n```\n"


def test_table_of_coverage_is_made_from_the_rules() -> None:
    rows = ["| criterion | level | at most | rules, ours first |", "|---|---|---|---|"]
    for one in criteria_coverage("en"):
        names = [f"`{rule.id}`" for rule in one.rules]
        rows.append(
            f"| {one.criterion.number} {one.criterion.title['en']} | {one.criterion.level} "
            f"| {one.strongest or 'person'} | {', '.join(names) or '–'} |"
        )
    counts = Counter(one.strongest or "person" for one in criteria_coverage("en"))
    said = f"{counts['failure']} failure, {counts['review']} review, {counts['person']} person only."
    assert between("coverage", "rules.md") == said + "\n\n" + "\n".join(rows) + "\n"
    assert len(criteria_coverage("en")) == 55


def test_list_of_rules_is_up_to_date() -> None:
    assert TEXTS["rules.md"] == runpy.run_path(str(DOCS / "make_rules.py"))["page"]()


def test_every_option_and_command_has_help() -> None:
    silent = [
        f"{name} {parameter.name}"
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []
    assert [name for name, command in cli.commands.items() if not command.help] == []


def test_every_option_is_explained() -> None:
    explained = set(re.findall(r"`(--[a-z0-9-]+)", TEXTS["configuration.md"]))
    scanning = [parameter for name in ("check", "audit", "ci") for parameter in cli.commands[name].params]
    options = {one for parameter in scanning for one in (*parameter.opts, *parameter.secondary_opts)}
    assert {one for one in options if one.startswith("--")} == explained


@pytest.mark.parametrize(("page", "is_named"), [("configuration.md", True), ("scheduled-job.md", False)])
def test_configuration_shown_is_accepted(page: str, is_named: bool, tmp_path: Path) -> None:
    (toml,) = re.findall(r"```toml\n(.*?)```", TEXTS[page], re.DOTALL)
    (tmp_path / "a11ycheck.toml").write_text(toml, encoding="utf-8")
    read = read_config(tmp_path / "a11ycheck.toml") if is_named else read_config(folder=tmp_path)
    config = checked_config(read, CONFIG_KEYS, TARGET_KEYS)
    assert [target.name for target in config.targets] == ["Academy", "Garden safety"]


def test_options_shown_exist() -> None:
    for name, text in TEXTS.items():
        for match in re.finditer(rf"a11ycheck ({'|'.join(COMMANDS)}) .*", text):
            parameters = cli.commands[match[1]].params
            known = {one for each in parameters for one in (*each.opts, *each.secondary_opts)}
            assert set(re.findall(r"(?<!\S)--[a-z0-9-]+", match[0].partition("`")[0])) <= known, (name, match[0])


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)]+)\)|(?<=src=\")([^\"]+)", TEXTS[page.name]):
            address = "".join(target)
            if address.startswith("https:"):
                continue
            path, _, heading = address.partition("#")
            file = (page.parent / path).resolve() if path else page
            assert file.is_file(), (page.name, address)
            assert not heading or heading in headings(file.read_text(encoding="utf-8")), (page.name, address)


def headings(text: str) -> set[str]:
    """The anchors that GitHub gives to headings."""
    found = re.findall(r"^#+ (.+)", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in found}


def test_readme_is_short() -> None:
    assert len(TEXTS["README.md"].splitlines()) <= 200
