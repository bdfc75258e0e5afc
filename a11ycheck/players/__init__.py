"""Go through a page screen by screen: with a player for each authoring tool, or by exploring."""

from __future__ import annotations

from a11ycheck.players.interface import Player
from a11ycheck.players.tools.adapt import ADAPT
from a11ycheck.players.tools.camtasia import CAMTASIA
from a11ycheck.players.tools.captivate import CAPTIVATE
from a11ycheck.players.tools.h5p_activity import H5P_ACTIVITY
from a11ycheck.players.tools.ispring import ISPRING, ISPRING_QUIZ
from a11ycheck.players.tools.lectora import LECTORA
from a11ycheck.players.tools.pagelist import PAGELIST
from a11ycheck.players.tools.rise import RISE
from a11ycheck.players.tools.storyline import STORYLINE, STORYLINE_2018

PLAYERS: tuple[Player, ...] = (
    STORYLINE,
    STORYLINE_2018,
    RISE,
    ADAPT,
    CAPTIVATE,
    ISPRING,
    ISPRING_QUIZ,
    LECTORA,
    CAMTASIA,
    H5P_ACTIVITY,
    PAGELIST,  # last: its evidence is a way of working, not a tool
)
"""The authoring tools that we know, in the order in which they are asked whether they made a package."""
