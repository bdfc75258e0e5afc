"""A small Learning Record Store (xAPI 1.0.3) for one launch: content can store in it and read back what it likes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

from a11ycheck.runtimes.lrs_documents import LARGEST, Documents, StoreFull
from a11ycheck.runtimes.lrs_statements import Statements
from a11ycheck.web.responses import Response

XAPI = "1.0.3"
ABOUT: Mapping[str, Any] = {"version": ["0.9", "0.95", "1.0.0", "1.0.1", "1.0.2", XAPI]}
DOCUMENT_IDS = {"activities/state": "stateId", "activities/profile": "profileId", "agents/profile": "profileId"}
"""The resources that hold documents -> the parameter that identifies one."""
TOKEN = "YTExeWNoZWNrOmxlYXJuZXI="  # noqa: S105 - base64 of a made-up name, accepted by this store only
CORS = (
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, PUT, POST, DELETE, HEAD, OPTIONS"),
    ("access-control-allow-headers", "*"),
    ("access-control-expose-headers", "*"),
    ("x-experience-api-version", XAPI),
    ("cache-control", "no-store"),
)


@dataclass(frozen=True, slots=True)
class XapiRequest:
    """One request, after the alternate syntax was undone; `media_type` is that of the body."""

    method: str
    resource: str
    parameters: Mapping[str, str]
    media_type: str
    body: bytes


class Lrs:
    """A Responder. `first` are the documents that are there at the start: (resource, id) -> JSON value.

    Credentials aren't checked: nothing in the store needs protecting.
    """

    def __init__(self, first: Mapping[tuple[str, str], Any] | None = None) -> None:
        self._first = {key: json.dumps(value).encode() for key, value in (first or {}).items()}
        self._lock = Lock()
        self.restart()

    def restart(self) -> None:
        """Forget what content left here: each launch is the first."""
        with self._lock:
            self._documents = Documents(self._first)
            self._statements = Statements()
            self._fetched = False

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        """Answer one request."""
        if method == "OPTIONS":
            return Response(204, CORS)
        if len(body) > LARGEST:
            return _text(413, "This is too large.")
        request = _read(method, path, headers, body)
        with self._lock:
            try:
                return self._answer(request)
            except (ValueError, RecursionError):
                return _text(400, "This is not what xAPI says.")
            except StoreFull:
                return _text(413, "This store is full.")

    def _answer(self, request: XapiRequest) -> Response:
        if request.resource in DOCUMENT_IDS:
            return self._document(request)
        if request.resource == "statements":
            return self._statement(request)
        if request.resource == "fetch":
            return self._fetch(request)
        known: dict[str, Any] = {
            "about": ABOUT,
            "activities": {"objectType": "Activity", "id": request.parameters.get("activityId", "")},
            "agents": {"objectType": "Person"},
        }
        if request.resource not in known:
            return _text(404, "There is no such resource.")
        return _json(known[request.resource]) if request.method in ("GET", "HEAD") else _text(405, "Only GET.")

    def _fetch(self, request: XapiRequest) -> Response:
        """Give the token of cmi5 once (cmi5 8.2): a second call is an error, with status 200 by the specification."""
        if request.method != "POST":
            return _text(405, "Only POST.")
        if self._fetched:
            return _json({"error-code": "1", "error-text": "The token was fetched before."})
        self._fetched = True
        return _json({"auth-token": TOKEN})

    def _statement(self, request: XapiRequest) -> Response:
        if request.method == "PUT":
            self._statements.put(request.parameters.get("statementId", ""), request.media_type, request.body)
            return Response(204, CORS)
        if request.method == "POST":
            return _json(self._statements.post(request.media_type, request.body))
        if request.method not in ("GET", "HEAD"):
            return _text(405, "Only GET, PUT and POST.")
        found = self._statements.get(request.parameters)
        return _text(404, "There is no such statement.") if found is None else _json(found)

    def _document(self, request: XapiRequest) -> Response:
        name = request.parameters.get(DOCUMENT_IDS[request.resource], "")
        # Agent and activity are compared as text: content writes them in the same way each time.
        about = {key: request.parameters.get(key, "") for key in ("activityId", "agent", "registration")}
        scope = (request.resource, json.dumps(about))
        if request.method in ("GET", "HEAD"):
            if not name:
                return _json(self._documents.names(scope))
            found = self._documents.get(scope, name)
            return _text(404, "There is no such document.") if found is None else _document(*found)
        if request.method == "DELETE":
            self._documents.delete(scope, name)
        elif request.method in ("PUT", "POST"):
            if not name:
                raise ValueError("no id")
            self._documents.put(scope, name, request.media_type, request.body, merge=request.method == "POST")
        else:
            return _text(405, "Only GET, PUT, POST and DELETE.")
        return Response(204, CORS)


def _read(method: str, path: str, headers: Mapping[str, str], body: bytes) -> XapiRequest:
    """Read a request; old browsers put method, headers and parameters in a form (xAPI 1.0.3, part 3, 1.3)."""
    path, _, query = path.partition("?")
    parameters = _fields(query)
    media_type = headers.get("content-type", "")
    if method == "POST" and "method" in parameters:
        method = parameters.pop("method").upper()
        form = _fields(body.decode("utf-8", "replace"))
        body = form.pop("content", "").encode("utf-8", "replace")
        media_type = next((value for key, value in form.items() if key.lower() == "content-type"), "application/json")
        parameters |= form
    return XapiRequest(method, "/".join(part for part in path.split("/") if part).lower(), parameters, media_type, body)


def _fields(form: str) -> dict[str, str]:
    try:
        return {key: values[0] for key, values in parse_qs(form, keep_blank_values=True, max_num_fields=100).items()}
    except ValueError:
        return {}


def _json(value: object) -> Response:
    return Response(200, (*CORS, ("content-type", "application/json")), json.dumps(value).encode())


def _document(media_type: str, body: bytes) -> Response:
    tag = hashlib.sha1(body, usedforsecurity=False).hexdigest()
    return Response(
        200, (*CORS, ("content-type", media_type or "application/octet-stream"), ("etag", f'"{tag}"')), body
    )


def _text(status: int, text: str) -> Response:
    return Response(status, (*CORS, ("content-type", "text/plain")), text.encode())
