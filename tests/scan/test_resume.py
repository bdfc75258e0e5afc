"""An audit that was killed can be resumed: the same report, no page twice, none missing."""

import random
import signal
import stat
import time

import pytest

from tests import embedded_lesson
from tests.command_audits import (
    course_replies,
    make_folders,
    read_report,
    requested_pages,
    start_audit,
    wait_for,
    wait_until_ended,
)
from tests.site_server import Reply, serving

pytestmark = [pytest.mark.browser, pytest.mark.early]


def test_killed_at_random_moments_and_gone_on_with_gives_the_undisturbed_report(tmp_path):
    whole, broken = make_folders(tmp_path, "whole", "broken")
    with serving(course_replies()) as site:
        wait_until_ended(start_audit(site, whole), 1)
        expected, once = read_report(whole), sorted(requested_pages(site))
        site.asked.clear()
        kills, moments = 0, random.Random(7)
        while True:
            before = len(requested_pages(site))
            running = start_audit(site, broken, *["--resume"][: kills > 0])
            if kills == 3:
                wait_until_ended(running, 1)
                break
            wait_for(lambda since=before, it=running: len(requested_pages(site)) > since or it.poll() is not None)
            time.sleep(moments.uniform(0.0, 0.8))
            if running.poll() is not None:
                pytest.fail("it ended before it could be killed" + str(running.communicate()))
            running.send_signal(signal.SIGKILL)
            running.communicate(timeout=60)
            kills += 1
            assert not (broken / "a11ycheck-report").exists()
        assert read_report(broken) == expected
        twice = len(requested_pages(site)) - len(once)
        assert set(requested_pages(site)) == set(once)
        assert twice <= 2 * kills  # only those in flight at a kill, two at once
    assert not list((broken / "state" / "audits").iterdir())


def test_killed_while_a_lesson_plays_on_a_page_it_is_gone_through_again_and_its_page_is_not(tmp_path):
    whole, broken = make_folders(tmp_path, "whole", "broken")
    with serving(embedded_lesson.replies()) as site:
        wait_until_ended(start_audit(site, whole), 1)
        site.asked.clear()
        running = start_audit(site, broken)
        wait_for(lambda: "/file/1/two.html" in site.asked)
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=60)
        assert site.asked.count("/course") == 2
        wait_until_ended(start_audit(site, broken, "--resume"), 1)
        assert site.asked.count("/course") == 3
    assert read_report(broken) == read_report(whole)


def test_what_is_kept_is_private_and_belongs_to_one_command(tmp_path):
    with serving(course_replies() | {"/unit3": Reply("x", seconds=25)}) as site:
        running = start_audit(site, tmp_path)
        wait_for(lambda: "/unit3" in site.asked)
        wait_for(lambda: "/unit2" in site.asked)
        (kept,) = (tmp_path / "state" / "audits").glob("*.sqlite")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert "still running" in wait_until_ended(start_audit(site, tmp_path, "--resume"), 2)
        running.send_signal(signal.SIGINT)
        assert "--resume" in wait_until_ended(running)
        assert "started with another command" in wait_until_ended(
            start_audit(site, tmp_path, "--resume", "--max-pages", "7"), 2
        )
        assert "started with another command" in wait_until_ended(
            start_audit(site, tmp_path, "--resume", "--level", "A"), 2
        )
    kept.write_bytes(b"no data base at all, but as long as one: " + b"x" * 5000)
    assert "damaged" in wait_until_ended(start_audit(site, tmp_path, "--resume"), 2)
