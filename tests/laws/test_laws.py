"""Which laws may apply to organisations of different kinds, and what is said about each law."""

import re
import tomllib
from datetime import date
from typing import Any

import pytest

from a11ycheck import laws
from a11ycheck.content import CONTENT
from a11ycheck.laws import Answers, judge, questions, regimes, unanswered
from a11ycheck.model import LawResult

SHOP: Answers = {"country": ("NL",), "sells-to-consumers": ("yes",), "staff": ("50-249",)}


def results(**answers: Any) -> dict[str, LawResult]:
    given = {key.replace("_", "-"): value if isinstance(value, tuple) else (value,) for key, value in answers.items()}
    return {each.regime: each for each in judge(given)}


def outcomes(**answers: Any) -> dict[str, str]:
    return {name: each.applicability for name, each in results(**answers).items()}


def test_without_answers_there_are_only_questions() -> None:
    assert judge({}) == ()
    assert unanswered({}) == questions()


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"sells_to_consumers": "yes", "staff": "250+"}, "may-apply"),
        ({"sells_to_consumers": "yes", "staff": "10-49", "turnover": "up-to-2-million"}, "may-apply"),
        ({"sells_to_consumers": "yes", "staff": "0-9", "turnover": "over-2-million"}, "may-apply"),
        ({"sells_to_consumers": "yes", "staff": "0-9", "turnover": "up-to-2-million"}, "probably-not"),
        ({"sells_to_consumers": "no", "staff": "250+"}, "probably-not"),
        ({"sells_to_consumers": "yes"}, "open"),
        ({"sells_to_consumers": "yes", "staff": "0-9"}, "open"),
        ({"staff": "250+"}, "open"),
    ],
)
@pytest.mark.parametrize(
    ("country", "regime"), [("NL", "10-eaa-nl"), ("DE", "11-eaa-de"), ("FR", "12-eaa-fr"), ("BE", "13-eaa-be")]
)
def test_selling_online(country: str, regime: str, answers: dict[str, str], outcome: str) -> None:
    assert outcomes(country=country, **answers)[regime] == outcome


def test_an_open_outcome_names_what_decides() -> None:
    missing = results(country="NL", sells_to_consumers="yes")["10-eaa-nl"].missing
    assert missing == ("staff",)
    assert results(sells_to_consumers="yes", staff="250+")["10-eaa-nl"].missing == ("country",)


def test_only_questions_that_decide_something_are_asked() -> None:
    asked = {each.key for each in unanswered({**SHOP, "public-customers": ("yes",)})}
    assert asked == {"e-books", "video-on-demand", "public-body", "own-employees", "school"}


def test_only_the_countries_that_were_named() -> None:
    assert {"10-eaa-nl", "11-eaa-de"} <= outcomes(country=("NL", "DE")).keys()
    assert not {"12-eaa-fr", "13-eaa-be", "14-eaa-other"} & outcomes(country=("NL", "DE")).keys()
    assert set(outcomes(country="outside-eu")) == {"50-procurement"}


def test_a_public_body() -> None:
    public = results(country="NL", public_body="yes")
    assert (public["30-public-nl"].applicability, public["30-public-nl"].certainty) == ("may-apply", "high")
    assert results(country="NL", public_body="yes", school="higher")["30-public-nl"].certainty == "medium"
    assert results(country="NL", public_body="yes", school="school")["30-public-nl"].certainty == "low"
    assert outcomes(country="NL", public_body="no")["30-public-nl"] == "probably-not"
    assert outcomes(country="DE", public_body="yes")["31-public-eu"] == "may-apply"


def test_a_public_body_that_sells_to_consumers_has_both() -> None:
    both = outcomes(country="NL", public_body="yes", sells_to_consumers="yes", staff="250+")
    assert both["10-eaa-nl"] == both["30-public-nl"] == "may-apply"


def test_a_small_employer_still_has_employees() -> None:
    small = outcomes(
        country="NL", own_employees="yes", sells_to_consumers="yes", staff="0-9", turnover="up-to-2-million"
    )
    assert (small["10-eaa-nl"], small["40-employees-nl"]) == ("probably-not", "may-apply")


def test_e_books_and_customers() -> None:
    assert outcomes(**{k.replace("-", "_"): v for k, v in SHOP.items()}, e_books="yes")["20-e-books-nl"] == "may-apply"
    assert outcomes(country="NL", e_books="no")["20-e-books-nl"] == "probably-not"
    assert outcomes(country="NL", public_customers="yes")["50-procurement"] == "may-apply"
    assert outcomes(country="NL", sells_to_organisations="yes")["50-procurement"] == "may-apply"
    nobody = outcomes(country="NL", public_customers="no", public_body="no", sells_to_organisations="no")
    assert nobody["50-procurement"] == "probably-not"


def test_what_is_not_settled_is_said() -> None:
    said = regimes()[results(country="NL", sells_to_consumers="yes", staff="250+")["10-eaa-nl"].regime]
    assert any("not settled" in each["en"] for each in said.unsettled)
    assert said.supervisor["en"].startswith("ACM")


@pytest.mark.parametrize("regime", regimes().values(), ids=lambda each: each.id)
def test_a_regime_is_whole(regime: laws.Regime) -> None:
    keys = {question.key for question in questions()}
    assert regime.cases and regime.asks and regime.sources
    assert date(2026, 1, 1) < regime.as_of
    for text in (regime.name, *regime.asks, *regime.unsettled, *(case.fact for case in regime.cases)):
        assert text["en"].strip() and text["nl"].strip()
        assert not re.search(
            r"\b(you (meet|comply)|compliant|conforms|u voldoet|voldoet aan|conform)\b", " ".join(text.values()), re.I
        )
    for case in regime.cases:
        assert case.conditions.keys() <= keys
        assert case.applicability in ("may-apply", "probably-not")
        for question in questions():
            allowed = set(question.choices or ("yes", "no"))
            assert set(case.conditions.get(question.key, ())) <= allowed


def test_the_files_hold_no_key_that_nobody_reads() -> None:
    known = {"name", "countries", "as_of", "supervisor", "sources", "cases", "asks", "unsettled"}
    for file in (CONTENT / "a11ycheck" / "laws" / "regimes").glob("*.toml"):
        assert tomllib.loads(file.read_text(encoding="utf-8")).keys() <= known, file.name
