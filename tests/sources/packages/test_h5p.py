"""H5P: in a player when there is one, as texts and pictures when there is none."""

import json
import shutil

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.errors import TargetError, UsageError
from a11ycheck.players.interface import NO_WALK
from a11ycheck.sources import open_package
from a11ycheck.sources.packages.h5p_text import text_of
from a11ycheck.sources.served_host import HOST
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source

PLANETS = CONTENT / "fixtures" / "packages" / "h5p-planets"
# A player that keeps to the interface of h5p-standalone: it fetches the content and draws it into a frame of its own.
PLAYER = """globalThis.H5PStandalone = { H5P: function (place, { h5pJsonPath, frameJs, frameCss }) {
  return Promise.all(["h5p.json", "content/content.json", "A11y.Planets-1.0/library.json"].map(async (name) =>
    (await fetch(`${h5pJsonPath}/${name}`)).json()).concat([frameJs, frameCss].map(async (url) => {
      if (!(await fetch(url)).ok) throw new Error(url);
    }))).then(([about, content]) => {
      const frame = document.createElement("iframe");
      place.append(frame);
      const { question, answers } = content.questions[0];
      frame.contentDocument.body.innerHTML = `<p>${about.mainLibrary} asks:</p><p>${question} <input></p>`;
    });
} };"""


@pytest.fixture
def player(tmp_path):
    folder = tmp_path / "dist"
    (folder / "styles").mkdir(parents=True)
    (folder / "main.bundle.js").write_text(PLAYER)
    (folder / "frame.bundle.js").write_text("//")
    (folder / "styles" / "h5p.css").write_text("")
    return folder


@pytest.mark.browser
def test_without_a_player_texts_and_pictures_are_judged_and_the_rest_is_said(tmp_path):
    package = open_package(zip_package(PLANETS, tmp_path / "planets.h5p"))
    report = scan_source(package, plan_for())
    assert (report.targets[0].kind, report.targets[0].title) == ("h5p", "Planets near and far")
    assert sorted(one.rule for one in report.findings) == ["image-alt", "link-name"]
    assert "h5p-no-player" in {one.why for one in report.skipped}
    page = package.info.network.respond("GET", "/.a11ycheck/h5p-text", {}, b"").body.decode()
    assert "Which planet is red?" in page
    assert "Check the answer" not in page
    assert "not for learners" not in page


@pytest.mark.browser
def test_in_a_player_the_interaction_is_judged(tmp_path, player):
    package = open_package(zip_package(PLANETS, tmp_path / "planets.h5p"), h5p_player=player)
    package.walk_plan = lambda page: NO_WALK  # how an activity moves on is shown in tests/players
    report = scan_source(package, plan_for())
    assert [one.rule for one in report.findings] == ["label"]
    assert report.skipped == ()
    coverage = report.targets[0].coverage
    assert (coverage.reached, coverage.known) == (1, 1)


def test_content_without_its_library_is_not_played(tmp_path, player):
    folder = shutil.copytree(PLANETS, tmp_path / "content")
    shutil.rmtree(folder / "A11y.Planets-1.0")
    package = open_package(folder, h5p_player=player)
    assert "h5p-no-libraries" in {one.why for one in package.skipped()}
    assert [page.address for page in package.first_pages()] == [f"http://{HOST}/.a11ycheck/h5p-text"]


def test_a_folder_that_is_no_player_is_refused(tmp_path):
    (tmp_path / "dist").mkdir()
    with pytest.raises(UsageError) as error:
        open_package(PLANETS, h5p_player=tmp_path / "dist")
    assert error.value.key == "h5p-player"


@pytest.mark.parametrize(
    ("file", "text", "key"),
    [
        ("h5p.json", None, "h5p-no-json"),
        ("content/content.json", None, "h5p-no-content"),
        ("h5p.json", "[]", "h5p-not-json"),
        ("content/content.json", "{", "h5p-not-json"),
        ("content/content.json", "[" * 100_000, "h5p-not-json"),
    ],
)
def test_broken_content_is_refused(tmp_path, file, text, key):
    folder = shutil.copytree(PLANETS, tmp_path / "content")
    (folder / file).unlink()
    if text is not None:
        (folder / file).write_text(text)
    with pytest.raises(TargetError) as error:
        open_package(folder)
    assert error.value.key == key


def test_other_things_with_a_content_json_are_no_h5p(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "content.json").write_text("{}")
    (tmp_path / "index.html").write_text("<!doctype html><title>T</title><h1>T</h1>")
    assert open_package(tmp_path).info.kind == "folder"


def test_texts_end_somewhere_and_are_escaped():
    deep = json.loads('{"a":' * 90 + '{"text": "too deep"}' + "}" * 90)
    assert text_of(deep, "") == ""
    assert len(text_of([{"text": f"t{n}"} for n in range(9000)], "").splitlines()) == 5000
    assert text_of({"question": "3 < 4 & 5"}, "") == "<p>3 &lt; 4 &amp; 5</p>"
    assert text_of({"file": {"path": 'x" onerror="y', "mime": "image/png"}, "alt": '"'}, "") == (
        '<img src="x&quot; onerror=&quot;y" alt="&quot;">'
    )
