"""What moves a page on from screen to screen: a player for each authoring tool, and a way to explore the rest."""

from __future__ import annotations

from a11ycheck.players.adapt import ADAPT
from a11ycheck.players.camtasia import CAMTASIA
from a11ycheck.players.captivate import CAPTIVATE
from a11ycheck.players.h5p_activity import H5P_ACTIVITY
from a11ycheck.players.interface import Player
from a11ycheck.players.ispring import ISPRING, ISPRING_QUIZ
from a11ycheck.players.lectora import LECTORA
from a11ycheck.players.pagelist import PAGELIST
from a11ycheck.players.rise import RISE
from a11ycheck.players.storyline import STORYLINE, STORYLINE_2018

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
    PAGELIST,  # last: its evidence is a manner of working, not a tool
)
"""Each authoring tool that we know; asked in this order whether it made a package."""
