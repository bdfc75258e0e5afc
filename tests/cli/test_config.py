"""The configuration file: what it may hold, and what is said about mistakes."""

from pathlib import Path

import pytest

from a11ycheck.cli.config import Config, checked_config, read_config
from a11ycheck.cli.config_values import ConfigKey
from a11ycheck.errors import UsageError
from a11ycheck.text.words import read_words

OPTIONS = {
    "max-pages": ConfigKey("max_pages", "whole", minimum=1, power="none"),
    "rate": ConfigKey("rate", "number", minimum=0, maximum=100, power="none"),
    "robots": ConfigKey("robots", "switch", power="none"),
    "fail-on": ConfigKey("fail_on", choices=("critical", "serious", "never"), power="none"),
    "format": ConfigKey("formats", choices=("html", "json"), multiple=True, power="none"),
    "include": ConfigKey("include", multiple=True, power="none"),
    "output": ConfigKey("output", "path", power="none"),
    "browser": ConfigKey("browser", power="none"),
}


def read(folder: Path, text: str, name: str = "a11ycheck.toml") -> Config:
    (folder / name).write_text(text, encoding="utf-8")
    return checked_config(read_config(folder=folder), OPTIONS)


def test_no_file(tmp_path: Path) -> None:
    assert checked_config(read_config(folder=tmp_path), OPTIONS) == Config({}, (), None)


def test_options_and_targets(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """
        max-pages = 20
        rate = 2
        robots = false
        fail-on = "serious"
        format = "html"
        include = ["/nl/*", "/en/*"]
        output = "reports"

        [[targets]]
        name = "Academy"
        url = "https://school.example/"
        max-pages = 5

        [[targets]]
        file = "packages/garden.zip"
        """,
    )
    assert config.options == {
        "max-pages": 20,
        "rate": 2,
        "robots": False,
        "fail-on": "serious",
        "format": ("html",),
        "include": ("/nl/*", "/en/*"),
        "output": tmp_path / "reports",
    }
    site, package = config.targets
    assert (site.name, site.url, site.file) == ("Academy", "https://school.example/", None)
    assert site.options == {"max-pages": 5}
    assert (package.name, package.file) == ("packages/garden.zip", tmp_path / "packages" / "garden.zip")
    assert config.path == tmp_path / "a11ycheck.toml"


def test_pyproject(tmp_path: Path) -> None:
    assert read(tmp_path, "[tool.a11ycheck]\nmax-pages = 3\n", "pyproject.toml").options == {"max-pages": 3}
    assert read(tmp_path, "max-pages = 4\n").options == {"max-pages": 4}


def test_a_pyproject_of_somebody_else(tmp_path: Path) -> None:
    assert read(tmp_path, "[tool.other]\nx = = 1\n", "pyproject.toml").path is None


def test_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a11ycheck.toml").write_bytes(b"\xef\xbb\xbfmax-pages = 2\n")
    assert read_config(folder=tmp_path).options == {"max-pages": 2}


@pytest.mark.parametrize(
    ("text", "key", "data"),
    [
        ("max-page = 2", "config-key-near", {"setting": "max-page", "near": "max-pages"}),
        ("max_pages = 2", "config-key-near", {"near": "max-pages"}),
        ("target = 2", "config-key-near", {"near": "targets"}),
        ("xyzzy = 2", "config-key", {"setting": "xyzzy"}),
        ("max-pages = '2'", "config-value-whole", {"setting": "max-pages", "value": "2"}),
        ("max-pages = true", "config-value-whole", {"value": "true"}),
        ("max-pages = 2.5", "config-value-whole", {}),
        ("max-pages = 0", "config-value-least", {"least": "1"}),
        ("rate = 101", "config-value-most", {"most": "100"}),
        ("rate = 'fast'", "config-value-number", {}),
        ("robots = 'no'", "config-value-switch", {"value": "no"}),
        ("fail-on = 'bad'", "config-value-choice", {"choices": "critical, serious, never"}),
        ("fail-on = 3", "config-value-choice", {}),
        ("format = ['html', 'doc']", "config-value-choice", {"value": "doc"}),
        ("include = [1]", "config-value-text", {"value": "1"}),
        ("browser = {a = 1}", "config-value-text", {}),
        ("output = []", "config-value-text", {}),
        ("targets = 3", "config-targets", {}),
        ("targets = ['x']", "config-targets", {}),
        ("[[targets]]\nname = 'A'", "config-target-address", {"target": "A"}),
        ("[[targets]]\nmax-pages = 1", "config-target-address", {"target": "1"}),
        ("[[targets]]\nurl = 'http://a.example'\nfile = 'a.zip'", "config-target-address", {}),
        ("[[targets]]\nurl = 3", "config-value-text", {"setting": "url"}),
        ("[[targets]]\nurl = 'a.nl'\n[[targets]]\nurl = 'a.nl'", "config-target-twice", {"target": "a.nl"}),
        ("[[targets]]\nurl = 'a.example'\nmaxpages = 1", "config-key-near", {"near": "max-pages"}),
        ("[[targets]]\nulr = 'a.example'\nfile = 'a'", "config-key-near", {"near": "url"}),
        ("a = 1\nb = = 2\n", "config-not-toml", {"line": "2"}),
        ("a = 1\nb = ", "config-not-toml", {"line": "2"}),
        ("a = '\x01'", "config-not-toml", {"line": "1"}),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, key: str, data: dict[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert caught.value.key == key
    assert data.items() <= caught.value.data.items()
    for lang in ("en", "nl"):
        assert "a11ycheck.toml" in read_words(lang).error(caught.value)


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    for content in (None, b"\xff\xfe\x00"):
        path = tmp_path / "mine.toml"
        if content:
            path.write_bytes(content)
        with pytest.raises(UsageError) as caught:
            read_config(path)
        assert caught.value.key == "config-unreadable"


def test_tool_a11ycheck_that_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, "[[tool.a11ycheck]]\nx = 1\n", "pyproject.toml")
    assert caught.value.key == "config-not-table"
