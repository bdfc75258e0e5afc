"""Where a name and a password come from: the environment, a private file, or a question; never the command line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from a11ycheck.errors import UsageError
from a11ycheck.files.own_files import read_private
from a11ycheck.logins.interface import Account

USER, PASSWORD = "A11YCHECK_USER", "A11YCHECK_PASSWORD"
LARGEST = 100_000
"""Bytes of a file with a name and a password."""

Ask = Callable[[bool], str]
"""Asks a person: for the password when called with True, otherwise for the name."""


def find_account(role: str, file: Path | None, ask: Ask | None, environ: Mapping[str, str] = os.environ) -> Account:
    """Return the account of a role, "" for the only one.

    The variables of a role are A11YCHECK_USER_LEARNER and A11YCHECK_PASSWORD_LEARNER, for example. Raises UsageError
    when there is no account, or when others can read the file.
    """
    suffix = f"_{re.sub(r'[^A-Z0-9]+', '_', role.upper())}" if role else ""
    user, password = environ.get(USER + suffix), environ.get(PASSWORD + suffix)
    if user and password:
        return Account(user, password)
    if file:
        return _read(file)
    if ask:
        return Account(user or ask(False), password or ask(True))
    raise UsageError("credentials-none", user=USER + suffix, password=PASSWORD + suffix)


def _read(file: Path) -> Account:
    try:
        table = tomllib.loads(read_private(file, LARGEST).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        raise UsageError("credentials-unreadable", file=file) from None  # the cause might quote the password
    user, password = table.get("user"), table.get("password")
    if not (isinstance(user, str) and isinstance(password, str) and user and password):
        raise UsageError("credentials-unreadable", file=file)
    return Account(user, password)
