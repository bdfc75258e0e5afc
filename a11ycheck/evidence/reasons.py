"""Reasons why something was not tested: one table, and what follows from each.

A reason has a stable word, its `key`, which is kept in report.json as `why`. Its sentence for people is in
reports/words/*.toml under [skipped]. To add a reason, add a row here and a sentence in each language;
tests/evidence/test_reasons.py compares the two.

Two kinds of words have no row: the key of an error that kept a package inside another from being opened (errors.py),
and a message of a customer's own rule that says that a screen could not be tested. Nothing but the default follows
from them: whatever is not in a set below leaves the target incomplete and concerns a whole screen.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was not tested.

    By default a screen, a page, a document or a file could not be tested, and the target is incomplete without it.
    """

    key: str
    by_choice: bool = False
    """The user's settings or the site's own wishes keep it out, so the target is not incomplete without it."""
    note: bool = False
    """Worth a line in the report, but the target is not incomplete without it."""
    part_of_a_screen: bool = False
    """Concerns a part of a screen, or nothing that coverage counts: the screen itself was reached."""
    worth_another_try: bool = False
    """May have passed by the time an audit is resumed, so the page is opened again then."""
    closes_the_site: bool = False
    """The site may have more pages than were seen, so no rule may conclude that something is on none of them."""
    keeps_tab_busy: bool = False
    """The tab may not obey any more, so the next page gets a new one."""
    from_a_worker: bool = False
    """Another computer could not judge the page, which says nothing about the page itself."""
    from_a_player: bool = False
    """The driver of an authoring tool may give it for a screen that is not shown."""
    of_an_offered_file: bool = False
    """Concerns a file that the content offers as a download."""
    retired: bool = False
    """Only in reports that earlier versions saved."""

    @property
    def leaves_complete(self) -> bool:
        """Whether a target counts as tested completely all the same, without exit code 3."""
        return self.by_choice or self.note


def _choice(key: str, *, part_of_a_screen: bool = False, closes_the_site: bool = False) -> Reason:
    return Reason(key, by_choice=True, part_of_a_screen=part_of_a_screen, closes_the_site=closes_the_site)


def _note(
    key: str, *, part_of_a_screen: bool = False, of_an_offered_file: bool = False, retired: bool = False
) -> Reason:
    return Reason(
        key, note=True, part_of_a_screen=part_of_a_screen, of_an_offered_file=of_an_offered_file, retired=retired
    )


def _part(key: str) -> Reason:
    return Reason(key, part_of_a_screen=True)


REASONS = (
    # The page did not open.
    Reason("http-status"),
    Reason("not-html"),
    Reason("download"),
    Reason("timeout", worth_another_try=True, keeps_tab_busy=True),
    Reason("unknown-host", worth_another_try=True),
    Reason("refused", worth_another_try=True),
    Reason("redirects"),
    Reason("redirects-to-change"),
    Reason("certificate"),
    Reason("load-failed", worth_another_try=True),
    Reason("session-ended", worth_another_try=True),
    Reason("other-site"),
    # The page or its browser stopped working.
    Reason("crashed"),
    Reason("memory"),
    Reason("hung"),
    Reason("dialogs", keeps_tab_busy=True),
    Reason("popups", keeps_tab_busy=True),
    Reason("gave-up"),
    Reason("worker-lost", worth_another_try=True, from_a_worker=True),
    Reason("worker-failed", worth_another_try=True, from_a_worker=True),
    Reason("worker-refused", worth_another_try=True, from_a_worker=True),
    Reason("browser-lost"),
    Reason("interrupted"),
    # Nothing could be seen on the screen (rules/not-rendered).
    Reason("blank"),
    Reason("loading"),
    Reason("error-text"),
    # A frame, a rule or a behaviour could not be tested on a screen.
    _part("frame"),
    _part("rule-failed"),
    _part("bounded"),
    _part("bounded-contrast"),
    _part("trial-bounded"),
    _part("trial-stopped"),
    _part("trial-hung"),
    _part("trial-failed"),
    _part("press-hung"),
    _part("use-hung"),
    _part("behind-dialog"),
    # A further state of a screen was not opened.
    _note("state-not-reached", part_of_a_screen=True),
    _note("left-words", part_of_a_screen=True),
    _note("left-form", part_of_a_screen=True),
    _note("left-covered", part_of_a_screen=True),
    _note("press-refused", part_of_a_screen=True),
    _note("states-bounded", part_of_a_screen=True),
    _note("states-stuck", part_of_a_screen=True),
    # A learning package plays on a page of a platform.
    _note("plays-package", part_of_a_screen=True),
    _choice("plays-elsewhere", part_of_a_screen=True),
    Reason("lesson-gone"),
    Reason("lesson-still"),
    # A player did not show a screen, or no way to further screens was found.
    Reason("not-shown"),
    Reason("locked", from_a_player=True),
    Reason("gate", from_a_player=True),
    Reason("expired", from_a_player=True),
    Reason("offline", from_a_player=True),
    Reason("no-way-on"),
    Reason("way-on-shut"),
    Reason("drawn"),
    Reason("bound"),
    _note("clock-set", part_of_a_screen=True),
    # Pages that a crawl left out.
    _choice("max-pages", closes_the_site=True),
    _choice("max-depth", closes_the_site=True),
    _choice("excluded"),
    _choice("robots", closes_the_site=True),
    Reason("robots-unreachable", closes_the_site=True),
    Reason("left-site", closes_the_site=True),
    _note("changes-state"),
    _note("same-list"),
    _note("dates"),
    _note("paging"),
    _choice("sample"),
    _choice("sample-chosen", part_of_a_screen=True),
    # Documents that were not read, or not to their end.
    Reason("document-elsewhere"),
    Reason("document-is-page"),
    Reason("document-old-inside"),
    Reason("document-password"),
    Reason("document-protected"),
    Reason("document-broken"),
    Reason("document-empty"),
    Reason("document-harmful"),
    Reason("document-too-large"),
    Reason("document-too-slow"),
    Reason("document-too-complex"),
    Reason("document-crashed"),
    Reason("document-many-pages"),
    Reason("document-many-faults"),
    Reason("document-xfa"),
    _note("document", retired=True),
    _note("document-other", of_an_offered_file=True),
    _note("document-old", of_an_offered_file=True),
    _note("captions-other"),
    _note("more-documents"),
    # Parts of a package that are missing, or that are not opened.
    Reason("missing-file"),
    Reason("missing-resource"),
    Reason("outside-package"),
    Reason("outside-tool"),
    Reason("manifest-lists-nothing"),
    Reason("launched-instead"),
    Reason("more-packages"),
    Reason("h5p-no-player"),
    Reason("h5p-no-libraries"),
    _note("again", part_of_a_screen=True),
    _note("package-inside", of_an_offered_file=True),
    _note("missing-files"),
    _choice("blocked-content"),
    _choice("blocked-script"),
    # Files of a package that cannot be used.
    Reason("bad-name"),
    Reason("link-in-package"),
    Reason("duplicate-name"),
    Reason("unknown-compression"),
    Reason("unreadable-file"),
    Reason("file-too-large"),
    Reason("file-unpacks-large"),
)
KEYS = frozenset(reason.key for reason in REASONS)

LEAVES_COMPLETE = frozenset(reason.key for reason in REASONS if reason.leaves_complete)
PART_OF_A_SCREEN = frozenset(reason.key for reason in REASONS if reason.part_of_a_screen)
WORTH_ANOTHER_TRY = frozenset(reason.key for reason in REASONS if reason.worth_another_try)
CLOSES_THE_SITE = frozenset(reason.key for reason in REASONS if reason.closes_the_site)
KEEPS_TAB_BUSY = frozenset(reason.key for reason in REASONS if reason.keeps_tab_busy)
FROM_A_WORKER = frozenset(reason.key for reason in REASONS if reason.from_a_worker)
FROM_A_PLAYER = frozenset(reason.key for reason in REASONS if reason.from_a_player)
OF_AN_OFFERED_FILE = frozenset(reason.key for reason in REASONS if reason.of_an_offered_file)


@dataclass(frozen=True, slots=True)
class Untested:
    """A part of a screen that was not tested.

    `what` names it: the address of a frame, the id of a rule, the name of a behaviour or the labels of controls; ""
    for the screen's own document. `why` is the key of a reason; `detail` says more to a developer, such as the first
    line of an error. Raises ValueError when no reason has that key.
    """

    what: str
    why: str
    detail: str = ""

    def __post_init__(self) -> None:
        check_key(self.why)


def check_key(key: str) -> None:
    """Raise ValueError when no reason has this key."""
    if key not in KEYS:
        raise ValueError(f"{key!r} is not the key of a reason")
