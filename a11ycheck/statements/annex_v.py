"""The information that Annex V of Directive (EU) 2019/882 asks of a service, drafted from a report."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.laws import regimes
from a11ycheck.model import Issue, Report
from a11ycheck.report.norms import norms
from a11ycheck.standards import edition_of
from a11ycheck.standards.en301549 import act_points
from a11ycheck.statements.draft import Blank, Block, Draft, Fields, Heading, Items, Paragraph, Parts
from a11ycheck.text.dates import date_and_time
from a11ycheck.text.words import Words

MOST_ISSUES = 100


def annex_v(report: Report, words: Words) -> Draft:
    """The draft; what only the provider knows is blank."""
    return Draft(words("statement.act-title"), tuple(_blocks(report, words)))


def _blocks(report: Report, words: Words) -> Iterator[Block]:
    def blank(key: str, **data: object) -> Blank:
        return Blank(words("statement.blank", what=words(f"statement.{key}-blank", **data)))

    def head(key: str) -> Heading:
        return Heading(2, words(f"statement.{key}"))

    started = date_and_time(report.started, words)
    yield Paragraph((words("statement.draft", tool=report.tool, date=started),))
    yield Paragraph((words("statement.act-where"),))

    yield head("act-service")
    names = "; ".join(f"{each.title} ({each.name})" if each.title else each.name for each in report.targets)
    yield Fields(
        (
            (words("statement.act-provider"), (blank("act-provider"),)),
            (words("statement.act-name"), (names,)),
            (words("statement.act-date"), (blank("act-date"),)),
        )
    )
    yield Paragraph((blank("act-description"),))

    yield head("act-works")
    yield Paragraph((blank("act-works"),))

    yield head("act-requirements")
    standard = blank("act-standard", edition=edition_of(report.settings))
    yield Fields(((words("statement.act-standard"), (standard,)),))
    yield Fields(
        tuple(
            (point.point[words.lang], (words("statement.act-asked", what=point.title[words.lang]), blank("act-point")))
            for point in act_points()
            if point.annex == "I" and report.organisation.get(point.only_for) != ("no",)
        )
    )

    yield head("act-known")
    yield from _known(report, words, blank("act-repair"), blank("act-known"))

    yield head("act-monitoring")
    reached = sum(target.coverage.reached for target in report.targets)
    settings = report.settings
    tested = words("statement.act-tested", date=started, wcag=settings.wcag, level=settings.level, n=reached)
    yield Paragraph((tested, blank("act-monitoring")))

    yield head("act-burden")
    yield Paragraph((blank("act-burden"),))

    yield head("act-contact")
    may_apply = [regimes()[each.regime] for each in report.conclusions.laws if each.applicability == "may-apply"]
    supervisors = [regime.supervisor[words.lang] for regime in may_apply if "-eaa-" in regime.id and regime.supervisor]
    yield Fields(
        (
            (words("statement.act-contact-label"), (blank("act-contact"),)),
            (
                words("statement.act-supervisor"),
                tuple(["; ".join(supervisors)] if supervisors else [blank("act-supervisor")]),
            ),
            (words("statement.act-spoken"), (blank("act-spoken"),)),
        )
    )


def _known(report: Report, words: Words, repair: Blank, more: Blank) -> Iterator[Block]:
    failing = [issue for issue in report.issues if issue.outcome == "failure"]
    yield Paragraph((words("statement.act-known-lead" if failing else "statement.act-known-none"),))
    rows: list[Parts] = [(_said(issue, report, words), repair) for issue in failing[:MOST_ISSUES]]
    if len(failing) > MOST_ISSUES:
        rows.append((words.count("statement.and-more", len(failing) - MOST_ISSUES),))
    yield Items((*rows, (more,)))
    reviews = len(report.issues) - len(failing)
    if reviews:
        yield Paragraph((words.count("statement.act-reviews", reviews),))


def _said(issue: Issue, report: Report, words: Words) -> str:
    title = report.rules[issue.rule].text.title if issue.rule in report.rules else issue.rule
    often = words.count("summary.screens", issue.screens)
    about = norms(issue.first)
    return f"{title}, {often}" + (f" ({about})." if about else ".")
