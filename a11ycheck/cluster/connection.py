"""The connection to one worker: requests go out, answers come back, and its loss is noticed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from a11ycheck.cluster.answer_codec import AnswerRefused, decode_answer
from a11ycheck.cluster.answers import Failed, WorkerAnswer
from a11ycheck.cluster.packed_assets import PackedAssets
from a11ycheck.cluster.requests import Asset, SendAsset, WorkerRequest
from a11ycheck.cluster.scheduler import NoResult, Scheduler, UnexpectedMessage
from a11ycheck.cluster.worker import serve
from a11ycheck.files.interface import MIB

ANSWER_TIMEOUT = 180.0
"""Seconds to wait for an answer. A session answers within half of that, whatever its page does."""
PART_SIZE = 8 * MIB
"""Bytes of an asset that are sent at once."""


class WorkerLost(Exception):
    """The worker is gone, or cannot be reached."""


class WorkerRefused(WorkerLost):
    """The worker sent something that is no answer of a11ycheck, so nothing more is taken from it."""


class WorkerConnection:
    """The connection to the worker at `address`, such as "tcp://10.0.0.7:41234".

    `gone` is set once the worker is lost; `sending` is held while assets are sent to it.
    """

    def __init__(self, scheduler: Scheduler, address: str) -> None:
        self._scheduler = scheduler
        self.address = address
        self.gone = asyncio.Event()
        self.sending = asyncio.Lock()

    async def ask(self, request: WorkerRequest, timeout: float = ANSWER_TIMEOUT) -> WorkerAnswer:
        """Send a request and return its answer. Raises WorkerLost."""
        answer = asyncio.ensure_future(self._scheduler.run(self.address, serve, request))
        gone = asyncio.ensure_future(self.gone.wait())
        try:
            done, _ = await asyncio.wait({answer, gone}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
            if answer not in done:
                raise WorkerLost
            return await asyncio.to_thread(decode_answer, answer.result())
        except (AnswerRefused, UnexpectedMessage) as error:
            raise WorkerRefused(str(error)) from error
        except (OSError, NoResult) as error:
            raise WorkerLost(str(error)) from error
        finally:
            for task in (answer, gone):
                task.cancel()
            await asyncio.gather(answer, gone, return_exceptions=True)

    async def send(self, audit: str, assets: Sequence[Asset], packed: PackedAssets) -> None:
        """Send assets to the worker, part by part. Raises WorkerLost, or ClusterError when one is too large."""
        for asset in assets:
            with await asyncio.to_thread(packed.open, asset) as file:
                part = await asyncio.to_thread(file.read, PART_SIZE)
                while True:
                    next_part = await asyncio.to_thread(file.read, PART_SIZE)
                    if isinstance(await self.ask(SendAsset(audit, asset, part, is_last=not next_part)), Failed):
                        raise WorkerLost
                    if not next_part:
                        break
                    part = next_part
