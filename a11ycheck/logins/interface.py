"""What signing in needs: a platform's login form, and an account."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LoginForm:
    """How one platform's login page is recognised and filled in. All but the name are CSS selectors, "" for none.

    `login_page` matches only on the login page, `error` when name or password were wrong, and `signed_in` on most
    pages, but only for somebody who is signed in.
    """

    name: str
    login_page: str
    user: str
    password: str
    submit: str
    error: str
    signed_in: str


@dataclass(frozen=True, slots=True)
class Account:
    """A name and a password. Neither is part of its repr."""

    user: str = field(repr=False)
    password: str = field(repr=False)


def read_forms(path: Path) -> tuple[LoginForm, ...]:
    """Return the forms in a file, in the order in which they are tried."""
    return tuple(LoginForm(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["form"])
