"""[organisation] and --en301549, from the command line and the configuration into the reports."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from a11ycheck.cli.config import checked_config, read_config
from a11ycheck.cli.main import cli
from a11ycheck.cli.option_table import CONFIG_KEYS
from a11ycheck.errors import A11yCheckError, UsageError
from a11ycheck.formats import json as saved
from a11ycheck.text.words import read_words
from tests.cli.test_cli import run
from tests.reports import report

TOML = """
[organisation]
country = ["NL", "DE"]
sells-to-consumers = true
staff = "50-249"
public-body = false
"""
TOLD = {
    "country": ("NL", "DE"),
    "sells-to-consumers": ("yes",),
    "staff": ("50-249",),
    "public-body": ("no",),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.json").write_text(saved.write(report(), read_words("en")), encoding="utf-8")
    return tmp_path


def call(*words: str) -> Result:
    done = CliRunner().invoke(cli, words)
    if isinstance(done.exception, A11yCheckError):
        raise done.exception
    return done


def test_the_answers_become_words(tmp_path: Path) -> None:
    (tmp_path / "a11ycheck.toml").write_text(TOML, encoding="utf-8")
    assert checked_config(read_config(folder=tmp_path), CONFIG_KEYS).organisation == TOLD


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("[organisation]\nstaf = '0-9'", "config-key-near"),
        ("[organisation]\nstaff = '12'", "config-value-choice"),
        ("[organisation]\ncountry = ['Holland']", "config-value-choice"),
        ("[organisation]\npublic-body = 'yes'", "config-value-switch"),
        ("organisation = 'us'", "config-organisation"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, line: str, key: str) -> None:
    (tmp_path / "a11ycheck.toml").write_text(line, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_config(folder=tmp_path)
    assert caught.value.key == key
    for lang in ("en", "nl"):
        assert "a11ycheck.toml" in read_words(lang).error(caught.value)  # type: ignore[arg-type]


def test_a_saved_report_is_written_again_with_the_answers(folder: Path) -> None:
    (folder / "a11ycheck.toml").write_text(TOML, encoding="utf-8")
    call("report", "report.json", "--output", "out", "--format", "summary", "--format", "json", "--lang", "nl")
    page = (folder / "out" / "summary.html").read_text(encoding="utf-8")
    assert "Geldt misschien" in page and "Stand van 23 november 2026" in page
    assert saved.read((folder / "out" / "report.json").read_text(encoding="utf-8")).organisation == TOLD
    (folder / "a11ycheck.toml").unlink()
    call("report", "out/report.json", "--output", "again", "--format", "json")
    again = saved.read((folder / "again" / "report.json").read_text(encoding="utf-8"))
    assert again.organisation == TOLD, "what was told stays told"


def test_the_other_edition_shows_its_clauses_and_keeps_both(folder: Path) -> None:
    given = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    given["findings"][0] |= {"criteria": ["2.5.8"], "en301549": ["9.2.5.8", "12.3"]}
    (folder / "report.json").write_text(json.dumps(given), encoding="utf-8")
    call("report", "report.json", "--output", "out", "--format", "json", "--en301549", "3.2.1")
    shown = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
    assert shown["settings"]["en301549"] == "V3.2.1"
    assert shown["findings"][0]["en301549"] == ["12.1.1", "12.2.2"]
    assert shown["findings"][0]["clauses"]["V4.1.1"] == ["9.2.5.8", "12.3"]


def test_statement_writes_four_files_and_says_where(folder: Path) -> None:
    done = call("statement", "report.json", "--output", "drafts", "--lang", "nl")
    assert done.exit_code == 0
    names = ["accessibility-information", "statement-findings"]
    assert sorted(each.name for each in (folder / "drafts").iterdir()) == sorted(
        f"{name}.{suffix}" for name in names for suffix in ("md", "html")
    )
    assert "Een mens moet ze invullen" in done.output
    with pytest.raises(UsageError):
        call("statement", "a11ycheck.toml")


@pytest.mark.browser
def test_a_check_carries_the_answers_into_its_report(tmp_path: Path) -> None:
    (tmp_path / "a11ycheck.toml").write_text(TOML, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as package:
        package.writestr(
            "index.html", '<!doctype html><html lang="en"><title>Quiz</title><h1>Quiz</h1><img src="a.png">'
        )
    run("check", "one.zip", "--format", "json", "--format", "summary", "--en301549", "3.2.1", cwd=tmp_path, code=1)
    folder = tmp_path / "a11ycheck-report"
    found = saved.read((folder / "report.json").read_text(encoding="utf-8"))
    assert found.organisation == TOLD
    assert found.settings.en301549 == "V3.2.1"
    assert "Take a quiz" in (folder / "summary.html").read_text(encoding="utf-8")
