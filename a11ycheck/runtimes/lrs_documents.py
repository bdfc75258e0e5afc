"""The documents of an LRS (state, profiles), bounded in number and size."""

from __future__ import annotations

import json
from collections.abc import Mapping

MOST = 500
LARGEST = 2 * 1024 * 1024
"""Bytes of all documents together."""

Where = tuple[str, str]
"""The resource, and about whom or what: activity, agent and registration."""


class Full(Exception):
    """There is no room left."""


class Documents:
    """`first` are there for whomever they are asked: (resource, id) -> JSON."""

    def __init__(self, first: Mapping[tuple[str, str], bytes]) -> None:
        self._first = first
        self._kept: dict[tuple[Where, str], tuple[str, bytes]] = {}

    def get(self, where: Where, name: str) -> tuple[str, bytes] | None:
        """Media type and bytes, or None."""
        first = self._first.get((where[0], name))
        return self._kept.get((where, name), ("application/json", first) if first is not None else None)

    def names(self, where: Where) -> list[str]:
        """The ids of all documents there."""
        first = [name for resource, name in self._first if resource == where[0]]
        return list(dict.fromkeys(first + [name for place, name in self._kept if place == where]))

    def put(self, where: Where, name: str, kind: str, body: bytes, *, merge: bool) -> None:
        """Keep a document; `merge` joins JSON objects, as POST does. Raises Full, ValueError for no JSON to merge."""
        old = self.get(where, name)
        if merge and old is not None:
            both = (json.loads(old[1]), json.loads(body))
            if not all(isinstance(one, dict) for one in both):
                raise ValueError("only objects can be merged")
            body = json.dumps(both[0] | both[1]).encode()
        rest = sum(len(one) for key, (_, one) in self._kept.items() if key != (where, name))
        if rest + len(body) > LARGEST or (len(self._kept) >= MOST and (where, name) not in self._kept):
            raise Full
        self._kept[where, name] = (kind, body)

    def delete(self, where: Where, name: str) -> None:
        """Forget one document, or all of them there when `name` is ""."""
        for key in [key for key in self._kept if key[0] == where and name in ("", key[1])]:
            del self._kept[key]
