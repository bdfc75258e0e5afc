"""The documents of a record store (state, profiles), bounded in number and size."""

from __future__ import annotations

import json
from collections.abc import Mapping

MOST = 500
LARGEST = 2 * 1024 * 1024
"""Bytes of all documents together."""

DocumentScope = tuple[str, str]
"""The resource, and the JSON of whom or what it is about: activity, agent and registration."""


class StoreFull(Exception):
    """The store has no room left."""


class Documents:
    """The documents of one launch. `first` are there for every agent and activity: (resource, id) -> JSON."""

    def __init__(self, first: Mapping[tuple[str, str], bytes]) -> None:
        self._first = first
        self._kept: dict[tuple[DocumentScope, str], tuple[str, bytes]] = {}

    def get(self, scope: DocumentScope, name: str) -> tuple[str, bytes] | None:
        """Return the media type and bytes of a document; None when there is none."""
        first = self._first.get((scope[0], name))
        return self._kept.get((scope, name), ("application/json", first) if first is not None else None)

    def names(self, scope: DocumentScope) -> list[str]:
        """Return the ids of all documents in a scope."""
        first = [name for resource, name in self._first if resource == scope[0]]
        return list(dict.fromkeys(first + [name for place, name in self._kept if place == scope]))

    def put(self, scope: DocumentScope, name: str, media_type: str, body: bytes, *, merge: bool) -> None:
        """Keep a document; `merge` joins JSON objects, as POST does.

        Raises StoreFull, and ValueError when there is no JSON to merge.
        """
        old = self.get(scope, name)
        if merge and old is not None:
            values = (json.loads(old[1]), json.loads(body))
            if not all(isinstance(value, dict) for value in values):
                raise ValueError("only objects can be merged")
            body = json.dumps(values[0] | values[1]).encode()
        rest = sum(len(kept) for key, (_, kept) in self._kept.items() if key != (scope, name))
        if rest + len(body) > LARGEST or (len(self._kept) >= MOST and (scope, name) not in self._kept):
            raise StoreFull
        self._kept[scope, name] = (media_type, body)

    def delete(self, scope: DocumentScope, name: str) -> None:
        """Forget one document, or all documents in the scope when `name` is ""."""
        for key in [key for key in self._kept if key[0] == scope and name in ("", key[1])]:
            del self._kept[key]
