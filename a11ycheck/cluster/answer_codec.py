"""Answers of workers as bytes, and back: JSON of the types in cluster/answers.py, and nothing else.

A worker may be anybody's, and its answers reach the process that knows the secrets. `decode_answer` is the one door:
what passes has the fields of its type, each of the type that is declared, no field besides, and a bounded size and
depth; its addresses can be taken apart and its words can fill a sentence. Whether what it says is true can't be seen.
A worker checks its own answers in the same way, so that a page whose content is too much is a failure there and never
makes an honest worker look like another.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args
from urllib.parse import urlsplit

from a11ycheck.cluster import answers
from a11ycheck.cluster.answers import StepContent, VisitEnded, VisitStep, WorkerAnswer
from a11ycheck.cluster.scheduler import MAX_MESSAGE
from a11ycheck.cluster.walk_progress import WalkProgress
from a11ycheck.evidence.hits import Hit
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.files.interface import MIB
from a11ycheck.model import Evidence, Lang, Lesson, Origin, Page
from a11ycheck.scan.session import ShownScreen
from a11ycheck.text.json_values import from_json, to_json

MAX_SIZE = MAX_MESSAGE - MIB
"""Bytes of an answer, compressed or not."""
MAX_VALUES = 1_000_000
"""Values in an answer: one that was read takes a hundred bytes of memory for each."""
MAX_DEPTH = 50
"""Lists and mappings inside each other. Everything that handles facts later takes a few calls for each level."""
MAX_TEXT = 4 * MIB
"""Characters of one text. The longest is a picture."""
MAX_NUMBER = 2**53
"""The largest whole number that JavaScript counts to. Python refuses to write a sum of thousands of digits."""
PICTURE_TYPES = {"image/jpeg": "/9j/", "image/png": "iVBORw0KGgo", "image/webp": "UklGR"}
"""Each with how its base64 begins."""
_BASE64 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
_LANGUAGES = frozenset(get_args(Lang))
_FIELDS = re.compile(r"[A-Za-z_.]{1,100}")
_OWN_NAMES = frozenset({"self", "page", "place", "why"})
"""What data of a reason can't be named: reasons are passed on with it as keyword arguments."""
_ANSWERS = {each.__name__: each for each in get_args(WorkerAnswer)}
_CONTENTS = {each.__name__: each for each in get_args(StepContent)}


class AnswerRefused(Exception):
    """What a worker sent is no answer; the message says what is wrong and never repeats what it sent."""


def encode_answer(answer: WorkerAnswer) -> bytes:
    """Return an answer as bytes. Raises AnswerRefused when the main process would refuse it."""
    if isinstance(answer, VisitStep):
        content = {"kind": type(answer.content).__name__, "value": to_json(answer.content)}
        progress = to_json(answer.progress) if answer.progress else None
        value: object = {"progress": progress, "content": content}
    else:
        value = to_json(answer)
    # ASCII, because half a surrogate pair, which a page can contain, has no UTF-8.
    text = json.dumps({"kind": type(answer).__name__, "value": value}, separators=(",", ":"))
    # Compressed here, so that Dask doesn't compress it in one of the ways that don't tell its size before.
    encoded = zlib.compress(text.encode("ascii"), 1)
    decode_answer(encoded)
    return encoded


def decode_answer(encoded: object) -> WorkerAnswer:
    """Return the answer that a worker sent. Raises AnswerRefused."""
    if not isinstance(encoded, bytes):
        raise AnswerRefused("not an answer of a11ycheck")
    value = _json(_uncompressed(encoded))
    _check_plain(value)
    kind, value = _kind_and_value(value, _ANSWERS)
    if kind is not VisitStep:
        return _checked(kind, value)  # type: ignore[no-any-return]
    if not isinstance(value, dict) or value.keys() != {"progress", "content"}:
        raise AnswerRefused("VisitStep")
    content_kind, content = _kind_and_value(value["content"], _CONTENTS)
    progress = None if value["progress"] is None else _checked(WalkProgress, value["progress"])
    return VisitStep(progress, _checked(content_kind, content))


def _uncompressed(encoded: bytes) -> bytes:
    if len(encoded) > MAX_SIZE:
        raise AnswerRefused(f"more than {MAX_SIZE} bytes")
    reader = zlib.decompressobj()
    try:
        data = reader.decompress(encoded, MAX_SIZE)
    except zlib.error as error:
        raise AnswerRefused("not compressed as answers are") from error
    if not reader.eof or reader.unused_data:
        raise AnswerRefused(f"more than {MAX_SIZE} bytes, or cut off")
    return data


def _json(data: bytes) -> object:
    if data.count(b",") > MAX_VALUES:
        raise AnswerRefused(f"more than {MAX_VALUES} values")
    try:
        value: object = json.loads(data.decode("ascii"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise AnswerRefused("not the JSON of an answer") from error
    return value


def _no_constant(name: str) -> object:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError(name)


def _check_plain(value: object) -> None:
    """Check the depth of a JSON value, the length of its texts and the size of its numbers."""
    level = [value]
    for _ in range(MAX_DEPTH):
        if not level:
            return
        if any(isinstance(each, str) and len(each) > MAX_TEXT for each in level):
            raise AnswerRefused(f"a text of more than {MAX_TEXT} characters")
        if any(type(each) is int and abs(each) > MAX_NUMBER for each in level):
            raise AnswerRefused("a number too large")
        level = [inner for each in level for inner in _inside(each)]
    raise AnswerRefused(f"more than {MAX_DEPTH} levels")


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _kind_and_value(value: object, kinds: Mapping[str, type]) -> tuple[Any, object]:
    if not isinstance(value, dict) or value.keys() != {"kind", "value"}:
        raise AnswerRefused("no kind of answer")
    kind = kinds.get(value["kind"]) if isinstance(value["kind"], str) else None
    if kind is None:
        raise AnswerRefused("an unknown kind of answer")
    return kind, value["value"]


def _checked(kind: type, value: object) -> Any:
    """Return the value as a dataclass of this kind, with all its fields and nothing else."""
    try:
        found: object = from_json(kind, value, kind.__name__)
        if to_json(found) != value:
            raise AnswerRefused(f"{kind.__name__}: a field too many or too few")
        for each in _dataclasses(found):
            _check_meaning(each)
    except AnswerRefused:
        raise
    except (ValueError, TypeError, KeyError) as error:
        raise AnswerRefused(str(error) if _FIELDS.fullmatch(str(error)) else kind.__name__) from error
    return found


def _dataclasses(value: object) -> Iterator[object]:
    """Yield the dataclasses in a value, and itself when it is one."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _dataclasses(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _dataclasses(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _dataclasses(each)


def _check_meaning(value: object) -> None:
    """Check what types don't say. Raises ValueError, TypeError or KeyError."""
    match value:
        case Page(address=address, url=url):
            _check_addresses(address, url)
        case Lesson() | answers.MayOpenLink() | answers.MayTryBehaviour():
            _check_addresses(value.address)
        case Hit(frame=frame, data=data):
            _check_addresses(frame)
        case Origin(advice=advice):
            if not advice.keys() >= _LANGUAGES:
                raise ValueError("advice")
        case ShownScreen(address=address, links=links, changing=changing):
            _check_addresses(address, *links, *changing)
        case ScreenResult(pictures=pictures, breadcrumbs=breadcrumbs):
            _check_addresses(*(address for _, address in breadcrumbs))
            if pictures:
                raise ValueError("pictures")  # they come later, when they are asked for
        case Evidence(media_type=media_type, data=data):
            if not data.startswith(PICTURE_TYPES[media_type]) or not _BASE64.issuperset(data):
                raise ValueError("picture")
        case WalkProgress():
            for _, _, data in (*value.missed, *value.notes):
                _check_reason(data)
            if value.known is not None and value.known < 0:
                raise ValueError("known")
        case VisitEnded():
            _check_reason(value.data)
            if (value.error() is None) != (value.error_type == ""):
                raise ValueError("error_type")


def _check_addresses(*addresses: str) -> None:
    """Raise ValueError when one can't be taken apart."""
    for address in addresses:
        parts = urlsplit(address)
        _ = parts.hostname, parts.port


def _check_reason(data: Mapping[str, str]) -> None:
    if _OWN_NAMES & data.keys():
        raise ValueError("data")
