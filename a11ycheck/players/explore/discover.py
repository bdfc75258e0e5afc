"""Explore a page that no player knows, judging its screens as they are found."""

from __future__ import annotations

from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.explore.explored_page import ExploredPage
from a11ycheck.players.explore.explorer import Explorer, Visitor
from a11ycheck.players.explore.states import judge_states
from a11ycheck.players.interface import JudgeScreen, PlayerScreen
from a11ycheck.players.walkthrough import Walkthrough


async def discover(course: CoursePage, walkthrough: Walkthrough, judge: JudgeScreen) -> bool:
    """Explore a page; return False when it is to be judged as it stands. Raises ScriptError when the page has gone.

    The number of screens stays unknown, unless the page counts them itself or nothing on it leads on.
    """
    plan = walkthrough.plan
    if not plan.explore or plan.duplicate:
        return False

    async def judge_screen(screen: PlayerScreen, state: str) -> None:
        place = walkthrough.add(screen)
        if len(walkthrough.screens) > 1:
            walkthrough.known = None  # until exploring has ended: it may break off
        walkthrough.current = place
        if place in walkthrough.done and not state:
            return  # judged before the browser was restarted
        await judge(place, state)
        walkthrough.done.add(place)

    async def judge_further_states(screen: PlayerScreen) -> bool:
        place = walkthrough.add(screen)
        if not walkthrough.states or place in walkthrough.hung:
            return True

        async def cannot_show_again() -> bool:
            return False

        return await judge_states(course, lambda name: judge(place, name), cannot_show_again, walkthrough.menus)

    page = ExploredPage(course, walkthrough.traps, plan.stay_in_document)
    visitor = Visitor(judge_screen, judge_further_states, tries=walkthrough.states)
    found = await Explorer(page, visitor, plan.other_pages).run()
    walkthrough.current = None
    walkthrough.known = found.known
    for number, (screen, why) in enumerate(found.missed, len(walkthrough.screens) + 1):
        walkthrough.miss(walkthrough.place(screen, number), why)
    if found.why:
        number = len(walkthrough.screens) + len(found.missed) + 1
        walkthrough.miss(walkthrough.place(PlayerScreen("…", "…"), number), found.why)
    return True
