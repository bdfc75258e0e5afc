"""Nothing that a command writes or prints has a secret of the site or the package that it tested, nor of its user."""

import base64
import io
import json
import os
import signal
import sqlite3
import subprocess

import pytest
from PIL import Image

from tests.cli import planted_secrets as planted
from tests.command_audits import COMMAND, wait_for
from tests.reading_pictures import read_picture
from tests.site_server import serving

pytestmark = [pytest.mark.browser, pytest.mark.early]

FORMATS = [word for name in ("json", "html", "junit", "summary") for word in ("--format", name)]
ENVIRONMENT = {
    "A11YCHECK_USER": planted.USER,
    "A11YCHECK_PASSWORD": planted.PASSWORD,
    "SECRET_HEADER": planted.HEADER,
}


def start(folder, *words):
    environment = {**os.environ, **ENVIRONMENT, "A11YCHECK_STATE": str(folder / "state")}
    return subprocess.Popen(
        [*COMMAND, *map(str, words)], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )  # fmt: skip


def keep_output(process, folder, name):
    out, err = process.communicate(timeout=200)
    (folder / f"{name}.stdout").write_bytes(out)
    (folder / f"{name}.stderr").write_bytes(err)
    assert b"Traceback" not in err, err.decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with all that the commands wrote and printed, and the database of an audit under way."""
    folder = tmp_path_factory.mktemp("planted")
    planted.write_package(folder / "course.zip")
    check = start(folder, "check", "course.zip", *FORMATS, "--verbose", "--output", "of-package")
    with serving(planted.replies(slow=40)) as site:
        audit = start(
            folder, "audit", f"{site.url}/", *FORMATS, "--verbose", "--login", "basic", "--output", "of-site",
            "--header", "X-Secret=SECRET_HEADER", "--jobs", "1",
        )  # fmt: skip
        wait_for(lambda: "/last" in site.asked or audit.poll() is not None, seconds=180)
        for file in (folder / "state" / "audits").iterdir():
            (folder / f"under-way-{file.name}").write_bytes(file.read_bytes())
        audit.send_signal(signal.SIGTERM)
        keep_output(audit, folder, "audit")
    keep_output(check, folder, "check")
    for command in ("statement", "baseline", "report"):
        keep_output(start(folder, command, "of-site/report.json"), folder, command)
    return folder


def files_of(folder):
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "course.zip"]


def pictures_of(report):
    pictures = [one for finding in report["findings"] for one in finding.get("evidence", ())]
    return list({one["data"]: Image.open(io.BytesIO(base64.b64decode(one["data"]))) for one in pictures}.values())


def test_there_are_more_than_fifty_secrets_and_outputs_in_which_they_could_stand(folder):
    assert len(set(planted.SECRETS.values())) > 80
    names = {path.name for path in files_of(folder)}
    assert {"report.json", "report.html", "audit.stdout", "audit.stderr"} <= names
    (store,) = folder.glob("under-way-*.sqlite")
    with sqlite3.connect(store) as database:
        assert database.execute("select count(*) from pages").fetchone()[0] >= 1
    report = json.loads((folder / "of-site" / "report.json").read_text())
    found = json.dumps(report["findings"], ensure_ascii=False)
    assert found.count("…") > 40
    assert len(report["findings"]) > 60


def test_no_file_and_no_line_has_a_secret(folder):
    leaks = []
    for path in files_of(folder):
        words = path.read_bytes().decode("utf-8", "replace").lower()
        leaks += [
            f"{path.relative_to(folder)}: {name}" for name, one in planted.SECRETS.items() if one.lower() in words
        ]
        leaks += [f"name of {path.relative_to(folder)}" for one in planted.SECRETS.values() if one in path.name]
    assert leaks == []


def test_no_picture_shows_a_secret(folder):
    pictures = pictures_of(json.loads((folder / "of-site" / "report.json").read_text()))
    assert len(pictures) > 5
    sheet = Image.new("RGB", (max(one.width for one in pictures), sum(one.height for one in pictures)), "white")
    at = 0
    for one in pictures:
        sheet.paste(one, (0, at))
        at += one.height
    words = read_picture(sheet)
    # Random letters are easily misread, so parts of them count too.
    parts = {one.lower().replace(" ", "")[start : start + 8] for one in planted.SECRETS.values() for start in (0, 8)}
    assert sorted(part for part in parts if len(part) == 8 and part in words) == []
