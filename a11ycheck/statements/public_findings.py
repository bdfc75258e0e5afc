"""The findings that a Dutch public body's accessibility statement asks for, drafted from a report.

The fields follow Dutch practice: criterion, where, consequence, cause, measure, planning and an alternative.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from a11ycheck.model import Issue, Report
from a11ycheck.report.actions import owner_of
from a11ycheck.report.view.skipped import reason_text
from a11ycheck.standards import criteria, in_scope
from a11ycheck.standards.en301549 import served
from a11ycheck.statements.draft import Blank, Draft, DraftBlock, DraftHeading, DraftText, Fields, Items, Paragraph
from a11ycheck.text.dates import date_and_time
from a11ycheck.text.prose import prose_blocks
from a11ycheck.text.words import Words

MOST_ISSUES = 100
MOST_PLACES = 5


def public_findings(report: Report, words: Words) -> Draft:
    """Return the draft, with blanks for status, decisions and dates."""
    return Draft(words("statement.public-title"), tuple(_blocks(report, words)))


def _blocks(report: Report, words: Words) -> Iterator[DraftBlock]:
    yield from _introduction(report, words)
    yield DraftHeading(2, words("statement.public-findings"))
    yield from _failures(report, words)
    yield from _reviews(report, words)
    yield DraftHeading(2, words("statement.public-untested"))
    yield _untested(report, words)
    yield DraftHeading(2, words("statement.public-contact"))
    yield Paragraph((_blank("act-contact", words),))


def _introduction(report: Report, words: Words) -> Iterator[DraftBlock]:
    started, settings = date_and_time(report.started, words), report.settings
    yield Paragraph((words("statement.draft", tool=report.tool, date=started),))
    yield Paragraph((words("statement.public-lead"),))
    research = words(
        "statement.public-research-text", tool=report.tool, date=started, wcag=settings.wcag, level=settings.level
    )
    yield Fields(
        (
            (words("statement.act-name"), ("; ".join(target.title or target.name for target in report.targets),)),
            (words("statement.public-status"), (_blank("public-status", words),)),
            (words("statement.public-research"), (research, _blank("public-research", words))),
        )
    )


def _failures(report: Report, words: Words) -> Iterator[DraftBlock]:
    failing = [issue for issue in report.issues if issue.outcome == "failure"]
    if not failing:
        yield Paragraph((words("statement.public-none"),))
    for n, issue in enumerate(failing[:MOST_ISSUES], start=1):
        yield DraftHeading(3, words("statement.public-finding", n=n, title=_title(issue, report)))
        yield Fields(tuple(_fields(issue, report, words)))
    if len(failing) > MOST_ISSUES:
        yield Paragraph((words.count("statement.and-more", len(failing) - MOST_ISSUES),))


def _reviews(report: Report, words: Words) -> Iterator[DraftBlock]:
    reviews = [issue for issue in report.issues if issue.outcome == "review"]
    if reviews:
        yield DraftHeading(2, words("statement.public-reviews"))
        titles = dict.fromkeys(f"{_title(issue, report)}: {issue.first.message}" for issue in reviews)
        yield Items(tuple((title,) for title in list(titles)[:MOST_ISSUES]))


def _untested(report: Report, words: Words) -> DraftBlock:
    reasons = Counter(reason_text(each) for each in report.skipped).most_common(MOST_ISSUES)
    if not reasons:
        return Paragraph((words("statement.public-untested-none"),))
    return Items(tuple((f"{n} × {reason}" if n > 1 else reason,) for reason, n in reasons))


def _fields(issue: Issue, report: Report, words: Words) -> Iterator[tuple[str, DraftText]]:
    first = issue.first
    rule = report.rules.get(issue.rule)
    origin = first.origin
    people = ", ".join(statement.people[words.lang] for statement in served(first.criteria))
    effect = [words("statement.effect", people=people)] if people else []
    measure = origin.advice.get(words.lang, "") if origin else _first_paragraph(rule.text.repair if rule else "")
    cause = words(f"statement.cause-{owner_of(issue, report)}", tool=origin.tool if origin else "")
    norm = "; ".join(_criterion(number, words) for number in first.criteria) or "–"
    yield words("statement.field-criterion"), (norm,)
    yield words("statement.field-where"), (_where(issue, report, words),)
    yield words("statement.field-effect"), (first.message, *effect, _blank("effect", words))
    yield words("statement.field-cause"), (cause, _blank("cause", words))
    yield words("statement.field-measure"), (*([measure] if measure else []), _blank("measure", words))
    yield words("statement.field-planning"), (_blank("planning", words),)
    yield words("statement.field-alternative"), (_blank("alternative", words),)


def _criterion(number: str, words: Words) -> str:
    criterion = criteria()[number]
    clause = next(filter(None, criterion.en301549.values()), "")
    extra = "" if criterion in in_scope("AA", "2.1") else f", {words('statement.public-extra')}"
    about = criterion.level + (f", EN 301 549 {clause}" if clause else "") + extra
    return f"{number} {criterion.title[words.lang]} ({about})"


def _where(issue: Issue, report: Report, words: Words) -> str:
    """Return the addresses of the first screens on which the issue was found."""
    fingerprints = set(issue.findings)
    found = [each for each in report.findings if each.rule == issue.rule and each.fingerprint in fingerprints]
    urls = list(dict.fromkeys(each.url for each in found or [issue.first]))
    more = len(urls) - MOST_PLACES
    named = "; ".join(urls[:MOST_PLACES])
    return f"{named}; {words.count('statement.and-more', more)}" if more > 0 else named


def _title(issue: Issue, report: Report) -> str:
    return report.rules[issue.rule].text.title if issue.rule in report.rules else issue.rule


def _first_paragraph(text: str) -> str:
    return next(("".join(block.lines[0]) for block in prose_blocks(text) if block.kind == "paragraph"), "")


def _blank(key: str, words: Words) -> Blank:
    return Blank(words("statement.blank", what=words(f"statement.{key}-blank")))
