"""One hostile item of a package is stopped and reported; the items before and after it are judged."""

import time

import pytest

from a11ycheck.behaviour import running
from a11ycheck.judging.rules import read_rules
from a11ycheck.scan.sessions import limits
from a11ycheck.sources import open_package
from tests.scanning import plan_for, scan_source

pytestmark = [pytest.mark.browser, pytest.mark.early]

PAGE = '<!doctype html><html lang="en"><title>{0}</title><h1>{0}</h1><p>Something to read here.</p><img src=x.png>{1}'
ITEM = '<item identifier="i{0}" identifierref="r{0}"><title>{1}</title></item>'
RESOURCE = '<resource identifier="r{0}" href="{1}.html"/>'
NAMES = ("before", "hostile", "after")


def package(folder, script, more=()):
    items, resources = ("".join(made.format(n, name) for n, name in enumerate(NAMES)) for made in (ITEM, RESOURCE))
    (folder / "imsmanifest.xml").write_text(
        f'<manifest identifier="m"><organizations><organization identifier="o"><title>Course</title>{items}'
        f"</organization></organizations><resources>{resources}</resources></manifest>"
    )
    for name in NAMES:
        (folder / f"{name}.html").write_text(PAGE.format(name, script if name == "hostile" else ""))
    for name, content in dict(more).items():
        (folder / name).write_text(content)
    return open_package(folder)


CASES = {
    "a loop without end": ("<script>while (true);</script>", "timeout"),
    "a loop after a while": ("<script>setTimeout(() => { while (true); }, 50)</script>", "timeout"),
    "alerts without end": ("<script>while (true) alert('more')</script>", "dialogs"),
    "a storm of windows": ("<script>setInterval(() => window.open('before.html'), 20)</script>", "popups"),
    "a download": ("<iframe title=d src='data.zip'></iframe>", ""),
    "an unload handler that refuses": (
        "<script>onbeforeunload = (e) => { e.preventDefault(); return 'no' }</script>",
        "",
    ),
    "the top window is led away": ("<script>top.location = '/before.html'</script>", ""),
    "the top window is led out": ("<script>top.location.href = 'http://elsewhere.example/'</script>", ""),
    "a frame that writes itself anew": (
        "<script>setInterval(() => { document.body.innerHTML += '<i>x</i>' }, 5)</script>",
        "",
    ),
    "the window is closed": ("<script>top.close(); window.close()</script>", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_the_rest_of_the_package_is_judged(case, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "SCREEN", 8.0)
    monkeypatch.setattr(limits, "OPEN", 4.0)
    script, expected = CASES[case]
    source = package(tmp_path, script, {"data.zip": "PK\3\4 not for you"})
    began = time.monotonic()
    report = scan_source(source, plan_for(["image-alt"], ours=()), own_browser=True)
    assert time.monotonic() - began < 60
    said = [(one.what, one.why) for one in report.skipped if one.why not in ("missing-files", "package-inside")]
    assert said == ([("hostile.html", expected)] if expected else [])
    assert all(one.detail for one in report.skipped)
    judged = {one.url for one in report.findings}
    assert judged >= {"before.html", "after.html"}
    # What stood there before a storm broke was judged, and stays; it may also have broken at once.
    reached = "hostile.html" in judged if expected == "popups" else not expected
    assert ("hostile.html" in judged) == reached
    assert (report.targets[0].coverage.reached, report.targets[0].coverage.known) == (2 + reached, 3)


def test_an_item_that_loops_when_it_is_pressed_keeps_what_was_found_and_the_rest_is_judged(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "SCREEN", 8.0)
    monkeypatch.setattr(running, "ANSWER", 2.0)
    source = package(tmp_path, '<button aria-expanded="false" onclick="for (;;);">Open</button>')
    pressing = [rule for rule in read_rules("en") if rule.id == "dialog-focus"]
    report = scan_source(source, plan_for(["image-alt"], ours=pressing, profile="standard"), own_browser=True)
    assert {one.url for one in report.findings} == {"before.html", "hostile.html", "after.html"}
    said = {(one.why, one.what) for one in report.skipped if one.why != "missing-files"}
    assert said == {("trial-hung", "operate"), ("press-hung", "hostile.html")}
