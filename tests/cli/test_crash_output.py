"""A program that breaks says where, and tells no secret."""

import subprocess
import sys

import pytest

CRASHES = {
    "raise ValueError('no answer from https://jan:hemel9@school.nl/?token=hemel9')": 1,
    "logging.getLogger('x').error('token=%s', 'hemel9')": 0,
    "t = threading.Thread(target=lambda: int('password=hemel9')); t.start(); t.join()": 0,
    "asyncio.run(failing())": 0,
}
PROGRAM = """
import asyncio, gc, logging, threading
from a11ycheck.cli.crash_output import guard_crash_output
guard_crash_output()
async def failing():
    async def fail(): raise ValueError("wachtwoord: hemel9")
    task = asyncio.ensure_future(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
"""


@pytest.mark.slow
def test_tracebacks_and_logs_of_libraries_have_no_secrets():
    for crash, code in CRASHES.items():
        # What Python says of uncaught errors quotes the line too, so it is not given as a file.
        done = subprocess.run([sys.executable, "-c", PROGRAM + crash], capture_output=True, text=True, check=False)
        assert done.returncode == code
        assert "…" in done.stderr, done.stderr
        assert "hemel9" not in done.stderr, crash
