// Made by docs/make_fact_types.py of facts/types.py and behaviour/types.py: do not edit it.

declare namespace FactTypes {
  /**
   * `asked`: what the fields of the page ask about a person.
   *
   * `same`: something on the page takes over what was entered before. `step` has the words of "Step 2 of 4".
   */
  interface Asked {
    fields: PersonalField[];
    same: boolean;
    step: string[] | null;
  }

  /**
   * `canvases`: a canvas that takes a good part of the window, `share` of it.
   *
   * `text` counts the characters of text in the frame. `front`: it is on top. `hidden`: it is not in the accessibility
   * tree. `alternative`: something stands in for it.
   */
  interface Canvas {
    element: PageElement;
    share: number;
    text: number;
    front: boolean;
    hidden: boolean;
    alternative: boolean;
  }

  /** `clips`: a box of fixed size that would cut off text. Asks whether text is cut off at 200 % zoom. */
  interface Clip {
    element: PageElement;
    cut: (a: PageElement) => boolean;
    ask: boolean;
    answer?: boolean | null;
  }

  /**
   * `editor`: the names of the controls of a page on which content can be edited; None for other pages.
   *
   * `dialogs` is added by the behaviour that opens the editor's dialogs, by kind: picture, table, video.
   */
  interface Editor {
    controls: string[];
    dialogs?: Record<string, EditorDialog>;
  }

  /**
   * `ends`: one of two links with one name and different addresses. Asks what is there.
   *
   * Both rows of a pair have the same number `pair`. `same`: both links are in the same context.
   */
  interface TwinLink {
    element: PageElement;
    name: string;
    label: string;
    pair: number;
    same: boolean;
    first: boolean;
    ask: string;
    answer?: LinkEnd | null;
  }

  /** `differ` tells whether the ends of two links say different things. */
  interface TwinLinkFunctions {
    differ: (a: TwinLink, b: TwinLink) => "yes" | "no" | "unknown";
  }

  /** `epub`: something that an EPUB says, or should say, about itself; `value` is "" when it does not. */
  interface EpubProperty {
    element: PageElement;
    name: string;
    value: string;
  }

  /**
   * `languages`: the text of the page in its own language, of a marked passage, or of one paragraph (`passage`).
   *
   * `said` is the language that is declared. Asks which language the text is in.
   */
  interface Passage {
    element: PageElement;
    page: boolean;
    passage: boolean;
    said: string;
    text: string;
    known: MarkedWords[];
    ask: Record<string, string>;
    answer?: OtherLanguage | null;
  }

  /** `verdict` gives the language found instead of the declared one, or "". */
  interface PassageFunctions {
    verdict: (a: Passage) => string;
  }

  /**
   * `links`: a link in the accessibility tree.
   *
   * `empty`: its name says nothing. `alone`: nor do the words around it. `headed`: it is under a heading. `format`: its
   * name is only a file format. `points`: its name only points at something ("this page").
   */
  interface Link {
    element: PageElement;
    name: string;
    format: boolean;
    points: boolean;
    empty: boolean;
    alone: boolean;
    headed: boolean;
  }

  /** `logins`: a field for a known password; `refuses`: nothing can be pasted into it. */
  interface PasswordField {
    element: PageElement;
    name: string;
    autocomplete: string;
    refuses: boolean;
  }

  /**
   * `media`: an audio or a video, and the words near it that may be an alternative.
   *
   * `length` is in seconds. `transcripts` are links to transcripts. `words` counts the words near it; `mentioned`: they
   * speak of a recording; `withheld` counts words near it that not everybody gets; `discloses`: something on the page
   * may show more. `open`: its file is named as one with captions in the picture. `others` are the other media that can
   * be seen. Asks whether its sound track is more than silence.
   */
  interface Medium {
    element: PageElement;
    kind: string;
    shown: boolean;
    controls: boolean;
    autoplay: boolean;
    paused: boolean;
    muted: boolean;
    loop: boolean;
    length: number | null;
    sound: "yes" | "no" | "unknown";
    failed: boolean;
    captions: boolean;
    descriptions: boolean;
    open: boolean;
    transcripts: PageElement[];
    words: number;
    mentioned: boolean;
    withheld: number;
    discloses: boolean;
    others: PageElement[];
    ask: string;
    answer?: boolean | null;
  }

  /** `offers`: the media that the page shows, and the addresses of files that it offers. */
  interface Offers {
    media: OfferedMedium[];
    files: string[];
  }

  /**
   * `outline`: how people find their way on the page. `said` is its title, `main` the links of its main part.
   *
   * `search`: it has a search field. `length` counts its texts.
   */
  interface Outline {
    address: string;
    language: string;
    said: string;
    headings: Heading[];
    links: WayfindingLink[];
    search: boolean;
    length: number;
    main: string[];
  }

  /**
   * `page`: what rules ask about any element, worked out once; and the texts of the page in their order.
   *
   * `seen`: on the screen. `heard`: in the accessibility tree. `all` finds elements through open shadow roots. `refs`
   * are the elements that an attribute lists. `plain` makes a text comparable. `skips` are links that say that they
   * skip something. `near(element, which = heard, most = 1500)` gives the words around an element. `bounded`: the page
   * is so large that not all of it was looked at.
   */
  interface PageFacts {
    node: (a: PageElement) => any;
    parent: (a: PageElement) => PageElement;
    plain: (a: string) => string;
    all: (a: string) => PageElement[];
    seen: (a: PageElement) => boolean;
    heard: (a: PageElement) => boolean;
    role: (a: PageElement) => string;
    name: (a: PageElement) => string;
    style: (a: PageElement) => any;
    box: (a: PageElement) => any;
    refs: (a: PageElement, b: string) => PageElement[];
    language: (a: PageElement) => DeclaredLanguage;
    once: (a: any) => any;
    near: (...given: any[]) => NearbyWords;
    bounded: boolean;
    skips: PageElement[];
    texts: TextOfPage[];
  }

  /**
   * `players`: a video with the controls that its maker put around it.
   *
   * `native`: the browser's own controls. `own`: there is another play button; the names of `volume`, `captions`,
   * `description` and `settings` say which other controls there are. `unnamed`: a control has no name. `drawn`:
   * captions are drawn by a script. `tracks` counts its caption tracks, `shown`: one of them shows. `descriptions`: it
   * has a track of descriptions.
   */
  interface VideoPlayer {
    element: PageElement;
    native: boolean;
    own: boolean;
    drawn: boolean;
    unnamed: boolean;
    play: boolean;
    volume: boolean;
    captions: boolean;
    description: boolean;
    settings: boolean;
    tracks: number;
    shown: boolean;
    descriptions: boolean;
  }

  /** `prose`: what a page about accessibility ("statement") or help says; None for other pages. */
  interface Prose {
    about: string[];
    words: string;
    links: ProseLink[];
    form: boolean;
  }

  /**
   * `rendered`: what can be seen in the frame, in numbers; `words` is the beginning of its text.
   *
   * `canvas` is the part of the window that canvases take. `bounded`: the frame is so large that not all was counted.
   */
  interface Rendered {
    text: number;
    words: string;
    media: number;
    controls: number;
    spinners: number;
    backgrounds: number;
    frames: number;
    scripts: number;
    canvas: number;
    width: number;
    height: number;
    elements: number;
    bounded: boolean;
  }

  /** `starts`: the first thing before the text of the page. Asks whether another page begins with it. */
  interface PageStart {
    element: PageElement;
    ask: string;
    answer?: LinkEnd | null;
  }

  /** `alike` tells whether a page with this text begins in the same way. */
  interface PageStartFunctions {
    alike: (a: string) => boolean;
  }

  /** `timed`: a file of captions of a video, `length` seconds long. Asks when its captions are shown. */
  interface TimedCaptions {
    element: PageElement;
    length: number | null;
    source: string;
    ask: string;
    answer?: CaptionTimes | null;
  }

  /**
   * `videos`: a video that can be seen.
   *
   * `others` counts caption tracks without an element. `mute`: a moving background without sound. `failed`: it cannot
   * be played.
   */
  interface Video {
    element: PageElement;
    tracks: VideoTrack[];
    others: number;
    sound: "yes" | "no" | "unknown";
    mute: boolean;
    failed: boolean;
  }

  /**
   * `watch`: something that moves or flashes by itself.
   *
   * `share` is its part of the window in percent, `times` how often it changed, `hints` the names that its author gave
   * to it and the elements around it.
   */
  interface Movement {
    mark: number;
    element: PageElement;
    picture?: string;
    tag: string;
    hints: string;
    text: string;
    frame: boolean;
    left: number;
    top: number;
    kind: "moves" | "flashes";
    share: number;
    times: number;
  }

  /** `watch`: a text that changes by itself; `last` is when, in seconds, and `words` are the texts that it had. */
  interface TextChange {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "changes";
    last: number;
    words: string[];
    text: string;
  }

  /** `watch`: a medium that plays by itself, for `played` seconds. */
  interface Playback {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "plays";
    played: number;
    silent: boolean;
    video: boolean;
    controls: boolean;
    autoplay: boolean;
  }

  /** `preferences`: a sign in a control that forced colours remove ("vanishes"), or whose state they hide ("same"). */
  interface LostSign {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "vanishes" | "same";
    state: "on" | "off" | "";
    group: string;
    name: string;
  }

  /** `preferences`: an animation that runs although less motion was asked for. */
  interface StillMoving {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "moves";
  }

  /**
   * `spacing` and `narrow`: a text that something is wrong with; behaviour/texts/look.js explains `what`.
   *
   * `at` is the look: "spaced", "zoomed" or "narrow". `from` is the height that the text had, in pixels.
   */
  interface TextProblem {
    mark: number;
    element: PageElement;
    picture?: string;
    from?: number;
    what: "cut" | "edge" | "over" | "wide" | "scaled";
    at: "spaced" | "zoomed" | "narrow";
    text: string;
    data?: boolean;
    other?: string;
    slide?: boolean;
    room?: number;
    share?: number;
  }

  /** `orientation`: content that turns with the device, a text that asks to turn it, or a script that locks it. */
  interface TurnedScreen {
    mark: number;
    element: PageElement;
    picture?: string;
    what: "turned" | "asks" | "lock";
    text: string;
    angle?: number;
    where?: "now" | "before";
  }

  /**
   * `device-motion`: a frame that listens to the movement of the device.
   *
   * `moved`: moving it changes something. `controls` are the names of controls that do something when used.
   */
  interface DeviceMotion {
    mark: number;
    element: PageElement;
    picture?: string;
    kinds: string[];
    moved: boolean;
    controls: string[];
  }

  /** `timeout`: what happened after `minutes` without activity; `asks`: the screen is a form or a quiz. */
  interface SessionEnd {
    mark: number;
    element: PageElement;
    picture?: string;
    what: "leaves" | "reloads" | "says" | "locks";
    minutes: number;
    text: string;
    asks: boolean;
  }

  /** `keyboard`, "stop": one stop of the walk. */
  interface FocusStop {
    mark: number;
    element: PageElement;
    picture?: string;
    n: number;
    html: string;
    tag: string;
    name: string;
    box: number[];
    place: number[];
    seen: string;
    tabindex: number;
    change: "none" | "weak" | "strong" | "caret" | "unknown";
    pixels: "" | "same" | "weak" | "strong" | "elsewhere";
    alike: string;
    frame: boolean;
    layer: string;
    skip: boolean;
    covered: number;
    outer: boolean;
    leads: string;
    popup: boolean;
    loop: FocusLoop | null;
    order: string;
    kind: "stop";
  }

  /** `keyboard`: a place that the focus was taken away from at once; `to` is how the place that got it begins. */
  interface PassedFocus {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "passed";
    html: string;
    to: string;
    mark2: number;
  }

  /**
   * `hover`: content that appears under the mouse.
   *
   * `text` is how it begins. `reached`: it is still there when the mouse is on it. `escapes`: Escape closes it while
   * the mouse stays.
   */
  interface HoverContent {
    mark: number;
    element: PageElement;
    picture?: string;
    name: string;
    text: string;
    reached: boolean;
    escapes: boolean;
  }

  /** `keys`, "trap": a loop without a way back; `released` is what lets the focus out ("" for nothing). */
  interface FocusTrap {
    mark: number;
    element: PageElement;
    picture?: string;
    n: number;
    html: string;
    tag: string;
    name: string;
    box: number[];
    place: number[];
    seen: string;
    tabindex: number;
    change: "none" | "weak" | "strong" | "caret" | "unknown";
    pixels: "" | "same" | "weak" | "strong" | "elsewhere";
    alike: string;
    frame: boolean;
    layer: string;
    skip: boolean;
    covered: number;
    outer: boolean;
    leads: string;
    popup: boolean;
    loop: FocusLoop | null;
    order: string;
    kind: "trap";
    released: string;
  }

  /** `keys`, "skip": where Tab goes after a skip link: "there", "before", or None when that cannot be told. */
  interface SkipLink {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "skip";
    name: string;
    led: "there" | "before" | null;
  }

  /** `keys`, "shortcut": single keys that do something; `controls` counts controls that might switch them off. */
  interface SingleKeys {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "shortcut";
    keys: string;
    controls: number;
  }

  /**
   * `keys`: a control that only the mouse works on ("pointer", "dead") or only a part of ("set").
   *
   * `alike` counts the controls like it, `effect` is what a click does ("page", "window", "screen", "request", "" for
   * unknown). `untouched`: it must not be pressed.
   */
  interface PressableControl {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "pointer" | "dead" | "set";
    html: string;
    name: string;
    alike: number;
    untouched: boolean;
    effect?: string;
    beside?: boolean;
    words?: boolean;
    own?: boolean;
    role?: string;
    rest?: number;
  }

  /**
   * `fields`: what changing a field does.
   *
   * `told`: the page announces that a change does something. `effect`: the document would have been left, a window
   * opened, the focus moved, or nothing. `to` is how what got the focus begins, `where` its mark, `type` its tag.
   */
  interface FieldChange {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: "select" | "radio" | "checkbox" | "text";
    name: string;
    told: boolean;
    changed: boolean;
    effect: "document" | "window" | "focus" | "";
    to: string;
    where: number | null;
    type: string;
  }

  /**
   * `drag`: a thing that can be dragged, one of a group of `n`.
   *
   * `beside`: other controls may do the same. `pressed`: a press without dragging changes something.
   */
  interface Draggable {
    mark: number;
    element: PageElement;
    picture?: string;
    name: string;
    slider: boolean;
    n: number;
    beside: boolean;
    pressed: boolean;
  }

  /**
   * `operate`: a control that was pressed, and what happened.
   *
   * `announced`: it says that it opens something. `came`, `changed` and `gone` count elements. `folds`: pressed again,
   * it closes. `down`: what happened while the mouse was held, and stayed. `sent`: what it tried to send or open.
   */
  interface Press {
    mark: number;
    element: PageElement;
    picture?: string;
    kind: string;
    name: string;
    announced: boolean;
    said: string[];
    came: number;
    changed: number;
    gone: number;
    moved: boolean;
    dialog: OpenedDialog | null;
    relabelled: boolean;
    kept: boolean;
    focusIn: boolean;
    where: number | null;
    messages: StatusMessage[];
    down: "" | "shown" | "document" | "window";
    sent: "" | "request" | "document" | "window";
    focus: DialogFocus | null;
    folds: boolean;
  }

  /**
   * `forms` and `misfill`: a form that was sent, and its errors.
   *
   * `asked` counts the fields that must be filled in. `sent`: the form went to the server. `refused`: it tried to send
   * something else too. `told` is None when the form was accepted. `anew`: the errors are in another document.
   */
  interface SentForm {
    mark: number;
    element: PageElement;
    picture?: string;
    name: string;
    button: number;
    method: string;
    address: string;
    asked: number;
    key: string;
    sent: boolean;
    refused: boolean;
    told: FormErrors | null;
    anew: boolean;
    wrong?: WrongField[];
  }

  /**
   * A field that may ask about the person who fills it in.
   *
   * `purpose` is a token of `autocomplete`, or "". `filled`: it has a value, or a list to choose from. `form` is the
   * number of its form in the document, -1 for none; `group` is the name of its group of fields.
   */
  interface PersonalField {
    name: string;
    purpose: string;
    filled: boolean;
    autocomplete: string;
    form: number;
    group: string;
  }

  /** What a dialog of an editor asks for: the names of its `fields`, and all `names` and headings in it. */
  interface EditorDialog {
    name: string;
    fields: string[];
    names: string[];
  }

  /** What is at the end of a link: the address after redirects, the title, and the text on one line. */
  interface LinkEnd {
    address: string;
    title: string;
    text: string;
  }

  /** Words of a known language that name an element in another. */
  interface MarkedWords {
    element: PageElement;
    language: string;
    words: string;
  }

  /** The language that a text is surely in instead of the declared one; "" twice when it may be the declared one. */
  interface OtherLanguage {
    language: string;
    sure: "long" | "short" | "";
  }

  /** A medium of the page; `words`: it has captions, or a button for them. */
  interface OfferedMedium {
    source: string;
    kind: string;
    words: boolean;
  }

  /** A heading of level 1 to 3, or with that role. */
  interface Heading {
    level: number;
    name: string;
  }

  /**
   * A link or button in the header, navigation or footer, or one that leads to help, contact or a statement.
   *
   * `role` is the landmark around it ("" for none), `of` its name, `within` the landmark around that. `repeats`: it can
   * be seen. `kind` is "statement", "help", "contact", "chat", "terms", "sitemap", "mail", "phone" or "".
   */
  interface WayfindingLink {
    name: string;
    to: string;
    role: string;
    of: string;
    within: string;
    kind: string;
    button: boolean;
    repeats: boolean;
  }

  /** The language of an element: `said` ("" when nothing says it), and the element that says it. */
  interface DeclaredLanguage {
    said: string;
    by: PageElement | null;
  }

  /** The words before and after an element. */
  interface NearbyWords {
    before: string;
    after: string;
  }

  /** A text of the page, on one line, with its node and the element that it is in. */
  interface TextOfPage {
    element: PageElement;
    words: string;
    text: TextNode;
  }

  /** A link in the text: `to` is its address, `raw` the attribute as it stands. */
  interface ProseLink {
    name: string;
    to: string;
    raw: string;
  }

  /**
   * When captions are shown, in seconds.
   *
   * `back` counts those that begin before the one before them, `double` those that begin while it still shows.
   */
  interface CaptionTimes {
    starts: number[];
    end: number;
    back: number;
    double: number;
  }

  /** A track of captions; `cues` counts them, once it is loaded. */
  interface VideoTrack {
    source: string;
    state: "unread" | "loading" | "loaded" | "broken";
    cues: number | null;
  }

  /** A loop of the Tab key: `back` says whether Shift+Tab leads out, `others` counts the stops outside it. */
  interface FocusLoop {
    names: string[];
    back: boolean;
    others: number;
    dialog: boolean;
    frames: number;
  }

  /** A dialog that opened, and how many stops it has. */
  interface OpenedDialog {
    mark: number;
    element: PageElement;
    modal: boolean;
    name: string;
    stops: number;
  }

  /** A short text that appeared: `live` when it is announced, `words` and `classy` when it says it is a message. */
  interface StatusMessage {
    mark: number;
    element: PageElement;
    text: string;
    live: boolean;
    words: boolean;
    classy: boolean;
  }

  /**
   * What the focus does in a dialog.
   *
   * `enters`: "in" at once, with the first "tab", "out" or "nowhere". `leaves` is how a stop behind the dialog begins,
   * `behind` its element, `hidden` says that it is covered. `escapes`: Escape closes the dialog. `returns` is where the
   * focus is then: "control", "other", "near", "nowhere", "gone", "" when the dialog could not be closed.
   */
  interface DialogFocus {
    enters: "in" | "tab" | "out" | "nowhere";
    leaves: string;
    hidden: boolean;
    behind: MarkedElement | null;
    escapes: boolean;
    closed: boolean;
    closer?: boolean;
    returns: string;
  }

  /** What a form says after it was sent; `left` counts the fields that must be filled in, `named` those it names. */
  interface FormErrors {
    texts: string[];
    left: number;
    named: number;
    focus: boolean;
    invalid: number;
  }

  /** A field that was filled in wrong, and what the page says beside it about how to fill it in. */
  interface WrongField {
    name: string;
    hint: string;
  }

  /** An element by its mark. */
  interface MarkedElement {
    mark: number;
    element: PageElement;
  }

  /** The facts, by name. */
  interface Facts {
    asked: Asked;
    canvases: Canvas[];
    clips: Clip[];
    editor: Editor | null;
    ends: TwinLink[] & TwinLinkFunctions;
    epub: EpubProperty[];
    languages: Passage[] & PassageFunctions;
    links: Link[];
    logins: PasswordField[];
    media: Medium[];
    offers: Offers;
    outline: Outline;
    page: PageFacts;
    players: VideoPlayer[];
    prose: Prose | null;
    rendered: Rendered;
    starts: PageStart[] & PageStartFunctions;
    timed: TimedCaptions[];
    videos: Video[];
  }

  /** The rows of behaviours, by name. */
  interface Observations {
    watch: Row<Movement | TextChange | Playback>[];
    preferences: Row<LostSign | StillMoving>[];
    spacing: Row<TextProblem>[];
    narrow: Row<TextProblem>[];
    orientation: Row<TurnedScreen>[];
    "device-motion": Row<DeviceMotion>[];
    timeout: Row<SessionEnd>[];
    keyboard: Row<FocusStop | PassedFocus>[];
    hover: Row<HoverContent>[];
    keys: Row<FocusTrap | SkipLink | SingleKeys | PressableControl>[];
    fields: Row<FieldChange>[];
    drag: Row<Draggable>[];
    operate: Row<Press>[];
    forms: Row<SentForm>[];
    misfill: Row<SentForm>[];
  }
}
