"""axe's view of `aria-controls` corrected where it names a popup that is not open, and so not there yet.

axe leaves such a reference alone when `aria-expanded` is "false"; without a value, or with "undefined", the popup is
not open either (https://www.w3.org/TR/wai-aria-1.2/#aria-expanded).
"""

from __future__ import annotations

import re

from a11ycheck.evidence.hits import Judgement

RULE = "aria-valid-attr-value"
_CONTROLS = re.compile(r'aria-controls="[^"]*"')
_OPENS = re.compile(r"""\s(role=["']?combobox|aria-haspopup|aria-expanded)\b""", re.IGNORECASE)
_OPEN = re.compile(r"""\saria-expanded=["']?true\b""", re.IGNORECASE)


def without_closed(axes: Judgement) -> Judgement:
    """axe's judgement without references from something that opens, but is not open, to what is not there."""
    kept = tuple(
        hit
        for hit in axes.hits
        if not (
            hit.rule == RULE
            and _CONTROLS.fullmatch(hit.data.get("values", "") or hit.data.get("needsReview", ""))
            and _OPENS.search(hit.html)
            and not _OPEN.search(hit.html)
        )
    )
    return Judgement(kept, axes.outcomes, axes.untested)
