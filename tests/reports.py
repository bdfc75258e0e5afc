"""Reports made by hand: a package and a site, with everything that a report can hold. Nothing was measured."""

# ruff: noqa: E501 - the texts of this report are data

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import replace

from a11ycheck.model import (
    Coverage,
    Event,
    Evidence,
    Finding,
    Lang,
    Origin,
    Report,
    Rule,
    RuleText,
    Screen,
    Settings,
    Skipped,
    Target,
    Tested,
)
from a11ycheck.report import grouping
from a11ycheck.report.conclusions import concluded
from a11ycheck.text.words import read_words, reworded

COURSE, SITE = "fire-safety.zip", "https://learn.example/"
HOSTILE = (
    "</script></style><img src=x onerror=alert(1)>\"'><b>&amp;\u202egpj.exe\u2066\x00\x07\x1b[31mred\x1b[0m{{ 7*7 }}]]>"
)


def report(lang: Lang = "en") -> Report:
    """The whole report; in Dutch the rules' own texts are Dutch too."""
    targets = (
        Target(COURSE, "scorm12", "Fire safety in the workshop", Coverage(4, 6, {"timeout": 1, "blank": 1}),
               "Storyline 360 3.90.1.0"),
        Target(SITE, "website", "Learning platform", Coverage(2, None, {"http-status": 1})),
    )  # fmt: skip
    screens, findings = _screens(), _findings()
    known = frozenset({"f-alt-1", "f-gone"})
    made = Report(
        tool="a11ycheck 0.1.0",
        axe="4.11.0",
        browser="Chromium 141.0.7390.37",
        started="2026-03-02T09:30:00+01:00",
        seconds=83.4,
        settings=Settings(),
        targets=targets,
        screens=screens,
        findings=findings,
        issues=tuple(
            replace(issue, known=known.issuperset(issue.findings)) for issue in grouping.issues(findings, screens)
        ),
        skipped=_skipped(),
        verdicts=grouping.verdicts(Settings(), screens, findings, rules("en")),
        rules=rules("en"),
        events=(
            Event("dialog", "Do you want to resume where you left?", "confirm", COURSE),
            Event("blocked", "cdn.example", "2 requests", COURSE),
            Event("popup", "glossary.html", "", COURSE),
        ),
        known=known,
    )
    made = concluded(made)
    return made if lang == "en" else reworded(made, read_words(lang), rules(lang))


def changed(given: Report, **changes: object) -> Report:
    """The report with other contents, and with the conclusions that follow from them."""
    return concluded(replace(given, **changes))  # type: ignore[arg-type]


def empty() -> Report:
    """Nothing found and nothing left out."""
    full = report()
    screens = (
        replace(full.screens[0], tested=(Tested("label", "nothing-found"), Tested("video-captions", "inapplicable"))),
    )
    return changed(
        full,
        targets=(Target(COURSE, "scorm12", "Fire safety", Coverage(1, 1, {})),),
        screens=screens,
        findings=(),
        issues=(),
        skipped=(),
        events=(),
        known=frozenset(),
        verdicts=grouping.verdicts(Settings(), screens, (), full.rules),
    )


def hostile() -> Report:
    """Every text that can come from a page or a package tries to break out."""
    full = report()
    findings = tuple(
        replace(
            each,
            url="javascript:alert(1)//" + HOSTILE,
            frame="https://x.example/" + HOSTILE,
            target=HOSTILE,
            snippet=HOSTILE,
            message=HOSTILE,
            data={"text": HOSTILE},
            evidence=(Evidence("screenshot", "image/png", '"><script>alert(1)</script>'),),
            origin=Origin(HOSTILE, {"en": HOSTILE, "nl": HOSTILE}),
        )
        for each in full.findings
    )
    screens = tuple(
        replace(each, url="javascript:alert(1)//" + HOSTILE, title=HOSTILE, path=(HOSTILE,), state=HOSTILE)
        for each in full.screens
    )
    return changed(
        full,
        findings=findings,
        screens=screens,
        issues=grouping.issues(findings, screens),
        targets=tuple(replace(each, title=HOSTILE, made_with=HOSTILE) for each in full.targets),
        skipped=tuple(replace(each, what=HOSTILE, detail=HOSTILE) for each in full.skipped),
        events=tuple(replace(each, what=HOSTILE, detail=HOSTILE) for each in full.events),
        rules={
            name: replace(rule, url="javascript:alert(1)", text=replace(rule.text, title=HOSTILE, repair=HOSTILE))
            for name, rule in full.rules.items()
        },
    )


def large(screens: int, findings_on_each: int = 3) -> Report:
    """A report of a large site: few causes, very many places."""
    full = report()
    pages = tuple(
        replace(full.screens[3], id=f"big-{n}", url=f"https://learn.example/course/{n}", title=f"Course {n}")
        for n in range(screens)
    )
    findings = tuple(
        replace(full.findings[1], screen=page.id, url=page.url, target=f"#f{n}", fingerprint=f"{page.id}-{n}", key="violation",
                component=f"form > input.{n}")
        for page in pages
        for n in range(findings_on_each)
    )  # fmt: skip
    return changed(
        full,
        targets=(Target(SITE, "website", "Learning platform", Coverage(screens, screens, {})),),
        screens=pages,
        findings=findings,
        issues=grouping.issues(findings, pages),
        verdicts=grouping.verdicts(Settings(), pages, findings, full.rules),
        skipped=(),
        known=frozenset(),
    )


def rules(lang: Lang) -> dict[str, Rule]:
    """Five rules of different kinds."""
    made = [
        Rule("color-contrast", "axe", ("1.4.3",), ("9.1.4.3",), "serious", _TEXTS[lang]["color-contrast"],
             url="https://dequeuniversity.com/rules/axe/4.11/color-contrast"),
        Rule("image-alt", "axe", ("1.1.1",), ("9.1.1.1",), "critical", _TEXTS[lang]["image-alt"],
             url="https://dequeuniversity.com/rules/axe/4.11/image-alt"),
        Rule("label", "axe", ("4.1.2",), ("9.4.1.2",), "critical", _TEXTS[lang]["label"],
             url="https://dequeuniversity.com/rules/axe/4.11/label", picture=True),
        Rule("link-text", "a11ycheck", ("2.4.4",), ("9.2.4.4",), "moderate", _TEXTS[lang]["link-text"],
             messages={"empty-words": "failure"}, check="() => []"),
        Rule("video-captions", "a11ycheck", ("1.2.2",), ("9.1.2.2", "7.1.1"), "critical", _TEXTS[lang]["video-captions"],
             messages={"no-track": "review"}, needs=("media",), act=("eac66b",), check="(facts) => []"),
    ]  # fmt: skip
    return {rule.id: rule for rule in made}


def _screens() -> tuple[Screen, ...]:
    def tested(
        *failed: str, review: tuple[str, ...] = (), none: tuple[str, ...] = ("video-captions",)
    ) -> tuple[Tested, ...]:
        return tuple(
            Tested(name, "failure" if name in failed else "review" if name in review
                   else "inapplicable" if name in none else "nothing-found")
            for name in rules("en")
        )  # fmt: skip

    course = "Fire safety in the workshop"
    return (
        Screen("s1", COURSE, "content/intro.html", "Welcome", (course, "Welcome"), "", True, tested("image-alt")),
        Screen("s2", COURSE, "content/quiz.html?n=1", "Quiz", (course, "Quiz"), "", True,
               tested("label", "image-alt", review=("color-contrast",))),
        Screen("s3", COURSE, "content/quiz.html?n=1", "Quiz", (course, "Quiz"), "after “Next”", True,
               tested("label", review=("video-captions",), none=())),
        Screen("s4", SITE, "https://learn.example/", "Catalogue", (), "", True, tested("link-text")),
        Screen("s5", SITE, "https://learn.example/help", "Help – Learning platform", (), "", True, tested("image-alt")),
        Screen("s6", COURSE, "content/film.html", "Film", (course, "Film"), "", False),
        Screen("s7", COURSE, "content/intro.html?again", "Welcome", (course, "Welcome back"), "", True, same_as="s1"),
    )  # fmt: skip


def _findings() -> tuple[Finding, ...]:
    def finding(rule: str, screen: str, url: str, fingerprint: str, **more: object) -> Finding:
        given = rules("en")[rule]
        plain = Finding(
            rule=rule, screen=screen, url=url, outcome="failure", impact=given.impact, criteria=given.criteria,
            en301549=given.en301549, frame="", target="img", snippet="<img>", key="violation", data={}, message="",
            component=f"main > {rule}", fingerprint=fingerprint,
        )  # fmt: skip
        return replace(plain, **more)  # type: ignore[arg-type]

    alt = {"snippet": '<img class="logo" src="img/logo.png">', "target": "header > img.logo", "component": "header > img",
           "message": "This picture has no text alternative."}  # fmt: skip
    label = {"component": "form > input", "message": "This field has no name that a screen reader can say."}
    return (
        finding("image-alt", "s1", "content/intro.html", "f-alt-1", **alt),
        finding("label", "s2", "content/quiz.html?n=1", "f-label-1", **label, target="#answer-1", frame="content/inner.html",
                snippet='<input type="text" id="answer-1" class="answer">', evidence=(_picture(),),
                origin=Origin("Storyline player", {"en": "Publish again with a newer version.",
                                                   "nl": "Publiceer opnieuw met een nieuwere versie."})),
        finding("image-alt", "s2", "content/quiz.html?n=1", "f-alt-2", **alt),
        finding("color-contrast", "s2", "content/quiz.html?n=1", "f-contrast-1", outcome="review", key="incomplete",
                target="#intro > p", snippet='<p class="lead">Ten questions about fire extinguishers</p>',
                message="The contrast could not be measured, because the text stands on a picture."),
        finding("label", "s3", "content/quiz.html?n=1", "f-label-2", **label, target="quiz-form >>> #answer-2",
                snippet='<input type="text" id="answer-2" class="answer">'),
        finding("video-captions", "s3", "content/quiz.html?n=1", "f-video-1", outcome="review", key="no-track",
                target="video", snippet='<video src="film.mp4" controls></video>',
                message="This video has no captions track. If it has speech, it needs captions."),
        finding("link-text", "s4", "https://learn.example/", "f-link-1", key="empty-words", data={"text": "click here"},
                target="main a:nth-child(3)", snippet='<a href="/course/3">click here</a>',
                message="The link text “click here” does not say where the link goes."),
        finding("image-alt", "s5", "https://learn.example/help", "f-alt-3", **alt),
    )  # fmt: skip


def _skipped() -> tuple[Skipped, ...]:
    return (
        Skipped(
            "content/film.html",
            "timeout",
            "The page did not answer in time (30 seconds).",
            COURSE,
            "s6",
            {"seconds": "30"},
        ),
        Skipped("content/certificate.html", "blank", "The screen stayed blank: nothing could be seen on it.", COURSE),
        Skipped(
            "https://learn.example/old",
            "http-status",
            "The server answered with an error (404).",
            SITE,
            "",
            {"status": "404"},
        ),
    )


def _picture() -> Evidence:
    """A small PNG: a box with a darker edge, 96 by 32 pixels."""
    rows = b"".join(
        b"\x00" + b"".join(b"\x60\x60\x60" if x in (0, 95) or y in (0, 31) else b"\xf4\xf4\xf4" for x in range(96))
        for y in range(32)
    )

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 96, 32, 8, 2, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return Evidence("screenshot", "image/png", base64.b64encode(data).decode())


_TEXTS: dict[Lang, dict[str, RuleText]] = {
    "en": {
        "color-contrast": RuleText(
            "Too little contrast between text and background",
            {"violation": "The contrast is too low.",
             "incomplete": "The contrast could not be measured, because the text stands on a picture."},
            repair="Use a darker text colour, or put the text on a plain background.",
        ),
        "image-alt": RuleText(
            "Picture without a text alternative",
            {"violation": "This picture has no text alternative."},
            why="Who cannot see the picture misses what it says.",
            who="People who are blind or have low vision, and people who use speech input.",
            repair='Describe in `alt` what the picture says. Is it only decoration, then write `alt=""`.\n\n'
                   '```html\n<img src="logo.png" alt="Fire Brigade Training Centre">\n```',
        ),
        "label": RuleText(
            "Form field without a label",
            {"violation": "This field has no name that a screen reader can say."},
            why="Without a label nobody knows what to fill in.",
            who="People who use a screen reader or speech input.",
            repair="Connect a visible label to the field:\n\n- put the field inside `<label>`, or\n- give it an `id` and write `<label for=\"…\">`.",
        ),
        "link-text": RuleText(
            "Link text that says nothing",
            {"empty-words": "The link text “{text}” does not say where the link goes."},
            repair="Write the subject of the page in the link text.",
        ),
        "video-captions": RuleText(
            "Video without captions",
            {"no-track": "This video has no captions track. If it has speech, it needs captions."},
            repair="Add a captions track with `<track kind=\"captions\">`.",
            limits="Captions that are part of the picture are not seen.",
        ),
    },
    "nl": {
        "color-contrast": RuleText(
            "Te weinig contrast tussen tekst en achtergrond",
            {"violation": "Het contrast is te laag.",
             "incomplete": "Het contrast kon niet worden gemeten, omdat de tekst op een afbeelding staat."},
            repair="Gebruik een donkerdere tekstkleur of zet de tekst op een effen achtergrond.",
        ),
        "image-alt": RuleText(
            "Afbeelding zonder tekstalternatief",
            {"violation": "Deze afbeelding heeft geen tekstalternatief."},
            why="Wie de afbeelding niet ziet, mist wat erop staat.",
            who="Mensen die blind of slechtziend zijn en mensen die met spraak bedienen.",
            repair="Beschrijf in `alt` wat de afbeelding zegt. Is het alleen versiering, schrijf dan `alt=\"\"`.",
        ),
        "label": RuleText(
            "Formulierveld zonder label",
            {"violation": "Dit veld heeft geen naam die een schermlezer kan voorlezen."},
            why="Zonder label weet niemand wat er moet worden ingevuld.",
            who="Mensen die een schermlezer of spraakbediening gebruiken.",
            repair="Koppel een zichtbaar label aan het veld.",
        ),
        "link-text": RuleText(
            "Linktekst die niets zegt",
            {"empty-words": "De linktekst ‘{text}’ zegt niet waar de link heen gaat."},
            repair="Zet het onderwerp van de pagina in de linktekst.",
        ),
        "video-captions": RuleText(
            "Video zonder ondertiteling",
            {"no-track": "Deze video heeft geen spoor met ondertiteling. Wordt er gesproken, dan is ondertiteling nodig."},
            repair="Voeg een spoor met ondertiteling toe met `<track kind=\"captions\">`.",
            limits="Ondertiteling die in het beeld zelf staat, wordt niet gezien.",
        ),
    },
}  # fmt: skip
