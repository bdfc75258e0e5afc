"""How a site is visited: user agent, headers, password, proxy and trust in certificates."""

import base64
import subprocess
import sys
from contextlib import contextmanager

import pytest

from a11ycheck.cli.options import Options
from a11ycheck.cli.signing_in import site_access
from a11ycheck.errors import UsageError
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources.address_list import AddressList
from a11ycheck.web.access import Access
from fixtures.sites.serving import Answering, running
from tests.scanning import plan_for, scan_targets

PAGE = '<!doctype html><html lang="en"><title>In</title><h1>In</h1><p>Something to read.</p>'


@contextmanager
def closed(more=""):
    """A site that lets in who has the password; `asked` are the headers."""
    asked = []

    class Handler(Answering):
        def do_GET(self):
            asked.append({name.title(): value for name, value in self.headers.items()})
            well = self.headers.get("Authorization") == "Basic " + base64.b64encode(b"mila:pear").decode()
            self.send_response(200 if well else 401)
            if not well:
                self.send_header("WWW-Authenticate", 'Basic realm="x"')
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE.replace("</h1>", f"</h1>{more}").encode() if well else b"no")

    with running(Handler) as url:
        yield f"{url.replace('127.0.0.1', 'localhost') if not more else url}/", asked


def seen(address, access):
    target = ScanTarget(AddressList([address], "list"), "", access)
    report = scan_targets([target], plan_for(["image-alt"], ours=()))
    return [screen.reached for screen in report.screens], report


@pytest.mark.browser
def test_a_basic_password_a_name_and_headers_are_sent_and_not_told(monkeypatch):
    monkeypatch.setenv("A11YCHECK_USER", "mila")
    monkeypatch.setenv("A11YCHECK_PASSWORD", "pear")
    monkeypatch.setenv("OUR_KEY", "a-key-of-ours")
    options = Options(user_agent="a11ycheck for school", header=("X-Key=OUR_KEY",), login="basic")
    with closed() as (other, others), closed(f"<img alt='A pear' src='{other}'>") as (address, asked):
        access = site_access([address], options, "").access
        reached, report = seen(address, access)
        assert reached == [True]
        assert seen(address, Access())[0] == [False]
    assert asked[0]["User-Agent"] == "a11ycheck for school"
    assert asked[0]["X-Key"] == "a-key-of-ours"
    assert others
    assert not {"X-Key", "Authorization"} & {name for headers in others for name in headers}
    assert "a-key-of-ours" not in repr(report) + repr(access)
    with pytest.raises(UsageError, match="header-variable"):
        site_access([address], Options(header=("X-Key=NOT_THERE",)), "")


def test_a_proxy_and_trust_are_only_used_when_asked():
    assert Access().context_options() == {}
    asked = Access(proxy="http://127.0.0.1:3128", ignore_tls_errors=True).context_options()
    assert asked == {"proxy": {"server": "http://127.0.0.1:3128"}, "ignore_https_errors": True}


@pytest.mark.slow
def test_a_password_is_no_option():
    said = subprocess.run(
        [sys.executable, "-m", "a11ycheck", "audit", "--help"], capture_output=True, text=True, timeout=60, check=True
    )
    assert "--password" not in said.stdout


def test_each_origin_that_is_named_is_told_and_hosts_of_the_option_but_no_certificate(monkeypatch):
    monkeypatch.setenv("OUR_KEY", "ours")
    listed = ["https://one.example/a", "https://two.example/b"]
    access = site_access(
        listed, Options(login="none", header=("X-Key=OUR_KEY",), login_host=("*.two.example",)), ""
    ).access
    asked = ("https://one.example/x", "https://www.two.example/", "https://ads.example/")
    assert [access.credentials_for(url).headers for url in asked] == [{"X-Key": "ours"}, {"X-Key": "ours"}, {}]
    assert [access.is_named(url) for url in asked] == [True, False, False]
