"""What a scan has seen so far, in the order of the pages, and the Report that can be made of it at any moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from a11ycheck.evidence.breadcrumbs import names
from a11ycheck.evidence.reasons import PART_OF_A_SCREEN
from a11ycheck.evidence.screens import ScreenResult, TargetResult
from a11ycheck.evidence.template_keys import keys
from a11ycheck.model import Coverage, Finding, Page, Report, Rule, Screen, Settings, Skipped, Target
from a11ycheck.report import grouping as group
from a11ycheck.report.findings import findings, tested
from a11ycheck.text import redact
from a11ycheck.text.words import Words


@dataclass(frozen=True, slots=True)
class Frame:
    """What a report says of the scan itself."""

    tool: str
    axe: str
    browser: str
    started: str
    seconds: float
    settings: Settings
    interrupted: bool


def report(targets: Sequence[TargetResult], rules: Mapping[str, Rule], words: Words, about: Frame) -> Report:
    """Put everything together: ids, findings, issues, verdicts, coverage."""
    screens: list[Screen] = []
    found: list[Finding] = []
    skipped: list[Skipped] = []
    texts: dict[str, str] = {}
    for target in targets:
        first: dict[str, str] = {}
        tried: dict[str, str] = {}
        for page in (*target.pages, *target.documents):
            for place, one in target.in_order(page):
                screen = _screen(f"s{len(screens) + 1}", target, place, one)
                if isinstance(one, Skipped):
                    screens.append(screen)
                    skipped.append(replace(one, screen=screen.id))
                    continue
                if one.signature and one.signature in first:
                    screens.append(replace(screen, same_as=first[one.signature]))
                    continue
                first[one.signature] = screen.id
                if one.structure and not one.state:
                    screen = _like(screen, page, one, tried)
                mine = findings(screen, one.judged.hits, rules, one.pictures, target.label)
                screens.append(replace(screen, tested=tested(one.judged.outcomes, mine, rules)))
                found += [_sparing(replace(one, target=words.place(one) or one.target), texts) for one in mine]
                skipped += _not_judged(screen, one)
        skipped += [replace(one, target=target.name) for one in target.left_out]
    skipped = [_said(one, words) for one in skipped]
    used = {row.rule for screen in screens for row in screen.tested} | {one.rule for one in found}
    return Report(
        tool=about.tool,
        axe=about.axe,
        browser=about.browser,
        started=about.started,
        seconds=about.seconds,
        settings=about.settings,
        targets=tuple(_target(target, skipped) for target in targets),
        screens=tuple(screens),
        findings=tuple(found),
        issues=group.issues(found, screens),
        skipped=tuple(skipped),
        verdicts=group.verdicts(about.settings, screens, found, rules),
        rules={name: rule for name, rule in rules.items() if name in used},
        events=tuple(event for target in targets for event in target.events),
        interrupted=about.interrupted,
    )


def _sparing(finding: Finding, texts: dict[str, str]) -> Finding:
    """The finding, with equal `texts` kept once: a hundred thousand of them say the same things."""
    said = (finding.target, finding.snippet, finding.message, finding.component, finding.frame)
    target, snippet, message, component, frame = (texts.setdefault(text, text) for text in said)
    return replace(finding, target=target, snippet=snippet, message=message, component=component, frame=frame)


def _said(one: Skipped, words: Words) -> Skipped:
    return replace(one, detail=words.reason(one))


def _screen(name: str, target: TargetResult, place: Page, one: ScreenResult | Skipped) -> Screen:
    seen = one if isinstance(one, ScreenResult) else None
    return Screen(
        id=name,
        target=target.name,
        url=redact.url(place.url),
        title=redact.text(place.title or (seen.title if seen else "")),
        path=tuple(map(redact.text, _path(place, seen))),
        state=redact.text(seen.state) if seen else "",
        reached=bool(seen and not seen.missing),
        embedded=place.lesson is not None,
    )


def _path(place: Page, seen: ScreenResult | None) -> tuple[str, ...]:
    """Course › module › activity: as the page says; where it does not, below the page that led to it first."""
    if seen and seen.trail:
        return names(seen.trail)
    return (*place.under, seen.title) if seen and place.under else place.path


def _like(screen: Screen, page: Page, one: ScreenResult, tried: dict[str, str]) -> Screen:
    """The screen with the one of its template whose behaviour was tried; a page with many screens has its own."""
    called = keys(page, one.structure)
    if one.tried:
        tried |= {key: screen.id for key in called if key not in tried}
        return screen
    return replace(screen, like=next((tried[key] for key in called if key in tried), ""))


def _not_judged(screen: Screen, one: ScreenResult) -> list[Skipped]:
    """What of a screen was not tested: all of it, or frames and rules of it."""
    if one.missing:
        return [Skipped(screen.url, one.missing, "", screen.target, screen.id)]
    return [
        Skipped(redact.url(row.what), row.why, redact.text(row.detail), screen.target, screen.id)
        for row in dict.fromkeys(one.judged.untested)
    ]


def _target(target: TargetResult, skipped: Iterable[Skipped]) -> Target:
    reasons: Counter[str] = Counter()
    for one in skipped:
        if one.target == target.name and one.why not in PART_OF_A_SCREEN:
            reasons[one.why] += int(one.data.get("count", 1))
    coverage = Coverage(target.reached, target.known, dict(sorted(reasons.items())))
    return Target(target.name, target.kind, target.title, coverage, target.made_with)
