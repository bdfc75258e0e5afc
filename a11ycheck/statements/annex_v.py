"""The information that Annex V of Directive (EU) 2019/882 asks of a service, drafted from a report."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.laws import regimes
from a11ycheck.model import Issue, Report
from a11ycheck.report.requirement_line import requirement_line
from a11ycheck.standards import edition_of
from a11ycheck.standards.en301549 import act_points
from a11ycheck.statements.draft import Blank, Draft, DraftBlock, DraftHeading, DraftText, Fields, Items, Paragraph
from a11ycheck.text.dates import date_and_time
from a11ycheck.text.words import Words

MOST_ISSUES = 100


def annex_v(report: Report, words: Words) -> Draft:
    """Return the draft, with a blank for what only the provider knows."""
    writer = _Writer(report, words)
    return Draft(words("statement.act-title"), tuple(writer.blocks()))


class _Writer:
    """Writes the sections of Annex V in order."""

    def __init__(self, report: Report, words: Words) -> None:
        self.report = report
        self.words = words
        self.started = date_and_time(report.started, words)

    def blocks(self) -> Iterator[DraftBlock]:
        yield Paragraph((self.words("statement.draft", tool=self.report.tool, date=self.started),))
        yield Paragraph((self.words("statement.act-where"),))
        for key, section in (
            ("act-service", self.service),
            ("act-works", self.how_it_works),
            ("act-requirements", self.requirements),
            ("act-known", self.known_problems),
            ("act-monitoring", self.monitoring),
            ("act-burden", self.burden),
            ("act-contact", self.contact),
        ):
            yield DraftHeading(2, self.words(f"statement.{key}"))
            yield from section()

    def service(self) -> Iterator[DraftBlock]:
        targets = self.report.targets
        names = "; ".join(f"{target.title} ({target.name})" if target.title else target.name for target in targets)
        yield Fields(
            (
                (self.words("statement.act-provider"), (self.blank("act-provider"),)),
                (self.words("statement.act-name"), (names,)),
                (self.words("statement.act-date"), (self.blank("act-date"),)),
            )
        )
        yield Paragraph((self.blank("act-description"),))

    def how_it_works(self) -> Iterator[DraftBlock]:
        yield Paragraph((self.blank("act-works"),))

    def requirements(self) -> Iterator[DraftBlock]:
        standard = self.blank("act-standard", edition=edition_of(self.report.settings))
        yield Fields(((self.words("statement.act-standard"), (standard,)),))
        lang = self.words.lang
        yield Fields(
            tuple(
                (
                    point.point[lang],
                    (self.words("statement.act-asked", what=point.title[lang]), self.blank("act-point")),
                )
                for point in act_points()
                if point.annex == "I" and self.report.organisation.get(point.only_for) != ("no",)
            )
        )

    def known_problems(self) -> Iterator[DraftBlock]:
        failing = [issue for issue in self.report.issues if issue.outcome == "failure"]
        yield Paragraph((self.words("statement.act-known-lead" if failing else "statement.act-known-none"),))
        rows: list[DraftText] = [(self.problem(issue), self.blank("act-repair")) for issue in failing[:MOST_ISSUES]]
        if len(failing) > MOST_ISSUES:
            rows.append((self.words.count("statement.and-more", len(failing) - MOST_ISSUES),))
        yield Items((*rows, (self.blank("act-known"),)))
        if reviews := len(self.report.issues) - len(failing):
            yield Paragraph((self.words.count("statement.act-reviews", reviews),))

    def monitoring(self) -> Iterator[DraftBlock]:
        settings = self.report.settings
        tested = self.words(
            "statement.act-tested",
            date=self.started,
            wcag=settings.wcag,
            level=settings.level,
            n=sum(target.coverage.reached for target in self.report.targets),
        )
        yield Paragraph((tested, self.blank("act-monitoring")))

    def burden(self) -> Iterator[DraftBlock]:
        yield Paragraph((self.blank("act-burden"),))

    def contact(self) -> Iterator[DraftBlock]:
        supervisors = "; ".join(self.supervisors())
        yield Fields(
            (
                (self.words("statement.act-contact-label"), (self.blank("act-contact"),)),
                (self.words("statement.act-supervisor"), (supervisors or self.blank("act-supervisor"),)),
                (self.words("statement.act-spoken"), (self.blank("act-spoken"),)),
            )
        )

    def supervisors(self) -> list[str]:
        """Return who supervises the laws on selling online that may apply."""
        may_apply = [law.regime for law in self.report.conclusions.laws if law.applicability == "may-apply"]
        found = [regimes()[regime].supervisor for regime in may_apply if "-eaa-" in regime]
        return [supervisor[self.words.lang] for supervisor in found if supervisor]

    def problem(self, issue: Issue) -> str:
        rule = self.report.rules.get(issue.rule)
        title = rule.text.title if rule else issue.rule
        often = self.words.count("summary.screens", issue.screens)
        about = requirement_line(issue.first)
        return f"{title}, {often}" + (f" ({about})." if about else ".")

    def blank(self, key: str, **data: object) -> Blank:
        return Blank(self.words("statement.blank", what=self.words(f"statement.{key}-blank", **data)))
