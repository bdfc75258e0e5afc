"""The record store and the HACP service answer each request as the specifications say."""

import json
from threading import Thread
from urllib.parse import parse_qs, quote, urlencode

import pytest

from a11ycheck.runtimes.hacp import Hacp
from a11ycheck.runtimes.lrs import Lrs
from a11ycheck.runtimes.recent_launches import RecentLaunches
from a11ycheck.runtimes.xapi import ACTOR, cmi5_query, launch_data, tin_can_query

ABOUT = "activityId=urn:a&agent=%7B%7D"
STATE = f"activities/state?{ABOUT}&stateId=bookmark"
JSON = {"content-type": "application/json"}


@pytest.fixture
def lrs():
    return Lrs(launch_data("urn:a", {"moveOn": "Passed", "masteryScore": "0.8", "entitlementKey": "k"}, "http://back/"))


def ask(lrs, method, path, body=b"", headers=JSON):
    return lrs(method, path, headers, body if isinstance(body, bytes) else json.dumps(body).encode())


def test_the_token_is_given_once(lrs):
    assert json.loads(ask(lrs, "POST", "fetch").body)["auth-token"]
    assert json.loads(ask(lrs, "POST", "fetch").body)["error-code"] == "1"
    lrs.restart()
    assert "auth-token" in json.loads(ask(lrs, "POST", "fetch").body)


def test_launch_data_says_what_cmi5_asks(lrs):
    data = json.loads(ask(lrs, "GET", f"activities/state?stateId=LMS.LaunchData&{ABOUT}&registration=r").body)
    assert (data["launchMode"], data["moveOn"], data["masteryScore"], data["returnURL"]) == (
        "Normal",
        "Passed",
        0.8,
        "http://back/",
    )
    assert data["entitlementKey"] == {"courseStructure": "k"}
    extensions = data["contextTemplate"]["extensions"]
    assert extensions["https://w3id.org/xapi/cmi5/context/extensions/sessionid"]
    assert ask(lrs, "GET", "agents/profile?profileId=cmi5LearnerPreferences&agent=%7B%7D").status == 200


@pytest.mark.parametrize("score", ["", "high", "1.5", "-1", "nan"])
def test_a_mastery_score_that_is_none_is_left_out(score):
    (data, _) = launch_data("urn:a", {"masteryScore": score}, "").values()
    assert "masteryScore" not in data


def test_a_document_comes_back_as_it_was_put(lrs):
    assert ask(lrs, "GET", STATE).status == 404
    assert ask(lrs, "PUT", STATE, b"page 3", {"content-type": "text/plain"}).status == 204
    answer = ask(lrs, "GET", STATE)
    assert (answer.status, answer.body, dict(answer.headers)["content-type"]) == (200, b"page 3", "text/plain")
    assert dict(answer.headers)["etag"]
    assert ask(lrs, "GET", STATE.replace("urn:a", "urn:b")).status == 404
    assert json.loads(ask(lrs, "GET", f"activities/state?{ABOUT}").body) == ["LMS.LaunchData", "bookmark"]
    assert ask(lrs, "DELETE", STATE).status == 204
    assert ask(lrs, "GET", STATE).status == 404


def test_post_merges_objects_and_refuses_the_rest(lrs):
    ask(lrs, "POST", STATE, {"a": 1, "b": 1})
    ask(lrs, "POST", STATE, {"b": 2})
    assert json.loads(ask(lrs, "GET", STATE).body) == {"a": 1, "b": 2}
    assert ask(lrs, "POST", STATE, [1]).status == 400
    assert ask(lrs, "POST", STATE, b"[" * 100_000).status == 400


def test_statements_are_kept_and_found(lrs):
    verb, thing = {"id": "urn:v"}, {"id": "urn:a"}
    assert ask(lrs, "PUT", "statements?statementId=1", {"verb": verb, "object": thing}).status == 204
    names = json.loads(ask(lrs, "POST", "statements", [{"verb": verb}, {"verb": {"id": "urn:w"}}]).body)
    assert len(names) == 2
    assert json.loads(ask(lrs, "GET", "statements?statementId=1").body)["object"] == thing
    found = json.loads(ask(lrs, "GET", "statements?verb=urn:v").body)["statements"]
    assert [one["id"] for one in found] == [names[0], "1"]
    assert len(json.loads(ask(lrs, "GET", "statements?limit=1").body)["statements"]) == 1
    assert ask(lrs, "GET", "statements?statementId=9").status == 404
    for broken in (b"", b"{", b"7", b"[7]"):
        assert ask(lrs, "POST", "statements", broken).status == 400
    assert json.loads(ask(lrs, "POST", "statements", []).body) == []


def test_statements_with_attachments(lrs):
    body = (
        b'--b\r\nContent-Type: application/json\r\n\r\n{"id": "7", "verb": {}}\r\n--b\r\nX: y\r\n\r\n\x89PNG\r\n--b--'
    )
    assert json.loads(ask(lrs, "POST", "statements", body, {"content-type": "multipart/mixed; boundary=b"}).body) == [
        "7"
    ]


def test_the_alternate_syntax_of_old_browsers(lrs):
    form = urlencode({"activityId": "urn:a", "agent": "{}", "stateId": "s", "Content-Type": "text/x", "content": "é&="})
    assert lrs("POST", "activities/state?method=PUT", {}, form.encode()).status == 204
    form = urlencode({"activityId": "urn:a", "agent": "{}", "stateId": "s"})
    answer = lrs("POST", "activities/state?method=GET", {}, form.encode())
    assert (answer.body.decode(), dict(answer.headers)["content-type"]) == ("é&=", "text/x")


def test_what_an_lrs_says_of_itself_and_what_it_has_not(lrs):
    assert "1.0.3" in json.loads(ask(lrs, "GET", "about").body)["version"]
    assert json.loads(ask(lrs, "GET", f"activities?activityId={quote('urn:a')}").body)["id"] == "urn:a"
    assert json.loads(ask(lrs, "GET", "agents?agent=%7B%7D").body)["objectType"] == "Person"
    assert ask(lrs, "GET", "//activities//state?stateId=LMS.LaunchData").status == 200
    assert [ask(lrs, "GET", "nothing").status, ask(lrs, "PATCH", "statements").status] == [404, 405]
    assert dict(ask(lrs, "OPTIONS", "statements").headers)["access-control-allow-origin"] == "*"
    assert dict(ask(lrs, "GET", "about").headers)["x-experience-api-version"] == "1.0.3"


def test_it_does_not_fill_the_memory(lrs):
    large = bytes(1024 * 1024)
    answers = [ask(lrs, "PUT", f"{STATE}{n}", large).status for n in range(8)]
    assert answers == [204] * 2 + [413] * 6
    assert ask(lrs, "POST", "statements", bytes(3 * 1024 * 1024)).status == 413
    assert ask(lrs, "PUT", f"{STATE}0", large).status == 204
    for n in range(2100):
        ask(lrs, "PUT", f"statements?statementId={n}", {"n": n})
    assert ask(lrs, "GET", "statements?statementId=0").status == 404
    assert ask(lrs, "GET", "statements?statementId=2099").status == 200


def test_services_launched_long_ago_forget():
    recent, services = RecentLaunches(), [Lrs() for _ in range(66)]
    for service in services:
        recent.start(service)
        ask(service, "PUT", STATE, b"7")
    recent.start(services[5])
    assert [ask(service, "GET", STATE).status for service in services[:8]] == [404, 404, 200, 200, 200, 404, 200, 200]


def test_many_threads_at_once(lrs):
    def work(thread):
        for n in range(50):
            ask(lrs, "POST", STATE, {f"{thread}-{n}": n})

    threads = [Thread(target=work, args=(thread,)) for thread in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(json.loads(ask(lrs, "GET", STATE).body)) == 400


@pytest.mark.parametrize(("build", "names"), [
    (cmi5_query, ["endpoint", "fetch", "actor", "registration", "activityId"]),
    (tin_can_query, ["endpoint", "auth", "actor", "registration", "activity_id"]),
])  # fmt: skip
def test_the_launch_string_is_complete_and_steady(build, names):
    query = build("http://course.localhost/.a11ycheck/lrs/1/", "urn:a b")
    assert query == build("http://course.localhost/.a11ycheck/lrs/1/", "urn:a b")
    assert "+" not in query
    given = parse_qs(query)
    assert list(given) == names
    assert json.loads(given["actor"][0]) == ACTOR
    assert given[names[-1]] == ["urn:a b"]


def hacp(service, command, **fields):
    body = urlencode({"command": command, "session_id": "s", "version": "3.5", **fields}).encode()
    return service("POST", "", {}, body).body.decode()


def test_hacp_gives_back_what_was_put():
    service = Hacp({"core_vendor": "unit=celsius", "mastery_score": "80"})
    first = hacp(service, "GetParam")
    assert first.startswith("error=0\r\n")
    assert "Lesson_Status=not attempted, A" in first
    assert "[Core_Vendor]\r\nunit=celsius" in first
    assert "Mastery_Score=80" in first
    core = "[CORE]\r\nLesson_Location = page 2\r\nlesson_status=incomplete\r\n"
    data = f"{core}[Core_Lesson]\r\na=1\r\nb=2\r\n[Other]\r\nc=3"
    assert hacp(service, "PUTPARAM", AICC_Data=data).startswith("error=0")
    then = hacp(service, "getparam")
    assert "Lesson_Location=page 2" in then
    assert "Lesson_Status=incomplete\r\n" in then
    assert "[Core_Lesson]\r\na=1\r\nb=2\r\n[Core_Vendor]" in then
    service.restart()
    assert hacp(service, "getparam") == first


@pytest.mark.parametrize(
    ("command", "error"), [("PutInteractions", 0), ("ExitAU", 0), ("PutPath", 0), ("Dance", 1), ("", 1)]
)
def test_hacp_knows_its_commands(command, error):
    assert hacp(Hacp({}), command).startswith(f"error={error}\r\n")


def test_hacp_asks_for_a_session_and_takes_no_flood():
    assert Hacp({})("POST", "", {}, b"command=GetParam").body.startswith(b"error=3")
    assert Hacp({})("GET", "?command=GetParam&session_id=1", {}, b"").body.startswith(b"error=0")
    assert Hacp({})("POST", "", {}, bytes(300_000)).status == 413
