"""Finds its way through a page whose authoring tool is not known: onward, along its outline, past its gates."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Container
from dataclasses import dataclass, field

from playwright.async_api import Frame as PageFrame

from a11ycheck.players.course_page import Play
from a11ycheck.players.explore.ending import SURE, Explored, Signs, conclude, says_end
from a11ycheck.players.explore.scripts import ask
from a11ycheck.players.explore.snapshot import PACE, Snapshot, look, rest, restless
from a11ycheck.players.explore.steps import Step, behind, document, find, steps
from a11ycheck.players.interface import Stop
from a11ycheck.players.traps import Traps

MOST_SCREENS = 300
MOST_IDLE = 40  # steps without a new screen
MOST_SECONDS = 900.0
CHANGE = 2.5
"""Seconds that a screen may take to begin to change after a click."""
LATER = 4.0  # seconds to wait for a way on that is shut
MOST_NEXT = 4
"""Controls that seem to lead on which are tried on one screen."""
MOST_PRESSED = 15
"""Other controls which are pressed on one screen that does not let one go on."""
MOST_ANSWERS = 4
MOST_UNFOLDED = 30
"""Times that more of one screen unfolds."""
MOST_RESTARTS = 12
RETURN = ("menu", "outline", "back")
"""What may lead back to a screen of cards, the surest first."""
NEARLY = 2  # so few differences from a screen that was seen may be something that changes by itself

OnStop = Callable[[Stop, str], Awaitable[None]]
"""Judges what stands now as this screen, in a state: "" as it first stands, "continued" when more of it unfolded."""
OnStates = Callable[[Stop], Awaitable[bool]]
"""Judges further states of this screen, which stands now; whether it was left as it was found."""


@dataclass(slots=True)
class _Screen:
    stop: Stop
    tried: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    """What only begins something here: pressed again, it would begin that again, without end."""
    unfolded: int = 0
    left: int = 0
    """Controls on a screen without a way on that were not pressed yet, when one of them led off it: a menu of cards."""


async def explore(
    play: Play,
    on_stop: OnStop,
    on_states: OnStates,
    traps: Traps,
    stay: bool = False,
    elsewhere: Container[str] = (),
) -> Explored:
    """Judge every screen that can be found from what stands now, past the `traps` that are known.

    `stay` keeps to this document; `elsewhere` are addresses without fragment that are tested as pages of their own.
    A screen is known by what it shows: it is judged once, and going round in circles ends.
    Raises ScriptError when the page is gone.
    """
    return await _Explorer(play, on_stop, on_states, traps, stay, elsewhere).run()


@dataclass(slots=True)
class _Explorer:
    play: Play
    on_stop: OnStop
    on_states: OnStates
    traps: Traps
    stay: bool
    elsewhere: Container[str]
    screens: dict[frozenset[str], _Screen] = field(default_factory=dict)
    waiting: dict[str, Step] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    signs: Signs = field(default_factory=Signs)
    began: float = field(default_factory=time.monotonic)
    idle: int = 0
    answered: bool = False
    restarts: int = 0
    noise: tuple[str, ...] = ()

    async def run(self) -> Explored:
        """Onward while that gives news, then the next entry of the outline, until both have ended."""
        found = Explored()
        start = next((frame.url for frame in self.play.frames()), "")
        now = await self._arrive(await self._watched(), None)
        while not self._enough():
            before = now
            moved = await self._onward(now)
            if moved is None and (step := self._next_entry()):
                moved = await self._take(step, now)
                if moved is None and not step.href and self.restarts < MOST_RESTARTS:
                    self.restarts += 1  # its menu is no longer here: from the start once more
                    await self._jump(start)
                    now = await self._arrive(await rest(self.play, self.noise), None)
                    moved = await self._take(step, now)
                if moved is None:
                    self._miss(found, step)
                    moved = now
            if moved is None and any(one.left > 0 for one in self.screens.values()):
                moved = await self._return(now, start)
            if moved is None:
                break
            now = await self._arrive(moved, before)
        else:
            found.why = "bound"
        conclude(found, self.signs, len(self.keys))
        return found

    async def _watched(self) -> Snapshot:
        """What stands, after a look at what changes by itself."""
        now = await rest(self.play, self.noise)
        more = [path for path in await restless(self.play) if path not in self.noise]
        self.noise = (*self.noise, *more)
        return await rest(self.play, self.noise) if more else now

    def _enough(self) -> bool:
        seconds = time.monotonic() - self.began
        return seconds > MOST_SECONDS or len(self.keys) >= MOST_SCREENS or self.idle > MOST_IDLE

    async def _arrive(self, now: Snapshot, before: Snapshot | None) -> Snapshot:
        """Judge what stands when it is new, and take down the ways that it shows."""
        if now.parts not in self.screens and any(len(now.parts ^ seen) <= NEARLY for seen in self.screens):
            now = await self._watched()
        if now.parts in self.screens:
            self.idle += 1
            return now
        if await self._scroll():
            now = await rest(self.play, self.noise)
        if now.parts in self.screens:
            return now
        known = self.screens.get(before.parts) if before else None
        if known and before and now.unfolds(before):
            self.idle += 1
            known.unfolded += 1
            if known.unfolded <= MOST_UNFOLDED:
                known.tried.clear()
            self.screens[now.parts] = known  # more of the same screen: a gate within the page was passed
            await self.on_stop(known.stop, "continued")
        else:
            self.idle = 0
            self.screens[now.parts] = _Screen(self._stop(now))
            await self.on_stop(self.screens[now.parts].stop, "")
        self.traps.passed()
        if now.count:
            self.signs.counts.append(now.count)
        self.signs.drawn = self.signs.drawn or now.drawn
        if await self._note_ways():
            after = await rest(self.play, self.noise)
            if after.leaves(now):  # what seems to open a menu led somewhere
                return await self._arrive(after, None)
        return await self._operate(now)

    async def _operate(self, now: Snapshot) -> Snapshot:
        """Further states; what then stands counts as the same screen, unless one of them led to another."""
        screen = self.screens[now.parts]
        if await self.on_states(screen.stop):
            return now
        after = await rest(self.play, self.noise)
        if after.parts not in self.screens and after.leaves(now):
            return await self._arrive(after, None)
        self.screens.setdefault(after.parts, screen)
        return after

    async def _scroll(self) -> bool:
        grown = [await ask(self.play, frame, "scroll") for frame in self.play.frames()]
        return any(grown)

    def _stop(self, now: Snapshot) -> Stop:
        """A screen by its address, else by its heading: a name that is the same at the next scan."""
        name = now.name(self.names)
        self.names.add(name)
        words = re.sub(r"\W+", "-", name.lower()).strip("-")[:60]
        key = now.address.partition("#")[2] or words or "screen"
        number = 2
        unique = key
        while unique in self.keys:
            unique, number = f"{words or key}-{number}", number + 1
        self.keys.add(unique)
        return Stop(unique, name)

    async def _note_ways(self) -> bool:
        """Keep the entries of outlines, those behind a closed menu too; whether a menu was looked into."""
        steps = await self._steps()
        self.signs.leads = self.signs.leads or any(step.kind == "next" and step.score >= 30 for step in steps)
        menus = [one for one in steps if one.kind == "menu" and one.name not in self.taken][:2]
        for step in menus:
            self.taken.add(step.name)
            steps += await behind(self.play, step, self.stay, self.noise)
        for step in steps:
            if step.kind == "outline" and step.name not in self.taken and step.name not in self.waiting:
                if step.href and document(step.href) in self.elsewhere:
                    continue
                self.waiting[step.name] = step
        return bool(menus)

    def _next_entry(self) -> Step | None:
        """An entry of the outline that waits; those that were locked when seen come last."""
        for name in sorted(self.waiting, key=lambda name: self.waiting[name].off):
            step = self.waiting.pop(name)
            if name not in self.taken and _control(step) not in self.traps.known:
                self.taken.add(name)
                return step
        return None

    def _miss(self, found: Explored, step: Step) -> None:
        if step.off:
            found.missed.append((Stop(step.label.lower(), step.label), "locked"))

    async def _steps(self) -> list[Step]:
        return await steps(self.play, self.stay)

    async def _onward(self, now: Snapshot) -> Snapshot | None:
        """Press what leads on from here, past a gate where there is one; None when nothing moves any more."""
        screen = self.screens[now.parts]
        moved = await self._press_next(screen, now)
        if moved is not None:
            return moved
        if "through" in screen.tried:
            return None
        steps = [step for step in await self._steps() if step.kind == "next" and step.score >= 30]
        shut = any(step.off or f"{step.name} still" in screen.tried for step in steps)
        if not shut and (steps or self.waiting):
            return None
        self.answered = False
        screen.left = -1 if shut else await self._untried(screen)
        moved = await self._through(screen, now, shut)
        screen.left = 0 if moved is None else max(0, screen.left)
        if moved is None and shut:
            moved = await self._later(screen)
        if moved is None:
            screen.tried.add("through")
            sure = any(step.score >= SURE and (step.off or f"{step.name} still" in screen.tried) for step in steps)
            await self._ended(now, sure)
        return moved

    async def _ended(self, now: Snapshot, shut: bool) -> None:
        """Nothing leads on from here: the content may say that this is the end, else a shut way on may hide more."""
        said = await says_end(self.play, now.count)
        self.signs.all = self.signs.all or said == "all"
        if shut and not said and not self.signs.shut:
            self.signs.shut = "gate" if not self.answered and await self._asks() else "way-on-shut"

    async def _later(self, screen: _Screen) -> Snapshot | None:
        """Some ways on open by themselves, when the screen has stood there for a while."""
        deadline = time.monotonic() + LATER
        while time.monotonic() < deadline:
            await asyncio.sleep(4 * PACE)
            if any(one.kind == "next" and not one.off and one.name not in screen.tried for one in await self._steps()):
                return await self._press_next(screen, await rest(self.play, self.noise))
        return None

    async def _untried(self, screen: _Screen) -> int:
        steps = [step for step in await self._steps() if step.kind == "other" and not step.off]
        return sum(step.name not in screen.tried for step in steps[:MOST_PRESSED])

    async def _return(self, now: Snapshot, start: str) -> Snapshot | None:
        """Back to a screen of cards: by a control that says so, else from the start."""
        screen = self.screens[now.parts]
        steps = [step for step in await self._steps() if step.kind in RETURN and not step.off]
        for step in sorted(steps, key=lambda step: RETURN.index(step.kind)):
            if f"return {step.name}" not in screen.tried:
                screen.tried.add(f"return {step.name}")
                if await self._click(step, screen.stop.key) and (moved := await self._changed(now)):
                    return moved
        self.restarts += 1
        if self.restarts > MOST_RESTARTS or not await self._jump(start):
            return None
        moved = await self._changed(now)
        if moved and (first := self.screens.get(moved.parts)):
            first.tried.clear()
            first.begun.clear()
        return moved

    async def _asks(self) -> bool:
        """Whether the screen wants something of a learner that we could not do."""
        return any([await ask(self.play, frame, "asks") for frame in self.play.frames()])

    async def _press_next(self, screen: _Screen, now: Snapshot) -> Snapshot | None:
        steps = [step for step in await self._steps() if step.kind == "next" and not step.off]
        steps = [step for step in steps if not step.href or document(step.href) not in self.elsewhere]
        steps = [step for step in steps if step.name not in screen.tried | screen.begun]
        begin = sum(step.score < SURE for step in steps)
        screen.left = min(screen.left, 0)
        for step in sorted(steps, key=lambda one: -one.score)[:MOST_NEXT]:
            begin -= step.score < SURE
            screen.tried.add(step.name)
            if step.score < SURE:
                screen.begun.add(step.name)
            self.taken.add(step.name)
            if not await self._click(step, screen.stop.key):
                continue
            moved = await self._changed(now)
            if moved is not None:
                screen.left = begin if step.score < SURE else screen.left
                return moved
            screen.tried.add(f"{step.name} still")
        return None

    async def _changed(self, before: Snapshot) -> Snapshot | None:
        """What stands after something was pressed; None when nothing changed."""
        deadline = time.monotonic() + CHANGE
        while time.monotonic() < deadline:
            await asyncio.sleep(PACE)
            if await self.play.follow():
                return await self._watched()
            if (await look(self.play, self.noise)).parts != before.parts:
                now = await rest(self.play, self.noise)
                return now if now.parts != before.parts else None
        return None

    async def _through(self, screen: _Screen, now: Snapshot, shut: bool) -> Snapshot | None:
        """Do what a learner can do on this screen, a thing at a time, until a way on opens."""
        wrong = False
        for turn in range(MOST_ANSWERS):
            asked = False
            for frame in self.play.frames():
                for which in range(6):
                    said = await ask(self.play, frame, "answer", [which, turn])
                    if not isinstance(said, dict):
                        break
                    asked, word = True, said.get("word")
                    wrong = word == "wrong" or (wrong and word != "right")
                    self.answered = self.answered or bool(said.get("changed"))
            if asked and (moved := await self._retry(screen, now)):
                return moved
            if turn == 0:
                for name in ("dialog", "asked", "asked", "asked"):
                    passed = [await ask(self.play, frame, name) for frame in self.play.frames()]
                    if any(passed) and (moved := await self._retry(screen, now)):
                        return moved
                if moved := await self._press_all(screen, now):
                    return moved
            if not asked or not (shut or wrong):
                return None
        return None

    async def _press_all(self, screen: _Screen, now: Snapshot) -> Snapshot | None:
        """Press everything else on the screen once: tabs, cards, hot spots."""
        steps = [step for step in await self._steps() if step.kind == "other" and not step.off]
        steps = [step for step in steps[:MOST_PRESSED] if step.name not in screen.tried]
        for number, step in enumerate(steps):
            screen.tried.add(step.name)
            if not await self._click(step, screen.stop.key):
                continue
            if await self.play.follow():
                return await self._watched()
            after = await rest(self.play, self.noise)
            if after.leaves(now):
                return after
            for frame in self.play.frames():
                await ask(self.play, frame, "dialog")
            if number % 4 == 3 and (moved := await self._retry(screen, now)):
                return moved
        return await self._retry(screen, now) if steps else None

    async def _retry(self, screen: _Screen, before: Snapshot) -> Snapshot | None:
        """Whether a way on is open now: what unfolded meanwhile belongs to the same screen."""
        now = await rest(self.play, self.noise)
        if now.parts not in self.screens:
            if now.leaves(before):
                return now
            self.screens[now.parts] = screen
        screen.tried = {
            name for name in screen.tried if not name.endswith(" still") and f"{name} still" not in screen.tried
        }
        return await self._press_next(screen, now)

    async def _take(self, step: Step, now: Snapshot) -> Snapshot | None:
        """Go where an entry of the outline leads; None when it is not there or does nothing."""
        if not await self._may_press(step):
            return None
        found = await find(self.play, step)
        if found:
            await self.play.click(*found)
        elif step.href and not step.off:
            if not await self._jump(step.href, step.frame):
                return None
        else:
            return None
        moved = await self._changed(now)
        return moved if moved is not None else (now if found and now.parts in self.screens and not step.off else None)

    async def _click(self, step: Step, where: str) -> bool:
        """Press a control of this screen, unless it is a trap; whether it was pressed."""
        if not await self._may_press(step, where):
            return False
        return await self.play.click(step.frame, step.path)

    async def _may_press(self, step: Step, where: str = "") -> bool:
        """Whether it is no trap; while the page does not answer, what was pressed before is to blame."""
        answers = await self.play.evaluate(step.frame, "() => true")
        return answers is True and self.traps.press(_control(step, where), step.label)

    async def _jump(self, href: str, frame: PageFrame | None = None) -> bool:
        frames = self.play.frames()
        at = frame if frame in frames else (frames[0] if frames else None)
        return bool(at and await ask(self.play, at, "jump", href))


def _control(step: Step, where: str = "") -> str:
    """What a trap is known by: a control of this screen, or an entry of the outline, which stands on all."""
    return f"{where} {step.name}"
