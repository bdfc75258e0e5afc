// What the scripts of this folder, the facts and the rules have in scope, for TypeScript.

/** axe-core, where it was loaded: in the isolated world of a frame while rules judge it. */
declare const axe: any;

/** The library, with the parts that the head of a script requires. */
declare const a11y: {
  dom: typeof import("./lib/dom.js");
  names: typeof import("./lib/names.js");
  state: typeof import("./lib/state.js");
  text: typeof import("./lib/text.js");
  timing: typeof import("./lib/timing.js");
  visibility: typeof import("./lib/visibility.js");
  /** Word lists by name, each by language, kind or both. */
  words: Record<string, any>;
};

/** What our scripts keep in the isolated world, by the script or the behaviour that keeps it. */
interface InPageState {
  /** Elements under their marks. */
  marked?: Element[];
  [behaviour: string]: any;
}

declare var a11ycheck: InPageState;

// What TypeScript cannot know: a selector or a test of `localName` told before what kind of element it is.
interface Node {
  readonly assignedSlot?: HTMLSlotElement | null;
  readonly shadowRoot?: ShadowRoot | null;
  readonly host?: any;
  data?: string;
  getElementById?(id: string): Element | null;
  matches?(selector: string): boolean;
}

interface Element {
  innerText?: string;
  value?: any;
  checked?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  type?: any;
  alt?: string;
  title?: any;
  name?: any;
  href?: any;
  src?: string;
  placeholder?: string;
  autocomplete?: any;
  labels?: NodeListOf<HTMLLabelElement> | null;
  form?: HTMLFormElement | null;
  options?: any;
  style?: CSSStyleDeclaration;
  tabIndex?: number;
  isContentEditable?: boolean;
  offsetWidth?: number;
  offsetHeight?: number;
  rel?: string;
  open?: boolean;
  dataset?: DOMStringMap;
  textTracks?: TextTrackList;
  focus?(options?: FocusOptions): void;
  blur?(): void;
  click?(): void;
}
