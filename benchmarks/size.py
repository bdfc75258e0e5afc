"""How time and memory grow with the size of a site: python -m benchmarks.size [--pages 1000 3000 10000] [--judged 80]

Judging 10,000 pages takes hours, and is the same work for each page; what grows with the site is all the rest. So only
the first --judged pages (each of the 40 templates at least twice) are judged in a browser. Their results are copied
into the audit's store for the other pages of each template, with their own addresses, titles and links. Then the audit
is resumed: the crawl, the queue, the store, the rules of the whole site and the reports are those of a real audit of
that size. Prints a Markdown table; its seconds are CPU time of the main process, without judging.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from a11ycheck.cli.audit_store import open_store
from a11ycheck.cli.options import Options
from a11ycheck.cli.scan_plan import make_plan
from a11ycheck.cli.targets import website_targets
from a11ycheck.model import Page
from a11ycheck.scan.plan import Plan, ScanTarget
from a11ycheck.scan.saved_pages import visit_of
from a11ycheck.scan.scan import scan
from a11ycheck.store.saved import SavedPage
from a11ycheck.store.store import Store
from a11ycheck.text.json_values import from_json, to_json
from a11ycheck.text.words import read_words
from fixtures.sites.many import FAN, TEMPLATES, many
from tests.scanning import RecordingListener

MEASURED_AUDIT = """
import json, resource, sys, time
from a11ycheck.cli import main, report_files
from a11ycheck.scan import scan
costs = {}
def measure(module, name, label):
    function = getattr(module, name)
    def measured(*values, **named):
        began = time.process_time()
        try:
            return function(*values, **named)
        finally:
            costs[label] = round(time.process_time() - began, 1)
    setattr(module, name, measured)
measure(scan, "make_report", "assembled")
measure(report_files, "_write_files", "written")
measure(report_files, "print_summary", "summary")
try:
    main.main()
finally:
    costs["all"] = round(time.process_time(), 1)
    costs["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(costs))
"""


def options(folder: Path, pages: int) -> Options:
    """Return the options of the audit below; one with equal options can be resumed."""
    return Options(profile="quick", output=folder / "report", max_pages=pages, sitemap=False, jobs=2, quiet=True)


def new_audit(address: str, folder: Path, pages: int, *, needs_browser: bool) -> tuple[ScanTarget, Plan, Store]:
    """Return the target and the plan of an audit that begins, and its store."""
    own_options = options(folder, pages)
    targets = website_targets([address], own_options)
    plan = make_plan(own_options, read_words("en"), needs_browser=needs_browser)
    store = open_store(targets, plan, own_options)
    assert store
    return targets[0], plan, store


def judge_pages(address: str, folder: Path, pages: int) -> dict[int, SavedPage]:
    """Return what the first pages come to in a real audit, by number."""
    target, plan, store = new_audit(address, folder, pages, needs_browser=True)

    async def audit() -> None:
        await target.source.open()
        await scan([target], plan, RecordingListener(), store)

    asyncio.run(audit())
    rows = store._database.execute("select page, saved from pages").fetchall()
    store.close(finished=True)
    return {
        number_of(from_json(Page, json.loads(page))): from_json(SavedPage, json.loads(saved)) for page, saved in rows
    }


def number_of(page: Page) -> int:
    """Return the number of a page; the start page is number 0."""
    return int(page.address.rpartition("/p")[2]) if "/p" in page.address else 0


def copied(text: str, model: int, page: Page, count: int, address: str) -> SavedPage:
    """Return the result of page number `model` (JSON) as that of another page of the same template."""
    number = number_of(page)
    text = re.sub(rf"/p{model}(?!\d)", f"/p{number}", text)
    text = re.sub(rf"(?i)\b(part|number) {model}\b", rf"\1 {number}", text)
    found = json.loads(text)
    onward = range(number * FAN + 1, min(number * FAN + FAN, count - 1) + 1)
    found["links"] = [f"{address}p{linked}" for linked in (*range(1, FAN + 1), *onward)]
    for screen in found["screens"]:
        screen |= {"place": to_json(page), "pictures": {}}
    found["causes"] = []
    return from_json(SavedPage, found)


async def save_copies(address: str, folder: Path, pages: int, models: dict[int, SavedPage]) -> None:
    """Crawl the site, and save for each page what a judged page of its template came to."""
    target, _, store = new_audit(address, folder, pages, needs_browser=False)
    source = target.source
    await source.open()
    texts = {number: json.dumps(to_json(saved)) for number, saved in models.items()}
    store._database.execute("pragma synchronous = off")
    store.begin("2026-01-01T00:00:00+00:00")
    level = source.first_pages()
    while level:
        visits = []
        for page in level:
            number = number_of(page)
            model = number if number in models else TEMPLATES + number % TEMPLATES  # never the start page
            saved = copied(texts[model], model, page, pages, address)
            store.save("", page, saved)
            visits.append(visit_of(saved, page))
        level = await source.next_pages(visits)
    store.close(finished=False)


def measure(address: str, folder: Path, pages: int, models: dict[int, SavedPage]) -> dict[str, float]:
    """Resume an audit of which every page is saved, and return what that costs."""
    asyncio.run(save_copies(address, folder, pages, models))
    command = [sys.executable, "-c", MEASURED_AUDIT, "audit", address, "--profile", "quick", "--max-pages", str(pages)]
    command += ["--no-sitemap", "--output", str(folder / "report"), "--quiet", "--jobs", "2", "--resume"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    costs: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    costs |= {f"{name} MB": (folder / "report" / f"report.{name}").stat().st_size / 1e6 for name in ("json", "html")}
    report = json.loads((folder / "report" / "report.json").read_text(encoding="utf-8"))
    return costs | {"screens": len(report["screens"]), "findings": len(report["findings"])}


def main() -> None:
    """Judge the first pages, then measure sites of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 3000, 10000])
    parser.add_argument("--judged", type=int, default=2 * TEMPLATES)
    given = parser.parse_args()
    columns = ("screens", "findings", "all", "assembled", "written", "summary", "MB", "json MB", "html MB")
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    with tempfile.TemporaryDirectory() as temporary, many(max(given.pages), port=8046) as site:
        folder, address = Path(temporary), f"{site}/"
        os.environ["A11YCHECK_STATE"] = str(folder / "state")
        models = judge_pages(address, folder, given.judged)
        for pages in given.pages:
            row = measure(address, folder, pages, models)
            print(f"| {' | '.join(f'{row[name]:g}' for name in columns)} |", flush=True)


if __name__ == "__main__":
    main()
