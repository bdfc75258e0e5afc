"""Pages can't tell by `navigator.webdriver` that no person uses the browser, and what is found doesn't depend on it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from a11ycheck.browser import chromium
from fixtures.sites.serving import serving_files
from tests.scanning import plan_for, scan_source
from tests.shared_browser import open_browser, run
from tests.site_server import Reply, serving

BROWSERS = [name for name in ("chromium-headless-shell", "chromium") if shutil.which(name)] or [None]
FAULTY = Path(__file__).parents[2] / "fixtures/sites/patterns-faulty"
TELL = "postMessage(String(navigator.webdriver))"
ASK = """async () => {
  const heard = (from) => new Promise((answer) => from.addEventListener("message", ({ data }) => answer(data)));
  const worker = new Worker("/worker.js");
  const nested = new Worker(URL.createObjectURL(new Blob([`TELL`])));
  const frame = document.querySelector("iframe").contentWindow.navigator.webdriver;
  const empty = document.body.appendChild(document.createElement("iframe")).contentWindow.navigator.webdriver;
  return [navigator.webdriver, frame, empty, ...(await Promise.all([heard(worker), heard(nested)]))].map(String);
}""".replace("TELL", TELL)
SHY = """<!doctype html><html lang="en"><title>Lesson</title><main><h1>Lesson</h1><p>Words of a lesson</p></main>
<script>if (!navigator.webdriver) document.querySelector("p").innerHTML = "<img src=a.png>"</script>"""


@pytest.fixture(params=BROWSERS)
def browser(request):
    return chromium.find(request.param and shutil.which(request.param))


@pytest.mark.browser
def test_pages_frames_and_workers_see_no_robot(browser):
    async def answers(url):
        async with open_browser(browser) as opened:
            page = await (await opened.new_context()).new_page()
            await page.goto(url)
            return await page.evaluate(ASK)

    script = Reply(TELL, headers={"Content-Type": "text/javascript"})
    with serving({"/": "<iframe src='/inner'></iframe>", "/inner": "<p>Inner</p>", "/worker.js": script}) as site:
        assert set(run(answers(site.url + "/"))) <= {"false", "undefined"}


@pytest.mark.browser
def test_a_page_that_is_clean_for_robots_is_judged_as_people_get_it(browser):
    with serving({"/": SHY}) as site:
        report = scan_source(site.url + "/", replace(plan_for(["image-alt"], ()), chromium=browser))
    assert [one.rule for one in report.findings] == ["image-alt"]


@pytest.mark.browser
def test_the_fixtures_have_the_same_findings_with_and_without(monkeypatch):
    def found(pages):
        report = scan_source(pages, plan_for(), own_browser=True)
        return sorted((one.rule, one.key, one.frame, one.target) for one in report.findings)

    with serving_files(FAULTY) as url, serving({"/": SHY}) as site:
        pages = [f"{url}/{path.name}" for path in sorted(FAULTY.glob("*.html"))[:3]]
        unseen = found(pages)
        arguments = [each.replace("AutomationControlled,", "") for each in chromium.launch_arguments()]
        monkeypatch.setattr("a11ycheck.browser.browser.launch_arguments", lambda: arguments)
        assert found(site.url + "/") == []  # the flag is there now
        assert found(pages) == unseen != []
