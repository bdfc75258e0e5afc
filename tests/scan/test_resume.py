"""An audit that is killed goes on where it was: the same report, no page twice, none missing."""

import random
import signal
import stat
import time

import pytest

from tests import embedded
from tests.audits import audit, content, ended, folders, lessons, pages, wait_for
from tests.site_server import Reply, serving

pytestmark = pytest.mark.browser


def test_killed_at_random_moments_and_gone_on_with_gives_the_undisturbed_report(tmp_path):
    whole, broken = folders(tmp_path, "whole", "broken")
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
            running.communicate(timeout=60)
            kills += 1
            assert not (broken / "a11ycheck-report").exists()
        assert content(broken) == expected
        twice = len(pages(site)) - len(once)
        assert set(pages(site)) == set(once)
        assert twice <= 2 * kills  # only those in flight at a kill, two at once
    assert not list((broken / "state" / "audits").iterdir())


def test_killed_while_a_lesson_plays_on_a_page_it_is_gone_through_again_and_its_page_is_not(tmp_path):
    whole, broken = folders(tmp_path, "whole", "broken")
    with serving(embedded.replies()) as site:
        ended(audit(site, whole), 1)
        site.asked.clear()
        running = audit(site, broken)
        wait_for(lambda: "/file/1/two.html" in site.asked)
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=60)
        assert site.asked.count("/course") == 2
        ended(audit(site, broken, "--resume"), 1)
        assert site.asked.count("/course") == 3
    assert content(broken) == content(whole)


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
        assert "started with another command" in ended(audit(site, tmp_path, "--resume", "--max-pages", "7"), 2)
        assert "started with another command" in ended(audit(site, tmp_path, "--resume", "--level", "A"), 2)
    kept.write_bytes(b"no data base at all, but as long as one: " + b"x" * 5000)
    assert "damaged" in ended(audit(site, tmp_path, "--resume"), 2)
