"""Run one function of this program in a process of its own, and end it when it takes too long or too much memory."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11ycheck.isolation.environment import process_environment

ANSWER_BYTES = 16 * 2**20
"""Most bytes of an answer."""
CLOCK_FACTOR = 10
"""A busy machine may take so many times as long by the clock: the limit counts seconds of the processor."""
MEMORY_BYTES = 2 * 2**30
TIMED_OUT = -27
"""What a process returns that was ended by SIGPROF, because its time was used up."""
_WITH_US = {"PYTHONPATH": str(Path(__file__).parents[2])}
"""By which a process finds this program."""


class TimeUp(Exception):
    """The function did not end within its time."""


class Crashed(Exception):
    """The function raised, ran out of memory, or answered with too much."""


@dataclass(frozen=True, slots=True)
class IsolatedCall:
    """A function of this program that takes bytes and strings and returns what JSON can hold.

    `function` is its place, such as "a11ycheck.documents.captions:caption_times". `seconds` are those of the processor
    (on Windows of the clock).
    """

    function: str
    seconds: float

    async def run(self, data: bytes, *arguments: str) -> Any:
        """Return what the function returns for the data. Raises TimeUp and Crashed."""
        process = await asyncio.create_subprocess_exec(
            *self._command(arguments),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            env=process_environment() | _WITH_US,
        )  # fmt: skip
        try:
            answer, _ = await asyncio.wait_for(process.communicate(data), self._clock_seconds())
        except TimeoutError:
            raise TimeUp from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return _read(process.returncode, answer)

    def run_blocking(self, data: bytes, *arguments: str) -> Any:
        """As `run`, where there is no event loop."""
        try:
            done = subprocess.run(
                self._command(arguments), input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                timeout=self._clock_seconds(), check=False, env=process_environment() | _WITH_US,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise TimeUp from None
        return _read(done.returncode, done.stdout)

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-P", "-m", "a11ycheck.isolation", self.function, str(self.seconds), *arguments]

    def _clock_seconds(self) -> float:
        return self.seconds if sys.platform == "win32" else self.seconds * CLOCK_FACTOR


def _read(code: int | None, answer: bytes) -> Any:
    if code == TIMED_OUT:
        raise TimeUp
    if code != 0 or len(answer) > ANSWER_BYTES:
        raise Crashed
    return json.loads(answer)
