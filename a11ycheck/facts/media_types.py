"""The facts about audio, video and canvases: see types.py."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from a11ycheck.facts.in_page import Element


class CaptionTimes(TypedDict):
    """When captions are shown, in seconds.

    `back` counts those that begin before the one before them, `double` those that begin while it still shows.
    """

    starts: list[float]
    end: float
    back: int
    double: int


class Canvas(TypedDict):
    """`canvases`: a canvas that takes a good part of the window, `share` of it.

    `text` counts the characters of text in the frame. `front`: it is on top. `hidden`: it is not in the accessibility
    tree. `alternative`: something stands in for it.
    """

    element: Element
    share: float
    text: int
    front: bool
    hidden: bool
    alternative: bool


class Medium(TypedDict):
    """`media`: an audio or a video, and the words near it that may be an alternative.

    `length` is in seconds. `transcripts` are links to transcripts. `words` counts the words near it; `mentioned`: they
    speak of a recording; `withheld` counts words near it that not everybody gets; `discloses`: something on the page
    may show more. `open`: its file is named as one with captions in the picture. `others` are the other media that
    can be seen. Asks whether its sound track is more than silence.
    """

    element: Element
    kind: str
    shown: bool
    controls: bool
    autoplay: bool
    paused: bool
    muted: bool
    loop: bool
    length: float | None
    sound: Literal["yes", "no", "unknown"]
    failed: bool
    captions: bool
    descriptions: bool
    open: bool
    transcripts: list[Element]
    words: int
    mentioned: bool
    withheld: int
    discloses: bool
    others: list[Element]
    ask: str
    answer: NotRequired[bool | None]


class OfferedMedium(TypedDict):
    """A medium of the page; `words`: it has captions, or a button for them."""

    source: str
    kind: str
    words: bool


class Offers(TypedDict):
    """`offers`: the media that the page shows, and the addresses of files that it offers."""

    media: list[OfferedMedium]
    files: list[str]


class VideoPlayer(TypedDict):
    """`players`: a video with the controls that its maker put around it.

    `native`: the browser's own controls. `own`: there is another play button; the names of `volume`, `captions`,
    `description` and `settings` say which other controls there are. `unnamed`: a control has no name. `drawn`: captions
    are drawn by a script. `tracks` counts its caption tracks, `shown`: one of them shows. `descriptions`: it has a
    track of descriptions.
    """

    element: Element
    native: bool
    own: bool
    drawn: bool
    unnamed: bool
    play: bool
    volume: bool
    captions: bool
    description: bool
    settings: bool
    tracks: int
    shown: bool
    descriptions: bool


class TimedCaptions(TypedDict):
    """`timed`: a file of captions of a video, `length` seconds long. Asks when its captions are shown."""

    element: Element
    length: float | None
    source: str
    ask: str
    answer: NotRequired[CaptionTimes | None]


class VideoTrack(TypedDict):
    """A track of captions; `cues` counts them, once it is loaded."""

    source: str
    state: Literal["unread", "loading", "loaded", "broken"]
    cues: int | None


class Video(TypedDict):
    """`videos`: a video that can be seen.

    `others` counts caption tracks without an element. `mute`: a moving background without sound. `failed`: it cannot
    be played.
    """

    element: Element
    tracks: list[VideoTrack]
    others: int
    sound: Literal["yes", "no", "unknown"]
    mute: bool
    failed: bool
