"""Faults of captions files."""

from __future__ import annotations

from tests.documents.twin import Twin


def _vtt(*cues: str, head: str = "WEBVTT\n\n") -> bytes:
    return (head + "\n\n".join(cues) + "\n").encode()


def _cue(second: int, text: str = "Water the plant.", until: int = 0) -> str:
    return f"00:00:{second:02}.000 --> 00:00:{until or second + 3:02}.000\n{text}"


def twins() -> list[Twin]:
    """All of them."""

    def twin(rule: str, fault: str, bad: bytes, good: bytes, note: str = "") -> Twin:
        return Twin(rule, fault, "captions", bad, good, note)

    good = _vtt(_cue(1), _cue(5), _cue(9))
    srt = b"1\r\n00:00:01,000 --> 00:00:03,000\r\nWater the plant.\r\n\r\n2\r\n00:00:04,5 --> 00:00:06,0\r\nNow.\r\n"
    long = "Water the plant in the morning while the ground is cool"
    return [
        twin("captions-file", "empty", _vtt(), good),
        twin("captions-file", "empty", b" \r\n", srt, "SubRip"),
        twin("captions-file", "no-header", _vtt(_cue(1), head=""), good),
        twin(
            "captions-file",
            "broken",
            _vtt(_cue(1), "00:00:05 -> 00:00:06 --> x\nNow."),
            _vtt("NOTE a --> b is no cue", _cue(1), "named\n" + _cue(5)),
        ),
        twin("captions-file", "never-shown", _vtt(_cue(1), _cue(9, until=5)), good),
        twin("captions-file", "empty-cue", _vtt(_cue(1), _cue(5, "<i></i>")), _vtt(_cue(1), _cue(5, "<i>Now.</i>"))),
        twin("captions-file", "order", _vtt(_cue(5), _cue(1)), good),
        twin("captions-reading", "long-lines", _vtt(*(_cue(n * 4, long, n * 4 + 4) for n in range(5))), good),
        twin(
            "captions-reading",
            "many-lines",
            _vtt(*(_cue(n * 4, "a\nb\nc\nd") for n in range(5))),
            _vtt(*(_cue(n * 4, "a\nb") for n in range(5))),
        ),
        twin(
            "captions-reading",
            "too-fast",
            _vtt(*(_cue(n, "Water the plant\nwhen it is cool\nand dry", n + 1) for n in range(5))),
            good,
        ),
    ]
