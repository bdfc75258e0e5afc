"""One screen as it stands: wait until it is there, then axe and the rules in all its frames."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour import editor
from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.leading import lead_on
from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.settling import QUIET, settled, signature, structure
from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.evidence.hits import Judgement
from a11ycheck.facts.breadcrumbs import read_breadcrumbs
from a11ycheck.facts.resolvers import answering
from a11ycheck.facts.resolvers.ends import Follow, never
from a11ycheck.inpage import script
from a11ycheck.judging.axe import Axe, run_axe
from a11ycheck.judging.axe_and_rules import judge_with_both, merged, without_doubles
from a11ycheck.judging.compiled_rules import CompiledRules, screen_hits, site_facts
from a11ycheck.judging.new_content import judge_new
from a11ycheck.model import Evidence, Lesson
from a11ycheck.scan.behaviour_trial import Doing, try_screen
from a11ycheck.web.links import is_document

MOST_LINKS = 5000
RELOAD = 8.0
"""Seconds for a page that was tried to come once more."""
OF_THE_DOCUMENT = ("document-title", "html-has-lang", "html-lang-valid", "meta-refresh", "meta-refresh-no-exceptions")
"""Rules of axe that judge what a document says of itself: true also where nothing could be seen on it."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """What a screen is examined with: axe, which of its rules run, our own rules; whether pictures are wanted."""

    axe: Axe
    axe_rules: tuple[str, ...]
    compiled: CompiledRules
    pictures: bool = True
    patience: float = 1.0
    """Multiplies the time that trials may take."""
    editors: frozenset[str] = frozenset()
    """Identities of pages on which authors make content: the dialogs of their editors are opened."""


@dataclass(frozen=True, slots=True)
class ExaminedScreen:
    """A screen that was looked at; `missing` is "" or the stable word for why nothing could be seen on it.

    `structure` is equal for screens of one template; `tried` says whether its behaviour was tried here. `pictures`
    are those that trials made, by name.
    """

    title: str
    address: str
    links: tuple[str, ...]
    judged: Judgement
    root: Frame
    missing: str = ""
    signature: str = ""
    structure: str = ""
    tried: bool = False
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    hangs: bool = False
    """The page stopped answering while it was tried: nothing more can be asked of it."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What rules of the whole site want to know of it, by probe; JSON."""
    trail: Breadcrumbs = ()
    lessons: tuple[Lesson, ...] = ()


Claim = Callable[[str, str], Awaitable[bool]]
"""Whether the behaviour of a screen of this structure, at this address, is to be tried here."""
OnState = Callable[[str, ExaminedScreen], Awaitable[None]]
"""Gets each further state of the screen, by name, while it stands."""


async def never_tried(_: str, __: str) -> bool:
    """A claim that leaves behaviour alone."""
    return False


Known = Mapping[str, ExaminedScreen]
"""Screens that were examined already, by signature."""


async def examine(
    frames: Frames,
    inside: str,
    instruments: Instruments,
    patience: float,
    known: Known | None = None,
    follow: Follow = never,
    claim: Claim = never_tried,
    guard: Guard | None = None,
    on_state: OnState | None = None,
    editing: bool = False,
) -> ExaminedScreen:
    """Judge the document in the frame called `inside`, or the page's own; `patience` seconds for it to render.

    A screen that is identical to a `known` one is not judged again; `follow` says which links may be opened to see
    what stands at their ends, `claim` whether its behaviour is tried; `guard` is on from then. What is opened while
    trying is handed to `on_state`; `editing` opens the dialogs of its editor too.

    Raises ScriptError when the screen cannot be judged at all.
    """
    ready = _Readiness(instruments)
    deadline = time.monotonic() + patience
    while True:
        root = await settled(frames, inside)
        await ready.load(root)
        seen = await screen_hits(root, instruments.compiled)
        if not seen.hits or time.monotonic() > deadline:
            break
        await asyncio.sleep(QUIET / 1000)
    title = await root.run("() => document.title")
    address = root.url if inside else frames.page.url  # a frame's own address has no route
    if seen.hits:
        said = tuple(rule for rule in instruments.axe_rules if rule in OF_THE_DOCUMENT)
        axes = await run_axe(root, said) if said and seen.hits[0].key == "blank" else Judgement()
        return ExaminedScreen(title, address, (), merged((seen, axes)), root, seen.hits[0].key)
    looks = await signature(root) if known is not None else ""
    if looks and known and looks in known:
        return replace(known[looks], title=title, address=address, links=await _links(root), root=root)
    found = await judge_with_both(frames, root, instruments.axe_rules, instruments.compiled, answering(frames, follow))
    links = await _links(root)
    facts = await site_facts(root, instruments.compiled)
    trail = await read_breadcrumbs(root) if known is None else ()
    built = await structure(root) if instruments.compiled.trials or known is None else ""
    claimed = bool(instruments.compiled.trials) and await claim(built, address)
    base = ExaminedScreen(
        title,
        address,
        links,
        merged((seen, found)),
        root,
        signature=looks,
        structure=built,
        tried=claimed,
        facts=facts,
        trail=trail,
    )
    edits = editing and guard is not None and bool(facts.get("editor"))
    leads = known is None and bool(instruments.compiled.trials)
    if not (claimed or edits):
        return await _with_routes(base, frames, root, guard, plain=False) if leads else base

    unfolded: dict[str, None] = {}

    async def look(name: str, frame: Frame) -> None:
        now = await frames.read(inside)
        unfolded.update(dict.fromkeys(await _links(now)))
        at = next((one for one in now.walk() if one.id == frame.id), frame)
        await ready.load(at)
        judged = await judge_new(frames, now, at, instruments.axe_rules, instruments.compiled, base.judged)
        if on_state:
            await on_state(name, ExaminedScreen(title, address, links, judged, now, trail=trail))

    async def renew() -> None:
        now = await settled(frames, inside)
        await ready.load(now)
        root.url, root.session, root.world, root.children = now.url, now.session, now.world, now.children

    pressed, disturbed = look if on_state else None, False
    if claimed:
        doing = Doing(guard, pressed, renew, instruments.patience)
        trying = await try_screen(frames, root, instruments.compiled, instruments.pictures, doing)
        disturbed = trying.disturbed
        judged = merged((without_doubles(base.judged, trying.judged, instruments.compiled), trying.judged))
        if trying.hangs:
            return replace(base, judged=judged, hangs=True)
        # A menu may have its links only while it is open.
        reached = tuple(dict.fromkeys((*links, *unfolded)))
        base = replace(base, judged=judged, pictures=trying.pictures, links=reached)
    if leads:
        base = await _with_routes(base, frames, root, guard, plain=claimed, disturbed=disturbed)
    elif disturbed and guard:
        base = replace(base, root=await _anew(frames, inside, guard, address) or root)
    if edits and guard:
        await guard.start()
        await ready.load(base.root)
        until = time.monotonic() + editor.SECONDS * instruments.patience
        opened = await editor.open_dialogs(BehaviourContext(frames, base.root, until, guard=guard, look=pressed))
        root = await _anew(frames, inside, guard, address) or base.root
        base = replace(base, root=root, facts={**facts, "editor": {**facts["editor"], "dialogs": opened}})
    return base


async def _with_routes(
    seen: ExaminedScreen, frames: Frames, root: Frame, guard: Guard | None, *, plain: bool, disturbed: bool = False
) -> ExaminedScreen:
    """The screen of a website with the addresses that its buttons lead to among its links."""
    if guard is None or root.session is not frames.session:
        return seen
    pressed, led = await lead_on(frames, root, guard, plain)
    links = tuple(dict.fromkeys((*seen.links, *led)))
    now = await _anew(frames, "", guard, seen.address) if pressed or disturbed else None
    return replace(seen, links=links, root=now or root)


async def _anew(frames: Frames, inside: str, guard: Guard, address: str) -> Frame | None:
    """The page once more as it first stood, so that pictures show what was judged; None when it does not come."""
    wanted = frames.page.url if inside else address
    await guard.open(wanted)
    try:
        if "#" in wanted:
            await frames.page.goto("about:blank")  # else only the route changes, and nothing begins anew
        await frames.page.goto(wanted, wait_until="domcontentloaded", timeout=RELOAD * 1000)
        return await settled(frames, inside)
    except (PlaywrightError, ScriptError):
        return None  # what was judged stands, without pictures
    finally:
        guard.hold()


@dataclass(slots=True)
class _Readiness:
    """Loads axe and our rules once into each world: a frame that changed its document has a new one."""

    instruments: Instruments
    loaded: set[tuple[str, int]]

    def __init__(self, instruments: Instruments) -> None:
        self.instruments = instruments
        self.loaded = set()

    async def load(self, root: Frame) -> None:
        for frame in root.walk():
            if (frame.id, frame.world) in self.loaded:
                continue
            try:
                await frame.load(f"{self.instruments.axe.source}\n;{self.instruments.compiled.source}")
                self.loaded.add((frame.id, frame.world))
            except ScriptError:
                if frame is root:
                    raise
                # A frame that left or cannot be read: judging it fails too, and says so in the report.


async def _links(root: Frame) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for frame in root.walk():
        try:
            rows: list[tuple[str, bool]] = await frame.run(script("links"), MOST_LINKS)
        except ScriptError:
            continue  # a frame that left meanwhile has no links for us
        links = [link for link, shown in rows if not shown or is_document(urlsplit(link).path)]
        # "#" in a frame stays in that frame: what stands there is a part of this screen, no page of its own.
        here = frame.url.partition("#")[0] if frame is not root else ""
        found |= dict.fromkeys(link for link in links if link.partition("#")[0] != here)
    return tuple(found)
