"""Caption files, WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip: can they be shown, and read in time?

Whether they match the sound only a person who watches and listens can tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck.documents.interface import DocumentFacts, FactCollector, Place, Unreadable

MOST = 20_000
BYTES = 10 * 2**20
LONGEST_LINE = 42
MOST_LINES = 3
FASTEST = 30.0
"""Characters a second. Guidelines for captions allow 17 to 20; nobody can keep up with more than this."""
_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_NOT_SPOKEN = re.compile(r"#xywh=|^\s*[\[{].*[\]}]\s*$", re.S)


@dataclass(frozen=True, slots=True)
class _Cue:
    """One caption: its number and the line of its timing, both from 1, its times in seconds, its text without tags."""

    number: int
    line: int
    start: float
    end: float
    text: str

    @property
    def place(self) -> Place:
        return (("cue", str(self.number)), ("time", _clock(self.start)))


def read(data: bytes) -> DocumentFacts:
    """Return the facts of a caption file, .vtt or .srt by its first line. Raises Unreadable when it is no text."""
    if len(data) > BYTES:
        raise Unreadable("document-too-large", limit=f"{BYTES // 2**20} MB")
    lines = re.split(r"\r\n|\r|\n", _decoded(data))
    facts = FactCollector()
    facts.count("captions")
    web = lines[0].startswith("WEBVTT")
    cues, broken = _cues(lines)
    if cues and all(_NOT_SPOKEN.search(cue.text) for cue in cues):
        # Thumbnails or data for a program, which WebVTT can hold too.
        return FactCollector().result("", ("captions-other",))
    if not cues:
        facts.add("captions", "empty")
    if not web and any("." in lines[cue.line - 1].partition("-->")[0] for cue in cues):
        facts.add("captions", "no-header")
    for number, text in broken:
        facts.add("captions", "broken", "cue", (("line", str(number)),), text, text=text)
    _times(facts, cues)
    _reading(facts, cues)
    return facts.result("")


def caption_times(data: bytes) -> list[tuple[float, float]]:
    """Return when each caption begins and ends, in seconds; [] for a file that holds no captions or no text."""
    if b"\0" in data[:1000]:
        return []
    cues, _ = _cues(re.split(r"\r\n|\r|\n", _decoded(data)))
    return [] if cues and all(_NOT_SPOKEN.search(cue.text) for cue in cues) else [(cue.start, cue.end) for cue in cues]


def _decoded(data: bytes) -> str:
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return data.decode("utf-32", "replace")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:1000]:
        raise Unreadable("document-broken")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _cues(lines: list[str]) -> tuple[list[_Cue], list[tuple[int, str]]]:
    """Return the captions, and the number and text of each line with an arrow that is not a timing."""
    cues: list[_Cue] = []
    broken: list[tuple[int, str]] = []
    at = 0
    while at < len(lines) and len(cues) < MOST:
        line = lines[at]
        at += 1
        if line.startswith(("NOTE", "STYLE", "REGION")):
            while at < len(lines) and lines[at].strip():
                at += 1
        elif "-->" in line:
            timing = _TIMING.fullmatch(line)
            first = at
            while at < len(lines) and lines[at].strip():
                at += 1
            if timing is None:
                broken.append((first, line.strip()[:100]))
                continue
            start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
            text = "\n".join(_TAG.sub("", one).strip() for one in lines[first:at])
            cues.append(_Cue(len(cues) + 1, first, start, end, text))
    return cues, broken


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _times(facts: FactCollector, cues: list[_Cue]) -> None:
    before: _Cue | None = None
    for cue in cues:
        if cue.end <= cue.start:
            facts.add("captions", "never-shown", "cue", cue.place, cue.text)
        elif not cue.text.strip():
            facts.add("captions", "empty-cue", "cue", cue.place)
        if before is not None and cue.start < before.start:
            facts.add("captions", "order", "cue", cue.place, cue.text)
        before = cue


def _reading(facts: FactCollector, cues: list[_Cue]) -> None:
    """Add at most one fact of each kind for the file: how often, and where first."""
    facts.count("reading", len(cues))
    long = [cue for cue in cues if any(len(line) > LONGEST_LINE for line in cue.text.split("\n"))]
    tall = [cue for cue in cues if cue.text.strip().count("\n") >= MOST_LINES]
    fast = [cue for cue in cues if 0 < cue.end - cue.start < len(cue.text) / FASTEST and len(cue.text) > 15]
    for fault, found, limit in (("long-lines", long, LONGEST_LINE), ("many-lines", tall, MOST_LINES)):
        if len(found) > max(2, len(cues) // 10):
            facts.add("reading", fault, "cue", found[0].place, found[0].text, count=len(found), limit=limit)
    if len(fast) > max(2, len(cues) // 10):
        facts.add("reading", "too-fast", "cue", fast[0].place, fast[0].text, count=len(fast), limit=int(FASTEST))
