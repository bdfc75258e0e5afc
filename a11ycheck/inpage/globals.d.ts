// What the scripts of this folder, the facts and the rules have in scope, for TypeScript.

/** axe-core, where it was loaded: in the isolated world of a frame while rules judge it. */
declare const axe: any;

/** The library, with the parts that the head of a script requires. */
declare const a11y: {
  changes: typeof import("./lib/changes.js");
  closure_library: typeof import("./lib/closure_library.js");
  colours: typeof import("./lib/colours.js");
  commands: typeof import("./lib/commands.js");
  controls: typeof import("./lib/controls.js");
  dom: typeof import("./lib/dom.js");
  facts: typeof import("./lib/facts.js");
  judging: typeof import("./lib/judging.js");
  layers: typeof import("./lib/layers.js");
  layout: typeof import("./lib/layout.js");
  letters: typeof import("./lib/letters.js");
  media: typeof import("./lib/media.js");
  names: typeof import("./lib/names.js");
  phrases: typeof import("./lib/phrases.js");
  placeholders: typeof import("./lib/placeholders.js");
  pressing: typeof import("./lib/pressing.js");
  purposes: typeof import("./lib/purposes.js");
  sheets: typeof import("./lib/sheets.js");
  state: typeof import("./lib/state.js");
  styles: typeof import("./lib/styles.js");
  text: typeof import("./lib/text.js");
  timing: typeof import("./lib/timing.js");
  visibility: typeof import("./lib/visibility.js");
  /** Word lists by name, each by language, kind or both. */
  words: Record<string, any>;
};

/** What our scripts keep in the isolated world, by the script or the behaviour that keeps it. */
interface InPageState {
  /** Elements under their marks: lib/state.js. */
  marked?: any[];
  /** The outermost elements of what is new in this frame: lib/changes.js, judging/. */
  fresh?: any[];
  /** The facts and checks that judging/compiled_rules.py put together. */
  rules?: {
    makers: Record<string, (axe: unknown, facts: object) => any>;
    checks: Record<string, { needs: string[]; messages: string[]; check: (facts: object, axe: unknown) => any }>;
    behaviourChecks: Record<
      string,
      { needs: string[]; messages: string[]; check: (facts: object, axe: unknown) => any }
    >;
    screenChecks: Record<string, { needs: string[]; messages: string[]; check: (facts: object, axe: unknown) => any }>;
  };
  siteChecks?: Record<string, { needs: string[]; messages: string[]; check: (facts: object) => any }>;
  /** Facts that wait for answers, and all that was made until then: judging/frame_rules.js. */
  asked?: Map<string, any[]>;
  made?: Map<string, any>;
  axePart?: unknown;
  contrastScroll?: Map<any, [number, number]>;
  transparent?: { sheet: CSSStyleSheet; remove: () => void };
  controls?: any;
  dragged?: any;
  effects?: any;
  field?: any;
  focus?: any;
  remembered?: any;
  scrolledAway?: any;
  spacing?: any;
  texts?: any;
  textScroll?: any;
  turned?: any;
  unrender?: () => void;
  watch?: any;
}

declare var a11ycheck: InPageState;

/** What H5P says that it shows, on a page with its content. */
declare var H5PIntegration: any;

// A selector tells what kind of element is meant, and TypeScript cannot read it.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}

interface Element {
  closest(selectors: string): any;
}

interface Node {
  getRootNode(options?: GetRootNodeOptions): any;
}

interface TreeWalker {
  nextNode(): any;
}

interface DocumentOrShadowRoot {
  elementFromPoint(x: number, y: number): any;
}
