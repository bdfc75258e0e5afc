"""What all tests share: browsers, and a guard over the tests that must do without."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from a11ycheck.browser.chromium import VARIABLE, find, launch_arguments, sandbox_possible
from tests import process_guard, shared_browser


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    process_guard.begin(item)
    try:
        return (yield)
    finally:
        process_guard.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say what the guard kept from being started, whatever error that led to."""
    report = yield
    if sentence := process_guard.take_violation():
        report.outcome, report.longrepr = "failed", sentence
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with modules that take long, and among these with those of many tests."""
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: (not item.get_closest_marker("early"), -sizes[item.path], item.path))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for the browser once, for all tests and the commands that they run: it takes half a second each time."""
    if VARIABLE not in os.environ and any(item.get_closest_marker("browser") for item in session.items):
        os.environ[VARIABLE] = str(find().path)


def pytest_sessionfinish() -> None:
    shared_browser.close_all()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one module that use Playwright's synchronous API."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=find().path, args=launch_arguments(), chromium_sandbox=sandbox_possible()
        )
        yield started
        started.close()
