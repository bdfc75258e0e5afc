"""The parts of the library that tell controls, and what they say, in a page of its own."""

import pytest

from a11ycheck.inpage import assemble

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Lesson</title></head><body>
<button id="next" class="btnNext"><img src="a/arrow-right.png?v=2" alt="">Next page</button>
<p><a href="#">Second</a></p><p class="is-disabled"><a href="#">Third</a></p>
<div id="card" style="cursor: pointer"><span>Card</span></div><button hidden>Hidden</button>
<input id="name"><div id="host"></div>
<script>
  document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = "<button>Inner</button>";
  const given = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const field = document.querySelector("#name");
  Object.defineProperty(field, "value", { get: () => given.get.call(field), set: () => {} });
</script></body></html>"""


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.set_content(PAGE)
    return page


def run(page, parts, code):
    return page.evaluate(assemble(f"// @requires {parts}\n() => {{ {code} }}"))


def test_controls_are_found_by_role_or_pointer_and_through_shadow_roots(page):
    selectors = run(page, "controls", "return a11y.controls.visibleControls().map(a11y.controls.uniqueSelector)")
    assert selectors == [
        "#next",
        "html:nth-of-type(1) > body:nth-of-type(1) > p:nth-of-type(1) > a:nth-of-type(1)",
        "html:nth-of-type(1) > body:nth-of-type(1) > p:nth-of-type(2) > a:nth-of-type(1)",
        "#host >> button:nth-of-type(1)",
        "#card",
    ]
    disabled = run(page, "controls", "return a11y.controls.visibleControls().map(a11y.controls.isDisabled)")
    assert disabled == [False, False, True, False, False]


def test_code_names_are_those_of_a_control_and_its_picture(page):
    names = run(page, "controls", "return a11y.controls.codeNames(document.querySelector('#next'))")
    assert names == "next btn next arrow right png"


def test_a_value_is_set_past_a_frameworks_own_property(page):
    assert run(page, "controls", "a11y.controls.setValue(field, 'Robin'); return field.value") == "Robin"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Next", [True, True, True]), ("“Next” page", [False, True, True]), ("The next page", [False, False, True])]
    + [("Nextpage", [False, False, False]), ("À SUIVRE", [True, True, True]), (None, [False, False, False])],
)
def test_a_text_is_begins_with_or_mentions_a_phrase(text, expected, page):
    code = """const { isPhrase, startsWithPhrase, mentionsPhrase } = a11y.phrases;
    const phrases = { en: ["next"], fr: ["à suivre"] };"""
    said = "null" if text is None else f"'{text}'"
    tests = ", ".join(f"{name}(phrases, {said})" for name in ("isPhrase", "startsWithPhrase", "mentionsPhrase"))
    assert run(page, "phrases", f"{code} return [{tests}]") == expected


def test_objects_behind_the_listeners_of_a_page_are_found(page):
    code = """const node = { closure_lm_1: { src: { broken: true, get bad() { throw 1; }, player: { play() {} } } } };
    const find = (isWanted) => a11y.closure_library.findObject(isWanted, { nodes: [node], most: 10 });
    return [typeof find((object) => object.broken.toFixed && object.play)?.play, find(() => false)]"""
    assert run(page, "closure_library", code) == ["undefined", None]
    found = run(page, "closure_library", code.replace("object.broken.toFixed && object.play", "object.play"))
    assert found == ["function", None]
