"""Sends a form with what cannot be right, once, where the user allows it: does it tell what would be?"""

from __future__ import annotations

from a11ycheck.trials.forms import press
from a11ycheck.trials.hands import hands
from a11ycheck.trials.interface import Ground, Observed


async def misfill(ground: Ground) -> Observed:
    """A row as of trial `forms`, where that form has fields that want a known form of words (an e-mail address, a
    date): they hold a single sign. `wrong` are these fields (`name`, `hint` beside it).
    """
    hand = await hands(ground.frames, ground.root)
    for form in (await hand.ask("forms"))[:1]:
        if wrong := await hand.ask("misfill", form["mark"]):
            told = await press(ground, form)
            return Observed({ground.root.id: [{**form, **told, "wrong": wrong}]} if told else {}, disturbed=True)
    return Observed()
