"""The ways in which programs write a text into addresses, HTML, JSON and data, so that it is recognised in each."""

from __future__ import annotations

import base64
import json
from html import escape
from urllib.parse import quote, quote_plus


def spellings(text: str) -> list[str]:
    """Return a text as it stands and as programs write the whole of it, each spelling once, the text itself first."""
    data = text.encode()
    coded = base64.b64encode(data).decode()
    spelled = [text, json.dumps(text)[1:-1], escape(text)]
    spelled += [quote(text, safe=""), quote_plus(text), quote(quote(text, safe=""), safe="")]
    spelled += [coded, coded.replace("+", "-").replace("/", "_")]
    spelled += [data.hex(), data.hex().upper(), text.encode("utf-16-le").hex()]
    return list(dict.fromkeys(spelled))
