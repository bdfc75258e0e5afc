"""A configuration file that was only found in the current folder may do nothing that a stranger may not do."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from a11ycheck.cli.config import Config, checked_config, read_config
from a11ycheck.cli.config_values import ConfigKey
from a11ycheck.cli.main import cli
from a11ycheck.cli.option_table import CONFIG_KEYS, TARGET_KEYS
from a11ycheck.cli.options import Options
from a11ycheck.cli.targets import configured_targets
from a11ycheck.errors import A11yCheckError, UsageError
from a11ycheck.formats import json as saved
from a11ycheck.logins.states import save_state
from a11ycheck.text.words import read_words
from tests.reports import report

HARMLESS = {
    "profile", "level", "wcag", "jobs", "every-screen", "screenshots", "format", "en301549", "lang", "fail-on",
    "allow-incomplete", "quiet", "verbose", "max-pages", "max-depth", "include", "exclude", "sitemap", "sample",
}  # fmt: skip
LIMITS = {"max-files", "max-megabytes", "max-ratio", "robots", "rate"}
SITE = "[[targets]]\nurl = 'https://school.example/'\n"


def value_for(key: ConfigKey) -> str:
    if key.kind in ("whole", "number"):
        return f"{max(key.minimum or 1, 1):g}"
    return "true" if key.kind == "switch" else f"'{(*key.choices, 'x')[0]}'"


def read(folder: Path, toml: str, name: str = "a11ycheck.toml", named: bool = False) -> Config:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(toml, encoding="utf-8")
    config = read_config(folder / name) if named else read_config(folder=folder)
    return checked_config(config, CONFIG_KEYS, TARGET_KEYS)


def refusal(folder: Path, toml: str, name: str = "a11ycheck.toml") -> UsageError:
    """Return why a found file is refused; its sentence names the file, the setting and what to do."""
    with pytest.raises(UsageError) as caught:
        read(folder, toml, name)
    for lang in ("en", "nl"):
        sentence = read_words(lang).error(caught.value)
        assert f"--config {name}" in sentence
        assert "{" not in sentence
    return caught.value


def test_each_option_that_a_found_file_may_set_is_one_of_these() -> None:
    assert {name for name, key in CONFIG_KEYS.items() if key.power == "none"} == HARMLESS
    assert {name for name, key in CONFIG_KEYS.items() if key.power == "limit"} == LIMITS
    assert {name for name, key in CONFIG_KEYS.items() if key.power == "reads"} == {"baseline"}


@pytest.mark.parametrize("name", sorted({*CONFIG_KEYS} - HARMLESS - LIMITS - {"baseline"}))
def test_other_options_are_refused_wherever_they_stand(tmp_path: Path, name: str) -> None:
    line = f"{name} = {value_for(CONFIG_KEYS[name])}\n"
    for table in ("", SITE, "[[targets]]\nfile = 'a.zip'\n"):
        error = refusal(tmp_path, table + line)
        assert (error.key, error.data["setting"]) == ("config-found", name)
    where = "[tool.a11ycheck]\n"
    (tmp_path / "a11ycheck.toml").unlink()
    assert refusal(tmp_path, where + line, "pyproject.toml").data["setting"] == name
    assert read(tmp_path, where + line, "pyproject.toml", named=True).options[name]


@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_harmless_options_count(tmp_path: Path, name: str) -> None:
    assert name in read(tmp_path, f"{name} = {value_for(CONFIG_KEYS[name])}").options


@pytest.mark.parametrize("line", ["", "login = 'none'\n", "login = 'auto'\n", "credentials = 'c.toml'\n"])
def test_nobody_is_signed_in_by_a_found_file(tmp_path: Path, line: str) -> None:
    toml = f"[[role]]\nname = 'admin'\n{line}"
    error = refusal(tmp_path, toml)
    assert (error.key, error.data["setting"]) == ("config-found", "[[role]]")
    assert read(tmp_path, toml, named=True).roles[0].name == "admin"


@pytest.mark.parametrize(
    "line",
    ["max-files = 20001", "max-megabytes = 2049", "max-ratio = 1000000", "robots = false", "rate = 4.1", "rate = 0"],
)
def test_limits_are_not_loosened(tmp_path: Path, line: str) -> None:
    assert refusal(tmp_path, line).key == "config-found-limit"
    assert read(tmp_path, line, named=True).options


@pytest.mark.parametrize("line", ["max-files = 10", "max-megabytes = 2048", "robots = true", "rate = 0.5", "rate = 4"])
def test_limits_may_be_tightened(tmp_path: Path, line: str) -> None:
    assert read(tmp_path, line).options


@pytest.mark.parametrize("line", ["rate = nan", "rate = inf", "rate = -inf"])
def test_a_number_is_one(tmp_path: Path, line: str) -> None:
    with pytest.raises(UsageError, match="config-value"):
        read(tmp_path, line, named=True)


@pytest.mark.parametrize(
    "path",
    [
        "../secret.zip", "sub/../../secret.zip", "/etc/passwd", "~/secret.zip", "link/secret.zip", "link.zip",
        "sub/../link.zip", "./link/../secret.zip", "~root/x", "/proc/self/environ", "/dev/zero", "loop", "a\\u0000b",
    ],
)  # fmt: skip
def test_paths_stay_in_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.zip").write_text("x")
    folder = tmp_path / "work"
    (folder / "sub").mkdir(parents=True)
    (folder / "link").symlink_to("..")
    (folder / "loop").symlink_to("loop")
    (folder / "link.zip").symlink_to("../secret.zip")
    for line in (f'[[targets]]\nfile = "{path}"', f'baseline = "{path}"'):
        assert refusal(folder, line).key == "config-found-path"
        assert read(folder, line, named=True).path


def test_paths_inside_are_read(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.zip").write_text("x")
    (tmp_path / "inner.zip").symlink_to("sub/a.zip")
    for path in ("sub/a.zip", "./sub/../sub/a.zip", "inner.zip", ".", str(tmp_path / "sub" / "a.zip")):
        assert read(tmp_path, f"[[targets]]\nfile = '{path}'\n").targets


@pytest.mark.parametrize("name", ["a11ycheck.toml", "pyproject.toml"])
def test_a_link_to_a_file_elsewhere_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.toml").write_text("token = 'hush'\n[tool.a11ycheck]\nrate = 1\n", encoding="utf-8")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / name).symlink_to("../secret.toml")
    with pytest.raises(UsageError) as caught:
        read_config(folder=tmp_path / "work")
    assert caught.value.key == "config-found-link"


@pytest.mark.parametrize(
    "toml",
    [
        "a = " + "[" * 100_000,
        "a = [\n" + "[\n" * 5_000, "a = " + "{a=" * 5_000, "a = " + "9" * 5_000, "a" + ".a" * 50_000 + " = 1",
        "#\n" * 200_000,
        ("a" + ".a" * 990 + " = 1\n") * 100,
        ("a" + ".a" * 900 + '."\u2028".a') * 100 + " = 1",
    ],
    ids=["lists", "lists on lines", "tables", "digits", "dots", "size", "lines of dots", "line separators"],
)  # fmt: skip
def test_a_file_made_to_break_the_program_is_refused(tmp_path: Path, toml: str) -> None:
    started = time.monotonic()
    with pytest.raises(UsageError):
        read(tmp_path, toml)
    assert time.monotonic() - started < 5


def test_a_project_file_made_to_keep_us_looking_is_left_alone(tmp_path: Path) -> None:
    started = time.monotonic()
    for text in ("\n" * 150_000, " " * 150_000, "[" * 150_000, "[ " * 75_000):
        assert read(tmp_path, text, "pyproject.toml").path is None
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (Options(header=("X-Key=KEY",)), "--header"),
        (Options(login="auto"), "--login"),
        (Options(login="basic"), "--login"),
        (Options(storage_state=Path("state.json")), "--storage-state"),
        (Options(storage_state=Path("state.json"), login="none"), "--storage-state"),
        (Options(client_certificate=Path("me.pem")), "--client-certificate"),
        (Options(credentials=Path("me.toml"), login="none"), "--credentials"),
        (Options(), "--login"),
    ],
)
def test_a_site_that_a_found_file_names_is_told_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: Options, said: str
) -> None:
    monkeypatch.setenv("A11YCHECK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("A11YCHECK_USER", "mila")
    monkeypatch.setenv("A11YCHECK_PASSWORD", "swordfish")
    save_state("https://www.school.example/", {"cookies": [], "origins": []})
    with pytest.raises(UsageError) as caught:
        configured_targets(read(tmp_path, SITE), options)
    assert caught.value.key.startswith("config-found-")
    assert said in read_words("en").error(caught.value).replace("kept sign-in", "--login")
    (target,) = configured_targets(read(tmp_path, SITE), Options(login="none"))
    assert target.login is None and not target.access.has_credentials
    if options == Options():
        (target,) = configured_targets(read(tmp_path, SITE, named=True), options)
        assert target.login is not None


@pytest.mark.parametrize(
    ("toml", "key"),
    [
        (SITE + "profile = 'quick'", "config-target-run"),
        (SITE + "fail-on = 'never'", "config-target-run"),
        (SITE + "output = 'there'", "config-target-run"),
        (SITE + "submit-forms = true", "config-target-run"),
        (SITE + "editor = 'https://school.example/edit'", "config-target-run"),
        (SITE + "max-files = 3", "config-target-kind"),
        ("[[targets]]\nfile = 'a.zip'\nmax-pages = 3", "config-target-kind"),
        ("[[targets]]\nfile = 'a.zip'\nlogin = 'none'", "config-target-kind"),
    ],
)
def test_what_does_nothing_for_a_target_is_refused(tmp_path: Path, toml: str, key: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, toml, named=True)
    assert caught.value.key == key
    for lang in ("en", "nl"):
        assert "{" not in read_words(lang).error(caught.value)


def call(*words: str) -> Result:
    done = CliRunner().invoke(cli, words)
    if isinstance(done.exception, A11yCheckError):
        raise done.exception
    return done


def test_the_file_is_told_and_cannot_hide_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.json").write_text(saved.write(report(), read_words("en")), encoding="utf-8")
    words = ("report", "report.json", "--format", "json")
    assert "Settings come from" not in call(*words).output
    (tmp_path / "a11ycheck.toml").write_text("quiet = true\n", encoding="utf-8")
    assert f"Settings come from {tmp_path / 'a11ycheck.toml'}." in call(*words).output
    assert "De instellingen komen uit" in call(*words, "--lang", "nl").output
    assert "Settings come from" not in call(*words, "--quiet").output
    assert "Settings come from" in call("statement", "report.json").output


@pytest.mark.slow
def test_the_command_starts_nothing_that_a_folder_names_and_says_so_in_one_sentence(tmp_path: Path) -> None:
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch '{tmp_path}/started'\n", encoding="utf-8")
    spy.chmod(0o755)
    (tmp_path / "playwright").mkdir()
    (tmp_path / "playwright" / "__init__.py").write_text(f"open({str(tmp_path / 'imported')!r}, 'w')\n")
    (tmp_path / "index.html").write_text("<title>x</title>")
    (tmp_path / "report.json").write_text(json.dumps({}))
    line = "import sys; from a11ycheck.cli.main import main; sys.argv[0] = 'a11ycheck'; main()"
    environ = {**os.environ, "A11YCHECK_PASSWORD": "swordfish", "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}
    environ.pop("A11YCHECK_BROWSER", None)
    root = str(Path(__file__).parents[2])

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-P", "-c", line, *words], cwd=tmp_path, env={**environ, "PYTHONPATH": root},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    for toml in (f"browser = '{spy}'", '"\\u001b]0;pwned\\u0007" = 1', f"[[targets]]\nfile='index.html'\naxe='{spy}'"):
        (tmp_path / "a11ycheck.toml").write_text(toml, encoding="utf-8")
        for words in (
            ("check", "index.html"),
            ("ci",),
            ("audit", "https://school.example/"),
            ("report", "report.json"),
        ):
            done = run(*words)
            assert done.returncode == 2
            assert len(done.stderr.strip().splitlines()) == 1
            assert "a11ycheck.toml" in done.stderr and "\x1b" not in done.stderr
    (tmp_path / "a11ycheck.toml").unlink()
    run("doctor")
    assert not (tmp_path / "started").exists()
    assert not (tmp_path / "imported").exists()
