"""The table of options: each option has its own value, and says whether it changes what is found."""

from dataclasses import fields

import click
import pytest

from a11ycheck.cli.main import cli
from a11ycheck.cli.option_table import CHANGES_FINDINGS, CONFIG_KEYS, OPTIONS
from a11ycheck.cli.options import Options

OF_THE_CONFIGURATION = {"organisation", "roles"}
REPORT_ONLY = {
    "formats", "en301549", "output", "fail_on", "allow_incomplete", "baseline", "quiet", "verbose",
    "jobs", "cluster", "resume", "browser", "credentials",
}  # fmt: skip


def test_each_option_has_a_field_and_each_field_an_option() -> None:
    parameters = [entry.parameter for entry in OPTIONS]
    assert len(set(parameters)) == len(parameters)
    assert {each.name for each in fields(Options)} == {*parameters, *OF_THE_CONFIGURATION}


def test_an_audit_is_resumed_whatever_is_asked_of_its_report() -> None:
    assert {entry.parameter for entry in OPTIONS if not entry.changes_findings} == REPORT_ONLY
    assert {each.name for each in fields(Options)} - REPORT_ONLY - OF_THE_CONFIGURATION == CHANGES_FINDINGS


def test_roles_may_set_what_concerns_signing_in_alone() -> None:
    assert {key for key, value in CONFIG_KEYS.items() if value.per_role} == {
        "login", "login-page", "login-host", "storage-state", "credentials",
    }  # fmt: skip
    assert "resume" not in CONFIG_KEYS


@pytest.mark.parametrize("command", ["check", "audit", "ci", "report", "statement"])
def test_options_of_commands_are_those_of_the_table_with_its_defaults(command: str) -> None:
    defaults = {each.name: each.default for each in fields(Options)}
    for parameter in cli.commands[command].params:
        if isinstance(parameter, click.Option) and parameter.name != "config":
            assert parameter.default == defaults[str(parameter.name)], parameter.name
