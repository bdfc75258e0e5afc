"""The host under which this run serves packages: another one in each run, so that nobody else can ask for them.

A name below .localhost is a secure context in every Chromium, as the LMS is for which a package is made. With the proxy
of its context (browser/closed_network.py) it never leads to loopback. Whoever finds the port of that proxy, as other
users of this computer can, gets nothing without the name. Reports have one name instead, the same in every run.
"""

from __future__ import annotations

import secrets

from a11ycheck.text.known_secrets import call

PUBLIC_HOST = "course.localhost"
"""What reports call it, so that the address of a frame is the same in every report."""
HOST = f"course-{secrets.token_hex(16)}.localhost"

call(HOST, PUBLIC_HOST)
