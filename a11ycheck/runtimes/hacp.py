"""What an LMS answers to AICC content over HTTP (HACP; CMI001 appendix A): one unit, started for the first time."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from urllib.parse import parse_qs

from a11ycheck.web.responses import Response

VERSION = "4.0"
LARGEST = 256 * 1024
"""Bytes that content may send in one request."""
KEPT = ("lesson_location", "lesson_status", "score", "time")
"""The core elements that content gets back."""
ACCEPTED = ("putcomments", "putobjectives", "putpath", "putperformance", "putinteractions", "exitau")
"""Commands answered with success: what they carry changes nothing that content can ask for."""


class Hacp:
    """A Responder for one unit; `fields` are those of its row in the .au file."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._fields = fields
        self._lock = Lock()
        self.restart()

    def restart(self) -> None:
        """Forget what content left here: each launch is the first."""
        with self._lock:
            self._core: dict[str, str] = {}
            self._lesson = ""

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:  # noqa: ARG002
        """Answer one request: a command in a form, or in the query of the path."""
        if method not in ("GET", "POST", "HEAD"):
            return Response(405, (("allow", "GET, POST"),))
        if len(body) > LARGEST:
            return Response(413)
        form = body.decode("utf-8", "replace") if method == "POST" else path.partition("?")[2]
        try:
            fields = parse_qs(form, keep_blank_values=True, max_num_fields=100)
        except ValueError:
            return _answer(1, "Invalid command")
        parameters = {name.lower(): values[0] for name, values in fields.items()}
        if not parameters.get("session_id"):
            return _answer(3, "Invalid session ID")
        command = parameters.get("command", "").strip().lower()
        with self._lock:
            if command == "getparam":
                return _answer(0, "Successful", self._data())
            if command == "putparam":
                self._keep(parameters.get("aicc_data", ""))
                return _answer(0, "Successful")
        return _answer(0, "Successful") if command in ACCEPTED else _answer(1, "Invalid command")

    def _data(self) -> str:
        """Return the data for GetParam, by section."""
        status = self._core.get("lesson_status", "not attempted")
        return "\r\n".join(
            [
                "[Core]",
                "Student_ID=learner",
                "Student_Name=Learner, A",
                f"Lesson_Location={self._core.get('lesson_location', '')}",
                "Credit=C",
                f"Lesson_Status={status}{', A' if not self._core else ''}",
                "Exit=",
                f"Score={self._core.get('score', '')}",
                "Time=00:00:00",
                "Lesson_Mode=Normal",
                "[Core_Lesson]",
                self._lesson,
                "[Core_Vendor]",
                self._fields.get("core_vendor", ""),
                "[Student_Data]",
                f"Mastery_Score={self._fields.get('mastery_score', '')}",
                f"Max_Time_Allowed={self._fields.get('max_time_allowed', '')}",
                f"Time_Limit_Action={self._fields.get('time_limit_action', '')}",
                "[Student_Preferences]",
                "",
            ]
        )

    def _keep(self, data: str) -> None:
        """Keep what PutParam sends, as far as GetParam gives it back."""
        section, lesson = "", []
        for line in data.splitlines():
            name, mark, value = line.partition("=")
            if line.strip().startswith("[") and line.strip().endswith("]"):
                section = line.strip()[1:-1].lower()
            elif section == "core" and mark and name.strip().lower() in KEPT:
                self._core[name.strip().lower()] = value.strip()
            elif section == "core_lesson":
                lesson.append(line)
        self._lesson = "\r\n".join(lesson)


def _answer(error: int, text: str, data: str = "") -> Response:
    body = f"error={error}\r\nerror_text={text}\r\nversion={VERSION}\r\naicc_data={data}"
    headers = (("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store"))
    return Response(200, headers, body.encode("utf-8", "replace"))
