"""The examination of one screen: wait until it is there, judge it, try its behaviour, follow what leads on."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from functools import partial

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour import editor_dialogs
from a11ycheck.behaviour.application_routes import find_routes
from a11ycheck.behaviour.interface import BehaviourContext, CurrentDocument
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.settling import QUIET, settled, signature, structure
from a11ycheck.evidence.hits import Judgement
from a11ycheck.evidence.reasons import Untested
from a11ycheck.facts.breadcrumbs import read_breadcrumbs
from a11ycheck.facts.resolvers import resolvers_for
from a11ycheck.inpage import script
from a11ycheck.judging.axe import run_axe
from a11ycheck.judging.axe_and_rules import judge_with_axe_and_rules, merge_judgements, without_duplicates
from a11ycheck.judging.checks import judge_screen, read_site_facts
from a11ycheck.judging.new_content import judge_new
from a11ycheck.scan.exam.behaviours import try_behaviours
from a11ycheck.scan.exam.context import ExamContext, OnState
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.exam.front_layers import Cleared, Layer, clear_way, find_layer
from a11ycheck.scan.exam.page_links import PageLinks, read_links
from a11ycheck.scan.exam.scripts import ScriptLoader
from a11ycheck.scan.exam.told_secrets import read_told_secrets
from a11ycheck.scan.templates import LAYER
from a11ycheck.web.addresses import clean

RELOAD = 8.0
"""Seconds for a page to load once more after its behaviour was tried."""
DOCUMENT_RULES = ("document-title", "html-has-lang", "html-lang-valid", "meta-refresh", "meta-refresh-no-exceptions")
"""Rules of axe that judge what a document says of itself: true also where nothing could be seen on it."""


class ScreenExam:
    """Examines the screen that is shown, once: `await ScreenExam(context).run()`."""

    def __init__(self, context: ExamContext) -> None:
        self._context = context
        self._scripts = ScriptLoader(context.instruments)
        self._new_links = PageLinks()
        """Links that were there only while something was open."""

    async def run(self) -> ExaminedScreen:
        """Return what was found. Raises ScriptError when the screen cannot be judged at all."""
        root, missing = await self._wait()
        cleared = Cleared() if missing.hits else await self._clear_way(root)
        if cleared.closed:
            root, missing = await self._wait()
        if cleared.stays:
            missing = replace(missing, untested=(*missing.untested, Untested(cleared.stays, "behind-dialog")))
        title = await root.run(script("page.title"))
        # A frame's own address has no route.
        address = root.url if self._context.inside else self._context.frames.page.url
        screen = ExaminedScreen(title, address, (), missing, root)
        if missing.hits:
            return await self._judge_missing(screen)
        look = await signature(root) if self._context.is_explored else ""
        if look and self._context.known and (known := self._context.known.get(look)):
            return replace(known, title=title, address=address, links=(await read_links(root)).addresses, root=root)
        screen = await self._judge(replace(screen, signature=look))
        disturbed = False
        if screen.claimed:
            screen, disturbed = await self._try_behaviour(screen)
            if screen.hangs:
                return screen
        screen = await self._follow(screen, disturbed=disturbed)
        return await self._open_editor(screen)

    async def _wait(self) -> tuple[Frame, Judgement]:
        """Wait until something can be seen; return the frames, and the hits that say what is missing, if anything."""
        deadline = time.monotonic() + self._context.patience
        while True:
            root = await settled(self._context.frames, self._context.inside)
            await self._scripts.load(root)
            missing = await judge_screen(root, self._context.instruments.compiled)
            if not missing.hits or time.monotonic() > deadline:
                return root, missing
            await asyncio.sleep(QUIET / 1000)

    async def _clear_way(self, root: Frame) -> Cleared:
        """Judge and close what lies over the page; on a platform, nothing is sent meanwhile."""
        context, guard = self._context, self._context.guard
        if context.layers is None:
            return Cleared()
        address = root.url if context.inside else context.frames.page.url
        if not await find_layer(root, context.layers) or not await context.claim("", address):
            return Cleared()  # nothing is in the way, or it is not ours to press
        is_guarded = guard is None or guard.is_active or context.layers.freely
        if guard and not is_guarded:
            await guard.start()
        try:
            cleared = await clear_way(context.frames, root, context.layers, self._judge_layer)
            if cleared.stays and guard and guard.is_active and any(one.main for one in guard.refused):
                # It was answered, and the page wanted to load once more to go on without it.
                again = await self._load_again(context.frames.page.url, context.inside)
                cleared = await clear_way(context.frames, again, context.layers) if again else cleared
        finally:
            if guard and not is_guarded:
                await guard.stop()
        return cleared

    async def _judge_layer(self, layer: Layer, frame: Frame) -> None:
        """Judge a layer by itself, and hand it over as a state of the screen (a JudgeLayer)."""
        context = self._context
        address = context.frames.page.url
        if not context.on_layer or not await context.claim(f"{LAYER}{layer['key']}", address):
            return
        root = await context.frames.read(context.inside)
        screen = ExaminedScreen(await root.run(script("page.title")), address, (), Judgement(), root)
        await self._hand_over_new(context.on_layer, screen, f"dialog: {layer['name']}".removesuffix(": "), frame)

    async def _judge_missing(self, screen: ExaminedScreen) -> ExaminedScreen:
        """Judge a screen on which nothing can be seen: only what its document says of itself."""
        reason = screen.judged.hits[0].key
        rules = tuple(rule for rule in self._context.instruments.axe_rules if rule in DOCUMENT_RULES)
        axe = await run_axe(screen.root, rules) if rules and reason == "blank" else Judgement()
        return replace(screen, judged=merge_judgements((screen.judged, axe)), missing=reason)

    async def _judge(self, screen: ExaminedScreen) -> ExaminedScreen:
        """Judge a screen as it is, gather the facts that others need, and claim its behaviour."""
        context, root = self._context, screen.root
        instruments, compiled = context.instruments, context.instruments.compiled
        links = await read_links(root)

        async def follow(address: str) -> bool:
            return address not in refused and await context.follow(address)

        refused = frozenset(address.partition("#")[0] for address in links.changing)
        resolvers = resolvers_for(context.frames, follow)
        found = await judge_with_axe_and_rules(context.frames, root, instruments.axe_rules, compiled, resolvers)
        facts = await read_site_facts(root, compiled)
        told = await read_told_secrets(root)
        breadcrumbs = await read_breadcrumbs(root) if not context.is_explored else ()
        built = await structure(root) if compiled.behaviours or not context.is_explored else ""
        return replace(
            screen,
            judged=merge_judgements((screen.judged, found)),
            links=links.addresses,
            changing=links.changing,
            facts=facts,
            breadcrumbs=breadcrumbs,
            told=told,
            structure=built,
            claimed=bool(compiled.behaviours) and await context.claim(built, screen.address),
        )

    async def _try_behaviour(self, screen: ExaminedScreen) -> tuple[ExaminedScreen, bool]:
        """Use the screen with real keys and a real mouse; return it, and whether it is not as it was found."""
        instruments, guard = self._context.instruments, self._context.guard
        if guard:
            guard.known_changes = frozenset(map(clean, screen.changing))
        context = replace(self._behaviour_context(screen), pictures=instruments.pictures, renew=self._read_new_document)
        tried = await try_behaviours(context, instruments.compiled, instruments.patience)
        judged = merge_judgements((without_duplicates(screen.judged, tried.judged, instruments.compiled), tried.judged))
        screen = replace(screen, judged=judged, root=context.root)
        if tried.hangs:
            return replace(screen, hangs=True), True
        # A menu may have its links only while it is open.
        links = PageLinks(screen.links, screen.changing).and_those_of(self._new_links)
        screen = replace(screen, pictures=tried.pictures, links=links.addresses, changing=links.changing)
        return screen, tried.disturbed

    def _behaviour_context(self, screen: ExaminedScreen) -> BehaviourContext:
        context = self._context
        return BehaviourContext(
            context.frames,
            CurrentDocument(screen.root),
            0,
            guard=context.guard,
            is_package=context.is_package,
            judge_state=partial(self._hand_over_new, context.on_state, screen) if context.on_state else None,
        )

    async def _hand_over_new(self, hand_over: OnState, screen: ExaminedScreen, name: str, frame: Frame) -> None:
        """Judge what is new in a frame, and hand it over as a state of the screen."""
        context = self._context
        now = await context.frames.read(context.inside)
        self._new_links = self._new_links.and_those_of(await read_links(now))
        at = next((one for one in now.walk() if one.id == frame.id), frame)
        await self._scripts.load(at)
        instruments = context.instruments
        judged = await judge_new(context.frames, now, at, instruments.axe_rules, instruments.compiled, screen.judged)
        state = ExaminedScreen(
            screen.title,
            screen.address,
            screen.links,
            judged,
            now,
            breadcrumbs=screen.breadcrumbs,
            told=screen.told,
        )
        await hand_over(name, state)

    async def _read_new_document(self) -> Frame:
        """Return the frames of the document that is shown by now, ready to be judged."""
        root = await settled(self._context.frames, self._context.inside)
        await self._scripts.load(root)
        return root

    async def _follow(self, screen: ExaminedScreen, *, disturbed: bool) -> ExaminedScreen:
        """On a website, press what leads on and is no link; put back a page that is not as it was found."""
        context, guard = self._context, self._context.guard
        if guard is None:
            return screen
        if context.is_explored or not context.instruments.compiled.behaviours:
            return replace(screen, root=await self._reload(screen) or screen.root) if disturbed else screen
        if screen.root.session is not context.frames.session:
            return screen
        pressed, led = await find_routes(context.frames, screen.root, guard, screen.claimed)
        links = tuple(dict.fromkeys((*screen.links, *led)))
        root = await self._reload(screen, inside="") if pressed or disturbed else None
        return replace(screen, links=links, root=root or screen.root)

    async def _open_editor(self, screen: ExaminedScreen) -> ExaminedScreen:
        """On a page on which authors make content, open the dialogs of its editor and note what they ask."""
        context, guard = self._context, self._context.guard
        editor = screen.facts.get("editor")
        if guard is None or not context.has_editor or not isinstance(editor, dict):
            return screen
        await guard.start()
        await self._scripts.load(screen.root)
        until = time.monotonic() + editor_dialogs.SECONDS * context.instruments.patience
        dialogs = await editor_dialogs.open_dialogs(replace(self._behaviour_context(screen), until=until))
        facts = {**screen.facts, "editor": {**editor, "dialogs": dialogs}}
        return replace(screen, root=await self._reload(screen) or screen.root, facts=facts)

    async def _reload(self, screen: ExaminedScreen, inside: str | None = None) -> Frame | None:
        """Load the page once more as it first stood, so that pictures show what was judged; None when it fails."""
        inside = self._context.inside if inside is None else inside
        root = await self._load_again(self._context.frames.page.url if inside else screen.address, inside)
        try:
            if root and self._context.layers:  # a layer that comes each time
                await clear_way(self._context.frames, root, self._context.layers)
        except ScriptError:
            return None
        return root

    async def _load_again(self, wanted: str, inside: str) -> Frame | None:
        """Load this address and return the frames of what is shown then; None when that fails."""
        guard, page = self._context.guard, self._context.frames.page
        if guard is None:
            return None
        await guard.expect_page(wanted)
        try:
            if "#" in wanted:
                await page.goto("about:blank")  # else only the route changes, and nothing begins anew
            await page.goto(wanted, wait_until="domcontentloaded", timeout=RELOAD * 1000)
            return await settled(self._context.frames, inside)
        except (PlaywrightError, ScriptError):
            return None  # what was judged is kept, without pictures
        finally:
            guard.hold_documents()
