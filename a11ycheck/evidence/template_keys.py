"""What screens that are built alike have in common: the keys of their template."""

from __future__ import annotations

from a11ycheck.model import Page


def keys(page: Page, structure: str) -> tuple[str, str, str]:
    """What a screen's template is called: among those of its page, among all, and in its page by what stands in it."""
    parts = [part.partition("~") for part in structure.split(" ")]
    built = " ".join(part[0] for part in parts)
    kinds = " ".join(sorted({part[2] for part in parts}))
    return f"{page.url} {built}", built, f"{page.url} ~{kinds}"
