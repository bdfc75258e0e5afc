"""HTML documents of ours: templates that escape what comes from a page, and a policy that lets nothing be fetched."""

from __future__ import annotations

import base64
import hashlib
import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11ycheck.content import REPORTS
from a11ycheck.text.plain import line, plain
from a11ycheck.text.prose import blocks

_WEB = re.compile(r"https?://[^\s<>\"'`\\…]+\Z")


def environment() -> Environment:
    """How our templates are read: everything is escaped, and invisible characters are shown."""
    made = Environment(
        loader=FileSystemLoader(REPORTS / "html"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_visible,
    )
    made.filters.update(line=line, blocks=blocks, web=_web, id=_id)
    return made


def _visible(value: object) -> object:
    """Every text that the template puts out, without characters that hide or turn the line around."""
    return plain(value) if type(value) is str else value


def inline(name: str) -> str:
    """A style or script of ours, to stand in the document."""
    return (REPORTS / "html" / name).read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """Nothing is fetched, and no style or script runs but our own."""
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; "
        + (f"script-src 'sha256-{hashes[1]}'; " if script else "")
        + "img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _web(address: str) -> str:
    """The address when it may be a link, else "": http and https only, and not one from which a secret was taken."""
    return address if _WEB.match(address) and plain(address) == address else ""


def _id(name: str) -> str:
    """A name as part of an element's id: no spaces, nothing that a link would have to escape."""
    return re.sub(r"[^A-Za-z0-9]", lambda odd: f"-{ord(odd[0]):x}-", name)
