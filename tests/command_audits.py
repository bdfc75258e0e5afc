"""Run audits of a small site with the command itself, in processes that a test can kill."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from a11ycheck.content import CONTENT
from tests.site_server import Reply

PLAN = CONTENT / "fixtures" / "sites" / "academy" / "files" / "planting-calendar.pdf"
COMMAND = [sys.executable, "-m", "a11ycheck"]
PAGE = '<!doctype html><html lang="en"><title>{0}</title><main><h1>{0}</h1><p>Words about {0}.</p>{1}</main>'


def course_replies() -> dict[str, Reply | str]:
    """Return twelve pages and three documents, with faults, a dialog, a redirect, and some that cannot be reached.

    The address of one document has no suffix: what it is shows only in the answer.
    """
    links = "".join(f'<a href="/unit{n}">Unit {n}</a> ' for n in range(1, 6))
    replies: dict[str, Reply | str] = {
        "/": PAGE.format("Start", links + '<a href="/gone">Old</a> <a href="/logout">Leave</a>')
    }
    for n in range(1, 6):
        inner = f'<img src="p{n}.png"><a href="/unit{n}/task">Task {n}</a> <a href="/moved">Moved</a>'
        inner += "<script>alert('Hello')</script>" if n == 2 else '<input type="text">'
        replies[f"/unit{n}"] = PAGE.format(f"Unit {n}", inner)
        replies[f"/unit{n}/task"] = PAGE.format(f"Task {n}", '<button></button><p lang="qq">Words</p>')
    replies["/moved"] = Reply(status=302, headers={"Location": "/unit1"})
    files = '<a href="/plan.pdf">The plan</a> <a href="/broken.pdf">Another</a> <a href="/handout">More</a>'
    replies["/unit5"] = PAGE.format("Unit 5", files)
    replies["/plan.pdf"] = Reply(PLAN.read_bytes(), headers={"Content-Type": "application/pdf"})
    replies["/handout"] = Reply(PLAN.read_bytes(), headers={"Content-Type": "application/pdf"})
    replies["/broken.pdf"] = Reply("no document", headers={"Content-Type": "application/pdf"})
    replies["/robots.txt"] = replies["/sitemap.xml"] = Reply(status=404)
    return replies


def start_audit(site, folder, *more):
    """Start an audit of the site that writes its report into the folder."""
    command = [*COMMAND, "audit", f"{site.url}/", "--format", "json", "--jobs", "2", *more]
    command += ["--profile", "quick"] if "--profile" not in more else []
    return subprocess.Popen(
        command, cwd=folder, env={**os.environ, "A11YCHECK_STATE": str(folder / "state")},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def wait_until_ended(process, code=None):
    """Return what an audit said on stderr, after it ended with this exit code."""
    out, err = process.communicate(timeout=300)
    assert "Traceback" not in err, err
    assert code is None or process.returncode == code, out + err
    return err


def make_folders(tmp_path, *names):
    """Make folders and yield their paths."""
    for name in names:
        (tmp_path / name).mkdir()
        yield tmp_path / name


def read_report(folder):
    """Return what an audit reported into this folder."""
    return read_without_times(folder / "a11ycheck-report" / "report.json")


def read_without_times(file: Path) -> Mapping[str, Any]:
    """Return a report.json without what differs from run to run."""
    report = json.loads(file.read_text(encoding="utf-8"))
    return {key: value for key, value in report.items() if key not in ("started", "seconds")}


def requested_pages(site):
    """Return the paths of the pages that were requested, in order."""
    return [
        path
        for path in site.asked
        if path not in ("/robots.txt", "/sitemap.xml") and not path.endswith((".png", ".ico"))
    ]


def wait_for(condition, seconds=60):
    """Wait until a condition holds; fail after so many seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
