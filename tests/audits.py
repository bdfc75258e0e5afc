"""Audits of a small site by the command itself, in processes that a test can kill."""

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


def lessons() -> dict[str, Reply | str]:
    """Twelve pages and three documents, with faults, a dialog, a redirect, and some that cannot be reached.

    One document is known as such only when it comes: its address has no suffix."""
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


def audit(site, folder, *more):
    command = [*COMMAND, "audit", f"{site.url}/", "--format", "json", "--jobs", "2", *more]
    command += ["--profile", "quick"] if "--profile" not in more else []
    return subprocess.Popen(
        command, cwd=folder, env={**os.environ, "A11YCHECK_STATE": str(folder / "state")},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def ended(process, code=None):
    out, err = process.communicate(timeout=300)
    assert "Traceback" not in err, err
    assert code is None or process.returncode == code, out + err
    return err


def folders(tmp_path, *names):
    for name in names:
        (tmp_path / name).mkdir()
        yield tmp_path / name


def content(folder):
    """What an audit in this folder reported."""
    return without_times(folder / "a11ycheck-report" / "report.json")


def without_times(file: Path) -> Mapping[str, Any]:
    """A report.json that can be compared with that of another run."""
    report = json.loads(file.read_text(encoding="utf-8"))
    return {key: value for key, value in report.items() if key not in ("started", "seconds")}


def pages(site):
    return [
        path
        for path in site.asked
        if path not in ("/robots.txt", "/sitemap.xml") and not path.endswith((".png", ".ico"))
    ]


def wait_for(true, seconds=60):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)
