"""Known findings are kept in a readable file and told apart from new ones."""

import json
from pathlib import Path

import pytest

from a11ycheck.errors import UsageError
from a11ycheck.report import baseline
from a11ycheck.text.words import read_words
from tests.reports import report


def test_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "baseline.json"
    baseline.write(report(), path)
    assert baseline.read(path) == {f.fingerprint for f in report().findings if f.outcome == "failure"}
    notes = list(json.loads(path.read_text("utf-8"))["fingerprints"].values())
    assert notes == sorted(notes)
    assert notes[0] == "image-alt · content/intro.html · header > img.logo"


def test_an_issue_is_known_when_all_its_findings_are() -> None:
    some = baseline.apply(report(), frozenset({"f-alt-1", "f-label-1", "f-label-2"}))
    assert {issue.rule for issue in some.issues if issue.known} == {"label"}
    assert some.known == {"f-alt-1", "f-label-1", "f-label-2"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"schema": "a11ycheck-baseline/1", "fingerprints": ["x"]}',
        '{"schema": "a11ycheck-baseline/2", "fingerprints": {}}',
        "[" * 100_000,
        "\xff",
    ],
)
def test_another_file_is_refused_with_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(UsageError) as caught:
        baseline.read(path)
    assert "b.json" in read_words("nl").error(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        baseline.read(tmp_path / "none.json")
    assert "none.json" in read_words("en").error(caught.value)
