"""A rule about a whole site that fails is reported with the first screen, and the scan goes on."""

from dataclasses import replace

import pytest

from a11ycheck.judging import site_rules
from a11ycheck.judging.rules import read_rules
from tests.scanning import plan_for, scan_source
from tests.site_server import serving

pytestmark = pytest.mark.browser

RULE = next(rule for rule in read_rules("en") if rule.id == "title-twice")


@pytest.mark.parametrize(
    "check", ["() => { throw new Error('mine'); }", "() => { for (;;); }", "() => [{ message: 'same-title' }]"]
)
def test_a_check_that_throws_hangs_or_names_no_screen(check: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_rules, "SECONDS", 2)
    with serving({"/": "<html lang=en><title>One</title><main><h1>One</h1>Words</main>"}) as server:
        report = scan_source([f"{server.url}/"], plan_for(axe=(), ours=[replace(RULE, check=check)]))
    (screen,) = report.screens
    assert screen.reached
    if "=> [" in check:
        assert not report.findings
    else:
        assert [(one.why, one.what) for one in report.skipped] == [("rule-failed", "title-twice")]
        assert [row.outcome for row in screen.tested] == ["not-tested"]
