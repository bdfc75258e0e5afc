"""The ways in which a page can send something, as data: what it runs before a trial, and what it does during one.

Each way tries to change something: it sends other than GET to `post`, opens `change` by GET, says something over the
socket `socket`, or sends a datagram or opens a connection to the listeners `udp` and `tcp`. All names of these
addresses hold the way's own name, so that the server knows which one got through.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

HELPERS = r"""
const post = `${at.site}/sent/${name}`, change = `${at.site}/course/17/delete?way=${name}`;
const socket = `${at.socket}/socket/${name}`, foreign = `${at.foreign}/frame?way=${name}`;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const add = (tag, properties, root = document.body) => root.appendChild(
  Object.assign(root.ownerDocument.createElement(tag), properties));
const frame = (properties = {}) => { const it = document.createElement("iframe"); Object.assign(it, properties);
  document.body.append(it); return it; };
const opened = (it) => new Promise((resolve) => { it.onopen = () => resolve(it); setTimeout(() => resolve(it), 400); });
const say = async (it) => { try { (await opened(it)).send(name); } catch {} };
const blob = (text, type = "text/javascript") => URL.createObjectURL(new Blob([text], { type }));
const speaks = `const it = new WebSocket("${socket}"); it.onopen = () => it.send("${name}");`;
const posts = `fetch("${post}", { method: "POST", mode: "no-cors" });`;
const opens = `fetch("${change}", { mode: "no-cors" });`;
const kept = (globalThis.kept ??= {});
"""
"""What the scripts of all ways have at hand; `at` has the places of the listeners, `name` is the way's."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: JavaScript for the page. `before` runs before the trial, `during` in it.

    `is_mute` says that it need not be heard by name without a guard: it brings no name along (datagrams and connections
    are counted), or Chromium lets it pass at times only, or not here.
    """

    name: str
    during: str
    before: str = ""
    is_mute: bool = False


def _workers(kind: str, script: str) -> tuple[Way, ...]:
    """Ways of a worker of each sort to run a script."""
    return (
        Way(f"{kind}-worker", f"new Worker(blob({script}));"),
        Way(f"{kind}-module-worker", f"new Worker(blob({script}), {{ type: 'module' }});"),
        Way(f"{kind}-file-worker", f"new Worker(`/run.js?${{encodeURIComponent({script})}}`);"),
        Way(f"{kind}-data-worker", f"new Worker('data:text/javascript,' + encodeURIComponent({script}));"),
        Way(
            f"{kind}-nested-worker",
            f"new Worker(blob(`new Worker(URL.createObjectURL(new Blob([${{JSON.stringify({script})}}])))`));",
        ),
        Way(
            f"{kind}-early-worker",
            "kept[name].postMessage('go');",
            f"kept[name] = new Worker(blob('onmessage = () => {{' + {script} + '}}'));",
        ),
        Way(
            f"{kind}-worker-of-frame",
            f"const it = frame(); new it.contentWindow.Worker(blob({script}));",
        ),
        Way(f"{kind}-shared-worker", f"new SharedWorker(blob({script}), name);"),
        Way(
            f"{kind}-worker-of-window",
            f"const it = open('about:blank'); new it.Worker(blob({script})); await wait(300);",
        ),
        Way(
            f"{kind}-worker-of-foreign-frame",
            "kept[name].contentWindow.postMessage({ run: "
            f"`new Worker(URL.createObjectURL(new Blob([${{JSON.stringify({script})}}])))` }}, '*');",
            "kept[name] = frame({ src: foreign }); await wait(300);",
        ),
    )


def _realms(kind: str, use: str, script: str) -> tuple[Way, ...]:
    """Ways to reach a function that nobody replaced, and to use it: `use` gets the window as `it`."""
    text = f"`<script>${{{script}}}</` + `script>`"
    ways = (
        Way(f"{kind}-page", f"const it = window; {use}"),
        Way(f"{kind}-empty-frame", f"const it = frame().contentWindow; {use}"),
        Way(f"{kind}-removed-frame", f"const box = frame(), it = box.contentWindow; {use} box.remove();"),
        Way(f"{kind}-early-frame", f"const it = kept[name]; {use}", "kept[name] = frame().contentWindow;"),
        Way(f"{kind}-window", f"const it = open('about:blank'); {use}"),
        Way(f"{kind}-named-window", f"open('about:blank', name); const it = open('', name); {use}"),
        Way(f"{kind}-document-window", f"const it = document.open('about:blank', name, ''); {use}"),
        Way(f"{kind}-early-window", f"const it = kept[name]; {use}", "kept[name] = open('about:blank');"),
        Way(
            f"{kind}-early-window-of-frame",
            f"const it = kept[name]; {use}",
            "kept[name] = frame().contentWindow.open('about:blank');",
        ),
        Way(f"{kind}-srcdoc", f"frame({{ srcdoc: {text} }});"),
        Way(f"{kind}-blob-frame", f"frame({{ src: blob({text}, 'text/html') }});"),
        Way(f"{kind}-data-frame", f"frame({{ src: 'data:text/html,' + encodeURIComponent({text}) }});"),
        Way(f"{kind}-sandboxed-frame", f"frame({{ sandbox: 'allow-scripts', srcdoc: {text} }});"),
        Way(f"{kind}-script-frame", f"frame({{ src: 'javascript:' + {script} }});"),
        Way(f"{kind}-written-frame", f"const d = frame().contentDocument; d.open(); d.write({text}); d.close();"),
        Way(
            f"{kind}-foreign-frame",
            f"kept[name].contentWindow.postMessage({{ run: {script} }}, '*');",
            "kept[name] = frame({ src: foreign }); await wait(300);",
        ),
        Way(f"{kind}-new-foreign-frame", f"frame({{ src: `${{foreign}}&run=${{encodeURIComponent({script})}}` }});"),
        Way(f"{kind}-object", f"add('object', {{ data: blob({text}, 'text/html'), type: 'text/html' }});"),
        Way(f"{kind}-embed", f"add('embed', {{ src: blob({text}, 'text/html'), type: 'text/html' }});"),
        Way(
            f"{kind}-xhtml-frame",
            f"frame({{ src: blob(`<html xmlns='http://www.w3.org/1999/xhtml'><script><![CDATA[${{{script}}}]]></script>"
            "</html>`, 'application/xhtml+xml') });",
        ),
    )
    # A relay hears no names, and a frame that goes takes its socket along.
    mute = {way.name for way in ways if kind == "turn-tcp" or way.name.endswith("removed-frame")}
    return tuple(replace(way, is_mute=way.name in mute) for way in ways)


_FORM = "const form = add('form', { method: 'post', action: post"
_TURN = "[{ urls: %s, username: name, credential: name }]"
_PEER = """const peer = new it.RTCPeerConnection({ iceServers: %s }); peer.createDataChannel(name);
await peer.setLocalDescription(await peer.createOffer());"""
_LATE = "for (const end of ['visibilitychange', 'pagehide', 'beforeunload', 'unload', 'freeze', 'blur'])"

WAYS = (
    *_workers("socket", "speaks"),
    *_workers("post", "posts"),
    *_workers("change", "opens"),
    *_realms("socket", "say(new it.WebSocket(socket));", "speaks"),
    *_realms("post", "it.fetch(post, { method: 'POST', mode: 'no-cors' });", "posts"),
    *_realms("keepalive", "it.fetch(post, { method: 'POST', keepalive: true });", "posts"),
    *_realms("beacon", "it.navigator.sendBeacon(post, name);", "`navigator.sendBeacon('${post}', 1)`"),
    *_realms(
        "turn-tcp",
        _PEER % (_TURN % "`turn:127.0.0.1:${at.tcp}?transport=tcp`"),
        "`"
        + (_PEER % (_TURN % "'turn:127.0.0.1:${at.tcp}?transport=tcp'")).replace("it.", "").replace("await ", "")
        + "`",
    ),
    Way("socket-open-before", "kept[name].send(name);", "kept[name] = await opened(new WebSocket(socket));"),
    Way(
        "socket-open-in-worker",
        "kept[name].postMessage('go');",
        "kept[name] = new Worker(blob(`const it = new WebSocket('${socket}'); onmessage = () => it.send('${name}');`));"
        "await wait(300);",
    ),
    Way(
        "socket-stream",
        "const it = new WebSocketStream(socket); const { writable } = await it.opened;"
        "await writable.getWriter().write(name);",
    ),
    Way("socket-encrypted", "new WebSocket(`wss://127.0.0.1:${at.tcp}/`);", is_mute=True),
    Way("web-transport", "new WebTransport(`https://127.0.0.1:${at.udp}/`);", is_mute=True),
    Way("web-transport-worker", "new Worker(blob(`new WebTransport('https://127.0.0.1:${at.udp}/')`));", is_mute=True),
    Way("stun", "const it = window; " + _PEER % "[{ urls: `stun:127.0.0.1:${at.udp}` }]", is_mute=True),
    Way("turn-udp", "const it = window; " + _PEER % (_TURN % "`turn:127.0.0.1:${at.udp}`"), is_mute=True),
    Way("turns", "const it = window; " + _PEER % (_TURN % "`turns:127.0.0.1:${at.tcp}`"), is_mute=True),
    Way("xhr", "const it = new XMLHttpRequest(); it.open('PUT', post); it.send(name);"),
    Way("xhr-synchronous", "const it = new XMLHttpRequest(); it.open('DELETE', post, false); it.send();"),
    Way("fetch-change", "fetch(change);"),
    Way("fetch-later", "fetchLater(post, { method: 'POST', activateAfter: 0 });"),
    Way("event-source", "new EventSource(change);"),
    Way("image", "new Image().src = change;"),
    Way("audio", "new Audio(change).load();"),
    Way("style", "add('link', { rel: 'stylesheet', href: change });"),
    Way("font", "const it = new FontFace('it', `url('${change}')`); it.load().catch(() => {});"),
    Way("script", "add('script', { src: change });"),
    Way("module-preload", "add('link', { rel: 'modulepreload', href: change });"),
    Way("preload", "add('link', { rel: 'preload', as: 'fetch', href: change });"),
    Way("prefetch", "add('link', { rel: 'prefetch', href: change });"),
    Way("prerender", "add('link', { rel: 'prerender', href: change });", is_mute=True),
    Way("dictionary", "add('link', { rel: 'compression-dictionary', href: change });"),
    Way("manifest", "add('link', { rel: 'manifest', href: change });", is_mute=True),
    Way("favicon", "add('link', { rel: 'icon', href: change }, document.head);", is_mute=True),
    Way("frame", "frame({ src: change });"),
    Way("window", "open(change);"),
    Way("window-without-opener", "open(change, '_blank', 'noopener');"),
    Way("link-new-window", "add('a', { href: change, target: '_blank', rel: 'noopener', textContent: 'x' }).click();"),
    Way("link-download", "add('a', { href: change, download: 'x', textContent: 'x' }).click();"),
    Way("ping", "add('a', { href: '#x', ping: post, textContent: 'x' }).click();"),
    Way("form", f"{_FORM} }}); form.target = frame({{ name: name }}).name; form.submit();"),
    Way("form-new-window", f"{_FORM}, target: '_blank' }}); form.submit();"),
    Way(
        "form-action",
        """const form = add('form', { target: frame({ name }).name });
        const button = add('button', { formAction: post, formMethod: 'post' }, form); button.click();""",
    ),
    Way(
        "form-get",
        "const form = add('form', { action: change, target: frame({ name }).name });"
        "add('input', { name: 'way', value: name }, form); form.submit();",
    ),
    Way(
        "form-of-window",
        "const it = open('about:blank'); const form = it.document.createElement('form');"
        "Object.assign(form, { method: 'post', action: post }); it.document.body.append(form); form.submit();",
    ),
    Way("image-of-window", "const it = open('about:blank'); new it.Image().src = change; await wait(300);"),
    Way("refresh", "frame({ srcdoc: `<meta http-equiv='refresh' content='0; url=${change}'>` });"),
    Way(
        "speculative-prefetch",
        "add('script', { type: 'speculationrules', textContent: JSON.stringify("
        "{ prefetch: [{ urls: [change], eagerness: 'immediate' }] }) });",
        is_mute=True,
    ),
    Way(
        "speculative-prerender",
        "add('script', { type: 'speculationrules', textContent: JSON.stringify("
        "{ prerender: [{ urls: [change], eagerness: 'immediate' }] }) });",
        is_mute=True,
    ),
    Way(
        "speculative-document",
        "add('a', { href: change, textContent: 'x' }); add('script', { type: 'speculationrules',"
        "textContent: JSON.stringify({ prefetch: [{ where: { href_matches: '/*' }, eagerness: 'immediate' }] }) });",
        is_mute=True,
    ),
    Way("speculative-header", "frame({ src: `/rules?way=${name}` });", is_mute=True),
    Way("csp-report", "frame({ src: `/csp?way=${name}` });"),
    Way("csp-report-to", "frame({ src: `/csp-to?way=${name}` });", is_mute=True),
    Way("crash-report", "frame({ src: `/reports?way=${name}` });", is_mute=True),
    Way("attribution", "add('img', { src: '/empty' }).setAttribute('attributionsrc', change);", is_mute=True),
    Way(
        "auction",
        "navigator.joinAdInterestGroup({ owner: at.site, name, biddingLogicURL: change, lifetimeMs: 9999,"
        "updateURL: change }, 9);",
        is_mute=True,
    ),
    Way("service-worker", "navigator.serviceWorker.register(`/run.js?${encodeURIComponent(posts)}`);"),
    Way(
        "service-worker-of-frame",
        "frame().contentWindow.navigator.serviceWorker.register(`/run.js?${encodeURIComponent(posts)}`);",
        is_mute=True,
    ),
    Way(
        "service-worker-of-window",
        "open('about:blank').navigator.serviceWorker.register(`/run.js?${encodeURIComponent(posts)}`);",
        is_mute=True,
    ),
    Way(
        "service-worker-of-prototype",
        "ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker,"
        " `/run.js?${encodeURIComponent(posts)}`);",
    ),
    Way(
        "service-worker-of-window-prototype",
        "open('about:blank').ServiceWorkerContainer.prototype.register.call("
        "navigator.serviceWorker, `/run.js?${encodeURIComponent(posts)}`);",
    ),
    Way(
        "background-fetch", "(await navigator.serviceWorker.ready).backgroundFetch.fetch(name, [change]);", is_mute=True
    ),
    Way(
        "payment",
        "new PaymentRequest([{ supportedMethods: change }], { total: { label: 'x', amount: { currency: 'EUR',"
        "value: '1' } } }).canMakePayment();",
        is_mute=True,
    ),
    Way("redirect", "fetch(`/redirect?way=${name}`, { method: 'POST' });"),
    Way("audio-worklet", "new AudioContext().audioWorklet.addModule(change);"),
    Way("late-beacon", _LATE + " addEventListener(end, () => navigator.sendBeacon(post, end));"),
    Way("late-keepalive", _LATE + " addEventListener(end, () => fetch(post, { method: 'POST', keepalive: true }));"),
    Way(
        "late-xhr",
        _LATE + " addEventListener(end, () => { const it = new XMLHttpRequest();"
        "it.open('POST', post, false); it.send(); });",
        is_mute=True,
    ),
    Way("late-image", _LATE + " addEventListener(end, () => { new Image().src = change; });"),
    Way(
        "late-image-of-frame",
        "const it = frame().contentWindow;"
        + _LATE
        + " it.addEventListener(end, () => { new it.Image().src = change; });",
    ),
    Way("late-prefetch", _LATE + " addEventListener(end, () => add('link', { rel: 'prefetch', href: change }));"),
    Way("late-script", _LATE + " addEventListener(end, () => add('script', { src: change }));"),
    Way(
        "late-css",
        _LATE + " addEventListener(end, () => { document.body.style.background = `url('${change}')`;"
        "document.body.offsetHeight; });",
    ),
    Way(
        "late-ping",
        "const it = add('a', { href: '#x', ping: post });" + _LATE + " addEventListener(end, () => it.click());",
    ),
    Way(
        "late-form",
        _FORM + ", target: frame({ name }).name });" + _LATE + " addEventListener(end, () => form.submit());",
        is_mute=True,
    ),
    Way("late-window", _LATE + " addEventListener(end, () => open(change));", is_mute=True),
    Way("late-worker", _LATE + " addEventListener(end, () => new Worker(blob(posts)));", is_mute=True),
    Way(
        "late-socket",
        "kept[name].onclose = 0;" + _LATE + " addEventListener(end, () => kept[name].send(name));",
        "kept[name] = await opened(new WebSocket(socket));",
    ),
)
"""All ways, each with a name that no other has."""
