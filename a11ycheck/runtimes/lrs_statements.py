"""The statements of a record store, bounded in number and size; the oldest are dropped first."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

MOST = 2_000
LARGEST = 2 * 1024 * 1024
"""Bytes of all statements together."""
PAGE = 100
"""Statements in one answer, where the request sets no limit."""


class Statements:
    """The statements that content sent, the latest last."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, Any]] = {}
        self._sizes: dict[str, int] = {}

    def put(self, name: str, media_type: str, body: bytes) -> None:
        """Keep one statement under its id. Raises ValueError when the body is no statement."""
        statement = _read(media_type, body)
        if not name or not isinstance(statement, dict):
            raise ValueError("no statement")
        self._keep(name, statement, len(body))

    def post(self, media_type: str, body: bytes) -> list[str]:
        """Keep one or several statements and return their ids. Raises ValueError when the body holds something else."""
        given = _read(media_type, body)
        statements = given if isinstance(given, list) else [given]
        if not all(isinstance(statement, dict) for statement in statements):
            raise ValueError("no statements")
        names = [str(statement.get("id") or uuid.uuid4()) for statement in statements]
        for name, statement in zip(names, statements, strict=True):
            self._keep(name, statement, len(body) // len(statements))
        return names

    def get(self, parameters: Mapping[str, str]) -> Any | None:
        """Return one statement by its id, None when there is none; without an id, those that match the parameters."""
        name = parameters.get("statementId") or parameters.get("voidedStatementId")
        if name:
            return self._kept.get(name)
        limit = parameters.get("limit", "0")
        most = int(limit) if limit.isascii() and limit.isdigit() and int(limit) else PAGE
        found = [statement for statement in reversed(self._kept.values()) if _matches(statement, parameters)]
        return {"statements": found[:most], "more": ""}

    def _keep(self, name: str, statement: dict[str, Any], size: int) -> None:
        self._kept[name] = {**statement, "id": name}
        self._sizes[name] = size
        while len(self._kept) > MOST or (sum(self._sizes.values()) > LARGEST and self._kept):
            oldest = next(iter(self._kept))
            del self._kept[oldest], self._sizes[oldest]


def _matches(statement: Mapping[str, Any], parameters: Mapping[str, str]) -> bool:
    """Whether a statement has the verb, activity and registration of a request, as far as it names them."""
    for parameter, part in (("verb", "verb"), ("activity", "object")):
        value = statement.get(part)
        if parameter in parameters and (not isinstance(value, dict) or value.get("id") != parameters[parameter]):
            return False
    context = statement.get("context")
    registration = context.get("registration") if isinstance(context, dict) else None
    return "registration" not in parameters or registration == parameters["registration"]


def _read(media_type: str, body: bytes) -> Any:
    """Return the JSON of a body; of a body with several parts (statements with attachments) that of the first."""
    if media_type.lower().startswith("multipart/"):
        body = body.partition(b"\r\n\r\n")[2].partition(b"\r\n--")[0]
    return json.loads(body)
