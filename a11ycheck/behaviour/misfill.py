"""Sends a form with what cannot be right, once, where the user allows it: does it tell what would be?"""

from __future__ import annotations

from a11ycheck.behaviour.forms import press
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import hands


async def misfill(context: BehaviourContext) -> Observation:
    """A row as of trial `forms`, where that form has fields that want a known form of words (an e-mail address, a
    date): they hold a single sign. `wrong` are these fields (`name`, `hint` beside it).
    """
    hand = await hands(context.frames, context.root)
    for form in (await hand.ask("forms"))[:1]:
        if wrong := await hand.ask("misfill", form["mark"]):
            told = await press(context, form)
            return Observation({context.root.id: [{**form, **told, "wrong": wrong}]} if told else {}, disturbed=True)
    return Observation()
