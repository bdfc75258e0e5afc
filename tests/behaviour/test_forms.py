"""A form is sent only when the user allows it: empty, then with wrong values; its error messages are judged."""

import pytest

from a11ycheck.judging.rules import read_rules
from tests.scanning import plan_for, scan_source
from tests.site_server import Reply, serving

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html><html lang="en"><title>Ask</title><h1>Ask a question</h1>{said}
<form method="post" action="/ask" novalidate><p><label>Name * <input name="name" required></label></p>
<p><label>Question * <input name="question" required></label></p><button>Ask</button></form>
<form method="post" action="/account/delete" novalidate><p><label>Why * <input name="why" required></label></p>
<button>Delete my account</button></form></html>"""
PAYS = """<!DOCTYPE html><html lang="nl"><title>Betalen</title><h1>Kassa</h1><form method="post" action="/x" novalidate>
<p><label>Naam * <input name="name" required></label></p><button>Nu betalen</button></form></html>"""
MAIL = """<!DOCTYPE html><html lang="en"><title>Ask</title><h1>News</h1>{said}
<form method="post" action="/ask" novalidate><p><label>E-mail * <input name="mail" required></label></p>
<button>Keep me posted</button></form></html>"""
RULES = [rule for rule in read_rules("en") if rule.id in ("form-errors", "error-suggestion")]


def send(said, *, asked=True, page=PAGE):
    """The requests that are not GET, and the findings, of a site that answers a form with this."""
    pages = {"/": page.format(said=""), "/ask": Reply(page.format(said=said))}
    with serving(pages) as site:
        report = scan_source(
            f"{site.url}/", plan_for(axe=["html-has-lang"], ours=RULES, profile="standard", asked=asked)
        )
        return site.sent, [(one.rule, one.key, one.target) for one in report.findings], report.skipped


def test_a_form_is_sent_once_and_the_page_that_comes_back_is_judged():
    sent, found, skipped = send("<p class='error'>Something is missing.</p>")
    assert sent == [("POST", "/ask")]
    assert found == [("form-errors", "unnamed", 'form[action="/ask"]')]
    assert skipped == ()


def test_errors_that_name_their_fields_are_left_alone():
    sent, found, _ = send("<ul class='errors'><li class='error'>Name: fill this in</li></ul>")
    assert (sent, found) == ([("POST", "/ask")], [])


@pytest.mark.parametrize(("asked", "page"), [(False, PAGE), (True, PAYS)])
def test_nothing_is_sent_unless_asked_and_never_where_it_pays(asked, page):
    assert send("<p class='error'>Something is missing.</p>", asked=asked, page=page)[:2] == ([], [])


def test_a_form_with_an_address_is_sent_once_more_with_what_cannot_be_right():
    sent, found, _ = send("<p class='error'>E-mail: not valid.</p>", page=MAIL)
    assert sent == [("POST", "/ask")] * 2
    assert found == [("error-suggestion", "bare", "form")]


TAKES = """<!DOCTYPE html><html lang="en"><title>Ask</title><h1>News</h1><p id="say" role="alert"></p>
<form id="f" method="post" action="/ask" novalidate><p><label>E-mail * <input name="mail" required></label></p>
<p><label>Question * <input name="q" required></label></p><button>Ask</button></form><script>
f.onsubmit = (e) => { if (!f.mail.value) { e.preventDefault(); say.textContent = "Something is missing." } }
</script></html>"""


def test_what_the_empty_form_told_is_kept_when_the_misfilled_one_is_taken():
    taken = "<!DOCTYPE html><html lang='en'><title>Thanks</title><h1>Thanks</h1></html>"
    with serving({"/": TAKES, "/ask": taken}) as site:
        report = scan_source(
            f"{site.url}/", plan_for(axe=["html-has-lang"], ours=RULES, profile="standard", asked=True)
        )
    assert site.sent == [("POST", "/ask")]
    assert [(one.rule, one.key) for one in report.findings] == [("form-errors", "unnamed")]
