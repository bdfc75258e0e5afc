"""The statements of an LRS, bounded in number and size; the oldest give way."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

MOST = 2_000
LARGEST = 2 * 1024 * 1024


class Statements:
    """What content reported, latest last."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, Any]] = {}
        self._sizes: dict[str, int] = {}

    def put(self, name: str, kind: str, body: bytes) -> None:
        """Keep one statement under its id. Raises ValueError when it is none."""
        statement = _json(kind, body)
        if not name or not isinstance(statement, dict):
            raise ValueError("no statement")
        self._keep(name, statement, len(body))

    def post(self, kind: str, body: bytes) -> list[str]:
        """Keep one or several; their ids. Raises ValueError when they are none."""
        given = _json(kind, body)
        given = given if isinstance(given, list) else [given]
        if not all(isinstance(one, dict) for one in given):
            raise ValueError("no statements")
        names = [str(one.get("id") or uuid.uuid4()) for one in given]
        for name, one in zip(names, given, strict=True):
            self._keep(name, one, len(body) // len(given))
        return names

    def get(self, parameters: Mapping[str, str]) -> Any | None:
        """One statement by its id, None for none; else those that fit verb, activity and registration."""
        name = parameters.get("statementId") or parameters.get("voidedStatementId")
        if name:
            return self._kept.get(name)
        limit = parameters.get("limit", "0")
        most = int(limit) if limit.isascii() and limit.isdigit() and int(limit) else 100
        found = [one for one in reversed(self._kept.values()) if _fits(one, parameters)]
        return {"statements": found[:most], "more": ""}

    def _keep(self, name: str, statement: dict[str, Any], size: int) -> None:
        self._kept[name] = {**statement, "id": name}
        self._sizes[name] = size
        while len(self._kept) > MOST or (sum(self._sizes.values()) > LARGEST and self._kept):
            oldest = next(iter(self._kept))
            del self._kept[oldest], self._sizes[oldest]


def _fits(statement: Mapping[str, Any], parameters: Mapping[str, str]) -> bool:
    wanted = {"verb": "verb", "activity": "object"}
    for parameter, part in wanted.items():
        said = statement.get(part)
        if parameter in parameters and (not isinstance(said, dict) or said.get("id") != parameters[parameter]):
            return False
    context = statement.get("context")
    registration = context.get("registration") if isinstance(context, dict) else None
    return "registration" not in parameters or registration == parameters["registration"]


def _json(kind: str, body: bytes) -> Any:
    """The JSON of a body; of several parts (statements with attachments) the first."""
    if kind.lower().startswith("multipart/"):
        body = body.partition(b"\r\n\r\n")[2].partition(b"\r\n--")[0]
    return json.loads(body)
