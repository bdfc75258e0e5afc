"""On which screens of a page with many screens behaviour is tried."""

import asyncio

from a11ycheck.model import Page
from a11ycheck.scan.templates import MOST_OF_ONE_PAGE, Templates

COURSE = Page("http://course.localhost/", "index.html")
SLIDES = [Page(f"{COURSE.address}#{n}", f"index.html#{n}") for n in range(MOST_OF_ONE_PAGE + 4)]


def claimed(structures):
    templates = Templates()
    templates.begin([COURSE])

    async def all_of():
        asked = zip(SLIDES, structures, strict=False)
        return [await templates.is_first(COURSE, slide, structure, many_screens=True) for slide, structure in asked]

    return asyncio.run(all_of())


def test_slides_that_are_all_built_otherwise_are_tried_while_they_are_few_and_then_by_what_is_used_on_them():
    built = [f"a{n}~link frame~" for n in range(MOST_OF_ONE_PAGE)]
    more = ["b~link frame~", "c~link,video frame~", "d~video,link frame~", "a0~link frame~"]
    assert claimed(built + more) == [True] * MOST_OF_ONE_PAGE + [False, True, True, False]


def test_slides_of_one_template_are_tried_once():
    assert claimed(["a~ f~", "a~ f~", "b~ f~"]) == [True, False, True]
