"""Makes the Report of what a scan has seen so far, in the order of the pages; it can be made at any moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from a11ycheck.evidence.breadcrumbs import breadcrumb_names
from a11ycheck.evidence.reasons import PART_OF_A_SCREEN
from a11ycheck.evidence.screens import ScreenResult, TargetResult
from a11ycheck.evidence.template_keys import template_keys
from a11ycheck.model import Coverage, Finding, Page, Report, Rule, Screen, Settings, Skipped, Target
from a11ycheck.report.conclusions import concluded
from a11ycheck.report.findings import findings, tested
from a11ycheck.report.grouping import issues, verdicts
from a11ycheck.text import redact
from a11ycheck.text.words import Words


@dataclass(frozen=True, slots=True)
class ScanInfo:
    """What a report says of the scan itself, and what the user said of the organisation."""

    tool: str
    axe: str
    browser: str
    started: str
    seconds: float
    settings: Settings
    interrupted: bool
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def make_report(targets: Sequence[TargetResult], rules: Mapping[str, Rule], words: Words, scan: ScanInfo) -> Report:
    """Return the report of a scan: ids, findings, issues, verdicts, coverage and conclusions."""
    collected = _Collected(rules, words)
    for target in targets:
        collected.add(target)
    screens, found = collected.screens, collected.findings
    skipped = [_explained(each, words) for each in collected.skipped]
    used = {row.rule for screen in screens for row in screen.tested} | {finding.rule for finding in found}
    report = Report(
        tool=scan.tool,
        axe=scan.axe,
        browser=scan.browser,
        started=scan.started,
        seconds=scan.seconds,
        settings=scan.settings,
        targets=tuple(_target(target, skipped) for target in targets),
        screens=tuple(screens),
        findings=tuple(found),
        issues=issues(found, screens),
        skipped=tuple(skipped),
        verdicts=verdicts(scan.settings, screens, found, rules),
        rules={name: rule for name, rule in rules.items() if name in used},
        events=tuple(event for target in targets for event in target.events),
        interrupted=scan.interrupted,
        organisation=scan.organisation,
    )
    return concluded(report)


def _explained(skipped: Skipped, words: Words) -> Skipped:
    clean = replace(skipped, what=redact.url(skipped.what), data=redact.data(skipped.data))
    return replace(clean, detail=words.reason(clean))


class _Collected:
    """Screens, findings and what was skipped, target by target."""

    def __init__(self, rules: Mapping[str, Rule], words: Words) -> None:
        self.screens: list[Screen] = []
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self._rules = rules
        self._words = words
        self._texts: dict[str, str] = {}

    def add(self, target: TargetResult) -> None:
        identical: dict[str, str] = {}
        """The first screen with each signature."""
        tried: dict[str, str] = {}
        """The first screen of each template on which behaviour was tried."""
        for page in (*target.pages, *target.documents):
            for place, seen in target.in_order(page):
                screen = _screen(f"s{len(self.screens) + 1}", target, place, seen)
                if isinstance(seen, Skipped):
                    self.screens.append(screen)
                    self.skipped.append(replace(seen, screen=screen.id))
                    continue
                if seen.signature and seen.signature in identical:
                    self.screens.append(replace(screen, same_as=identical[seen.signature]))
                    continue
                identical[seen.signature] = screen.id
                if seen.structure and not seen.state:
                    screen = _like(screen, page, seen, tried)
                self._add_judged(screen, seen, target.label)
        self.skipped += [replace(each, target=target.name) for each in target.left_out]

    def _add_judged(self, screen: Screen, seen: ScreenResult, label: str) -> None:
        found = findings(screen, seen, self._rules, label)
        self.screens.append(replace(screen, tested=tested(seen.judged.outcomes, found, self._rules)))
        for finding in found:
            placed = replace(finding, target=self._words.place(finding) or finding.target)
            self.findings.append(_interned(placed, self._texts))
        self.skipped += _not_judged(screen, seen)


def _interned(finding: Finding, texts: dict[str, str]) -> Finding:
    """Return the finding with equal `texts` kept once: a hundred thousand findings say the same few things."""
    given = (finding.target, finding.snippet, finding.message, finding.component, finding.frame)
    target, snippet, message, component, frame = (texts.setdefault(text, text) for text in given)
    return replace(finding, target=target, snippet=snippet, message=message, component=component, frame=frame)


def _screen(id_: str, target: TargetResult, place: Page, seen: ScreenResult | Skipped) -> Screen:
    result = seen if isinstance(seen, ScreenResult) else None
    return Screen(
        id=id_,
        target=target.name,
        url=redact.url(place.url),
        title=redact.text(place.title or (result.title if result else "")),
        path=tuple(map(redact.text, _path(place, result))),
        state=redact.text(result.state) if result else "",
        reached=bool(result and not result.missing),
        embedded=place.lesson is not None,
    )


def _path(place: Page, result: ScreenResult | None) -> tuple[str, ...]:
    """Return course › module › activity as the page says, or else the path of the page that first led to it."""
    if result and result.breadcrumbs:
        return breadcrumb_names(result.breadcrumbs)
    return (*place.under, result.title) if result and place.under else place.path


def _like(screen: Screen, page: Page, seen: ScreenResult, tried: dict[str, str]) -> Screen:
    """Return the screen, naming the one of its template on which behaviour was tried when that is another."""
    templates = template_keys(page, seen.structure)
    if seen.tried:
        tried |= {key: screen.id for key in templates if key not in tried}
        return screen
    return replace(screen, like=next((tried[key] for key in templates if key in tried), ""))


def _not_judged(screen: Screen, seen: ScreenResult) -> list[Skipped]:
    """Return what of a screen was not tested: all of it, or frames and rules of it."""
    if seen.missing:
        return [Skipped(screen.url, seen.missing, "", screen.target, screen.id)]
    return [
        Skipped(redact.url(row.what), row.why, redact.text(row.detail), screen.target, screen.id)
        for row in dict.fromkeys(seen.judged.untested)
    ]


def _target(target: TargetResult, skipped: Iterable[Skipped]) -> Target:
    reasons: Counter[str] = Counter()
    for each in skipped:
        if each.target == target.name and each.why not in PART_OF_A_SCREEN:
            reasons[each.why] += int(each.data.get("count", 1))
    coverage = Coverage(target.reached, target.known, dict(sorted(reasons.items())))
    return Target(target.name, target.kind, redact.text(target.title), coverage, redact.text(target.made_with))
