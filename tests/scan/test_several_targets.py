"""Several targets in one scan share the slots, and the report does not depend on how many slots there are."""

import pytest

from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources import open_package
from a11ycheck.sources.address_list import AddressList
from tests.scanning import RecordingListener, plan_for, scan_targets
from tests.site_server import serving

pytestmark = pytest.mark.browser

PAGE = '<!doctype html><html lang="en"><title>{0}</title><h1>{0}</h1><p>Words.</p><img src=x.png>{1}'


class Counting(RecordingListener):
    """Counts how many pages are under way, and how many were at most."""

    now = most = 0

    def screen(self, name):
        self.now += 1
        self.most = max(self.most, self.now)

    def done(self, reached):
        self.now -= 1


def course(folder, name, pages):
    (folder / name).mkdir()
    for n in range(pages):
        link = f'<a href="p{n + 1}.html">On to part {n + 1}</a>' if n + 1 < pages else ""
        (folder / name / ("index.html" if n == 0 else f"p{n}.html")).write_text(PAGE.format(f"{name} {n}", link))
    return folder / name


def told(paths, jobs):
    listening = Counting()
    orders = [ScanTarget(open_package(path), path.name) for path in paths]
    return scan_targets(orders, plan_for(["image-alt"], ours=(), jobs=jobs), listening), listening


def test_two_packages_play_at_once_and_are_told_in_the_order_given(tmp_path):
    paths = [course(tmp_path, "long", 5), course(tmp_path, "short", 2)]
    alone, one = told(paths, 1)
    together, two = told(paths, 2)
    assert (one.most, two.most) == (1, 2)
    assert [target.name for target in together.targets] == ["long", "short"]
    assert [screen.title for screen in together.screens] == [screen.title for screen in alone.screens]
    assert [one.fingerprint for one in together.findings] == [one.fingerprint for one in alone.findings]
    assert len(together.findings) == 7


def test_a_package_and_a_site_have_browsers_of_their_own(tmp_path):
    with serving({"/": PAGE.format("site", "")}) as site:
        site_order = ScanTarget(AddressList([site.url + "/"], "list"), "list")
        orders = [ScanTarget(open_package(course(tmp_path, "course", 1)), "course"), site_order]
        report = scan_targets(orders, plan_for(["image-alt"], ours=(), jobs=2))
    assert [(target.name, target.coverage.reached) for target in report.targets] == [("course", 1), ("list", 1)]
    assert {one.url for one in report.findings} == {"index.html", site.url + "/"}
