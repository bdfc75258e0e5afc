"""Scan sites and packages in a real browser, with the rules that a test is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import find
from a11ycheck.judging import rules
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.model import Profile, Report, Rule, Settings
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.scan.plan import Listener, Plan, ScanTarget
from a11ycheck.scan.scan import scan
from a11ycheck.sources.address_list import AddressList
from a11ycheck.sources.interface import Source
from a11ycheck.text.words import read_words
from a11ycheck.web.addresses import clean, identity
from tests.shared_browser import open_browser, run


@dataclass
class RecordingListener:
    """A listener that remembers which screens were begun."""

    screens: list[str] = field(default_factory=list)

    def start(self, target: str, known: int | None) -> None: ...
    def total(self, target: str, known: int) -> None: ...
    def done(self, reached: bool) -> None: ...
    def stop(self) -> None: ...

    def screen(self, name: str) -> None:
        self.screens.append(name)


def plan_for(
    axe: Iterable[str] | None = None,
    ours: Iterable[Rule] | None = None,
    jobs: int = 1,
    profile: Profile = "quick",
    editors: tuple[str, ...] = (),
    asked: bool = False,
) -> Plan:
    """Return a plan with the named rules of axe (by default those in force) and these of a11ycheck (by default all).

    What else a plan has stays as it is in an audit without options, but that no pictures are taken.
    """
    of_axe = rules.axe_in_force(rules.read_axe_rules("en"), "AA", "2.2")
    if axe is not None:
        of_axe = {name: of_axe[name] for name in axe}
    mine = tuple(rules.in_force(rules.read_rules("en") if ours is None else ours, "AA", "2.2"))
    mine = rules.in_profile(mine, profile, asked=asked)
    return Plan(
        settings=Settings(profile, lang="en"),
        chromium=find(),
        instruments=Instruments(
            read_axe(),
            tuple(of_axe),
            compile_rules(mine),
            patience=4,
            editors=frozenset(identity(clean(each)) for each in editors) if profile != "quick" else frozenset(),
        ),
        rules={**of_axe, **{rule.id: rule for rule in mine}},
        words=read_words("en"),
        jobs=jobs,
        pictures=False,
        editors=editors,
    )


def scan_source(target: Source | str | Sequence[str], plan: Plan, *, own_browser: bool = False) -> Report:
    """Scan a source, or these addresses; with `own_browser`, in one that no other test uses."""
    if isinstance(target, str):
        target = AddressList([target], "test")
    elif isinstance(target, list | tuple):
        target = AddressList(target, "test")
    return scan_targets([ScanTarget(target, "test")], plan, own_browser=own_browser)


def scan_targets(
    targets: Sequence[ScanTarget], plan: Plan, listener: Listener | None = None, *, own_browser: bool = False
) -> Report:
    """Open the targets' sources, as the command line does, and scan them."""

    async def open_and_scan() -> Report:
        for target in targets:
            await target.source.open()
        browser = Browser if own_browser else open_browser
        return await scan(targets, plan, listener or RecordingListener(), open_browser=browser)

    return run(open_and_scan())
