"""The facts, as rules read them: one type for each, and for each kind of row.

`docs/make_fact_types.py` makes inpage/facts.d.ts of these types and of those of behaviours. Facts that a rule of scope
"screen" or "site" reads are plain JSON; the others hold elements and functions, which exist in JavaScript only.

A fact that asks something from outside has `ask` in its rows; `answer` is None until the answer has come, and where
none is to be had.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NotRequired, TypedDict

from a11ycheck.facts.in_page import Element, RowsWith, Text
from a11ycheck.facts.media_types import Canvas, Medium, Offers, TimedCaptions, Video, VideoPlayer


class LinkEnd(TypedDict):
    """What is at the end of a link: the address after redirects, the title, and the text on one line."""

    address: str
    title: str
    text: str


class OtherLanguage(TypedDict):
    """The language that a text is surely in instead of the declared one; "" twice when it may be the declared one."""

    language: str
    sure: Literal["long", "short", ""]


class PersonalField(TypedDict):
    """A field that may ask about the person who fills it in.

    `purpose` is a token of `autocomplete`, or "". `filled`: it has a value, or a list to choose from. `form` is the
    number of its form in the document, -1 for none; `group` is the name of its group of fields.
    """

    name: str
    purpose: str
    filled: bool
    autocomplete: str
    form: int
    group: str


class Asked(TypedDict):
    """`asked`: what the fields of the page ask about a person.

    `same`: something on the page takes over what was entered before. `step` has the words of "Step 2 of 4".
    """

    fields: list[PersonalField]
    same: bool
    step: list[str] | None


class Clip(TypedDict):
    """`clips`: a box of fixed size that would cut off text. Asks whether text is cut off at 200 % zoom."""

    element: Element
    cut: Callable[[Element], bool]
    ask: bool
    answer: NotRequired[bool | None]


class Editor(TypedDict):
    """`editor`: the names of the controls of a page on which content can be edited; None for other pages.

    `dialogs` is added by the behaviour that opens the editor's dialogs, by kind: picture, table, video.
    """

    controls: list[str]
    dialogs: NotRequired[dict[str, EditorDialog]]


class EditorDialog(TypedDict):
    """What a dialog of an editor asks for: the names of its `fields`, and all `names` and headings in it."""

    name: str
    fields: list[str]
    names: list[str]


class TwinLink(TypedDict):
    """`ends`: one of two links with one name and different addresses. Asks what is there.

    Both rows of a pair have the same number `pair`. `same`: both links are in the same context.
    """

    element: Element
    name: str
    label: str
    pair: int
    same: bool
    first: bool
    ask: str
    answer: NotRequired[LinkEnd | None]


class TwinLinkFunctions(TypedDict):
    """`differ` tells whether the ends of two links say different things."""

    differ: Callable[[TwinLink, TwinLink], Literal["yes", "no", "unknown"]]


class EpubProperty(TypedDict):
    """`epub`: something that an EPUB says, or should say, about itself; `value` is "" when it does not."""

    element: Element
    name: str
    value: str


class MarkedWords(TypedDict):
    """Words of a known language that name an element in another."""

    element: Element
    language: str
    words: str


class Passage(TypedDict):
    """`languages`: the text of the page in its own language, of a marked passage, or of one paragraph (`passage`).

    `said` is the language that is declared. Asks which language the text is in.
    """

    element: Element
    page: bool
    passage: bool
    said: str
    text: str
    known: list[MarkedWords]
    ask: dict[str, str]
    answer: NotRequired[OtherLanguage | None]


class PassageFunctions(TypedDict):
    """`verdict` gives the language found instead of the declared one, or ""."""

    verdict: Callable[[Passage], str]


class Link(TypedDict):
    """`links`: a link in the accessibility tree.

    `empty`: its name says nothing. `alone`: nor do the words around it. `headed`: it is under a heading. `format`:
    its name is only a file format. `points`: its name only points at something ("this page").
    """

    element: Element
    name: str
    format: bool
    points: bool
    empty: bool
    alone: bool
    headed: bool


class PasswordField(TypedDict):
    """`logins`: a field for a known password; `refuses`: nothing can be pasted into it."""

    element: Element
    name: str
    autocomplete: str
    refuses: bool


class Heading(TypedDict):
    """A heading of level 1 to 3, or with that role."""

    level: int
    name: str


class WayfindingLink(TypedDict):
    """A link or button in the header, navigation or footer, or one that leads to help, contact or a statement.

    `role` is the landmark around it ("" for none), `of` its name, `within` the landmark around that. `repeats`: it can
    be seen. `kind` is "statement", "help", "contact", "chat", "terms", "sitemap", "mail", "phone" or "".
    """

    name: str
    to: str
    role: str
    of: str
    within: str
    kind: str
    button: bool
    repeats: bool


class Outline(TypedDict):
    """`outline`: how people find their way on the page. `said` is its title, `main` the links of its main part.

    `search`: it has a search field. `length` counts its texts.
    """

    address: str
    language: str
    said: str
    headings: list[Heading]
    links: list[WayfindingLink]
    search: bool
    length: int
    main: list[str]


class TextOfPage(TypedDict):
    """A text of the page, on one line, with its node and the element that it is in."""

    element: Element
    words: str
    text: Text


class DeclaredLanguage(TypedDict):
    """The language of an element: `said` ("" when nothing says it), and the element that says it."""

    said: str
    by: Element | None


class NearbyWords(TypedDict):
    """The words before and after an element."""

    before: str
    after: str


class PageFacts(TypedDict):
    """`page`: what rules ask about any element, worked out once; and the texts of the page in their order.

    `seen`: on the screen. `heard`: in the accessibility tree. `all` finds elements through open shadow roots. `refs`
    are the elements that an attribute lists. `plain` makes a text comparable. `skips` are links that say that they
    skip something. `near(element, which = heard, most = 1500)` gives the words around an element. `bounded`: the page
    is so large that not all of it was looked at.
    """

    node: Callable[[Element], Any]
    parent: Callable[[Element], Element]
    plain: Callable[[str], str]
    all: Callable[[str], list[Element]]
    seen: Callable[[Element], bool]
    heard: Callable[[Element], bool]
    role: Callable[[Element], str]
    name: Callable[[Element], str]
    style: Callable[[Element], Any]
    box: Callable[[Element], Any]
    refs: Callable[[Element, str], list[Element]]
    language: Callable[[Element], DeclaredLanguage]
    once: Callable[[Any], Any]
    near: Callable[..., NearbyWords]
    bounded: bool
    skips: list[Element]
    texts: list[TextOfPage]


class ProseLink(TypedDict):
    """A link in the text: `to` is its address, `raw` the attribute as it stands."""

    name: str
    to: str
    raw: str


class Prose(TypedDict):
    """`prose`: what a page about accessibility ("statement") or help says; None for other pages."""

    about: list[str]
    words: str
    links: list[ProseLink]
    form: bool


class Rendered(TypedDict):
    """`rendered`: what can be seen in the frame, in numbers; `words` is the beginning of its text.

    `canvas` is the part of the window that canvases take. `bounded`: the frame is so large that not all was counted.
    """

    text: int
    words: str
    media: int
    controls: int
    spinners: int
    backgrounds: int
    frames: int
    scripts: int
    canvas: float
    width: float
    height: float
    elements: int
    bounded: bool


class PageStart(TypedDict):
    """`starts`: the first thing before the text of the page. Asks whether another page begins with it."""

    element: Element
    ask: str
    answer: NotRequired[LinkEnd | None]


class PageStartFunctions(TypedDict):
    """`alike` tells whether a page with this text begins in the same way."""

    alike: Callable[[str], bool]


FACT_TYPES: Mapping[str, object] = MappingProxyType(
    {
        "asked": Asked,
        "canvases": list[Canvas],
        "clips": list[Clip],
        "editor": Editor | None,
        "ends": RowsWith[TwinLink, TwinLinkFunctions],
        "epub": list[EpubProperty],
        "languages": RowsWith[Passage, PassageFunctions],
        "links": list[Link],
        "logins": list[PasswordField],
        "media": list[Medium],
        "offers": Offers,
        "outline": Outline,
        "page": PageFacts,
        "players": list[VideoPlayer],
        "prose": Prose | None,
        "rendered": Rendered,
        "starts": RowsWith[PageStart, PageStartFunctions],
        "timed": list[TimedCaptions],
        "videos": list[Video],
    }
)
