"""The summary on the terminal at the end of an audit, in words for people who are not programmers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from a11ycheck.model import IMPACTS, Coverage, Report
from a11ycheck.report.coverage import merged
from a11ycheck.report.requirement_line import requirement_line
from a11ycheck.report.view import View, build_view
from a11ycheck.report.view.cards import IssueCard
from a11ycheck.report.view.skipped import SkippedGroup, why_not_reached
from a11ycheck.text.plain import encodable, printable_line
from a11ycheck.text.prose import ProseBlock, prose_blocks
from a11ycheck.text.words import Words

_STYLES = {"critical": "bold red", "serious": "bold dark_orange3", "moderate": "bold yellow", "minor": "bold cyan"}
_MOST_ISSUES = 5
_MOST_REVIEWS = 8
_MOST_REASONS = 10
_MOST_PLACES = 3


def print_summary(
    report: Report,
    words: Words,
    console: Console,
    *,
    verbose: bool = False,
    quiet: bool = False,
    paths: Sequence[Path] = (),
) -> None:
    """Print what was found, worst first, what a person must review, what was not tested, and where the reports are.

    When `quiet`, print only one line with the result, and the paths. When `verbose`, leave out no issue and no place.
    """
    page = _SummaryPrinter(console, words)
    if not quiet:
        view = build_view(report)
        page.targets(report)
        page.problems(view, verbose)
        page.reviews(view, verbose)
        page.not_tested(view, verbose)
    page.result(report, quiet)
    page.paths(paths)


class _SummaryPrinter:
    """Prints to one console in one language. Text from pages never becomes markup or a terminal sequence."""

    def __init__(self, console: Console, words: Words) -> None:
        self.console = console
        self.words = words

    def targets(self, report: Report) -> None:
        for target in report.targets:
            kind = self.words.get(f"kind.{target.kind}", target.kind)
            facts = ", ".join(filter(None, (kind, target.made_with, target.name if target.title else "")))
            name = f"{target.title or target.name} ({facts})"
            self.say(name, "bold")
            self.say(self.reached(target.coverage), indent=2)
            for reason in why_not_reached(target, report.skipped)[:_MOST_REASONS]:
                self.say(reason, indent=4)
        if report.interrupted:
            self.say(self.words("summary.interrupted"), "bold yellow")

    def problems(self, view: View, verbose: bool) -> None:
        number = 0
        for impact in IMPACTS:
            cards = [card for card in view.failures if card.issue.impact == impact]
            if not cards:
                continue
            self.heading(self.words(f"impact.{impact}"), _STYLES[impact])
            shown = cards if verbose else cards[:_MOST_ISSUES]
            for card in shown:
                number += 1
                if card is not shown[0]:
                    self.say("")
                self.issue(number, card, verbose)
            self.more(len(cards) - len(shown))
        self.more(view.more["failure"])

    def issue(self, number: int, card: IssueCard, verbose: bool) -> None:
        first, rule = card.first.finding, card.rule
        known = f" ({self.words('terminal.known')})" if card.issue.known else ""
        self.say(f"{number}. {rule.text.title if rule else card.issue.rule}{known}", "bold", indent=2)
        self.say(first.message, indent=5)
        screen = card.first.screen
        named = " › ".join(screen.path) if screen and len(screen.path) > 1 else screen.title if screen else ""
        place = f"{named} ({first.url})" if named else first.url
        often = self.often(card)
        others = [f"{each.finding.url} {each.finding.target}" for each in card.others] if verbose else []
        rows = [("where", place), ("", first.target), *(("", each) for each in others)]
        rows += [("often", often), ("criteria", requirement_line(first))]
        if first.origin:
            rows.append(("origin", f"{first.origin.tool}: {first.origin.advice.get(self.words.lang, '')}"))
        repair = prose_blocks(rule.text.repair) if rule else ()
        rows += [("repair" if n == 0 else "", text) for n, text in enumerate(_texts(repair, verbose))]
        self.rows([(self.words(f"terminal.{key}") if key else "", text) for key, text in rows if text])

    def reviews(self, view: View, verbose: bool) -> None:
        if not view.reviews:
            return
        self.heading(self.words("report.reviews"), "bold blue")
        shown = view.reviews if verbose else view.reviews[:_MOST_REVIEWS]
        for card in shown:
            title = card.rule.text.title if card.rule else card.issue.rule
            self.say(f"{title} ({self.often(card)})", "bold", indent=2)
            self.say(card.first.finding.message, indent=5)
            self.rows([(self.words("terminal.where"), f"{card.first.finding.url} {card.first.finding.target}")])
        self.more(len(view.reviews) - len(shown) + view.more["review"])

    def not_tested(self, view: View, verbose: bool) -> None:
        if not view.reasons:
            return
        self.heading(self.words("terminal.not-tested"), "bold magenta")
        shown = view.reasons if verbose else view.reasons[:_MOST_REASONS]
        for reason in shown:
            self.reason(reason, verbose)
        self.more(sum(reason.count for reason in view.reasons[len(shown) :]) + view.more_reasons)

    def reason(self, reason: SkippedGroup, verbose: bool) -> None:
        self.say(f"{reason.count} × {reason.detail}" if reason.count > 1 else reason.detail, indent=2)
        shown = reason.first if verbose else reason.first[:_MOST_PLACES]
        for each in shown:
            self.say(each, indent=5)
        self.more(reason.count - len(shown) if shown else 0)

    def result(self, report: Report, quiet: bool) -> None:
        """Print the result with what it covers, and what automated checks cannot do."""
        issues = {
            outcome: [each for each in report.issues if each.outcome == outcome] for outcome in ("failure", "review")
        }
        parts = [
            self.counted("summary.failures", len(issues["failure"])),
            self.counted("summary.reviews", len(issues["review"])),
            self.counted("summary.skipped", len(report.skipped)),
            self.reached(merged(target.coverage for target in report.targets)),
        ]
        if known := sum(issue.known for issue in report.issues):
            parts.insert(1, self.words.count("summary.known", known))
        if quiet:
            self.line(". ".join(parts) + ".")
            return
        self.say("")
        for part in parts:
            self.say(part + ".", "bold")
        self.say(self.words("summary.partly"))

    def paths(self, paths: Sequence[Path]) -> None:
        if paths:
            self.say("")
            self.say(self.words("terminal.paths.one" if len(paths) == 1 else "terminal.paths.other"))
        for path in paths:
            self.line(str(path))

    def line(self, text: str) -> None:
        """Print a text on one line, however long: for programs, and for paths that people copy."""
        self.console.print(Text(self.fitting(text)), soft_wrap=True, highlight=False)

    def often(self, card: IssueCard) -> str:
        places = self.words.count("summary.places", card.count)
        return f"{places}, {self.words.count('summary.screens', card.issue.screens)}"

    def counted(self, key: str, n: int) -> str:
        return self.words.count(key, n) if n else self.words(f"{key}-none")

    def reached(self, coverage: Coverage) -> str:
        if coverage.known is None:
            return self.words.count("summary.reached", coverage.reached)
        return self.words("summary.reached-of", n=coverage.reached, known=coverage.known)

    def more(self, n: int) -> None:
        if n > 0:
            self.say(self.words.count("terminal.more", n), "dim", indent=5)

    def heading(self, text: str, style: str) -> None:
        self.say("")
        self.say(text, style)

    def rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Print labels and their texts in two columns."""
        wide = max(len(label) for label, _ in rows) + 2
        for label, text in rows:
            self.say(text, indent=5 + wide, label=label)

    def say(self, text: str, style: str = "", indent: int = 0, label: str = "") -> None:
        """Print a text on as many lines as it needs, all indented, with a label before the first one."""
        words = Text(self.fitting(text), style)
        head = Text.assemble((self.fitting(label), "dim"))
        head.pad_left(min(indent, 5) if label else indent)
        head.pad_right(max(indent - head.cell_len, 0))
        for n, row in enumerate(
            words.wrap(self.console, max(self.console.width - indent, 20), overflow="fold") or [words]
        ):
            row.rstrip()
            start = head if n == 0 else Text(" " * indent)
            self.console.print(start + row if row else Text(""), soft_wrap=True, highlight=False)

    def fitting(self, text: str) -> str:
        return encodable(printable_line(text), self.console.encoding)


def _texts(repair: Sequence[ProseBlock], verbose: bool) -> list[str]:
    """Return the repair, one line for each paragraph and item; when not verbose, only its first paragraph and list."""
    shown = repair if verbose else repair[: 2 if len(repair) > 1 and repair[1].kind == "list" else 1]
    return [("- " if block.kind == "list" else "") + "".join(spans) for block in shown for spans in block.lines]
