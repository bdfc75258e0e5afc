"""Correct axe where `aria-controls` names a popup that is not open and therefore not in the document.

axe accepts such a reference when `aria-expanded` is "false", but without a value, or with "undefined", the popup is
not open either (https://www.w3.org/TR/wai-aria-1.2/#aria-expanded).

Nor does a value of `aria-hidden` that does not exist ("yes") keep anything from anybody: browsers take it for none.
"""

from __future__ import annotations

import re

from a11ycheck.evidence.hits import Hit, Judgement

RULE = "aria-valid-attr-value"
_CONTROLS = re.compile(r'aria-controls="[^"]*"')
_HIDES = re.compile(r'aria-hidden(="[^"]*")?')
_OPENS = re.compile(r"""\s(role=["']?combobox|aria-haspopup|aria-expanded)\b""", re.IGNORECASE)
_OPEN = re.compile(r"""\saria-expanded=["']?true\b""", re.IGNORECASE)


def without_closed_popups(judgement: Judgement) -> Judgement:
    """Return axe's judgement without references of controls whose popup is not open, and values that hide nothing."""
    kept = tuple(hit for hit in judgement.hits if not (hit.rule == RULE and _harms_nobody(hit)))
    return Judgement(kept, judgement.outcomes, judgement.untested)


def _harms_nobody(hit: Hit) -> bool:
    wrong = hit.data.get("values", "") or hit.data.get("needsReview", "")
    if _HIDES.fullmatch(wrong):
        return True
    return bool(_CONTROLS.fullmatch(wrong) and _OPENS.search(hit.html) and not _OPEN.search(hit.html))
