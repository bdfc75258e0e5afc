"""Correct axe where `aria-controls` names a popup that is not open and therefore not in the document.

axe accepts such a reference when `aria-expanded` is "false", but without a value, or with "undefined", the popup is
not open either (https://www.w3.org/TR/wai-aria-1.2/#aria-expanded).
"""

from __future__ import annotations

import re

from a11ycheck.evidence.hits import Judgement

RULE = "aria-valid-attr-value"
_CONTROLS = re.compile(r'aria-controls="[^"]*"')
_OPENS = re.compile(r"""\s(role=["']?combobox|aria-haspopup|aria-expanded)\b""", re.IGNORECASE)
_OPEN = re.compile(r"""\saria-expanded=["']?true\b""", re.IGNORECASE)


def without_closed_popups(judgement: Judgement) -> Judgement:
    """Return axe's judgement without missing references of controls whose popup is not open."""
    kept = tuple(
        hit
        for hit in judgement.hits
        if not (
            hit.rule == RULE
            and _CONTROLS.fullmatch(hit.data.get("values", "") or hit.data.get("needsReview", ""))
            and _OPENS.search(hit.html)
            and not _OPEN.search(hit.html)
        )
    )
    return Judgement(kept, judgement.outcomes, judgement.untested)
