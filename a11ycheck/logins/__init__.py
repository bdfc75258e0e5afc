"""Signing in: by hand in a window, with a saved state, or with a platform's login form."""

from __future__ import annotations

from pathlib import Path

from a11ycheck.logins.interface import LoginForm, read_forms

LOGINS: tuple[LoginForm, ...] = read_forms(Path(__file__).with_name("forms.toml"))
"""Tried in this order; the first whose login page is shown fills it in. The last fits any platform."""

BY_NAME = {form.name.lower().replace(" ", ""): form for form in LOGINS}
"""By the names of the option --login, such as "openedx"."""
