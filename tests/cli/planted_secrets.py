"""A site and a package in which secrets of every kind stand in every place: what an audit of them must not tell.

Each secret is a text of its own, so that a search finds it and nothing else.
"""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from urllib.parse import quote

from tests.site_server import Reply

USER, PASSWORD, HEADER = "docent.appelboom", "Zonnebloem-77!", "hdr-Waarde-Kruidnagel"
NAMES = (
    "Aardvark Beukenlaan Citroenboom Dennenbos Eikenhorst Fazantenhof Grutterink Hazelnoot Ijsvogelaar Jasmijnweg "
    "Kersenplukker Lindenhout Meidoornik Notelaarsen Olmenburgh Populierman Quittenstein Rozenbottel Sneeuwklok "
    "Tulpenveld Uilenspiegel Vlierbesink Wilgenroos Xantippeling Ypenburger Zilverspar"
).lower().split()  # fmt: skip


def token(name: str) -> str:
    """Return a random-looking token with small letters, capitals and digits."""
    digest = hashlib.sha256(name.encode()).digest()
    letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    return "Aa1" + "".join(letters[byte % len(letters)] for byte in digest)[:25]


def hexa(name: str, length: int = 32) -> str:
    return "a1" + hashlib.sha256(name.encode()).hexdigest()[: length - 2]


def mail(n: int) -> str:
    return f"{NAMES[n]}@school.nl"


IN_PARAMETERS = ("invite", "ltik", "magic", "SAMLart", "login_hint", "assertion", "passcode", "sesskey", "hash", "pin")
VALUES = {name: f"{name[:3]}{hexa(name, 8)}" for name in IN_PARAMETERS}
SHAPES = {"hex16": hexa("hex16", 16), "hex32": hexa("hex32"), "token": token("query"), "fragment": token("fragment")}
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW4ifQ." + token("jwt")
PATHS = {"path-invite": "kersentaartje9", "path-hex": hexa("path"), "path-reset": "ResetMij2"}
IN_ATTRIBUTES = {each: token(each) for each in ("id", "class", "name", "value", "alt", "label", "title", "data", "for")}
IN_PLACES = {
    each: token(each)
    for each in ("comment", "script", "console", "exception", "cookie", "storage", "header", "dialog", "popup", "frame")
    + ("shadow", "error-page", "redirect", "css", "svg", "meta", "json-ld", "hidden", "template", "robots", "crumb")
}
IN_WORDS = {
    "bearer": "bearer.Kaneel1",
    "password": "Speculaas-42",
    "table": "Pepernoot-43",
    "pin": "604417",
    "is": "Drop#45",
}
TYPED = {"typed": "Getypte Stroopwafel", "default": "Ingevulde Poffertjes", "area": "Verborgen Hagelslag"}
IN_PACKAGE = {each: token(f"package-{each}") for each in ("launch", "title", "page", "hidden")}

PEOPLE = {"menu": "Balthazar Ooijevaar", "profile": "Katrien van Zwaluwen", "picture": "Roderick Meerkoet"}

SECRETS: dict[str, str] = {
    **{f"parameter {name}": value for name, value in VALUES.items()},
    **{f"shape {name}": value for name, value in SHAPES.items()},
    **{f"attribute {name}": value for name, value in IN_ATTRIBUTES.items()},
    **{f"place {name}": value for name, value in IN_PLACES.items()},
    **{f"words {name}": value for name, value in IN_WORDS.items()},
    **{f"field {name}": value for name, value in TYPED.items()},
    **{f"person {name}": value for name, value in PEOPLE.items()},
    **{f"package {name}": value for name, value in IN_PACKAGE.items()},
    **{f"mail {n}": name for n, name in enumerate(NAMES)},
    **PATHS,
    "jwt": JWT.rpartition(".")[2],
    "user": USER,
    "password": PASSWORD,
    "header": HEADER,
}

LINKS = [
    *(f"/a?x=1&{name}={value}" for name, value in VALUES.items()),
    f"/a?q={SHAPES['hex16']}",
    f"/a?{SHAPES['hex32']}",
    f"/a?q={SHAPES['token']}",
    f"/a#{SHAPES['fragment']}",
    f"/course/{JWT}/x",
    f"/invite/{PATHS['path-invite']}",
    f"/reset-password/{PATHS['path-reset']}",
    f"/f/{PATHS['path-hex']}/x",
    f"/a?who={quote(mail(0))}",
    f"/a?who={quote(quote(mail(1)))}",
    f"/u/{quote(mail(2))}/x",
    f"/a?actor=%7B%22mbox%22%3A%22{quote(mail(3))}%22%7D",
    f"/a?%74oken={NAMES[4]}",
    f"mailto:{mail(5)}",
    f"/a?to={quote('/b?magic=' + NAMES[25], safe='')}",
]
GREY = 'style="color: #ccc; background: #fff"'


def _start(address: str) -> str:
    attributes, places = IN_ATTRIBUTES, IN_PLACES
    links = "".join(f'<a href="{link}"><img src="n.png"></a>\n' for link in LINKS)
    shadow = f'<img src="s.png" data-key="{places["shadow"]}"><p {GREY}>Write to {mail(6)}</p>'
    frame = f"<title>F</title><p {GREY}>Mail {mail(7)}</p><img src=f.png data-token={places['frame']}>"
    return f"""<!doctype html><html lang="en"><head><title>Course of {mail(8)}</title>
<meta name="author" content="{mail(9)}"><meta name="csrf-token" content="{places["meta"]}">
<script type="application/ld+json">{{"@type": "Person", "email": "{mail(10)}", "token": "{places["json-ld"]}"}}</script>
<style>.made::before {{content: "Key {places["css"]} {mail(11)}"}}</style><!-- token={places["comment"]} --></head>
<body><nav aria-label="Breadcrumb"><ol class="breadcrumb"><li><a href="/">Home of {mail(12)}</a></li>
<li><a href="/b">{places["crumb"]}</a></li><li>Here</li></ol></nav><main><h1>Course</h1>{links}
<img id="{attributes["id"]}" src="1.png"><img class="{attributes["class"]}" src="2.png">
<img title="{attributes["title"]}"
 alt="{attributes["alt"]}" src="3.png"><input name="{attributes["name"]}" placeholder="{mail(13)}">
<input value="{TYPED["default"]}"><input id="late"><textarea>{TYPED["area"]}</textarea>
<input type="hidden" name="q" value="{places["hidden"]}"><input type="image" src="4.png" value="{attributes["value"]}">
<button data-token="{attributes["data"]}"></button><div role="button" tabindex="0" aria-label="">
<i data-x="{attributes["label"]}"></i></div><label for="{attributes["for"]}"></label>
<select><option>{mail(14)}</select>
<p {GREY}>Signed in as {USER}, header {HEADER}</p><p {GREY}>Use {mail(15)} or {NAMES[16]}&#64;school.nl</p>
<p {GREY}>Authorization: Bearer {IN_WORDS["bearer"]}</p><p {GREY}><b>Wachtwoord:</b> {IN_WORDS["password"]}</p>
<p {GREY}>PIN: {IN_WORDS["pin"]}</p><p {GREY}>The password is {IN_WORDS["is"]}</p><p {GREY}>Pass {PASSWORD}</p>
<table><tr><td {GREY}>Wachtwoord:</td><td {GREY}>{IN_WORDS["table"]}</td></tr></table>
<span class="usertext" {GREY}>{PEOPLE["menu"]}</span> <a {GREY} href="/user/view.php?id=3">{PEOPLE["profile"]}</a>
<img alt="Picture of {PEOPLE["picture"]}" src="p.png"><p {GREY}>{PEOPLE["profile"]} asked {PEOPLE["picture"]}</p>
<p>{NAMES[17]}<b {GREY}>@school.nl</b></p><p class="made" {GREY}>made</p>
<svg width="300" height="40" role="img"><text y="20" fill="#ccc">{places["svg"]} {mail(18)}</text></svg>
<iframe width="500" height="90" srcdoc='{frame}'></iframe>
<div><template shadowrootmode="open">{shadow}</template></div><template>{places["template"]}</template>
<a href="/b">b</a> <a href="/broken?x=1">broken</a> <a href="/go">go</a>
<a href="/last">last</a>
<script>late.value = "{TYPED["typed"]}"; console.log("token {places["console"]}");
document.cookie = "s={places["cookie"]}";
localStorage.setItem("t", "{places["storage"]}");
var key = "{places["script"]}";
window.open("{address}/pop?token={places["popup"]}");
alert("Your token: {places["dialog"]} {mail(19)}");
throw new Error("token={places["exception"]}");</script></main></body>"""


def pdf(title: str, words: str) -> bytes:
    """Return a small PDF without tags, with faults for a report to tell."""
    content = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Title({title})/Author({title})>>",
    ]
    text, places = "%PDF-1.4\n", []
    for n, each in enumerate(objects, 1):
        places.append(len(text))
        text += f"{n} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{at:010d} 00000 n \n" for at in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(text)}\n%%EOF"
    return (text + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}").encode()


def replies(slow: float) -> dict[str, Reply | str]:
    """Return the site; its last page answers after so many seconds."""
    page = '<!doctype html><html lang="en"><title>{0}</title><main><h1>{0}</h1><img src=x.png><p>{1}</p></main>'
    headers = {"Set-Cookie": f"session={IN_PLACES['header']}", "X-Api-Key": IN_PLACES["header"]}
    return {
        "/": Reply(_start(""), headers=headers),
        "/b": page.format(f"Page of {mail(20)}", f'<a href="/b?state={NAMES[21]}"><img src=y></a>'),
        "/broken?x=1": Reply(page.format("500", f"Exception: token={IN_PLACES['error-page']}"), status=500),
        "/go": Reply(status=302, headers={"Location": f"/landed?ticket={IN_PLACES['redirect']}"}),
        f"/landed?ticket={IN_PLACES['redirect']}": page.format("Landed", "words"),
        "/last": Reply(page.format("Last", "words"), seconds=slow),
        "/robots.txt": Reply(f"User-agent: *\nDisallow: /x?token={IN_PLACES['robots']}"),
        "/sitemap.xml": Reply(status=404),
    }


def write_package(path: Path) -> None:
    """Write a SCORM package: secrets in its titles, its file names, its addresses and its pages."""
    name, words = f"{mail(23)}.html", IN_PACKAGE
    manifest = f"""<manifest identifier="m"><organizations><organization><title>Course {words["title"]}</title>
<item identifierref="r" parameters="?token={words["launch"]}"><title>For {mail(24)}</title></item></organization>
</organizations><resources><resource identifier="r" type="webcontent" href="{name}"><file href="{name}"/>
<file href="paper.pdf"/></resource>
</resources></manifest>"""
    body = f"<a href=paper.pdf>paper</a><img src=x data-key={words['page']}>"
    body += f"<input type=hidden value={words['hidden']}><p>Words to read here</p>"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("imsmanifest.xml", manifest)
        package.writestr("paper.pdf", pdf(mail(22), f"Write to {mail(22)}"))
        package.writestr(name, f"<!doctype html><html lang=en><title>Slide</title><main><h1>Slide</h1>{body}</main>")
