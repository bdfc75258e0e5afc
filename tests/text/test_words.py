"""Both languages have the same sentences, and a saved report can be worded in the other one."""

import re
from dataclasses import fields, replace
from string import Formatter
from typing import get_args, get_type_hints

import pytest

from a11ycheck import model
from a11ycheck.content import REPORTS
from a11ycheck.errors import UsageError
from a11ycheck.model import Lang, RuleText, Skipped
from a11ycheck.text.words import Words, message, read_words, reworded
from tests.reports import report, rules

EN, NL = read_words("en"), read_words("nl")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys() -> None:
    assert set(EN.table) == set(NL.table)


@pytest.mark.parametrize("key", sorted(EN.table))
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    assert placeholders(EN.table[key]) == placeholders(NL.table[key])
    assert all(name.isidentifier() for name in placeholders(EN.table[key]))


@pytest.mark.parametrize("lang", get_args(Lang))
def test_nothing_is_empty_and_no_table_is_there_twice(lang: Lang) -> None:
    assert [key for key, text in read_words(lang).table.items() if not text.strip()] == []
    source = (REPORTS / "words" / f"{lang}.toml").read_text(encoding="utf-8")
    tables = re.findall(r"^\[([\w-]+)\]$", source, re.MULTILINE)
    assert len(tables) == len(set(tables))


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("impact", get_args(model.Impact)),
        ("outcome", get_args(model.Outcome)),
        ("status", get_args(model.Status)),
        ("profile", get_args(model.Profile)),
        ("event", get_args(get_type_hints(model.Event)["kind"])),
    ],
)
def test_every_value_of_the_model_has_a_word(table: str, values: tuple[str, ...]) -> None:
    assert {key.split(".")[1] for key in EN.table if key.startswith(f"{table}.")} == set(values)


def test_one_and_many() -> None:
    assert EN.count("summary.screens", 1) == "on 1 screen"
    assert NL.count("summary.screens", 0) == "op 0 schermen"


def test_an_unknown_word_is_an_error_unless_there_is_a_fallback() -> None:
    with pytest.raises(
        KeyError, match=r"no 'summary.none': add 'none' below \[summary\] in each file of reports/words/"
    ):
        EN("summary.none")
    with pytest.raises(KeyError, match=r"'summary.screens.one' in reports/words/en.toml needs a value for 'n'"):
        Words("en", {"summary.screens.one": "on {n} screen"})("summary.screens.one")
    assert EN.get("kind.unheard-of", "unheard-of") == "unheard-of"
    assert Words("en", {"skipped.x": "After {n} s."}).get("skipped.x", "saved") == "saved"


def test_braces_in_page_text_stay_as_they_are() -> None:
    assert message(RuleText("t", {"k": "Says {text}."}), "k", {"text": "{text} {0} {x.__class__}"}) == (
        "Says {text} {0} {x.__class__}."
    )


def test_a_template_reaches_no_attributes() -> None:
    assert message(RuleText("t", {"k": "{text.__class__}"}), "k", {"text": "a"}) == "{text.__class__}"


def test_the_sentence_with_figures_is_used_where_the_figures_are() -> None:
    text = RuleText("t", {"violation": "Too low.", "detail": "{ratio} is too low."})
    assert message(text, "violation", {"ratio": "2.1"}) == "2.1 is too low."
    assert message(text, "violation", {}) == "Too low."


def test_an_error_says_its_sentence_in_both_languages() -> None:
    error = UsageError("not-a-baseline", file="b.json")
    assert "b.json is not a baseline" in EN.error(error)
    assert "b.json is geen nulmeting" in NL.error(error)


def test_a_saved_report_in_the_other_language() -> None:
    dutch = reworded(report(), NL, rules("nl"))
    assert dutch.settings.lang == "nl"
    assert dutch.findings[6].message == "De linktekst ‘click here’ zegt niet waar de link heen gaat."
    assert dutch.issues[0].first.message == "Deze afbeelding heeft geen tekstalternatief."
    assert dutch.rules["label"].text.title == "Formulierveld zonder label"
    assert dutch.skipped[2].detail == "De server antwoordde met een fout (404)."
    same = [f.name for f in fields(dutch) if f.name not in ("settings", "findings", "issues", "skipped", "rules")]
    assert [getattr(dutch, name) for name in same] == [getattr(report(), name) for name in same]


def test_there_and_back_again() -> None:
    assert reworded(reworded(report(), NL, rules("nl")), EN, rules("en")) == report()


def test_what_cannot_be_said_again_stays_as_it_was_saved() -> None:
    given = replace(report(), skipped=(Skipped("x", "of-another-version", "It was so."),))
    dutch = reworded(given, NL, {})
    assert dutch.skipped[0].detail == "It was so."
    assert [each.message for each in dutch.findings] == [each.message for each in given.findings]
    assert dutch.rules == given.rules
