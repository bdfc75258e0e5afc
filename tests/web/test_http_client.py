"""Files are fetched with the certificates, cookies, headers and proxy that pages are opened with."""

import asyncio
import shutil
import ssl
import subprocess
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from a11ycheck.cli.options import Options
from a11ycheck.cli.signing_in import PASSPHRASE, site_access
from a11ycheck.errors import UsageError
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.fetching import fetch_document
from a11ycheck.sources.website.robots import read_robots
from a11ycheck.sources.website.website import Website
from a11ycheck.web.access import Access
from a11ycheck.web.http_client import HttpClient
from fixtures.sites.academy_site import ROOT
from fixtures.sites.serving import Answering, running
from tests.scanning import plan_for, scan_targets

PDF = (ROOT / "files" / "planting-calendar.pdf").read_bytes()
PAGE = '<!doctype html><html lang="en"><title>In</title><h1>In</h1><p>Read <a href="/calendar.pdf">this</a>.</p>'


@pytest.fixture(scope="module")
def pems(tmp_path_factory):
    """A file with a certificate that nobody vouches for, and its key: "bare", and "locked" with the passphrase pear."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl here to make a certificate with")
    folder = tmp_path_factory.mktemp("pem")
    made = {}
    for name, lock in (("bare", ("-nodes",)), ("locked", ("-passout", "pass:pear"))):
        key, certificate = folder / f"{name}.key", folder / f"{name}.crt"
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", *lock, "-keyout", key, "-out", certificate]
        command += ["-days", "2", "-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1"]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        made[name] = folder / f"{name}.pem"
        made[name].write_bytes(certificate.read_bytes() + key.read_bytes())
    return made


@contextmanager
def strict(own, visitor):
    """A site with its own certificate, open to who shows that of the visitor; `asked` are the paths."""
    asked = []

    class Handler(Answering):
        def do_GET(self):
            asked.append(self.path)
            if self.path == "/robots.txt":
                return self.send(200, "User-agent: *\nDisallow: /private\n", "text/plain")
            if self.path == "/":
                return self.send(200, PAGE)
            return self.send(*((200, PDF, "application/pdf") if self.path == "/calendar.pdf" else (404, "")))

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(visitor)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.browser
def test_a_site_that_asks_who_comes_is_audited_with_its_robots_and_documents(pems, monkeypatch):
    monkeypatch.setenv(PASSPHRASE, "pear")
    options = Options(ignore_tls_errors=True, client_certificate=pems["locked"], login="none")
    with strict(pems["bare"], pems["locked"]) as (url, asked):
        site_visit = site_access([f"{url}/"], options, "")
        source = Website(f"{url}/", CrawlLimits(sitemap=True), site_visit.http)
        target = ScanTarget(source, "", site_visit.access)
        report = scan_targets([target], plan_for(["image-alt"], ours=()))
        other = read_robots(url, http=HttpClient(Access(ignore_tls_errors=True)))
    assert [(screen.url.removeprefix(url), screen.reached) for screen in report.screens] == [
        ("/", True), ("/calendar.pdf", True),
    ]  # fmt: skip
    assert {"/robots.txt", "/sitemap.xml", "/calendar.pdf"} <= set(asked)
    assert not asyncio.run(source.may_open(f"{url}/private/1"))
    assert other.unreachable
    assert "pear" not in repr(target.access)


@pytest.mark.slow
def test_a_certificate_that_cannot_be_used_is_said_before_anything_else(pems, monkeypatch, tmp_path):
    monkeypatch.setenv(PASSPHRASE, "apple")
    (tmp_path / "no.pem").write_text("nothing")
    for file in (pems["locked"], tmp_path / "no.pem"):
        with pytest.raises(UsageError, match="certificate-unusable"):
            site_access(["https://school.example"], Options(client_certificate=file, login="none"), "")


@contextmanager
def told():
    """A server, also as a proxy; `asked` are the addresses with their headers."""
    asked = []

    class Handler(Answering):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            if urlsplit(self.path).path == "/away":
                return self.send(302, "", Location=f"http://localhost:{self.server.server_port}/there.pdf")
            return self.send(200, PDF, "application/pdf")

    with running(Handler) as url:
        yield url, asked


def test_cookies_and_headers_go_to_the_site_and_not_where_it_leads():
    cookie = {"name": "orchard", "value": "k1", "domain": "127.0.0.1", "path": "/", "expires": -1, "secure": False}
    other = {**cookie, "value": "k2", "path": "/elsewhere"}
    with told() as (url, asked):
        access = Access(user_agent="for school", headers={"X-Key": "ours"}, origins=(url,))
        http = HttpClient(access, lambda: {"cookies": [cookie, other]})
        assert fetch_document(f"{url}/away", lambda _: True, http=http) == PDF
    first, second = (headers for _, headers in asked)
    assert (first["Cookie"], first["X-Key"], first["User-Agent"]) == ("orchard=k1", "ours", "for school")
    assert "Cookie" not in second
    assert "X-Key" not in second


def test_a_proxy_is_gone_through():
    with told() as (url, asked):
        http = HttpClient(Access(proxy=url))
        assert fetch_document("http://school.invalid/calendar.pdf", lambda _: True, http=http) == PDF
        assert not read_robots("http://school.invalid", http=http).unreachable
    assert [path for path, _ in asked] == ["http://school.invalid/calendar.pdf", "http://school.invalid/robots.txt"]
