"""The commands as a person or a CI job runs them: what they write, what they print, and their exit codes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from a11ycheck.content import CONTENT, REPORTS
from fixtures.sites.serving import serving_files
from fixtures.zip_package import zip_package
from tests.site_server import Reply, serving

pytestmark = [pytest.mark.browser, pytest.mark.early]

PACKAGES = CONTENT / "fixtures" / "packages"
COMMAND = [sys.executable, "-m", "a11ycheck"]
GOOD = '<!doctype html><html lang="en"><title>{0}</title><main><h1>{0}</h1><p>Words about {0}.</p>{1}</main>'
NO_ALT = '<img src="pear.png">'


def run(*words, cwd, code=None):
    command = [*COMMAND, *map(str, words)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    assert "Traceback" not in done.stderr
    if code is not None:
        assert done.returncode == code, done.stdout + done.stderr
    return done


def report_in(folder):
    return json.loads((folder / "a11ycheck-report" / "report.json").read_text(encoding="utf-8"))


def make_zip(path, **files):
    with zipfile.ZipFile(path, "w") as package:
        for name, text in files.items():
            package.writestr(name.replace("_", "."), text)
    return path


@pytest.fixture
def garden(tmp_path):
    zip_package(PACKAGES / "scorm12-garden-safety", tmp_path / "garden.zip")
    return tmp_path


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """A folder with the package and its report in every format, and what was said meanwhile."""
    folder = tmp_path_factory.mktemp("garden")
    zip_package(PACKAGES / "scorm12-garden-safety", folder / "garden.zip")
    words = ("check", "garden.zip", "--format", "json", "--format", "html", "--format", "junit")
    return folder, run(*words, cwd=folder, code=1)


def test_check_goes_through_a_package_item_by_item_and_writes_every_format(checked):
    garden, done = checked
    report = report_in(garden)
    coverage = report["targets"][0]["coverage"]
    assert coverage["reached"] == coverage["known"] > 4
    assert "label" in {one["rule"] for one in report["findings"] if one["url"].startswith("quiz/")}
    schema = json.loads((REPORTS / "schema" / "a11ycheck-report-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    _check_junit(garden / "a11ycheck-report" / "junit.xml")
    assert f"{coverage['reached']} of {coverage['known']} screens reached" in done.stdout
    # The player sends the quiz, as its learners do: its form is not said to be left.
    assert [one["state"] for one in report["screens"] if one["url"].startswith("quiz/")] == ["", "answered-right"] * 2
    assert report["skipped"] == []


def test_the_html_report_passes_our_own_audit(checked, tmp_path):
    (tmp_path / "site").mkdir()
    shutil.copy(checked[0] / "a11ycheck-report" / "report.html", tmp_path / "site" / "index.html")
    with serving_files(tmp_path / "site") as url:
        run("audit", f"{url}/", "--level", "AAA", "--output", "again", "--format", "json", cwd=tmp_path)
    again = json.loads((tmp_path / "again" / "report.json").read_text(encoding="utf-8"))
    # Pictures of places hold text by nature, and two problems may bear one title: a person may well look at these.
    asked = {"image-of-text", "link-same-name-alone"}
    said = [one for one in again["findings"] if one["rule"] not in asked or one["outcome"] == "failure"]
    assert [one["target"] for one in said if not set(one["criteria"]) <= {"1.4.6"}] == []
    assert again["screens"][0]["reached"]


def test_dutch_throughout(garden):
    done = run("check", "garden.zip", "--lang", "nl", "--profile", "quick", cwd=garden, code=1)
    assert "schermen bereikt" in done.stdout
    assert "screens" not in done.stdout
    messages = {one["message"] for one in report_in(garden)["findings"]}
    run("report", "a11ycheck-report/report.json", "--output", "en", "--format", "json", cwd=garden, code=1)
    again = json.loads((garden / "en" / "report.json").read_text(encoding="utf-8"))
    assert not messages & {one["message"] for one in again["findings"]}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["check", "course.zip"], "not a zip"),
        (["check", "course.zip", "--lang", "nl"], "geen zip"),
        (["audit"], "No address"),
        (["audit", "ftp://x.example/"], "only http"),
        (["ci"], "no targets"),
        (["explain", "nothing"], "no rule"),
        (["audit", "http://127.0.0.1:9/", "--browser", "/nowhere/chrome"], "no browser"),
        (["report", "course.zip"], "not an a11ycheck report"),
        (["report", "missing.json"], "not an a11ycheck report"),
        (["check", "missing.zip", "--lang", "nl"], "geen bestand"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(tmp_path, words, part):
    (tmp_path / "course.zip").write_text("this is no zip")
    done = run(*words, cwd=tmp_path, code=2)
    last = done.stderr.strip().splitlines()[-1]
    assert part in last


def test_a_start_page_that_does_not_answer_is_exit_code_2_with_a_report(tmp_path):
    with serving({}) as site:
        done = run("audit", site.url + "/gone", "--no-robots", cwd=tmp_path, code=2)
    assert report_in(tmp_path)["skipped"][0]["why"] == "http-status"
    assert "404" in done.stdout


def test_what_was_not_tested_is_exit_code_3_unless_allowed(tmp_path):
    with serving({"/": GOOD.format("home", '<a href="/gone">Gone</a>')}) as site:
        run("audit", site.url + "/", cwd=tmp_path, code=3)
        run("audit", site.url + "/", "--allow-incomplete", cwd=tmp_path, code=0)


def test_the_threshold(tmp_path):
    with serving({"/": GOOD.format("home", NO_ALT)}) as site:
        run("audit", site.url + "/", "--fail-on", "critical", cwd=tmp_path, code=1)
        run("audit", site.url + "/", "--fail-on", "never", cwd=tmp_path, code=0)


def test_ci_runs_all_targets_and_a_new_fault_makes_a_known_job_red(tmp_path):
    make_zip(tmp_path / "one.zip", index_html=GOOD.format("one", NO_ALT))
    make_zip(tmp_path / "two.zip", index_html=GOOD.format("two", ""))
    replies = {"/": GOOD.format("home", NO_ALT)}
    with serving(replies) as site:
        (tmp_path / "a11ycheck.toml").write_text(
            'format = ["json", "junit"]\n'
            '[[targets]]\nname = "first"\nfile = "one.zip"\n'
            '[[targets]]\nname = "second"\nfile = "two.zip"\nmax-files = 10\n'
            f'[[targets]]\nname = "site"\nurl = "{site.url}/"\nmax-pages = 3\n'
        )
        run("ci", cwd=tmp_path, code=1)
        assert [target["coverage"]["reached"] for target in report_in(tmp_path)["targets"]] == [1, 1, 1]
        _check_junit(tmp_path / "a11ycheck-report" / "junit.xml")
        run("baseline", "a11ycheck-report/report.json", "--to", "known.json", cwd=tmp_path, code=0)
        run("ci", "--baseline", "known.json", cwd=tmp_path, code=0)
        replies["/"] = GOOD.format("home", NO_ALT + '<p><a href="/x"></a></p>')
        run("ci", "--baseline", "known.json", "--allow-incomplete", cwd=tmp_path, code=1)


def test_rules_of_ones_own_run_beside_ours_and_a_broken_script_is_said_at_once(tmp_path):
    folder = tmp_path / "rules" / "no-pears"
    folder.mkdir(parents=True)
    (folder / "rule.toml").write_text('criteria = ["1.1.1"]\nimpact = "minor"\n[messages]\npear = "failure"\n')
    (folder / "en.md").write_text("# No pears\n\n## Messages\n\n- pear: There is a pear.\n")
    script = '() => [...document.images].map((element) => ({ element, message: "pear" }))'
    with serving({"/": GOOD.format("home", '<img src="pear.png" alt="A pear">')}) as site:
        (folder / "check.js").write_text(script)
        run("audit", site.url + "/", "--rules", "rules", cwd=tmp_path, code=1)
        assert [one["message"] for one in report_in(tmp_path)["findings"]] == ["There is a pear."]
        (folder / "check.js").write_text(script + ")")
        done = run("audit", site.url + "/", "--rules", "rules", cwd=tmp_path, code=2)
    assert "SyntaxError" in done.stderr


def test_a_wrong_key_is_named_with_the_nearest_right_one(tmp_path):
    (tmp_path / "a11ycheck.toml").write_text("max-page = 3\n")
    done = run("audit", "http://127.0.0.1:9/", cwd=tmp_path, code=2)
    assert "max-page" in done.stderr
    assert "max-pages" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_within_five_seconds_and_the_report_is_written(tmp_path, number):
    replies = {"/": GOOD.format("home", NO_ALT + '<a href="/never">n</a>'), "/never": Reply("x", seconds=30)}
    with serving(replies) as site:
        job = subprocess.Popen(
            [*COMMAND, "audit", site.url + "/"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        while "/never" not in site.asked:
            assert job.poll() is None
            time.sleep(0.05)
        before = time.monotonic()
        job.send_signal(number)
        _, errors = job.communicate(timeout=30)
        assert time.monotonic() - before < 5
    assert "Traceback" not in errors
    report = report_in(tmp_path)
    assert job.returncode in (1, 3)
    assert [one["rule"] for one in report["findings"]] == ["image-alt"]
    assert [one["why"] for one in report["skipped"]] == ["interrupted"]


def _check_junit(path):
    schema = etree.XMLSchema(file=str(Path(__file__).parents[1] / "schemas" / "junit.xsd"))
    schema.assertValid(etree.parse(str(path)))
