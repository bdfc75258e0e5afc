"""A public page reaches no private address: not by what it loads, nor by where it goes, nor over a socket."""

from __future__ import annotations

import asyncio

import pytest

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import find
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.private_network import is_private, reachable_at
from a11ycheck.browser.socket_gate import SocketGate
from tests.browser.way_listener import WayListener
from tests.shared_browser import run

PRIVATE = [
    "127.0.0.1",
    "127.255.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.251",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fd00::1",
    "fec0::1",
    "ff02::fb",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b::169.254.169.254",
    "2002:7f00:1::",
    "2002:a00:1::",
]
PUBLIC = [
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "64:ff9b::808:808",
    "::ffff:8.8.8.8",
    "2002:808:808::",
]
SPELLINGS = ["localhost", "LOCALHOST", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "::ffff:127.0.0.1"]
PAGE = """async ([site]) => {
  const add = (tag, properties) => document.body.append(Object.assign(document.createElement(tag), properties));
  add("img", { src: `${site}/way/delete?way=image` });
  add("iframe", { src: `${site}/way/delete?way=frame` });
  add("script", { src: `${site}/way/delete?way=script` });
  add("link", { rel: "stylesheet", href: `${site}/way/delete?way=style` });
  add("link", { rel: "prefetch", href: `${site}/way/delete?way=prefetch` });
  fetch(`${site}/sent/fetch`, { method: "POST", mode: "no-cors" }).catch(() => {});
  fetch(`${site.replace("127.0.0.1", "localhost")}/sent/name`, { method: "POST", mode: "no-cors" }).catch(() => {});
  navigator.sendBeacon(`${site}/sent/beacon`, "x");
  const text = `fetch("${site}/sent/worker", { method: "POST", mode: "no-cors" })`;
  new Worker(URL.createObjectURL(new Blob([text])));
  const form = Object.assign(document.createElement("form"), { method: "post", action: `${site}/sent/form` });
  add("iframe", { name: "inside" });
  form.target = "inside";
  document.body.append(form);
  form.submit();
}"""
GO = """async ([site]) => {
  open(`${site}/way/delete?way=window`);
  open(`${site}/way/delete?way=no-opener`, "_blank", "noopener");
  location = `${site}/way/delete?way=location`;
}"""


@pytest.mark.parametrize("number", PRIVATE)
def test_private_addresses(number: str) -> None:
    assert is_private(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_public_addresses(number: str) -> None:
    assert not is_private(number)


@pytest.mark.parametrize("host", SPELLINGS)
def test_a_host_is_judged_by_where_it_is(host: str) -> None:
    assert asyncio.run(reachable_at(host, 80, allow_private=False)) == ""


async def _asked_through_gate(is_at_home: bool) -> tuple[bytes, int]:
    async def is_private_site() -> bool:
        return is_at_home

    async with WayListener() as listener, SocketGate(lambda: False, is_private_site) as gate:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(gate.url.rpartition(":")[2]))
        writer.write(f"CONNECT localhost:{listener.tcp} HTTP/1.1\r\n\r\n".encode())
        answer = await reader.read(12)
        writer.close()
        return answer, listener.connections


def test_sockets_of_a_public_page_do_not_reach_this_computer() -> None:
    assert asyncio.run(_asked_through_gate(False)) == (b"HTTP/1.1 403", 0)
    assert asyncio.run(_asked_through_gate(True)) == (b"HTTP/1.1 200", 1)


async def _from_page(script: str, *, is_public: bool) -> set[str]:
    """Run a script on a page of another port, which Chromium and we take for public or not; return what was heard."""
    async with WayListener() as home, WayListener() as canary:
        browser = Browser(find())
        if is_public:
            browser._arguments.append(f"--ip-address-space-overrides=127.0.0.1:{home.port}=public")
        async with browser:
            tab = await (await browser.new_context()).new_page()
            place = "http://8.8.8.8/" if is_public else str(home.places["site"])
            await tab.goto(f"{home.places['site']}/")
            await Guard(tab).confine(lambda: place)
            await tab.evaluate(script, [canary.places["site"]])
            await canary.wait_for_silence(1.0)
        return set(canary.heard)


@pytest.mark.browser
def test_a_public_page_loads_nothing_from_here() -> None:
    assert run(_from_page(PAGE, is_public=True)) == set()


@pytest.mark.browser
def test_a_public_page_goes_nowhere_here() -> None:
    assert run(_from_page(GO, is_public=True)) == set()


@pytest.mark.browser
def test_a_page_that_is_here_may_do_both() -> None:
    """Else the tests above could not fail."""
    loaded = {"image", "frame", "script", "style", "fetch", "name", "beacon", "worker", "form"}
    assert run(_from_page(PAGE, is_public=False)) == loaded
    assert run(_from_page(GO, is_public=False)) == {"window", "no-opener", "location"}
