"""The line to one worker: what is asked, what it answers, and that it is gone."""

from __future__ import annotations

import asyncio
from typing import Any

from distributed import Client

from a11ycheck.cluster.assets import Packing
from a11ycheck.cluster.messages import Asked, Failed, Good, Load, Told
from a11ycheck.cluster.worker import serve
from a11ycheck.files.interface import MIB

LONGEST = 180.0
"""Seconds without an answer; a stage says something within half of that, whatever its page does."""
PART = 8 * MIB


class Lost(Exception):
    """The worker, or the way to it, is gone."""


class WorkerConnection:
    """`address` is the worker's, such as "tcp://10.0.0.7:41234"."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self.address = address
        self.gone = asyncio.Event()
        self.loading = asyncio.Lock()

    async def ask(self, asked: Asked, seconds: float = LONGEST) -> Told:
        """Raises Lost."""
        answer = asyncio.ensure_future(self._client.run(serve, asked, workers=[self.address], on_error="return"))
        gone = asyncio.ensure_future(self.gone.wait())
        try:
            done, _ = await asyncio.wait({answer, gone}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if answer not in done:
                raise Lost
            told: Any = answer.result()[self.address]
            if isinstance(told, Exception):
                raise Lost from told
            return told  # type: ignore[no-any-return]
        except (OSError, KeyError) as error:
            raise Lost from error
        finally:
            for task in (answer, gone):
                task.cancel()
            await asyncio.gather(answer, gone, return_exceptions=True)

    async def load(self, goods: tuple[Good, ...], packing: Packing) -> None:
        """Send what the worker lacks. Raises Lost, or ClusterError when it is too large."""
        for good in goods:
            with await asyncio.to_thread(packing.opened, good) as file:
                part = await asyncio.to_thread(file.read, PART)
                while True:
                    after = await asyncio.to_thread(file.read, PART)
                    if isinstance(await self.ask(Load(good, part, last=not after)), Failed):
                        raise Lost
                    if not after:
                        break
                    part = after
