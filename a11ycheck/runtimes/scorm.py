"""The window in which a SCORM item is launched: a full-size frame, and around it the run-time that it looks for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from a11ycheck.inpage import assemble

_FOLDER = Path(__file__).parent
FRAME = "a11ycheck-content"
"""The name of the frame that holds the content."""


@dataclass(frozen=True, slots=True)
class Launch:
    """One item: its address, and what the manifest tells its run-time (see sources/packages/manifest.py)."""

    title: str
    address: str
    objectives: tuple[str, ...] = ()
    launch_data: str = ""
    passing_score: str = ""
    max_time_allowed: str = ""
    time_limit_action: str = ""
    completion_threshold: str = ""


def launch_page(launch: Launch) -> bytes:
    """Return the HTML of the window in UTF-8."""
    page = Template(_read("scorm_launch.html"))
    tables = {version: _table(version) for version in ("1.2", "2004")}
    data = json.dumps({"tables": tables, "values": first_values(launch)})
    return page.substitute(
        title=escape(launch.title),
        address=escape(launch.address),
        frame=FRAME,
        launch=data.replace("<", "\\u003c"),
        runtime=f"({assemble(_read('scorm_runtime.js'))})();",
    ).encode("utf-8", "replace")


def first_values(launch: Launch) -> dict[str, dict[str, str]]:
    """Return the elements that don't start with the default in the table, by version of SCORM."""
    objectives = {f"cmi.objectives.{at}.id": name for at, name in enumerate(launch.objectives)}
    shared = {
        **objectives,
        "cmi.objectives._count": str(len(objectives)),
        "cmi.launch_data": launch.launch_data,
    }
    by_version = {
        "1.2": {
            "cmi.student_data.mastery_score": launch.passing_score,
            "cmi.student_data.max_time_allowed": launch.max_time_allowed,
            "cmi.student_data.time_limit_action": launch.time_limit_action,
        },
        "2004": {
            "cmi.scaled_passing_score": launch.passing_score,
            "cmi.max_time_allowed": launch.max_time_allowed,
            "cmi.time_limit_action": launch.time_limit_action,
            "cmi.completion_threshold": launch.completion_threshold,
        },
    }
    return {
        version: {name: value for name, value in {**shared, **values}.items() if value}
        for version, values in by_version.items()
    }


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _table(version: str) -> object:
    return json.loads(_read(f"scorm{version.replace('.', '')}.json"))
