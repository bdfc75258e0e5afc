"""Trials: a screen is used with real keys, a real mouse and other windows; what is seen then, rules judge.

A rule `needs` a trial by its name, as it needs a probe: its check gets the rows about its frame. A trial gathers once
what many rules read. They run in this order, those that change least first.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from a11ycheck.behaviour import (
    device_motion,
    drag,
    fields,
    forms,
    hover,
    keyboard,
    keys,
    misfill,
    narrow,
    operate,
    orientation,
    preferences,
    spacing,
    timeout,
    watch,
)
from a11ycheck.behaviour.interface import Behaviour, BehaviourContext, Observation

__all__ = ["BEHAVIOURS", "BehaviourContext", "Observation", "Behaviour"]

BEHAVIOURS: Mapping[str, Behaviour] = MappingProxyType(
    {
        "watch": Behaviour("thorough", 20, watch.watch),  # what moves, flashes and sounds by itself
        "preferences": Behaviour("standard", 3, preferences.preferences),  # colours of the reader's own, less motion
        "spacing": Behaviour("standard", 5, spacing.spacing),  # more room between lines, words and letters
        "narrow": Behaviour("standard", 5, narrow.narrow),  # the window of a reader who zooms
        "orientation": Behaviour("standard", 3, orientation.orientation),  # a phone that lies, and one that stands
        "device-motion": Behaviour("thorough", 5, device_motion.device_motion),  # the device is tilted
        "timeout": Behaviour("thorough", 20, timeout.timeout),  # minutes pass on a clock of ours
        "keyboard": Behaviour("standard", 10, keyboard.walk),  # where Tab goes, stop by stop, in all frames
        "hover": Behaviour("thorough", 30, hover.hover),  # what shows when the mouse is on something
        "keys": Behaviour("standard", 8, keys.operate_keys, operates=True),  # what answers to keys, and what does not
        "fields": Behaviour("standard", 10, fields.change, operates=True),  # what comes when a field is changed
        "drag": Behaviour("standard", 10, drag.drag, operates=True),  # what is dragged, and what a press does instead
        "operate": Behaviour("standard", 40, operate.operate, operates=True),  # what comes when a thing is pressed
        "forms": Behaviour("asked", 20, forms.send, operates=True),  # how a form that is sent empty tells its errors
        "misfill": Behaviour("asked", 20, misfill.misfill, operates=True),  # and one that is filled in wrong
    }
)
