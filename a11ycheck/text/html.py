"""Templates of HTML documents that escape what comes from a page, and a policy under which they load nothing."""

from __future__ import annotations

import base64
import hashlib
import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11ycheck.content import REPORTS
from a11ycheck.text.plain import one_line, visible_text
from a11ycheck.text.prose import prose_blocks

_WEB = re.compile(r"https?://[^\s<>\"'`\\…]+\Z")


def template_environment() -> Environment:
    """Return the environment of our templates, which escapes everything and shows invisible characters."""
    templates = Environment(
        loader=FileSystemLoader(REPORTS / "html"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_visible,
    )
    templates.filters.update(line=one_line, blocks=prose_blocks, web=_web, id=_id)
    return templates


def _visible(value: object) -> object:
    """Return what a template writes, its text without characters that hide or reverse what follows."""
    return visible_text(value) if type(value) is str else value


def read_asset(name: str) -> str:
    """Return the source of one of our style sheets or scripts, to be written into a document."""
    return (REPORTS / "html" / name).read_text(encoding="utf-8")


def content_security_policy(style: str, script: str = "") -> str:
    """Return a content security policy under which nothing is loaded and only this style and script apply."""
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; "
        + (f"script-src 'sha256-{hashes[1]}'; " if script else "")
        + "img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _web(address: str) -> str:
    """Return the address when it may be a link, else "": of http or https, and with nothing redacted from it."""
    return address if _WEB.match(address) and visible_text(address) == address else ""


def _id(name: str) -> str:
    """Return a name as part of an element's id, without anything that a link would have to escape."""
    return re.sub(r"[^A-Za-z0-9]", lambda odd: f"-{ord(odd[0]):x}-", name)
