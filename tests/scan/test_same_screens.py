"""Identical screens are judged once and reported as such; screens that may look different never are."""

import pytest

from a11ycheck.sources import open_package
from tests.scanning import plan_for, scan_source

pytestmark = pytest.mark.browser

PAGE = (
    '<!doctype html><html lang="en"><title>Part</title>{style}<h1>Part</h1><p>Words to read.</p><img src=x.png>{more}'
)
FIELD = "<input aria-label=x><script>document.querySelector('input').value = {}</script>"
LINKS = '<!doctype html><html lang="en"><title>Start</title><h1>Start</h1>{}'


def report(folder, pages, jobs=1):
    links = "".join(f'<p><a href="{name}">Go to {name}</a></p>' for name in pages)
    (folder / "index.html").write_text(LINKS.format(links))
    for name, text in pages.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return scan_source(open_package(folder), plan_for(["image-alt"], ours=(), jobs=jobs))


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_same_screen_three_times_is_judged_once(tmp_path, jobs):
    same = PAGE.format(style="", more="")
    told = report(tmp_path, {"one.html": same, "two.html": same, "three.html": same}, jobs)
    first = told.screens[1]
    assert [(screen.url, screen.same_as) for screen in told.screens[1:]] == [
        ("one.html", ""),
        ("two.html", first.id),
        ("three.html", first.id),
    ]
    assert told.targets[0].coverage.reached == 4
    assert [one.url for one in told.findings] == ["one.html"]


@pytest.mark.parametrize(
    "pages",
    [
        {"a.html": PAGE.format(style="", more="x"), "b.html": PAGE.format(style="", more="y")},
        {
            "a.html": PAGE.format(style="", more="<canvas width=300 height=300></canvas>"),
            "b.html": PAGE.format(style="", more="<canvas width=300 height=300></canvas>"),
        },
        {
            "one/a.html": PAGE.format(style="<link rel=stylesheet href=s.css>", more=""),
            "two/a.html": PAGE.format(style="<link rel=stylesheet href=s.css>", more=""),
            "one/s.css": "p { color: #eee }",
            "two/s.css": "p { color: #111 }",
        },
        {
            "a.html": PAGE.format(style="", more=FIELD.format(1)),
            "b.html": PAGE.format(style="", more=FIELD.format(2)),
        },
    ],
    ids=["words", "canvas", "styles", "values"],
)  # fmt: skip
def test_what_differs_is_judged(tmp_path, pages):
    told = report(tmp_path, pages)
    assert [screen.same_as for screen in told.screens] == ["", "", ""]
    assert len(told.findings) == 2
