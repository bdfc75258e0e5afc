"""The process that runs one function: data on stdin, the answer as JSON on stdout (isolation/process.py)."""

from __future__ import annotations

import json
import signal
import sys
from importlib import import_module

from a11ycheck.isolation.process import MEMORY_BYTES


def main() -> None:
    """Call the function that the first argument names, within the seconds of the second one."""
    place, seconds, *arguments = sys.argv[1:]
    module, _, name = place.partition(":")
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    function = getattr(import_module(module), name)
    _limit(float(seconds))
    json.dump(function(sys.stdin.buffer.read(), *arguments), sys.stdout)


def _limit(seconds: float) -> None:
    """Limit time of the processor and memory, where the system can."""
    try:
        import resource
    except ImportError:
        return  # Windows: the clock of the process that waits must suffice
    signal.setitimer(signal.ITIMER_PROF, seconds)  # SIGPROF ends the process; only whole seconds fit in RLIMIT_CPU
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
