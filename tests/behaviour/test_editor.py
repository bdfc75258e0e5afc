"""The dialogs of an editor that the user names are opened and judged, and nothing is sent."""

import json
import os
import subprocess
import sys

import pytest

from tests.site_server import serving

pytestmark = pytest.mark.browser

COMMAND = [sys.executable, "-m", "a11ycheck", "audit", "--no-screenshots", "--format", "json", "--jobs", "1"]
PAGE = '<!DOCTYPE html><html lang="en"><title>Plants</title><h1>Plants</h1><p>Water the plants.</p></html>'
EDITOR = """<!DOCTYPE html><html lang="en"><title>Edit a lesson</title><h1>Edit a lesson</h1>
<button type="button" id="put">Add picture</button> <button type="button">Heading 2</button>
<button type="button" onclick="fetch('/table', { method: 'POST' })">Insert table</button>
<div contenteditable="true" role="textbox" aria-multiline="true" aria-label="Lesson">Words</div>
<dialog id="box" aria-label="Picture"><img src="/a.png"><form method="post" action="/save">
<label>Address <input></label>
<button type="button" onclick="box.close()">Cancel</button>
<button>Save</button></form></dialog>
<script>put.onclick = () => { fetch("/draft", { method: "POST" }).catch(() => {}); box.showModal() }</script></html>"""


def test_its_dialogs_are_opened_and_judged_and_nothing_is_sent(tmp_path):
    with serving({"/": PAGE, "/edit": EDITOR, "/a.png": ""}) as site:
        (tmp_path / "pages.txt").write_text(f"{site.url}/\n", encoding="utf-8")
        given = ("--urls-from", "pages.txt", "--editor", f"{site.url}/edit")
        env = {**os.environ, "A11YCHECK_STATE": str(tmp_path / "state")}
        subprocess.run([*COMMAND, *given], cwd=tmp_path, env=env, capture_output=True, timeout=200, check=False)
        assert site.sent == []
    report = json.loads((tmp_path / "a11ycheck-report" / "report.json").read_text(encoding="utf-8"))
    assert [(one["url"], one["state"]) for one in report["screens"]] == [
        (f"{site.url}/", ""),
        (f"{site.url}/edit", ""),
        (f"{site.url}/edit", "dialog: Add picture"),
    ]
    told = {one["key"]: one["message"] for one in report["findings"] if one["rule"] == "authoring-tool"}
    assert told.keys() == {"dialog-no-alternative", "no-table-headers"}
    assert "“Add picture” opens a dialog with these fields: Address." in told["dialog-no-alternative"]
    (picture,) = [one for one in report["findings"] if one["rule"] == "image-alt"]
    assert next(one["state"] for one in report["screens"] if one["id"] == picture["screen"]) == "dialog: Add picture"
