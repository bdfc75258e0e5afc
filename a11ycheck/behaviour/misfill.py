"""Send a form with values that cannot be right, once, where the user allows it: does it say what would be right?"""

from __future__ import annotations

from a11ycheck.behaviour.forms import send_form
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import Pointer


async def misfill(context: BehaviourContext) -> Observation:
    """Return a row as `forms` does, with `wrong`: the fields that want a known format and got a single character."""
    pointer = Pointer(context.frames, context.root)
    for form in (await pointer.call("forms.sendableForms"))[:1]:
        if wrong := await pointer.call("forms.fillInWrong", form["mark"]):
            row = await send_form(context, form)
            if row:
                row["wrong"] = wrong
            return Observation({context.root.id: [row]} if row else {}, disturbed=True)
    return Observation()
