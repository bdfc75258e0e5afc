"""Which services have been launched lately: those of long ago forget what content left in them."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Protocol

MOST = 64
"""As many screens as can be open at once (--jobs)."""


class Service(Protocol):
    """Something that content can leave data in."""

    def restart(self) -> None:
        """Forget it all."""


class Recent:
    """The services of one package; a package with thousands of units must not fill the memory through them."""

    def __init__(self) -> None:
        self._open: deque[Service] = deque()
        self._lock = Lock()

    def start(self, service: Service) -> None:
        """Begin a launch: the service is empty, and those launched long before are emptied."""
        with self._lock:
            service.restart()
            if service in self._open:
                self._open.remove(service)
            self._open.append(service)
            if len(self._open) > MOST:
                self._open.popleft().restart()
