"""Trials: a screen is used with real keys, a real mouse and other windows; what is seen then, rules judge.

A rule `needs` a trial by its name, as it needs a probe: its check gets the rows about its frame. A trial gathers once
what many rules read. They run in this order, those that change least first.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from a11ycheck.trials import fields, forms, hover, keyboard, operate
from a11ycheck.trials.interface import Ground, Observed, Trial

__all__ = ["TRIALS", "Ground", "Observed", "Trial"]

TRIALS: Mapping[str, Trial] = MappingProxyType(
    {
        "keyboard": Trial("standard", 10, keyboard.walk),  # where Tab goes, stop by stop, in all frames
        "hover": Trial("thorough", 30, hover.hover),  # what shows when the mouse is on something
        "fields": Trial("standard", 10, fields.change, operates=True),  # what comes when a field is changed
        "operate": Trial("standard", 40, operate.operate, operates=True),  # what comes when a thing is pressed
        "forms": Trial("asked", 20, forms.send, operates=True),  # how a form that is sent empty tells its errors
    }
)
