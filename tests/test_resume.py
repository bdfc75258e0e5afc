"""An audit that is killed goes on where it was: the same report, no page twice, none missing."""

import json
import os
import random
import signal
import stat
import subprocess
import sys
import time

import pytest

from a11ycheck.content import CONTENT
from tests.site_server import Reply, serving

PLAN = CONTENT / "fixtures" / "sites" / "academy" / "files" / "planting-calendar.pdf"
COMMAND = [sys.executable, "-m", "a11ycheck"]
PAGE = '<!doctype html><html lang="en"><title>{0}</title><main><h1>{0}</h1><p>Words about {0}.</p>{1}</main>'


def lessons():
    """Twelve pages and two documents, with faults, a dialog, a redirect, and some that cannot be reached."""
    links = "".join(f'<a href="/unit{n}">Unit {n}</a> ' for n in range(1, 6))
    replies = {"/": PAGE.format("Start", links + '<a href="/gone">Old</a> <a href="/logout">Leave</a>')}
    for n in range(1, 6):
        inner = f'<img src="p{n}.png"><a href="/unit{n}/task">Task {n}</a> <a href="/moved">Moved</a>'
        inner += "<script>alert('Hello')</script>" if n == 2 else '<input type="text">'
        replies[f"/unit{n}"] = PAGE.format(f"Unit {n}", inner)
        replies[f"/unit{n}/task"] = PAGE.format(f"Task {n}", '<button></button><p lang="qq">Words</p>')
    replies["/moved"] = Reply(status=302, headers={"Location": "/unit1"})
    replies["/unit5"] = PAGE.format("Unit 5", '<a href="/plan.pdf">The plan</a> <a href="/broken.pdf">Another</a>')
    replies["/plan.pdf"] = Reply(PLAN.read_bytes(), headers={"Content-Type": "application/pdf"})
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
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err, err
    assert code is None or process.returncode == code, out + err
    return err


def content(folder):
    """The report without its times."""
    report = json.loads((folder / "a11ycheck-report" / "report.json").read_text(encoding="utf-8"))
    return {key: value for key, value in report.items() if key not in ("started", "seconds")}


def pages(site):
    return [
        path
        for path in site.asked
        if path not in ("/robots.txt", "/sitemap.xml") and not path.endswith((".png", ".ico"))
    ]


def test_killed_at_random_moments_and_gone_on_with_gives_the_undisturbed_report(tmp_path):
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    whole.mkdir()
    broken.mkdir()
    with serving(lessons()) as site:
        ended(audit(site, whole), 1)
        expected, once = content(whole), sorted(pages(site))
        site.asked.clear()
        kills, moments = 0, random.Random(7)
        while True:
            before = len(pages(site))
            running = audit(site, broken, *["--resume"][: kills > 0])
            if kills == 3:
                ended(running, 1)
                break
            wait_for(lambda since=before, it=running: len(pages(site)) > since or it.poll() is not None)
            time.sleep(moments.uniform(0.0, 0.8))
            if running.poll() is not None:
                pytest.fail("it ended before it could be killed" + str(running.communicate()))
            running.send_signal(signal.SIGKILL)
            running.communicate()
            kills += 1
            assert not (broken / "a11ycheck-report").exists()
        assert content(broken) == expected
        twice = len(pages(site)) - len(once)
        assert set(pages(site)) == set(once)
        assert twice <= 2 * kills  # only those in flight at a kill, two at once
    assert not list((broken / "state" / "audits").iterdir())


def wait_for(true, seconds=60):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_what_is_kept_is_private_and_belongs_to_one_command(tmp_path):
    with serving(lessons() | {"/unit3": Reply("x", seconds=25)}) as site:
        running = audit(site, tmp_path)
        wait_for(lambda: "/unit3" in site.asked)
        wait_for(lambda: "/unit2" in site.asked)
        (kept,) = (tmp_path / "state" / "audits").glob("*.sqlite")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert "still running" in ended(audit(site, tmp_path, "--resume"), 2)
        running.send_signal(signal.SIGINT)
        assert "--resume" in ended(running)
        assert "is another one" in ended(audit(site, tmp_path, "--resume", "--max-pages", "7"), 2)
        assert "is another one" in ended(audit(site, tmp_path, "--resume", "--level", "A"), 2)
    kept.write_bytes(b"no data base at all, but as long as one: " + b"x" * 5000)
    assert "damaged" in ended(audit(site, tmp_path, "--resume"), 2)
