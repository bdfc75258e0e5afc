"""The library of scripts in pages, in a page of its own."""

import pytest

from a11ycheck.inpage import assemble
from a11ycheck.judging.axe import read_axe

pytestmark = pytest.mark.browser

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Lesson</title></head><body>
<p id="first">One <b>two</b></p>
<div id="host"><i id="slotted">in a slot</i></div>
<button id="save" aria-labelledby="gone verb first">?</button><span id="verb"> Keep
it </span>
<input id="field" value="Go"><input id="empty" title="Search"><label>Mail <input id="mail" type="email"></label>
<a id="picture" href="#"><img alt="Home"></a>
<div id="folded" style="height: 0; overflow: hidden"><em id="inside">folded up</em></div>
<em id="pale" style="opacity: 0">pale</em><em id="hidden" style="visibility: hidden">hidden</em>
<script>
  const shadow = document.querySelector("#host").attachShadow({ mode: "open" });
  shadow.innerHTML = `<u id="inner">inner</u><slot></slot><div id="deep"></div>
    <u id="last" aria-describedby="inner"></u>`;
  shadow.querySelector("#deep").attachShadow({ mode: "open" }).innerHTML =
    "<button id='deepest' style='width: 90px; height: 40px'>deepest</button>";
</script></body></html>"""
INNER = "const inner = document.querySelector('#host').shadowRoot;"
DEEPEST = f"{INNER} const deepest = inner.querySelector('#deep').shadowRoot.querySelector('#deepest');"


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.set_content(PAGE)
    yield page
    page.close()


def run(page, parts, code, *given):
    """What some code returns that requires these parts."""
    return page.evaluate(assemble(f"// @requires {parts}\n(given) => {{ {code} }}"), list(given))


def ids(page, code):
    return run(page, "dom", f"{DEEPEST} return [...({code})].map((one) => one.id ?? one.data ?? '#root')")


def test_nothing_is_left_in_the_page(page):
    before = page.evaluate("Object.keys(globalThis).length")
    assert run(page, "dom, names, text, timing, visibility", "return typeof a11y.dom.parent") == "function"
    assert page.evaluate("Object.keys(globalThis).length") == before
    assert page.evaluate("['a11y', 'a11ycheck'].filter((name) => name in globalThis)") == []


def test_a_parent_is_that_of_the_flat_tree(page):
    assert ids(page, "[a11y.dom.parent(deepest), a11y.dom.parent(inner.querySelector('#inner'))]") == ["deep", "host"]
    slotted = "document.querySelector('#slotted')"
    assert run(page, "dom", f"return a11y.dom.parent({slotted}).localName") == "slot"
    assert run(page, "dom", f"return a11y.dom.parent({slotted}, {{ slots: false }}).id") == "host"
    assert run(page, "dom", "return a11y.dom.parent(document.documentElement)") is None


def test_elements_are_found_through_shadow_roots(page):
    assert ids(page, "a11y.dom.all('u, button')") == ["save", "inner", "last", "deepest"]
    found = ids(page, "a11y.dom.elements(document.querySelector('#host').parentElement)")
    assert [one for one in found if one in ("host", "inner", "deep", "deepest", "last", "slotted")] == [
        "host", "inner", "deep", "deepest", "last", "slotted",
    ]  # fmt: skip


def test_roots_are_bounded_and_ordered(page):
    roots = "a11y.dom.roots(document, given[0] ?? {}).length"
    assert run(page, "dom", f"return {roots}") == 3
    assert run(page, "dom", f"return {roots}", {"most": 2}) == 2
    assert run(page, "dom", f"return {roots}", {"depthFirst": True}) == 3


def test_nodes_are_texts_and_elements_of_the_flat_tree(page):
    code = """const texts = [...a11y.dom.nodes(document.body)].filter((one) => one.nodeType === 3 && one.data.trim());
      return texts.map((one) => [one.data.trim(), a11y.dom.parent(one, { slots: false }).localName])"""
    texts = run(page, "dom", code)
    assert ["deepest", "button"] in texts
    assert ["in a slot", "i"] in texts
    assert not [text for text, parent in texts if parent == "script"]


def test_what_contains_what(page):
    host = "document.querySelector('#host')"
    assert run(page, "dom", f"{DEEPEST} return a11y.dom.contains({host}, deepest)") is True
    assert run(page, "dom", f"{DEEPEST} return a11y.dom.includes({host}, deepest)") is True
    slot, slotted = "inner.querySelector('slot')", "document.querySelector('#slotted')"
    assert run(page, "dom", f"{INNER} return a11y.dom.contains({slot}, {slotted})") is True
    assert run(page, "dom", f"{INNER} return a11y.dom.includes({slot}, {slotted})") is False


def test_ids_are_looked_up_in_their_own_root(page):
    assert ids(page, "a11y.dom.references(document.querySelector('#save'), 'aria-labelledby')") == ["verb", "first"]
    assert ids(page, "a11y.dom.references(inner.querySelector('#last'), 'aria-describedby')") == ["inner"]
    assert run(page, "dom", "return a11y.dom.byId(document.body, 'inner')") is None
    assert run(page, "dom", "return a11y.dom.byId(document.body, '')") is None
    assert run(page, "dom", "return a11y.dom.references(document.body, 'aria-owns')") == []


def test_places_points_and_the_focus_go_through_shadow_roots(page):
    find = "return a11y.dom.find(given)?.id ?? null"
    assert run(page, "dom", find, "#host", "#deep", "#deepest") == "deepest"
    assert run(page, "dom", find, "#nowhere", "#deep") is None
    middle = "const { left, top } = deepest.getBoundingClientRect();"
    assert run(page, "dom", f"{DEEPEST} {middle} return a11y.dom.elementAt(left + 9, top + 9).id") == "deepest"
    assert run(page, "dom", f"{DEEPEST} deepest.focus(); return a11y.dom.activeElement().id") == "deepest"


def test_work_is_done_once(page):
    code = "let n = 0; const f = a11y.dom.once((x) => x + ++n); return [f('a'), f('a'), f('b')]"
    assert run(page, "dom", code) == ["a1", "a1", "b2"]


def test_texts(page):
    assert run(page, "text", "return given.map((one) => a11y.text.collapse(one))", " a\n\t b ", None) == ["a b", ""]
    assert run(page, "text", "return a11y.text.collapse('one  two', 4)") == "one "
    assert run(page, "text", "return a11y.text.plain(given[0])", "  Ｒead — MORE… ²") == "read more 2"
    assert run(page, "text", "return a11y.text.plain(given[0], { compatible: false })", "Ab² c!") == "ab² c"
    assert run(page, "text", "return a11y.text.splitCamelCase('btnNextPage')") == "btn Next Page"


def test_patterns_of_word_lists(page):
    lists = {"greeting": {"en": ["hel+o"], "nl": ["hallo {name}"]}, "name": {"en": ["world"], "nl": ["wereld"]}}
    match = "return given[1].map((text) => a11y.text.pattern('^{greeting}\\\\b', given[0]).test(text))"
    said = ["Hello you", "hallo wereld", "hallo", "say hello"]
    assert run(page, "text", match, lists, said) == [True, True, False, False]
    flags = "return a11y.text.pattern('\\\\p{L}{2,}', {}, 'u').test('é1')"
    assert run(page, "text", flags) is False


def test_what_can_be_seen(page):
    code = "return given.map((id) => a11y.visibility[id[0]](document.querySelector(id[1]), ...id.slice(2)))"
    seen = [["isVisible", "#first"], ["isVisible", "#inside"], ["isVisible", "#pale"], ["isVisible", "#hidden"]]
    assert run(page, "visibility", code, *seen) == [True, False, False, False]
    rendered = [
        ["isRendered", "#inside"],
        ["isRendered", "#pale"],
        ["isRendered", "#pale", {"opacity": False}],
        ["isRendered", "#hidden", {"visibility": False}],
    ]
    assert run(page, "visibility", code, *rendered) == [True, False, True, True]
    assert run(page, "visibility", "return a11y.visibility.visibleBox(null)") is None


def test_names_without_the_accessibility_tree(page):
    code = "return given.map((id) => a11y.names.visibleName(document.querySelector(id)))"
    expected = ["Keep it One two", "Go", "Search", "Home"]
    assert run(page, "names", code, "#save", "#field", "#empty", "#picture") == expected
    sources = "return a11y.names.nameFrom(document.querySelector(given[0]), given[1])"
    assert run(page, "names", sources, "#mail", ["placeholder", "labels"]) == "Mail"
    assert run(page, "names", sources, "#save", ["first reference"]) == "Keep it"
    assert run(page, "names", sources, "#mail", ["alt"]) == ""


def test_names_of_the_accessibility_tree(page):
    page.evaluate(read_axe().source)
    code = """axe.setup(document.documentElement);
      const element = given[0] ? document.querySelector(given[0]) : document.createElement("p");
      try { return a11y.names.accessibleName(element) } finally { axe.teardown() }"""
    assert run(page, "names", code, "#save") == "Keep it One two"
    assert run(page, "names", code, "#mail") == "Mail"
    assert run(page, "names", code, "") == ""


def test_facts_are_made_when_they_are_read_and_once(page):
    code = """let n = 0;
      const makers = { one: () => ++n, two: (axe, facts) => facts.one + facts.one, three: () => ++n };
      const facts = a11y.facts.lazyFacts(makers, new Map([["given", 7]]));
      return [n, facts.two, facts.one, facts.given, n]"""
    assert run(page, "facts", f"globalThis.axe ??= null; {code}") == [0, 2, 1, 7, 1]


def test_a_rule_that_fails_lets_others_run(page):
    code = """const outcome = a11y.judging.newOutcome();
      a11y.judging.attempt(outcome, "bad", () => null.nothing);
      a11y.judging.attempt(outcome, "good", () => void outcome.hits.push("found"));
      return [outcome.failed.map(([rule]) => rule), outcome.hits]"""
    assert run(page, "judging", code) == [["bad"], ["found"]]


def test_marks_find_elements_again(page):
    code = """const { mark, marked, state } = a11y.state;
      const numbers = [mark(document.body), mark(document.head), mark(document.body)];
      const found = [marked(0) === document.body, marked(9)];
      delete globalThis.a11ycheck;
      return [numbers, found, state.marked.length]"""
    assert run(page, "state", code) == [[0, 1, 0], [True, None], 2]


def test_purposes_of_fields(page):
    code = "return given.map((name) => [a11y.purposes.purposeOf(name), a11y.purposes.purposeOf(name, { broad: true })])"
    names = ["uw e mailadres verplicht", "name", "company name", "favourite name"]
    assert run(page, "purposes", code, *names) == [["email"] * 2, ["", "name"], ["", "organization"], ["", ""]]


def test_drawn_does_not_wait_for_ever(page):
    code = "const began = performance.now(); await a11y.timing.drawn(50); return performance.now() - began < 2000"
    assert page.evaluate(assemble(f"// @requires timing\nasync () => {{ {code} }}")) is True


def test_a_page_that_broke_the_built_in_functions_does_not_break_our_world(browser):
    """In the isolated world, where rules run, the page's own prototypes do not count."""
    broken = browser.new_page()
    broken.set_content(PAGE)
    broken.evaluate("() => { Array.prototype.flatMap = Document.prototype.querySelectorAll = () => null; }")
    session = broken.context.new_cdp_session(broken)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]
    call = {
        "functionDeclaration": assemble("// @requires dom\n() => a11y.dom.all('u').length"),
        "executionContextId": world,
        "returnByValue": True,
    }
    assert session.send("Runtime.callFunctionOn", call)["result"]["value"] == 2
    broken.close()
