"""Each file of causes can be read, and advises authors in both languages."""

import pytest

from a11ycheck.players import PLAYERS


@pytest.mark.parametrize("player", PLAYERS, ids=lambda player: player.name)
def test_each_cause_has_selectors_and_advice_in_both_languages(player):
    for cause in player.causes:
        assert cause.within
        assert cause.origin.tool
        assert set(cause.origin.advice) == {"en", "nl"}
        assert all(text.endswith(".") for text in cause.origin.advice.values())
        # Nobody is asked to look at what need not be changed.
        assert cause.harmless == ("need not change" in cause.origin.advice["en"])
