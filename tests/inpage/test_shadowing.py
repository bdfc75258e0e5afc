"""Fields of forms hide what forms have, and named elements what the document and the window have: not from us."""

import re
import shutil
from dataclasses import replace

import pytest

from a11ycheck.browser.chromium import find
from a11ycheck.browser.frames import Frames
from a11ycheck.inpage import script
from a11ycheck.inpage.shadowing import form_members, unshadowed
from tests.inpage.test_scripts import SCRIPTS
from tests.scanning import plan_for, scan_source
from tests.shared_browser import open_browser, run
from tests.site_server import serving

BROWSERS = [name for name in ("chromium-headless-shell", "chromium") if shutil.which(name)] or [None]
OURS = [path for path in SCRIPTS if "players" not in path.parts]
"""Scripts of our isolated world; those of players run in the page's own."""
CHAIN = """(top) => { const names = new Set();
  for (let at = globalThis[top].prototype; at; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  return [...names]; }"""
PAGE = """<!doctype html><html lang="en"><title>Lesson</title><main><h1>Lesson</h1><div id="holder">
<p><img src="a.png"></p><p style="color: #aaa; background: #fff">Words that hardly show here</p><p><a href="/x"></a></p>
<form id="first"><label>Word <input></label> <img src="b.png"> <a href="/y"></a><button type="button"></button></form>
<div id="host"></div></div></main><script>
const chain = CHAIN;
document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = "<form><img src=c.png></form>";
const make = document.createElement.bind(document);
const forms = [document.querySelector("#first"), document.querySelector("#host").shadowRoot.querySelector("form")];
const holder = document.querySelector("#holder"), harmless = HARMLESS;
const clobber = (where, name, kind = "input", attribute = "name") => {
  const field = make(kind);
  field.setAttribute(attribute, harmless ? `ours-${name}` : name);
  field.hidden = true;
  if (kind === "img") field.alt = "";
  Element.prototype.append.call(where, field);
};
for (const form of forms) for (const name of chain("HTMLFormElement")) clobber(form, name);
for (const name of chain("Document")) clobber(holder, name, "img");
for (const name of ["a11ycheck", "axe", "Element", "globalThis", "own$", "H5P"]) clobber(holder, name, "form", "id");
</script>""".replace("CHAIN", CHAIN)
CASES = """(a, b) => { const r = /b.title"/.test(a.title) / 2; delete a.focus;
  const t = `a.id ${a.id + `${a?.name}.id`} .id`;
  if (a) /x.id/.exec(b.id); new.target;
  return [...a.children, 1.5, "a.id", 'a.id', a.length, a\n  .matches("p")]; // a.id
}"""


OTHER_WAYS = {
    "by-id": '<form id="it"><input id="getAttribute"><input id="matches">{}</form>',
    "from-afar": '<form id="it">{}</form><input form="it" name="nodeName"><button form="it" id="attributes">A</button>',
    "by-image": '<form id="it"><img name="parentElement" alt="" src="i.png"><img id="tagName" alt="">{}</form>',
    "by-object": '<form id="it"><object name="getRootNode"></object><output name="ownerDocument"></output>{}</form>',
    "by-a-former-name": '<form id="it"><input name="matches"><input name="getAttribute">{}</form><script>{ const form ='
    " document.forms[0]; for (const field of [form.matches, form.getAttribute]) field.name = 'now'; }</script>",
    "in-a-frame": "<iframe srcdoc='<html lang=en><title>F</title><form><input id=matches>{}</form>'></iframe>",
}


@pytest.fixture(scope="module")
def site():
    start = '<!doctype html><html lang="en"><title>Lesson</title><main><h1>Lesson</h1>'
    ways = {f"/{name}": start + body.replace("{}", "<img src=a.png>") for name, body in OTHER_WAYS.items()}
    pages = ways | {"/harmless": PAGE.replace("HARMLESS", "true"), "/hostile": PAGE.replace("HARMLESS", "false")}
    with serving(pages) as serving_site:
        yield serving_site


def found(report):
    fields = re.compile(r"(ours-)?[\w$]+")
    assert not report.skipped
    return sorted((one.rule, one.key, fields.sub("", "") + one.target.split(" > ")[-1]) for one in report.findings)


@pytest.mark.browser
@pytest.mark.parametrize("browser", BROWSERS)
def test_names_of_all_members_change_nothing_that_is_found(site, browser):
    plan = replace(plan_for(), chromium=find(browser and shutil.which(browser)))
    harmless, hostile = (scan_source(f"{site.url}/{name}", plan) for name in ("harmless", "hostile"))
    assert found(hostile) == found(harmless)
    assert {"image-alt", "link-name", "color-contrast", "button-name"} <= {one.rule for one in hostile.findings}
    assert len([one for one in hostile.findings if one.rule == "image-alt"]) == 3


@pytest.mark.browser
def test_other_ways_to_hide_members_hide_nothing(site):
    report = scan_source([f"{site.url}/{name}" for name in OTHER_WAYS], plan_for(["image-alt"], jobs=2))
    assert not report.skipped
    pages = [one.url.rpartition("/")[2] for one in report.findings if one.rule == "image-alt"]
    assert sorted(pages) == sorted(OTHER_WAYS)


@pytest.mark.browser
@pytest.mark.slow
def test_behaviour_finds_the_same(site):
    plan = plan_for(profile="thorough")
    harmless, hostile = (scan_source(f"{site.url}/{name}", plan) for name in ("harmless", "hostile"))
    assert found(hostile) == found(harmless)


@pytest.mark.browser
def test_the_list_has_all_members_of_this_browser_that_our_scripts_use(site):
    async def members():
        async with open_browser() as browser:
            page = await (await browser.new_context()).new_page()
            return set(await page.evaluate(CHAIN, "HTMLFormElement"))

    used = {name for path in SCRIPTS for name in re.findall(r"\.(\w+)", path.read_text(encoding="utf-8"))}
    assert (run(members()) & used) - form_members() <= {"length"}


@pytest.mark.browser
def test_a_form_answers_for_itself_and_all_else_as_ever(site):
    asked = """() => { const form = document.querySelector("#first"), row = { id: 1, title: "t", name: null };
      row.title += "u"; row.focus = 2; row.id++; delete row.focus;
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      return [form.localName, form.getAttribute("id"), form.children.length > 300, form.matches("#first"), form.id,
        form.parentElement.id, document.body.localName, typeof svg.className, row, "x".toString(), (1).toString(),
        form?.tagName, form.shadowRoot?.host ?? null, Object.keys(globalThis).includes("own$")]; }"""

    async def answers():
        async with open_browser() as browser:
            page = await (await browser.new_context()).new_page()
            await page.goto(f"{site.url}/hostile")
            root = await Frames(page, await page.context.new_cdp_session(page)).read()
            shadowed = await root.run(script("judging/shadowed_forms"))
            left = await page.evaluate("Object.getOwnPropertySymbols(Object.prototype).length")
            return shadowed, left, await root.run(asked)

    row = {"id": 2, "title": "tu", "name": None}
    expected = ["form", "first", True, True, "first", "holder", "body", "object", row, "x", "1", "FORM", None, False]
    assert run(answers()) == (True, 0, expected)


def test_only_members_change_and_no_text_or_pattern_does():
    changed = unshadowed(CASES).partition("=> (")[2].rpartition("\n))(")[0]
    assert changed == (
        CASES.replace("(a.title)", "(a[own$.title])")
        .replace("${a.id +", "${a[own$.id] +")
        .replace("a?.name", "a?.[own$.name]")
        .replace("(b.id)", "(b[own$.id])")
        .replace("a.children", "a[own$.children]")
        .replace("\n  .matches", "\n  [own$.matches]")
    )


@pytest.mark.parametrize("path", OURS, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_script_takes_an_element_apart(path):
    """That stays plain. Write `element.localName`, not `({ localName }) => …` or `const { localName } = element`."""
    source = path.read_text(encoding="utf-8")
    taken = re.findall(r"\{([\w\s,:=]*)\}(?:\) =>| = element\b| of elements\b)", source)
    names = {re.split("[:=]", name)[0].strip() for names in taken for name in names.split(",")}
    assert not names & (form_members() - ROWS)


@pytest.mark.parametrize("path", OURS, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_script_asks_for_a_member_by_a_string(path):
    assert not {*re.findall(r"""\[["'](\w+)["']\]""", path.read_text(encoding="utf-8"))} & form_members()


ROWS = frozenset(
    ["action", "autocomplete", "elements", "focus", "hidden", "id", "name", "role", "style", "target", "title"]
)
"""Members whose names rows of facts, attributes and helpers have too."""
