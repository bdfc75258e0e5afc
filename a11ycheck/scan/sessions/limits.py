"""How long a page may take, and how many dialogs and pop-up windows it may open.

The limits are generous because a busy computer is slow: they end what would never end, and nothing else.
"""

from __future__ import annotations

OPEN = 30.0
"""Seconds for the first bytes of a page."""
TAB = 60.0
"""Seconds for a new tab, on a busy computer too."""
LOAD = 10.0
"""Seconds after that for pictures and scripts; a slower page is judged as it then is."""
RENDER = 8.0
"""Seconds for something to be visible on the first screen of a page."""
RENDER_LATER = 4.0
"""Seconds for something to be visible on each further screen."""
RENDER_POPUP = 2.0
"""Seconds for something to be visible in a pop-up window."""
SCREEN = 90.0
"""Seconds for one screen in all."""
PAGE = 1800.0
"""Seconds for all screens of one page."""
DIALOGS = 25
"""Dialogs that are answered on one screen; with one more, the page is given up."""
POPUPS = 3
"""Pop-up windows that are judged for each page."""
MOST_POPUPS = 20
"""Pop-up windows open at the same time; with one more, the page is given up."""
