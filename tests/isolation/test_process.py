"""A function that runs in a process of its own ends in time and memory, and sees no secrets."""

import asyncio
import os

import pytest

from a11ycheck.isolation.process import Crashed, IsolatedCall, TimeUp

pytestmark = pytest.mark.slow
HERE = "tests.isolation.test_process"


def echo(data, *arguments):
    return [data.decode(), *arguments]


def spin(data):
    while data:
        pass


def fill_memory(data):
    return len(data * 3_000_000_000)


def answer_too_much(data):
    return "x" * (17 * 2**20)


def fail(data):
    raise ValueError(data)


def list_variables(data):
    return sorted(os.environ)


def run(function, data=b"x", *arguments, seconds=0.3):
    return asyncio.run(IsolatedCall(f"{HERE}:{function.__name__}", seconds).run(data, *arguments))


def test_an_answer_comes_back():
    assert run(echo, "één".encode(), "a", "b") == ["één", "a", "b"]


@pytest.mark.parametrize("is_blocking", [True, False])
def test_a_function_that_does_not_end_is_ended(is_blocking):
    call = IsolatedCall(f"{HERE}:spin", 0.3)
    with pytest.raises(TimeUp):
        call.run_blocking(b"x") if is_blocking else asyncio.run(call.run(b"x"))


@pytest.mark.parametrize("function", [fill_memory, answer_too_much, fail])
def test_what_gives_no_answer_is_said(function):
    with pytest.raises(Crashed):
        run(function, seconds=20)


def test_secrets_of_the_environment_stay_here(monkeypatch):
    monkeypatch.setenv("A11YCHECK_PASSWORD", "swordfish")
    assert "PATH" in run(list_variables)
    assert not [name for name in run(list_variables) if name.startswith("A11YCHECK")]
