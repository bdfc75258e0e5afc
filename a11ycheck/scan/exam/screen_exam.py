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
from a11ycheck.facts.breadcrumbs import read_breadcrumbs
from a11ycheck.facts.resolvers import resolvers_for
from a11ycheck.inpage import script
from a11ycheck.judging.axe import run_axe
from a11ycheck.judging.axe_and_rules import judge_with_axe_and_rules, merge_judgements, without_duplicates
from a11ycheck.judging.checks import judge_screen, read_site_facts
from a11ycheck.judging.new_content import judge_new
from a11ycheck.scan.exam.behaviours import try_behaviours
from a11ycheck.scan.exam.context import ExamContext
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.exam.page_links import PageLinks, read_links
from a11ycheck.scan.exam.scripts import ScriptLoader
from a11ycheck.scan.exam.told_secrets import read_told_secrets
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
        judge_state = partial(self._judge_state, screen) if self._context.on_state else None
        document = CurrentDocument(screen.root)
        return BehaviourContext(self._context.frames, document, 0, guard=self._context.guard, judge_state=judge_state)

    async def _judge_state(self, screen: ExaminedScreen, name: str, frame: Frame) -> None:
        """Judge what is new in a frame, and hand it over as a state of the screen (a JudgeNewState)."""
        context = self._context
        now = await context.frames.read(context.inside)
        self._new_links = self._new_links.and_those_of(await read_links(now))
        at = next((one for one in now.walk() if one.id == frame.id), frame)
        await self._scripts.load(at)
        instruments = context.instruments
        judged = await judge_new(context.frames, now, at, instruments.axe_rules, instruments.compiled, screen.judged)
        if context.on_state:
            state = ExaminedScreen(
                screen.title,
                screen.address,
                screen.links,
                judged,
                now,
                breadcrumbs=screen.breadcrumbs,
                told=screen.told,
            )
            await context.on_state(name, state)

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
        guard, page = self._context.guard, self._context.frames.page
        inside = self._context.inside if inside is None else inside
        wanted = page.url if inside else screen.address
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
