"""Behaviours: a screen is used with a real keyboard, a real mouse and other windows, and rules judge what happens.

A rule `needs` a behaviour by name, just as it needs a fact: its check gets the rows about its frame. A behaviour
gathers once what many rules read. Those that change the screen least run first.
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
    misfill,
    narrow,
    orientation,
    preferences,
    spacing,
    timeout,
)
from a11ycheck.behaviour.interface import Behaviour, BehaviourContext, CurrentDocument, Observation
from a11ycheck.behaviour.keyboard.tab_walk import walk_with_tab
from a11ycheck.behaviour.keys.operate_keys import operate_keys
from a11ycheck.behaviour.operating.operate import operate
from a11ycheck.behaviour.watching.watch import watch

__all__ = ["BEHAVIOURS", "Behaviour", "BehaviourContext", "CurrentDocument", "Observation"]

BEHAVIOURS: Mapping[str, Behaviour] = MappingProxyType(
    {
        "watch": Behaviour("thorough", 20, watch),  # what moves, flashes and makes sound by itself
        "preferences": Behaviour("standard", 3, preferences.preferences),  # forced colours, reduced motion
        "spacing": Behaviour("standard", 5, spacing.spacing),  # more space between lines, words and letters
        "narrow": Behaviour("standard", 5, narrow.narrow),  # the window of a reader who zooms in
        "orientation": Behaviour("standard", 3, orientation.orientation),  # landscape and portrait
        "device-motion": Behaviour("thorough", 5, device_motion.device_motion),  # the device is tilted
        "timeout": Behaviour("thorough", 20, timeout.timeout),  # minutes pass on a fake clock
        "keyboard": Behaviour("standard", 10, walk_with_tab),  # where Tab goes, stop by stop, in all frames
        "hover": Behaviour("thorough", 30, hover.hover),  # what appears under the mouse
        "keys": Behaviour("standard", 8, operate_keys, operates=True),  # what responds to keys, and what does not
        "fields": Behaviour("standard", 10, fields.change, operates=True),  # what happens when a field changes
        "drag": Behaviour("standard", 10, drag.drag, operates=True),  # what must be dragged, or also works with a click
        "operate": Behaviour("standard", 40, operate, operates=True),  # what happens when a control is pressed
        "forms": Behaviour("asked", 20, forms.send, operates=True),  # the errors of a form that is sent empty
        "misfill": Behaviour("asked", 20, misfill.misfill, operates=True),  # the errors of one that is filled in wrong
    }
)
