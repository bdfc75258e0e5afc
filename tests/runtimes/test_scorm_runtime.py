"""The run-time in real Chromium, call by call, against the tables of SCORM 1.2 and SCORM 2004."""

import pytest

from a11ycheck.runtimes.scorm import Launch, launch_page

pytestmark = pytest.mark.browser

LAUNCH = Launch("Item", "about:blank", objectives=("know", "do"), launch_data="seed=7", passing_score="80")


@pytest.fixture
def api(browser):
    """`call("API.LMSGetValue", "cmi.core.entry")` gives (value, error code)."""
    page = browser.new_page()
    page.set_content(launch_page(LAUNCH).decode("utf-8"))

    def call(name, *words):
        owner = name.partition(".")[0]
        last = f"{owner}.{'LMSGetLastError' if owner == 'API' else 'GetLastError'}()"
        return tuple(page.evaluate(f"words => [String({name}(...words)), String({last})]", list(words)))

    yield call
    page.close()


ONE = [
    ("LMSGetValue", ["cmi.core.student_name"], ("", "301")),
    ("LMSInitialize", [""], ("true", "0")),
    ("LMSGetValue", ["cmi.core.entry"], ("ab-initio", "0")),
    ("LMSGetValue", ["cmi.core.lesson_status"], ("not attempted", "0")),
    ("LMSGetValue", ["cmi.core.lesson_mode"], ("normal", "0")),
    ("LMSGetValue", ["cmi.core.credit"], ("credit", "0")),
    ("LMSGetValue", ["cmi.launch_data"], ("seed=7", "0")),
    ("LMSGetValue", ["cmi.student_data.mastery_score"], ("80", "0")),
    ("LMSGetValue", ["cmi.core.score._children"], ("raw,min,max", "0")),
    ("LMSGetValue", ["cmi.objectives._count"], ("2", "0")),
    ("LMSGetValue", ["cmi.objectives.1.id"], ("do", "0")),
    ("LMSGetValue", ["cmi.interactions._count"], ("0", "0")),
    ("LMSSetValue", ["cmi.interactions.0.id", "q1"], ("true", "0")),
    ("LMSGetValue", ["cmi.interactions._count"], ("1", "0")),
    ("LMSGetValue", ["cmi.interactions.0.id"], ("", "404")),
    ("LMSSetValue", ["cmi.core.lesson_status", "completed"], ("true", "0")),
    ("LMSGetValue", ["cmi.core.lesson_status"], ("completed", "0")),
    ("LMSSetValue", ["cmi.core.lesson_status", "done"], ("false", "405")),
    ("LMSSetValue", ["cmi.core.student_id", "me"], ("false", "403")),
    ("LMSSetValue", ["cmi.core._children", "x"], ("false", "402")),
    ("LMSSetValue", ["cmi.suspend_data", "page=3"], ("true", "0")),
    ("LMSGetValue", ["cmi.suspend_data"], ("page=3", "0")),
    ("LMSGetValue", ["cmi.nothing"], ("", "201")),
    ("LMSCommit", [""], ("true", "0")),
    ("LMSFinish", [""], ("true", "0")),
    ("LMSGetValue", ["cmi.core.entry"], ("", "301")),
]
TWO = [
    ("GetValue", ["cmi.entry"], ("", "122")),
    ("SetValue", ["cmi.location", "x"], ("false", "132")),
    ("Commit", [""], ("false", "142")),
    ("Terminate", [""], ("false", "112")),
    ("Initialize", [""], ("true", "0")),
    ("Initialize", [""], ("false", "103")),
    ("GetValue", ["cmi.entry"], ("ab-initio", "0")),
    ("GetValue", ["cmi.mode"], ("normal", "0")),
    ("GetValue", ["cmi.completion_status"], ("unknown", "0")),
    ("GetValue", ["cmi.success_status"], ("unknown", "0")),
    ("GetValue", ["cmi.launch_data"], ("seed=7", "0")),
    ("GetValue", ["cmi.objectives._count"], ("2", "0")),
    ("GetValue", ["cmi.objectives.0.id"], ("know", "0")),
    ("SetValue", ["cmi.objectives.0.success_status", "passed"], ("true", "0")),
    ("GetValue", ["cmi.objectives.0.success_status"], ("passed", "0")),
    ("SetValue", ["cmi.score.scaled", "0.5"], ("true", "0")),
    ("SetValue", ["cmi.score.scaled", "7"], ("false", "407")),
    ("SetValue", ["cmi.score.scaled", "half"], ("false", "406")),
    ("SetValue", ["cmi.learner_id", "me"], ("false", "404")),
    ("GetValue", ["cmi.session_time"], ("", "405")),
    ("GetValue", ["cmi.nothing"], ("", "401")),
    ("GetValue", ["cmi.interactions.5.id"], ("", "301")),
    ("SetValue", ["adl.nav.request", "continue"], ("true", "0")),
    ("GetValue", ["adl.nav.request_valid.continue"], ("true", "0")),
    ("Terminate", [""], ("true", "0")),
    ("GetValue", ["cmi.entry"], ("", "123")),
]


def test_scorm_12(api):
    said = [(name, words, api(f"API.{name}", *words)) for name, words, _ in ONE]
    assert said == ONE


def test_scorm_2004(api):
    said = [(name, words, api(f"API_1484_11.{name}", *words)) for name, words, _ in TWO]
    assert said == TWO


@pytest.mark.parametrize("name", ["API.LMSGetErrorString", "API_1484_11.GetErrorString"])
def test_error_codes_have_words(api, name):
    assert len(api(name, "401")[0]) > 5
    assert api(name, "0")[0] != api(name, "401")[0]


def test_nothing_is_kept_from_one_launch_to_the_next(browser, api):
    api("API.LMSInitialize", "")
    api("API.LMSSetValue", "cmi.suspend_data", "page=3")
    page = browser.new_page()
    page.set_content(launch_page(LAUNCH).decode("utf-8"))
    assert page.evaluate("API.LMSInitialize(''), API.LMSGetValue('cmi.suspend_data')") == ""
    page.close()
