"""report.html: one file for people, which needs no network and no script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11ycheck.content import REPORTS
from a11ycheck.coverage import merged
from a11ycheck.formats.dates import date, duration
from a11ycheck.formats.overview import overview_data
from a11ycheck.formats.plain import line, plain
from a11ycheck.formats.prose import blocks
from a11ycheck.formats.view import MOST_EVENTS, build_view, why_not
from a11ycheck.model import IMPACTS, Criterion, Report
from a11ycheck.standards import criteria
from a11ycheck.words import Words

file_name = "report.html"

_WEB = re.compile(r"https?://[^\s<>\"'`\\…]+\Z")


def write(report: Report, words: Words) -> str:
    """The whole report as one HTML document; all that comes from a page is escaped and made visible."""
    style, script = (inline(name) for name in ("report.css", "report.js"))
    page = environment().get_template("report.html.jinja")
    return page.render(
        report=report,
        words=words,
        view=build_view(report),
        screens={screen.id: screen for screen in report.screens},
        coverage=merged(target.coverage for target in report.targets),
        events=report.events[:MOST_EVENTS],
        more_events=len(report.events) - MOST_EVENTS,
        criteria=criteria(),
        impacts=IMPACTS,
        started=date(report.started, words),
        lasted=duration(report.seconds, words),
        style=style,
        script=script,
        csp=policy(style, script),
        **overview_data(report, words),
    )


def environment() -> Environment:
    """How our templates are read: everything is escaped, and invisible characters are shown."""
    made = Environment(
        loader=FileSystemLoader(REPORTS / "html"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_visible,
    )
    made.filters.update(line=line, blocks=blocks, web=_web, clauses=_clauses, id=_id)
    made.globals["why_not"] = why_not
    return made


def _visible(value: object) -> object:
    """Every text that the template puts out, without characters that hide or turn the line around."""
    return plain(value) if type(value) is str else value


def inline(name: str) -> str:
    """A style or script of ours, to stand in the document."""
    return (REPORTS / "html" / name).read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """Nothing is fetched, and no style or script runs but our own."""
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; "
        + (f"script-src 'sha256-{hashes[1]}'; " if script else "")
        + "img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _web(address: str) -> str:
    """The address when it may be a link, else "": http and https only, and not one from which a secret was taken."""
    return address if _WEB.match(address) and plain(address) == address else ""


def _id(name: str) -> str:
    """A name as part of an element's id: no spaces, nothing that a link would have to escape."""
    return re.sub(r"[^A-Za-z0-9]", lambda odd: f"-{ord(odd[0]):x}-", name)


def _clauses(criterion: Criterion) -> Mapping[str, str]:
    """The clauses of EN 301 549, each with the edition it is limited to, or "" where all editions have it."""
    editions = criterion.en301549
    found: dict[str, list[str]] = {}
    for edition, clause in editions.items():
        if clause:
            found.setdefault(clause, []).append(edition)
    return {clause: "" if len(named) == len(editions) else ", ".join(named) for clause, named in found.items()}
