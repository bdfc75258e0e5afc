"""axe judges every frame: nested, from other origins, late; in shadow roots, under a CSP, with built-ins replaced."""

import shutil
from dataclasses import replace

import pytest

from a11ycheck.browser.chromium import find
from a11ycheck.errors import UsageError
from a11ycheck.judging.axe import read_axe
from tests.scanning import plan_for, scan_source
from tests.site_server import Reply, serving

BROWSERS = [name for name in ("chromium-headless-shell", "chromium", "google-chrome") if shutil.which(name)] or [None]
IMAGE = '<!doctype html><html lang="en"><title>Lesson</title><h1>Lesson</h1><img src="{}.png">'
BROKEN = """<script>
  Array.prototype.map = Array.prototype.filter = Array.prototype.forEach = () => { throw Error("ours"); };
  JSON.stringify = JSON.parse = () => "broken";
  window.Promise = class {}; window.postMessage = () => {}; window.MutationObserver = undefined;
  Element.prototype.getAttribute = () => "alt"; Document.prototype.querySelectorAll = () => [];
  Element.prototype.matches = () => false; Object.entries = () => [];
</script>"""


@pytest.fixture(params=BROWSERS)
def plan(request):
    chromium = find(request.param and shutil.which(request.param))
    return replace(plan_for(["image-alt", "html-has-lang"]), chromium=chromium)


def found(report):
    return sorted((one.frame.rpartition("/")[2], one.target) for one in report.findings if one.rule == "image-alt")


@pytest.mark.browser
def test_nested_cross_origin_and_late_frames_are_judged(plan):
    with serving({"/inner": IMAGE.format("inner")}) as far:
        elsewhere = far.url.replace("127.0.0.1", "localhost")
        replies = {
            "/": IMAGE.format("top")
            + f'<iframe title="a" src="/middle"></iframe><iframe title="b" src="{elsewhere}/inner"></iframe>'
            + "<script>setTimeout(() => { const late = document.createElement('iframe'); late.title = 'c';"
            + " late.src = '/late'; document.body.append(late); }, 120)</script>",
            "/middle": IMAGE.format("middle") + '<iframe title="d" src="/deep"></iframe>',
            "/deep": IMAGE.format("deep"),
            "/late": IMAGE.format("late"),
        }
        with serving(replies) as site:
            report = scan_source(site.url + "/", plan)
    assert found(report) == [("", "img"), ("deep", "img"), ("inner", "img"), ("late", "img"), ("middle", "img")]
    assert not report.skipped


@pytest.mark.browser
def test_open_shadow_roots_are_judged_also_in_a_frame(plan):
    host = (
        "<div id=host></div><script>const root = document.getElementById('host').attachShadow({mode: 'open'});"
        "root.innerHTML = '<p><img src=s.png></p><div id=in></div>';"
        "root.getElementById('in').attachShadow({mode: 'open'}).innerHTML = '<img src=t.png>'</script>"
    )
    page = '<!doctype html><html lang="en"><title>T</title><h1>T</h1>'
    with serving({"/": page + host + '<iframe title="f" src="/f"></iframe>', "/f": page + host}) as site:
        report = scan_source(site.url + "/", plan)
    shadows = [("", '#host >>> #in >>> img[src="t.png"]'), ("", '#host >>> img[src="s.png"]')]
    assert found(report) == shadows + [("f", target) for _, target in shadows]


@pytest.mark.browser
def test_a_csp_that_forbids_scripts_does_not_forbid_ours(plan):
    csp = {"Content-Security-Policy": "default-src 'none'; script-src 'none'; frame-src 'self'"}
    replies = {
        "/": Reply(IMAGE.format("a") + '<iframe title="f" src="/f"></iframe>', headers=csp),
        "/f": Reply(IMAGE.format("b"), headers=csp),
    }
    with serving(replies) as site:
        report = scan_source(site.url + "/", plan)
    assert found(report) == [("", "img"), ("f", "img")]


@pytest.mark.browser
def test_a_page_that_replaced_built_ins_is_judged_and_sees_nothing_of_ours(plan):
    watch = "<script>setInterval(() => { if (window.axe || window.a11ycheck) document.title = 'seen' }, 5)</script>"
    page = IMAGE.format("a").replace("<h1>", BROKEN + watch + "<h1>")
    with serving({"/": page + '<iframe title="f" src="/f"></iframe>', "/f": page}) as site:
        report = scan_source(site.url + "/", plan)
    assert found(report) == [("", "img"), ("f", "img")]
    assert report.screens[0].title == "Lesson"


def test_the_bundled_axe_tells_its_version_and_another_file_can_take_its_place(tmp_path):
    bundled = read_axe()
    other = tmp_path / "axe.js"
    other.write_text(bundled.source.replace(f"axe v{bundled.version}", "axe v99.1.2"), encoding="utf-8")
    assert read_axe(other).version == "99.1.2"
    assert bundled.version[0] in "456789"


def test_a_file_that_is_not_axe_is_refused(tmp_path):
    other = tmp_path / "jquery.js"
    other.write_text("/*! jQuery v3.7.1 */", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_axe(other)
    assert error.value.key == "not-axe"
