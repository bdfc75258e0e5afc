"""What changes something: names, attributes and addresses of links, from real platforms' habits, in four languages."""

import pytest

from a11ycheck.web.changes import Link, link_changes, name_changes
from a11ycheck.web.changing_addresses import address_changes
from tests.web.link_examples import lines, link, row_of, rows


@pytest.mark.parametrize("row", rows("links_changing") + rows("links_attacks"), ids=lambda row: f"{row[0]} {row[1]}")
def test_what_changes_something(row):
    assert link_changes(link(row))


@pytest.mark.parametrize("row", rows("links_harmless"), ids=lambda row: f"{row[0]} {row[1]}")
def test_what_only_shows_something(row):
    assert not link_changes(link(row))


@pytest.mark.parametrize("line", lines("links_held_back"))
def test_links_that_were_written_before_and_measured_after(line):
    kind, _, rest = line.partition(" | ")
    assert link_changes(link(row_of(rest))) is (kind == "change")


def test_the_address_decides_where_a_name_goes_on_with_something_unknown():
    assert name_changes("Delete Ladders", "https://school.example/c/17")
    assert name_changes("Ladders verwijderen", "https://school.example/c/17")
    assert not name_changes("Remove stains", "https://school.example/lessons/remove-stains")
    assert not name_changes("Remove stains", "https://school.example/mod/page/view.php?id=5")
    assert not name_changes("Flecken löschen", "https://school.example/kurse/flecken-loeschen")


def test_what_stands_beside_a_question_is_an_answer():
    assert link_changes(Link("https://school.example/c/17/yes", ("Go on",), asked=True))


def test_a_redirect_with_the_answer_of_a_sign_in_is_followed():
    answer = "https://school.example/auth/callback?token=Zk39aTdd093k&nonce=a8f3k2"
    assert address_changes(answer)
    assert not address_changes(answer, redirected=True)
    assert address_changes("https://school.example/x?sesskey=9fA3", redirected=True)
    assert address_changes("https://school.example/logout", redirected=True)
