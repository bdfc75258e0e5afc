"""What workers answer comes through whole, and nothing else comes through."""

import json
import pickle
import tracemalloc
import zlib
from dataclasses import fields, replace

import pytest

pytest.importorskip("distributed")

from a11ycheck.cluster import answer_codec
from a11ycheck.cluster.answer_codec import AnswerRefused, decode_answer, encode_answer
from a11ycheck.cluster.answers import (
    Failed,
    MayOpenLink,
    MayTryBehaviour,
    MissingAssets,
    Ready,
    SessionClosed,
    TakenPictures,
    VisitEnded,
    VisitStep,
)
from a11ycheck.cluster.walk_progress import apply_progress, progress_of
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.reasons import Untested
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.files.interface import MIB
from a11ycheck.model import Event, Evidence, Lesson, Origin, Page, Tool
from a11ycheck.players.interface import NO_WALK
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import ShownScreen

PLACE = Page("https://a.example/1#s2", "course/s2.html?x=1", "Slide \ud83d", ("Course", "Slide"), 2, lesson=None)
HIT = Hit(
    "link-text", "says-nothing", "", "a", "html>body>a", "<a>here</a>", {"name": "here"}, "serious",
    ("frame1", ("main", "a")), Origin("Storyline 360", {"en": "Do this", "nl": "Doe dit"}), "made",
)  # fmt: skip
SCREEN = ShownScreen(
    ScreenResult(
        PLACE, "", "Title", Judgement((HIT,), {"link-text": "failure"}, (Untested("", "hung"),)), {},
        facts={"links": [{"text": "a", "n": 1, "is": True, "none": None, "half": 0.5}]}, breadcrumbs=(("Home", "/"),),
    ),
    "https://a.example/1", ("https://a.example/2",), ("made",), (Lesson("h5p", 1, "https://a.example/h5p"),), ("/x",),
)  # fmt: skip
PICTURE = Evidence("screenshot", "image/jpeg", "/9j/4AAQ")


def walked():
    """A walkthrough in which every field that changes has changed."""
    walk = Walkthrough(PLACE, NO_WALK)
    walk.screens, walk.known, walk.current = {PLACE: "key"}, None, PLACE
    walk.done, walk.retried, walk.hung, walk.menus = {PLACE}, {PLACE}, {PLACE}, {"Menu"}
    walk.missed, walk.notes = {PLACE: ("hung", {"n": "1"})}, [(PLACE, "press-hung", {"name": "Next"})]
    walk.tool, walk.over = Tool("Rise", "1"), True
    walk.traps.known, walk.traps.pressed, walk.traps.label = {"#x"}, "#y", "Play"
    return walk


PROGRESS = progress_of(walked())
ANSWERS = [
    Ready("156.0"),
    Failed("no browser"),
    MissingAssets(("00ff",)),
    SessionClosed((Event("blocked", "cdn.example", "script", "t"),), {"https://p.invalid/": {"lost.png": 2}}),
    *(
        VisitStep(PROGRESS, content)
        for content in (
            SCREEN,
            MayTryBehaviour(PLACE, "structure", "https://a.example/1"),
            MayOpenLink("https://b.example/"),
            TakenPictures({0: PICTURE, 12: replace(PICTURE, media_type="image/png", data="iVBORw0KGgoA")}),
            VisitEnded("Busy", "http-status", {"status": "429"}, 5.0, (), True),
            VisitEnded("Hung", "hung"),
            VisitEnded(is_usable=True),
        )
    ),
    VisitStep(None, MayOpenLink("https://b.example/")),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda one: type(getattr(one, "content", one)).__name__)
def test_each_answer_comes_through_whole(answer):
    assert decode_answer(encode_answer(answer)) == answer


def test_everything_that_changes_in_a_walk_is_carried():
    before, fresh, after = walked(), Walkthrough(PLACE, NO_WALK), Walkthrough(PLACE, NO_WALK)
    apply_progress(after, decode_answer(encode_answer(VisitStep(PROGRESS, SCREEN))).progress)
    assert after == before
    unchanged = [each.name for each in fields(fresh) if getattr(fresh, each.name) == getattr(before, each.name)]
    assert unchanged == ["page", "plan", "states"]


def packed(value):
    return zlib.compress(value if isinstance(value, bytes) else json.dumps(value).encode())


def plain(answer):
    """An answer as JSON, to be changed."""
    return json.loads(zlib.decompress(encode_answer(answer)))


def step(**changes):
    """A screen with fields changed, by their path: `seen__title=1`; `del` in place of a value removes the field."""
    return changed(plain(VisitStep(PROGRESS, SCREEN)), "value__content__value__", changes)


def progress(**changes):
    return changed(plain(VisitStep(PROGRESS, SCREEN)), "value__progress__", changes)


def ended(**changes):
    return changed(plain(VisitStep(PROGRESS, VisitEnded("Died", "worker-failed"))), "value__content__value__", changes)


def pictured(**changes):
    return changed(
        plain(VisitStep(PROGRESS, TakenPictures({0: PICTURE}))), "value__content__value__pictures__0__", changes
    )


def changed(value, prefix, changes):
    for path, new in changes.items():
        *above, name = (prefix + path).split("__")
        inner = value
        for part in above:
            inner = inner[int(part) if isinstance(inner, list) else part]
        name = int(name) if isinstance(inner, list) else name
        if new is del_:
            del inner[name]
        else:
            inner[name] = new
    return packed(value)


def del_():
    """Stands for a field that is left out."""


def nested(depth):
    return json.loads("[" * depth + "]" * depth)


class Canary:
    """Unpickling this would be noticed."""

    def __reduce__(self):
        return pytest.fail, ("unpickled",)


READY = {"kind": "Ready", "value": {"browser_version": ""}}
ATTACKS = {
    "a pickle": pickle.dumps(Canary()),
    "a compressed pickle": packed(pickle.dumps(Canary())),
    "a text": "Ready",
    "nothing": None,
    "a list": [b"Ready"],
    "a subclass of bytes that is none": bytearray(packed(READY)),
    "an empty answer": b"",
    "cut off": packed(READY)[:-4],
    "more behind it": packed(READY) + b"x",
    "not JSON": packed(b"Ready"),
    "UTF-8": packed('{"kind":"Failed","value":{"error":"é"}}'.encode()),
    "10,000 lists in each other": packed(b"[" * 10_000 + b"]" * 10_000),
    "10,000 mappings in each other": packed(b'{"a":' * 10_000 + b"1" + b"}" * 10_000),
    "100 levels in a fact": step(seen__facts__links=nested(100)),
    "two million values": packed(b'{"kind":"MissingAssets","value":{"digests":[' + b'"",' * 2_000_000 + b'""]}}'),
    "NaN": packed(b'{"kind":"Ready","value":{"browser_version":NaN}}'),
    "infinite seconds": packed(
        json.dumps(plain(VisitStep(PROGRESS, VisitEnded("Hung", "hung", {}, 1.5)))).replace("1.5", "Infinity").encode()
    ),
    "a number of 10,000 digits": packed(b'{"kind":"SessionClosed","value":{"events":[],"missing_files":{"a":{"b":'
                                        + b"9" * 10_000 + b"}}}}"),
    "a text of 5 MB": packed({"kind": "Failed", "value": {"error": "x" * 5 * MIB}}),
    "no kind": packed({"value": {}}),
    "an unknown kind": packed({"kind": "WorkerPool", "value": {}}),
    "a kind that is no text": packed({"kind": ["Ready"], "value": {}}),
    "a kind of Python": packed({"kind": "__class__", "value": {}}),
    "another field beside the kind": packed({**READY, "more": 1}),
    "an unknown field": packed({"kind": "Ready", "value": {"browser_version": "", "__class__": "x"}}),
    "a missing field": packed({"kind": "Ready", "value": {}}),
    "a missing field deep inside": step(seen__judged__hits__0__impact=del_),
    "an unknown field deep inside": step(seen__judged__hits__0__path="/etc/passwd"),
    "a number for a text": packed({"kind": "Ready", "value": {"browser_version": 1}}),
    "a text for a truth": progress(over="yes"),
    "a number for a truth": progress(over=1),
    "a truth for a number": progress(known=True),
    "a fraction for a number": progress(known=1.0),
    "fewer than no screens": progress(known=-1),
    "the plan of the walk": progress(plan={}),
    "a page that is a text": progress(current="/etc/passwd"),
    "an asset instead of its digest": packed({"kind": "MissingAssets", "value": {"digests": [
        {"digest": "00", "name": "x", "path": "/etc/passwd", "folder": False}]}}),
    "the assets of before": packed({"kind": "MissingAssets", "value": {"assets": [
        {"digest": "00", "name": "x", "path": "/etc/passwd", "folder": False}]}}),
    "a step without progress": packed({"kind": "VisitStep", "value": {"content": {"kind": "VisitEnded", "value": {}}}}),
    "a step in a step": packed({"kind": "VisitStep", "value": {"progress": {}, "content": plain(ANSWERS[4])}}),
    "an unknown outcome": step(seen__judged__outcomes__x="passed"),
    "an unknown impact": step(seen__judged__hits__0__impact="none"),
    "an unknown event": packed({"kind": "SessionClosed", "value": {"missing_files": {}, "events": [
        {"kind": "run", "what": "", "detail": "", "target": ""}]}}),
    "an unknown reason of a part": step(seen__judged__untested__0__why="because"),
    "an unknown reason": ended(why="because"),
    "an unknown exception": ended(error_type="SystemExit"),
    "a busy server without a status": ended(error_type="Busy"),
    "a busy server with a status that is none": ended(error_type="Busy", data={"status": "x"}),
    "data that takes the place of an argument": ended(data={"why": "x"}),
    "data that takes the place of another": progress(missed__0__2={"page": "x"}),
    "data of a note that does": progress(notes__0__2={"self": "x"}),
    "pictures before they are asked for": step(seen__pictures={"999": {
        "kind": "screenshot", "media_type": "image/png", "data": "iVBORw0KGgo"}}),
    "advice in no language": step(seen__judged__hits__0__origin__advice={}),
    "a number of a thousand digits": progress(known=10**1000),
    "such a number in a fact": step(seen__facts__links=[{"n": -(10**1000)}]),
    "a picture that is a page": pictured(media_type="text/html", data="PHNjcmlwdD4="),
    "a drawing with a script": pictured(media_type="image/svg+xml", data="PHN2Zz4="),
    "a page that says it is a picture": pictured(data="PHNjcmlwdD4="),
    "a picture that ends its attribute": pictured(data='/9j/"><script>'),
    "a picture in a file": pictured(data="file:///etc/passwd"),
    "a picture whose number is none": changed(
        plain(VisitStep(PROGRESS, TakenPictures({}))), "", {"value__content__value__pictures": {"../../x": {
            "kind": "screenshot", "media_type": "image/png", "data": "iVBORw0KGgo"}}}),
    "an address that cannot be taken apart": step(address="https://[a"),
    "such a link": step(links=["https://a.example/", "//[::1"]),
    "such a port": step(changing=["https://a.example:99999/"]),
    "such a place": step(seen__place__url="http://["),
    "such a frame": step(seen__judged__hits__0__frame="http://["),
    "such a lesson": step(lessons__0__address="http://["),
    "such a breadcrumb": step(seen__breadcrumbs__0__1="http://["),
    "a breadcrumb of three": step(seen__breadcrumbs=[["a", "b", "c"]]),
}  # fmt: skip


@pytest.mark.parametrize("make", [step, progress, ended, pictured, lambda: packed(READY)])
def test_what_the_attacks_change_was_an_answer_before(make):
    decode_answer(make())


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_else_comes_through(name):
    with pytest.raises(AnswerRefused) as error:
        decode_answer(ATTACKS[name])
    assert len(str(error.value)) < 150
    assert "passwd" not in str(error.value)


def test_a_gigabyte_in_a_megabyte_is_not_unpacked():
    packer = zlib.compressobj()
    first, block = (packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    bomb = first + 1023 * block
    tracemalloc.start()
    with pytest.raises(AnswerRefused, match="more than"):
        decode_answer(bomb)
    assert tracemalloc.get_traced_memory()[1] < 4 * answer_codec.MAX_SIZE
    tracemalloc.stop()
    with pytest.raises(AnswerRefused, match="more than"):
        decode_answer(bytes(answer_codec.MAX_SIZE + 1))


@pytest.mark.parametrize("facts", [{"deep": nested(60)}, {"long": "x" * 5 * MIB}, {"other": object()}])
def test_a_worker_does_not_send_what_would_be_refused(facts):
    with pytest.raises((AnswerRefused, TypeError)):
        encode_answer(VisitStep(PROGRESS, replace(SCREEN, seen=replace(SCREEN.seen, facts=facts))))
