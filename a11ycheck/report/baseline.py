"""The baseline: a file with the failures that are already known, which a report marks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from a11ycheck.errors import UsageError
from a11ycheck.files.own_files import make_folder, write_file
from a11ycheck.model import Finding, Report

_SCHEMA = "a11ycheck-baseline/1"
_LONGEST_NOTE = 160


def write(report: Report, path: Path) -> None:
    """Write the failures of a report as known, each with a note for people who read the file, sorted by note.

    What needs review is left out: it does not fail a job, and may turn out to be a failure later. Raises UsageError
    when the file cannot be written.
    """
    failures = [finding for finding in report.findings if finding.outcome == "failure"]
    notes = {finding.fingerprint: _note(finding) for finding in failures}
    content = {"schema": _SCHEMA, "fingerprints": dict(sorted(notes.items(), key=lambda pair: (pair[1], pair[0])))}
    try:
        make_folder(path.parent)
        write_file(path, [json.dumps(content, ensure_ascii=False, indent=1) + "\n"])
    except OSError as error:
        raise UsageError("output-unwritable", folder=path.parent, reason=error.strerror or "?") from error


def read(path: Path) -> frozenset[str]:
    """Return the known fingerprints. Raises UsageError when the file cannot be read or is not a baseline."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError("baseline-unreadable", file=path, reason=error.strerror or "?") from error
    except (ValueError, RecursionError) as error:
        raise UsageError("not-a-baseline", file=path) from error
    fingerprints = content.get("fingerprints") if isinstance(content, dict) else None
    if not isinstance(fingerprints, dict) or content.get("schema") != _SCHEMA:
        raise UsageError("not-a-baseline", file=path)
    return frozenset(fingerprints)


def apply(report: Report, known: frozenset[str]) -> Report:
    """Return the report with what is known marked: an issue is known when all its findings are."""
    return replace(
        report,
        known=known,
        issues=tuple(replace(issue, known=known.issuperset(issue.findings)) for issue in report.issues),
    )


def _note(finding: Finding) -> str:
    note = f"{finding.rule} · {finding.url} · {finding.target}"
    return note if len(note) <= _LONGEST_NOTE else note[: _LONGEST_NOTE - 1] + "…"
