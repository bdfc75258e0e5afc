"""Walk through one page from screen to screen: with the driver of its authoring tool, or else by exploring."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from a11ycheck.model import Page
from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.driver import Driver, find_driver
from a11ycheck.players.explore.discover import discover
from a11ycheck.players.explore.states import answer_questions, judge_states
from a11ycheck.players.interface import JudgeScreen
from a11ycheck.players.walkthrough import Walkthrough


async def walk(course: CoursePage, walkthrough: Walkthrough, judge: JudgeScreen) -> bool:
    """Judge all screens of a page; return False when no player answered and the page isn't to be explored.

    `walkthrough.missed` holds the screens that were not reached. Raises ScriptError when the page has gone.
    """
    driver = await _find_driver(course, walkthrough)
    if walkthrough.plan.guess:
        found = ((driver.player, driver.known),) if driver else ()
        walkthrough.plan = replace(walkthrough.plan, players=found)
    if driver and (moment := await driver.last_open()):
        driver = await _reopen_expired(driver, walkthrough, moment)
    outline = await driver.outline() if driver else []
    if driver is None or not outline:
        # The files name the tool, even when its player doesn't answer.
        tools = (tool for _, tool in walkthrough.plan.players if tool.name)
        walkthrough.tool = next(tools, walkthrough.plan.named_tool)
        return await discover(course, walkthrough, judge)
    if driver.frame.page is not course.tab:
        await course.follow()  # the content runs in a window that it opened
    walkthrough.tool = await driver.tool()
    if not walkthrough.tool.name:
        walkthrough.tool = walkthrough.plan.named_tool
    walkthrough.adopt_outline(outline)
    await _visit_screens(driver, walkthrough, judge)
    return True


async def _visit_screens(driver: Driver, walkthrough: Walkthrough, judge: JudgeScreen) -> None:
    """Show and judge each pending screen, with its further states when the walkthrough asks for those."""
    at_once = True
    for place in walkthrough.pending():
        walkthrough.current = place
        reached = await driver.show(walkthrough.screens[place], at_once)
        at_once = False
        if not reached:
            walkthrough.miss(place, await driver.why_missing(walkthrough.screens[place]))
            continue
        await driver.advance()
        await judge(place, "")
        walkthrough.done.add(place)
        if walkthrough.states:
            await _visit_states(driver, walkthrough, place, judge)
    walkthrough.current = None


async def _visit_states(driver: Driver, walkthrough: Walkthrough, place: Page, judge: JudgeScreen) -> None:
    """Judge the further states of a screen; show the screen again when a state can't be undone."""

    async def judge_state(name: str) -> None:
        await judge(place, name)

    async def show_again() -> bool:
        return await driver.show(walkthrough.screens[place], at_once=False)

    names = await driver.states()
    if names is None and walkthrough.plan.explore:
        await judge_states(driver.course, judge_state, show_again, walkthrough.menus)
        return
    for name in names or ():
        if await driver.call("enter", name):
            await judge(place, name)
        else:
            walkthrough.notes.append((place, "state-not-reached", {"state": name}))
        if not await driver.call("leave", name):
            await show_again()
    if await driver.call("hasOtherQuestions"):
        await answer_questions(driver.course, judge_state)


async def _find_driver(course: CoursePage, walkthrough: Walkthrough) -> Driver | None:
    return await find_driver(course, walkthrough.plan.players, walkthrough.plan.guess)


async def _reopen_expired(expired: Driver, walkthrough: Walkthrough, moment: float) -> Driver | None:
    """Load an expired course again as learners saw it before, with a clock that starts at `moment`."""
    await expired.course.reload_at(expired.frame, moment)
    driver = await _find_driver(expired.course, walkthrough)
    if driver and not await driver.last_open():
        day = datetime.fromtimestamp(moment / 1000, UTC).date().isoformat()
        walkthrough.notes.append((walkthrough.page, "clock-set", {"day": day}))
    return driver
