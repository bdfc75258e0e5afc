"""A Dask worker that is somebody else's: `dask worker … --preload hostile_worker.py`.

It answers with the attack whose name is in the file "attack" in its folder, and honestly while there is none. Programs
hidden in its answers write a canary: a file named after the process in which they ran.
"""

import json
import os
import pickle
import zlib
from pathlib import Path

import msgpack
from distributed import Worker
from distributed.protocol import Serialized, ToPickle, to_serialize
from distributed.worker import run as honest_run

from a11ycheck.cluster.answer_codec import encode_answer
from a11ycheck.cluster.answers import StepContent, TakenPictures, VisitStep
from a11ycheck.cluster.requests import VisitPage
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.model import Evidence, Page
from a11ycheck.scan.session import ShownScreen

FOLDER = Path.cwd()


class Canary(Exception):
    """Whoever unpickles this, runs this."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.program = f"import os, pathlib; pathlib.Path({str(folder)!r}, f'canary-{{os.getpid()}}').touch()"

    def __reduce__(self):
        return exec, (self.program,)


def result(value: object, serializer: str = "msgpack", **header: object) -> dict[str, object]:
    frame = value if isinstance(value, bytes) and serializer != "msgpack" else msgpack.packb(value)
    return {"status": "OK", "result": Serialized({"serializer": serializer, **header}, [frame])}


def answer(kind: str, **value: object) -> dict[str, object]:
    return result(zlib.compress(json.dumps({"kind": kind, "value": value}).encode()))


def program() -> bytes:
    return pickle.dumps(Canary())


ATTACKS = {
    "a pickled result": lambda: result(program(), "pickle", writeable=()),
    "a result whose type is a pickle": lambda: result(b"", "dask", **{"type-serialized": program(), "sub-header": {}}),
    "a collection with a pickle": lambda: {"status": "OK", "result": Serialized({
        "is-collection": True, "type-serialized": "list", "frame-lengths": (1,),
        "sub-headers": ({"serializer": "pickle", "writeable": ()},)}, [program()])},
    "a result to pickle": lambda: {"status": "OK", "result": ToPickle(Canary())},
    "a pickle in place of a reply": program,
    "a pickle in MessagePack": lambda: result(program()),
    "a pickle where JSON should be": lambda: result(zlib.compress(program())),
    "a pickle that is an extension": lambda: result(msgpack.ExtType(1, program())),
    "a pickled exception": lambda: {
        "status": "error", "exception": to_serialize(program()), "traceback": to_serialize(program()),
        "exception_text": "\x1b[31mred\n[bold]", "traceback_text": ""},
    "a plain pickled exception": lambda: {"status": "error", "exception": program(), "exception_text": 1},
    "an exception of the worker itself": lambda: {
        "status": "uncaught-error", "exception": program(), "exception_text": "x", "traceback": program()},
    "a member of an enumeration": lambda: {
        "status": "OK", "result": {"__Enum__": True, "__module__": "os", "__name__": "x", "name": "x"}},
    "a compressed result": lambda: result(b"x", compression=("zlib",)),
    "40 MB": lambda: result(os.urandom(40 * 1024 * 1024)),
    "many lists": lambda: result([[]] * 1_000_000),
    "a text": lambda: result("Ready"),
    "nothing": lambda: result(None),
    "no reply": lambda: None,
    "a wrong schema": lambda: answer("Ready", browser_version=["156"]),
    "a field too many": lambda: answer("Ready", browser_version="", path="/etc/passwd"),
    "a file of this computer": lambda: answer("MissingAssets", digests=["../../../etc/passwd"]),
    "the honest answer, and a wrong one to the second request": None,
}  # fmt: skip
REFUSED = [name for name in ATTACKS if ATTACKS[name] and name not in ("a file of this computer",)]


def visit_step(content: StepContent) -> dict[str, object]:
    return result(encode_answer(VisitStep(None, content)))


def shown(rule: str) -> dict[str, object]:
    hit = Hit(rule, "violation", "", "b", "html>body>b", "<b>", {})
    return visit_step(ShownScreen(ScreenResult(Page("/", "/"), "", "", Judgement((hit,)), {}), "/", ()))


VISITS = {
    "a rule that does not run": lambda _: shown("nobodys-rule"),
    "pictures that nobody asked for": lambda request: shown("button-name") if isinstance(request, VisitPage)
    else visit_step(TakenPictures({7: Evidence("screenshot", "image/png", "iVBORw0KGgo")})),
    "steps without end": lambda _: visit_step(TakenPictures({})),
}  # fmt: skip
"""Answers that have the schema."""


async def run(server: Worker, comm: object, function: bytes, args: bytes = b"", **more: object) -> object:
    """Answer in place of Dask."""
    file = FOLDER / "attack"
    attack = file.read_text() if file.exists() else ""
    asked = pickle.loads(args)[0]
    request = None if isinstance(asked, str) else asked  # a text is the name of a package whose version is asked
    if isinstance(request, VisitPage) and attack.startswith("the honest answer"):
        return answer("VisitStep", progress=None, content={"kind": "ShownScreen", "value": {"path": "/etc/passwd"}})
    if attack in VISITS:
        return VISITS[attack](request)
    if make := request is not None and ATTACKS.get(attack):
        (FOLDER / "asked").open("a").write(f"{type(request).__name__}\n")
        return make()
    return await honest_run(server, comm, function, args=args, **more)


def dask_setup(worker: Worker) -> None:
    """Dask calls this when the worker starts."""
    worker.handlers["run"] = lambda comm, **message: run(worker, comm, **message)
