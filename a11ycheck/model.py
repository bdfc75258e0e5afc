"""The frozen values that flow from sources to reports. Those of a Report are also the contents of report.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["en", "nl"]
Level = Literal["A", "AA", "AAA"]
WcagVersion = Literal["2.1", "2.2"]
Edition = Literal["V3.2.1", "V4.1.1"]
"""An edition of EN 301 549."""
Profile = Literal["quick", "standard", "thorough"]
Impact = Literal["minor", "moderate", "serious", "critical"]
Outcome = Literal["failure", "review"]
TestOutcome = Literal["failure", "review", "nothing-found", "inapplicable", "not-tested"]
Status = Literal["fails", "needs-review", "nothing-found", "not-tested"]
StepState = Literal["not-seen", "not-reached", "stopped", "hindered", "look", "nothing-found"]
OverallState = Literal["nothing-tested", "stopped", "hindered", "look", "nothing-found"]
Owner = Literal["tool", "platform", "author", "team"]
"""Who can repair something: the supplier of the authoring tool or the platform, a course author, or a site's team."""
Effort = Literal["small", "medium", "large"]
Applicability = Literal["may-apply", "probably-not", "open"]
Certainty = Literal["high", "medium", "low"]
"""How sure we are of a fact about a law or a standard: read in the text, from one good source, or from memory."""

IMPACTS: tuple[Impact, ...] = ("critical", "serious", "moderate", "minor")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion of WCAG. `en301549` has the clause of each edition, or ""."""

    number: str
    handle: str
    level: Level
    since: str
    removed_in_22: bool
    title: Mapping[Lang, str]
    url: Mapping[Lang, str]
    understanding: str
    en301549: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RuleText:
    """The texts of a rule in one language; `messages` are by message key, with {placeholders}."""

    title: str
    messages: Mapping[str, str]
    why: str = ""
    who: str = ""
    repair: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked: a folder of rules/, or a rule of axe (origin "axe").

    `messages` says what each message key means: a failure, something for a person to review, or "skipped", when the
    screen could not be tested at all. `scope` says what the rule reads: one frame, one screen (the facts of all its
    frames), the whole site, or a document. `needs` are the facts and behaviours that it reads, or the kinds of
    documents. `check` is the source of check.js, "" for rules of axe. `replaces` names rules of axe that report the
    same about the same element: ours stays, and axe's is left out.
    """

    id: str
    origin: Literal["axe", "a11ycheck"]
    criteria: tuple[str, ...]
    en301549: tuple[str, ...]
    impact: Impact
    text: RuleText
    scope: Literal["frame", "screen", "site", "document"] = "frame"
    messages: Mapping[str, Literal["failure", "review", "skipped"]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    url: str = ""
    check: str = ""
    picture: bool = False
    fact: str = ""
    """For scope "document", the fact whose faults are the message keys; such a rule has no check."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A learning package that plays on a page of a platform; `number` counts those of the page from 1.

    `address` is that of the document in which it plays: a frame's when it is `framed`, else the page's own.
    """

    kind: Literal["package", "h5p"]
    number: int
    address: str
    title: str = ""
    framed: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page to open. `address` is for the browser, `url` for reports.

    On a website both are the URL; in a package `url` is the path inside it, with its query. `path` is
    course › module › slide. `inside` names the iframe that holds the content when `address` is a wrapper with a
    run-time, else "".
    """

    address: str
    url: str
    title: str = ""
    path: tuple[str, ...] = ()
    depth: int = 0
    inside: str = ""
    document: str = ""
    """The kind of a document that is read ("pdf"); "" for what a browser opens."""
    under: tuple[str, ...] = ()
    """On a website, the path of the page that first linked here, as that page names it."""
    lesson: Lesson | None = None
    """The learning package on the page at `address`, when that is meant and not the page."""


@dataclass(frozen=True, slots=True)
class Tested:
    """The outcome of one rule on one screen."""

    rule: str
    outcome: TestOutcome


@dataclass(frozen=True, slots=True)
class Screen:
    """A page in one state. `id` is unique in the report; `state` is "" for the page as it first stood."""

    id: str
    target: str
    url: str
    title: str
    path: tuple[str, ...]
    state: str
    reached: bool
    tested: tuple[Tested, ...] = ()
    same_as: str = ""
    """The id of an earlier, identical screen, which was judged in its place; else ""."""
    embedded: bool = False
    """Whether it belongs to a learning package that plays on a page of a platform."""
    like: str = ""
    """The id of the earlier screen of the same template on which behaviour was tried; "" when it was tried here or
    nowhere."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A small picture of the place; `data` is base64."""

    kind: Literal["screenshot"]
    media_type: Literal["image/png", "image/jpeg", "image/webp"]
    data: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The authoring tool that causes a finding, and what to do about it, by language."""

    tool: str
    advice: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one rule found in one place.

    `frame` is the address of the frame's document, "" for the screen's own. `target` is a CSS selector in that frame,
    with " >>> " before each shadow root; in a document it is the place in words. `component` is the structure of the
    place without numbers, so that equal components on many screens share a cause. From `key` and `data`, `message` can
    be made again in another language.
    """

    rule: str
    screen: str
    url: str
    outcome: Outcome
    impact: Impact
    criteria: tuple[str, ...]
    en301549: tuple[str, ...]
    frame: str
    target: str
    snippet: str
    key: str
    data: Mapping[str, str]
    message: str
    component: str
    fingerprint: str
    evidence: tuple[Evidence, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not tested.

    `why` is the key of a reason (evidence/reasons.py); `detail` is a sentence made from it and `data`.
    """

    what: str
    why: str
    detail: str
    target: str = ""
    screen: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


EventKind = Literal["dialog", "popup", "blocked", "slow", "browser", "download", "sent", "password", "worker"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened and may matter: a dialog, a popup, a blocked host, a slow page, a new browser.

    "password" names a host other than the target's own that got the password, because the user allowed it.
    """

    kind: EventKind
    what: str
    detail: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was reached: `known` is the target's own count, or None; `reasons` counts what was not, by `why`."""

    reached: int
    known: int | None
    reasons: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Target:
    """What was tested: `name` as the user gave it, without secrets; `kind` such as "website" or "scorm12"."""

    name: str
    kind: str
    title: str
    coverage: Coverage
    made_with: str = ""
    """The authoring tool and its version, as far as the package says: "Storyline 3.55.25975.0"."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Findings with one cause: the same rule, message and component. `findings` are fingerprints, first seen first."""

    id: str
    rule: str
    outcome: Outcome
    impact: Impact
    first: Finding
    screens: int
    findings: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What automated checks tell about one criterion, which is never that it passes."""

    criterion: str
    status: Status
    failures: int
    reviews: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The options that change what a report means."""

    profile: Profile = "standard"
    level: Level = "AA"
    wcag: WcagVersion = "2.2"
    lang: Lang = "en"
    en301549: Literal["", "V3.2.1", "V4.1.1"] = ""
    """The edition of EN 301 549 whose clauses are shown; "" for the one that takes over this version of WCAG."""


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """How one step of a learner's journey fares; its `name` comes from report/journeys.toml.

    `reached` and `missed` count screens. `rules` are those with failures, worst first, or else those with reviews.
    """

    name: str
    state: StepState
    reached: int
    missed: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AffectedGroup:
    """Users whom failures shut out: a performance statement of EN 301 549 ("4.2.1"), and the rules, worst first."""

    statement: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One repair: all failures of one rule with one owner; `tool` names the authoring tool that causes them, or is "".

    `places` and `screens` count what the repair solves; `issues` are ids.
    """

    rule: str
    owner: Owner
    tool: str
    effort: Effort
    places: int
    screens: int
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawResult:
    """Whether a law may apply: `regime` names a file of laws/regimes, `fact` says why, by language.

    Where the answer is open, `certainty` and `fact` are None and `missing` are the questions that decide.
    """

    regime: str
    applicability: Applicability
    certainty: Certainty | None
    fact: Mapping[Lang, str] | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What follows from the rest of a report, in no language: formats put words to it and draw none of their own."""

    overall: OverallState = "nothing-tested"
    journey: tuple[JourneyStep, ...] = ()
    elsewhere: int = 0
    """Screens that belong to no step of the journey."""
    affected: tuple[AffectedGroup, ...] = ()
    """Those with most rules first."""
    actions: tuple[Action, ...] = ()
    """Those that solve most first."""
    platform: tuple[str, ...] = ()
    """Issues, by id, about what laws ask of a platform itself beyond WCAG: a statement, feedback, help."""
    laws: tuple[LawResult, ...] = ()
    questions: tuple[str, ...] = ()
    """Questions of laws/questions.toml whose answers would decide what is open."""


# Without a repr, because asyncio and signal make one of the result of a task: hundreds of megabytes for a large site.
@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """All that formats write. `started` is ISO 8601 with the time zone, `seconds` the wall time."""

    tool: str
    axe: str
    browser: str
    started: str
    seconds: float
    settings: Settings
    targets: tuple[Target, ...]
    screens: tuple[Screen, ...]
    findings: tuple[Finding, ...]
    issues: tuple[Issue, ...]
    skipped: tuple[Skipped, ...]
    verdicts: tuple[Verdict, ...]
    rules: Mapping[str, Rule]
    events: tuple[Event, ...] = ()
    interrupted: bool = False
    known: frozenset[str] = frozenset()
    """Fingerprints of a baseline: these findings are shown but do not fail the job."""
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the user answered about the organisation, by question of laws/questions.toml."""
    conclusions: Conclusions = Conclusions()
    """Filled by `report.conclusions.concluded` from all the rest."""


@dataclass(frozen=True, slots=True)
class Tool:
    """An authoring tool as authors know it: "Storyline 360", "3.55.25975.0"; `version` is "" when unknown."""

    name: str
    version: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()
