"""Write small courses for tests: one page, launched by a manifest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

MANIFEST = """<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <organizations default="o"><organization identifier="o"><title>Course</title>
    <item identifier="i" identifierref="r"><title>Course</title></item></organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="{launch}"/></resources>
</manifest>
"""


def course(
    folder: Path, body: str, head: str = "", launch: str = "index.html", files: Mapping[str, str] | None = None
) -> Path:
    """A SCORM 1.2 course of this page, and these files beside it."""
    page = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Course</title>{head}</head>{body}</html>'
    for name, content in {launch: page, "imsmanifest.xml": MANIFEST.format(launch=launch), **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder
