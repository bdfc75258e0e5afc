"""Dates, times and durations in words."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime

from a11ycheck.text.words import Words


def date_and_time(started: str, words: Words) -> str:
    """Return an ISO 8601 time as "2 March 2026, 09:30 (UTC+01:00)"; unchanged when it is not one."""
    try:
        moment = datetime.fromisoformat(started)
    except ValueError:
        return started
    return f"{day(moment, words)}, {moment:%H:%M}" + (f" ({moment.tzname()})" if moment.tzinfo else "")


def day(when: Day, words: Words) -> str:
    """Return a date as "2 March 2026"."""
    return words("date.day", day=when.day, month=words(f"date.month-{when.month}"), year=when.year)


def duration(seconds: float, words: Words) -> str:
    """Return a duration in seconds below two minutes, else in minutes."""
    if seconds < 120:
        return words.count("summary.seconds", round(seconds))
    return words.count("summary.minutes", round(seconds / 60))
