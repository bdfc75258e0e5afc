"""How time and memory grow with the size of a site: python -m benchmarks.size [--pages 1000 3000 10000] [--judged 80]

Judging 10,000 pages takes hours, and is the same work for each page; what grows with the site is all the rest. So only
the first --judged pages (each of the 40 templates at least twice) are judged in a browser. What each came to is copied
into the audit's store for the other pages of its template, with their own addresses, titles and links, and the audit
is gone on with: crawl, queue, what is kept, the rules of the whole site and the reports are as in a true audit of that
size. Prints a Markdown table; its seconds hold no judging, and are those of the main process's CPU.
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

from a11ycheck.cli import job
from a11ycheck.cli.options import Options
from a11ycheck.cli.resume import open_store
from a11ycheck.model import Page
from a11ycheck.scan.resume import visit_of
from a11ycheck.scan.scan import scan
from a11ycheck.store.store import Kept, Store
from a11ycheck.text.json_values import from_json, to_json
from a11ycheck.text.words import read_words
from fixtures.sites.many import FAN, TEMPLATES, many
from tests.scanning import Listening

TIMED = """
import json, resource, sys, time
from a11ycheck import cli, gather, job
took = {}
def timed(module, name, label):
    given = getattr(module, name)
    def timing(*all, **named):
        began = time.process_time()
        try:
            return given(*all, **named)
        finally:
            took[label] = round(time.process_time() - began, 1)
    setattr(module, name, timing)
timed(gather, "report", "put together"); timed(job, "_write", "written"); timed(job, "summary", "said")
try:
    cli.main()
finally:
    took["all"] = round(time.process_time(), 1)
    took["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(took))
"""


def options(folder: Path, pages: int) -> Options:
    """Those of the audit below: equal ones may be gone on with."""
    return Options(profile="quick", output=folder / "report", max_pages=pages, sitemap=False, jobs=2, quiet=True)


def opened(address: str, folder: Path, pages: int, *, judging: bool) -> tuple[list[job.ScanTarget], job.Plan, Store]:
    """An audit that begins, and where it is kept."""
    given = options(folder, pages)
    orders, plan = job._websites([address], given), job._plan(given, read_words("en"), browser=judging)
    store = open_store(orders, plan, given)
    assert store
    return orders, plan, store


def judged(address: str, folder: Path, most: int) -> dict[int, Kept]:
    """What the first pages come to in a true audit, by number."""
    orders, plan, store = opened(address, folder, most, judging=True)
    orders[0].source.open()
    asyncio.run(scan(orders, plan, Listening(), store))
    rows = store._base.execute("select page, kept from pages").fetchall()
    store.close(finished=True)
    return {number_of(from_json(Page, json.loads(page))): from_json(Kept, json.loads(kept)) for page, kept in rows}


def number_of(page: Page) -> int:
    """The start page is number 0."""
    return int(page.address.rpartition("/p")[2]) if "/p" in page.address else 0


def copied(text: str, model: int, page: Page, count: int, address: str) -> Kept:
    """What page `model` came to (JSON), as if it had been this page of the same template."""
    number = number_of(page)
    text = re.sub(rf"/p{model}(?!\d)", f"/p{number}", text)
    text = re.sub(rf"(?i)\b(part|number) {model}\b", rf"\1 {number}", text)
    found = json.loads(text)
    ways = range(number * FAN + 1, min(number * FAN + FAN, count - 1) + 1)
    found["links"] = [f"{address}p{to}" for to in (*range(1, FAN + 1), *ways)]
    for seen in found["seen"]:
        seen |= {"place": to_json(page), "pictures": {}}
    found["causes"] = []
    return from_json(Kept, found)


def grown(address: str, folder: Path, pages: int, models: dict[int, Kept]) -> dict[str, float]:
    """Keep all pages, then go on with the audit: what that takes."""
    orders, _, store = opened(address, folder, pages, judging=False)
    source = orders[0].source
    source.open()
    texts = {number: json.dumps(to_json(kept)) for number, kept in models.items()}
    store._base.execute("pragma synchronous = off")
    store.begin("2026-01-01T00:00:00+00:00")
    level = source.first()
    while level:
        visits = []
        for page in level:
            number = number_of(page)
            model = number if number in models else TEMPLATES + number % TEMPLATES  # never the start page
            kept = copied(texts[model], model, page, pages, address)
            store.keep("", page, kept)
            visits.append(visit_of(kept, page))
        level = source.after(visits)
    store.close(finished=False)
    command = [sys.executable, "-c", TIMED, "audit", address, "--profile", "quick", "--max-pages", str(pages)]
    command += ["--no-sitemap", "--output", str(folder / "report"), "--quiet", "--jobs", "2", "--resume"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    took: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    took |= {f"{name} MB": (folder / "report" / f"report.{name}").stat().st_size / 1e6 for name in ("json", "html")}
    report = json.loads((folder / "report" / "report.json").read_text(encoding="utf-8"))
    return took | {"screens": len(report["screens"]), "findings": len(report["findings"])}


def main() -> None:
    """Judge the first pages, then grow the site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 3000, 10000])
    parser.add_argument("--judged", type=int, default=2 * TEMPLATES)
    given = parser.parse_args()
    columns = ("screens", "findings", "all", "put together", "written", "said", "MB", "json MB", "html MB")
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    with tempfile.TemporaryDirectory() as temporary, many(max(given.pages), port=8046) as site:
        folder, address = Path(temporary), f"{site}/"
        os.environ["A11YCHECK_STATE"] = str(folder / "state")
        models = judged(address, folder, given.judged)
        for pages in given.pages:
            row = grown(address, folder, pages, models)
            print(f"| {' | '.join(f'{row[name]:g}' for name in columns)} |", flush=True)


if __name__ == "__main__":
    main()
