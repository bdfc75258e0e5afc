"""What signing in needs: a platform's form, and who signs in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Form:
    """How one platform's login page is known and filled in; all but the name are CSS selectors, "" for none.

    `here` is seen on the login page, `refused` when name or password were wrong, `inside` by who is signed in.
    """

    name: str
    here: str
    user: str
    password: str
    send: str
    refused: str
    inside: str


@dataclass(frozen=True, slots=True)
class Account:
    """A name and a password; neither is shown when this is printed."""

    user: str = field(repr=False)
    password: str = field(repr=False)


def read_forms(path: Path) -> tuple[Form, ...]:
    """The forms in a file, the most particular first."""
    return tuple(Form(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["form"])
