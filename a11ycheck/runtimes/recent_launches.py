"""The latest launches: a service that was launched long before them forgets what content left in it."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Protocol

MOST = 64
"""As many screens as can be open at once (--jobs)."""


class Restartable(Protocol):
    """A service in which content can leave data."""

    def restart(self) -> None:
        """Forget all data."""


class RecentLaunches:
    """The services of one package that were launched last, so that thousands of units don't fill the memory."""

    def __init__(self) -> None:
        self._services: deque[Restartable] = deque()
        self._lock = Lock()

    def start(self, service: Restartable) -> None:
        """Begin a launch: empty the service, and the one that has now been launched longest ago."""
        with self._lock:
            service.restart()
            if service in self._services:
                self._services.remove(service)
            self._services.append(service)
            if len(self._services) > MOST:
                self._services.popleft().restart()
