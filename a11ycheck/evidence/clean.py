"""The one door through which what was seen leaves a session: behind it nothing keeps a secret.

Report, store and formats get a `CleanScreen` and nothing else of a screen; only `clean_screen` makes one. Addresses
that are still to be opened (`ScreenResult.place`) keep their secrets in memory, because without them nothing opens;
report and store have their own way with those.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.reasons import Untested
from a11ycheck.evidence.screens import CleanScreen, ScreenResult
from a11ycheck.text import redact


def clean_screen(seen: ScreenResult) -> CleanScreen:
    """Return the screen without secrets in what its content said."""
    judged = seen.judged
    clean = Judgement(
        tuple(map(_clean_hit, judged.hits)), judged.outcomes, tuple(map(_clean_untested, judged.untested))
    )
    return CleanScreen(
        replace(
            seen,
            state=redact.text(seen.state),
            title=redact.text(seen.title),
            judged=clean,
            facts=cast("Mapping[str, object]", redact.json_value(seen.facts)),
            breadcrumbs=tuple((redact.text(name), redact.url(address)) for name, address in seen.breadcrumbs),
        )
    )


def _clean_hit(hit: Hit) -> Hit:
    return replace(
        hit,
        frame=redact.url(hit.frame),
        target=redact.text(hit.target),
        ancestry=redact.text(hit.ancestry),
        html=redact.markup(hit.html),
        data=redact.data(hit.data),
    )


def _clean_untested(row: Untested) -> Untested:
    return replace(row, what=redact.url(row.what), detail=redact.text(row.detail))
