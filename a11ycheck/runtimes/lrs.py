"""A small Learning Record Store (xAPI 1.0.3) for one launch: it takes and gives back all that content asks of one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

from a11ycheck.runtimes.lrs_documents import LARGEST, Documents, Full
from a11ycheck.runtimes.lrs_statements import Statements
from a11ycheck.web.responses import Response

XAPI = "1.0.3"
ABOUT = {"version": ["0.9", "0.95", "1.0.0", "1.0.1", "1.0.2", XAPI]}
KINDS = {"activities/state": "stateId", "activities/profile": "profileId", "agents/profile": "profileId"}
"""Resource with documents -> the parameter that names one."""
CORS = (
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, PUT, POST, DELETE, HEAD, OPTIONS"),
    ("access-control-allow-headers", "*"),
    ("access-control-expose-headers", "*"),
    ("x-experience-api-version", XAPI),
    ("cache-control", "no-store"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, the alternate syntax already undone."""

    method: str
    resource: str
    parameters: Mapping[str, str]
    kind: str
    body: bytes


class Lrs:
    """An `Origin`. `first` holds documents that are there at the start: (resource, id) -> JSON value.

    Whoever asks gets an answer, with or without the right credentials: nothing is kept that anyone must not see.
    """

    def __init__(self, first: Mapping[tuple[str, str], Any] | None = None) -> None:
        self._first = {key: json.dumps(value).encode() for key, value in (first or {}).items()}
        self._lock = Lock()
        self.restart()

    def restart(self) -> None:
        """Forget all: each launch is the first."""
        with self._lock:
            self._documents = Documents(self._first)
            self._statements = Statements()
            self._fetched = False

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        if method == "OPTIONS":
            return Response(204, CORS)
        if len(body) > LARGEST:
            return _text(413, "This is too large.")
        asked = _read(method, path, headers, body)
        with self._lock:
            try:
                return self._answer(asked)
            except (ValueError, RecursionError):
                return _text(400, "This is not what xAPI says.")
            except Full:
                return _text(413, "This store is full.")

    def _answer(self, asked: Asked) -> Response:
        if asked.resource in KINDS:
            return self._document(asked)
        if asked.resource == "statements":
            return self._statement(asked)
        if asked.resource == "fetch":
            return self._fetch(asked)
        known: dict[str, Any] = {
            "about": ABOUT,
            "activities": {"objectType": "Activity", "id": asked.parameters.get("activityId", "")},
            "agents": {"objectType": "Person"},
        }
        if asked.resource not in known:
            return _text(404, "There is no such resource.")
        return _json(known[asked.resource]) if asked.method in ("GET", "HEAD") else _text(405, "Only GET.")

    def _fetch(self, asked: Asked) -> Response:
        """The token of cmi5, once (cmi5 8.2): its second call is an error by the specification, with status 200."""
        if asked.method != "POST":
            return _text(405, "Only POST.")
        if self._fetched:
            return _json({"error-code": "1", "error-text": "The token was fetched before."})
        self._fetched = True
        return _json({"auth-token": "YTExeWNoZWNrOmxlYXJuZXI="})

    def _statement(self, asked: Asked) -> Response:
        if asked.method == "PUT":
            self._statements.put(asked.parameters.get("statementId", ""), asked.kind, asked.body)
            return Response(204, CORS)
        if asked.method == "POST":
            return _json(self._statements.post(asked.kind, asked.body))
        if asked.method not in ("GET", "HEAD"):
            return _text(405, "Only GET, PUT and POST.")
        found = self._statements.get(asked.parameters)
        return _text(404, "There is no such statement.") if found is None else _json(found)

    def _document(self, asked: Asked) -> Response:
        name = asked.parameters.get(KINDS[asked.resource], "")
        # Agent and activity are part of the key as they are written: content writes them the same way each time.
        about = {key: asked.parameters.get(key, "") for key in ("activityId", "agent", "registration")}
        where = (asked.resource, json.dumps(about))
        if asked.method in ("GET", "HEAD"):
            if not name:
                return _json(self._documents.names(where))
            found = self._documents.get(where, name)
            return _text(404, "There is no such document.") if found is None else _document(*found)
        if asked.method == "DELETE":
            self._documents.delete(where, name)
        elif asked.method in ("PUT", "POST"):
            if not name:
                raise ValueError("no id")
            self._documents.put(where, name, asked.kind, asked.body, merge=asked.method == "POST")
        else:
            return _text(405, "Only GET, PUT, POST and DELETE.")
        return Response(204, CORS)


def _read(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Asked:
    """A request as it is meant: old browsers put method, headers and parameters in a form (xAPI 1.0.3, part 3, 1.3)."""
    path, _, query = path.partition("?")
    parameters = _fields(query)
    kind = headers.get("content-type", "")
    if method == "POST" and "method" in parameters:
        method = parameters.pop("method").upper()
        form = _fields(body.decode("utf-8", "replace"))
        body = form.pop("content", "").encode("utf-8", "replace")
        kind = next((value for key, value in form.items() if key.lower() == "content-type"), "application/json")
        parameters |= form
    return Asked(method, "/".join(part for part in path.split("/") if part).lower(), parameters, kind, body)


def _fields(form: str) -> dict[str, str]:
    try:
        return {key: values[0] for key, values in parse_qs(form, keep_blank_values=True, max_num_fields=100).items()}
    except ValueError:
        return {}


def _json(value: object) -> Response:
    return Response(200, (*CORS, ("content-type", "application/json")), json.dumps(value).encode())


def _document(kind: str, body: bytes) -> Response:
    tag = hashlib.sha1(body, usedforsecurity=False).hexdigest()
    return Response(200, (*CORS, ("content-type", kind or "application/octet-stream"), ("etag", f'"{tag}"')), body)


def _text(status: int, text: str) -> Response:
    return Response(status, (*CORS, ("content-type", "text/plain")), text.encode())
