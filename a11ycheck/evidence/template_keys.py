"""Keys that are equal for screens of one template."""

from __future__ import annotations

from a11ycheck.model import Page


def template_keys(page: Page, structure: str) -> tuple[str, str, str]:
    """Return three names of a screen's template, from its structure.

    The first is equal for screens of this page that are built alike, the second for screens of any page that are, and
    the third for screens of this page that hold the same kinds of controls.
    """
    parts = [part.partition("~") for part in structure.split(" ")]
    built = " ".join(part[0] for part in parts)
    kinds = " ".join(sorted({part[2] for part in parts}))
    return f"{page.url} {built}", built, f"{page.url} ~{kinds}"
