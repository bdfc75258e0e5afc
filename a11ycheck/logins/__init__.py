"""Signing in: by hand in a window, with a saved state, or with a platform's own form."""

from __future__ import annotations

from pathlib import Path

from a11ycheck.logins.interface import Form, read_forms

LOGINS: tuple[Form, ...] = read_forms(Path(__file__).with_name("forms.toml"))
"""Asked in this order: the first whose login page it is fills it in. The last fits any."""

BY_NAME = {form.name.lower().replace(" ", ""): form for form in LOGINS}
"""As the option --login names them: "openedx"."""
