// What a check.js and a fact get and give, for TypeScript. facts.d.ts says what the facts themselves hold.

/** An element. Its kind depends on the selector that found it, which TypeScript can't tell. */
type PageElement = any;
type TextNode = globalThis.Text;

/** What checks of one frame read by name: facts, and the rows of behaviours. */
interface RuleFacts extends FactTypes.Facts, FactTypes.Observations {}

/** Something that a rule found: the element (left out for the screen as a whole), the key of a message, its data. */
interface RuleHit {
  element?: PageElement;
  message: string;
  data?: Record<string, unknown>;
  picture?: string;
}

/** A check with scope "frame": `Check<"page" | "links">` reads these facts. */
type Check<Names extends keyof RuleFacts> = (facts: Pick<RuleFacts, Names>, axe: any) => RuleHit[];

/** A check with scope "screen": it reads these facts of all frames, those of the screen's own frame first. */
type ScreenCheck<Names extends keyof FactTypes.Facts> = (
  facts: { frames: Pick<FactTypes.Facts, Names>[] },
  axe: any,
) => RuleHit[];

/** A screen as a check with scope "site" gets it; `faults` counts the rules that found some on it. */
type SiteScreen<Names extends keyof FactTypes.Facts> = Pick<FactTypes.Facts, Names> & {
  url: string;
  title: string;
  depth: number;
  faults: number;
};

/** What a check with scope "site" may know of the site as a whole. */
interface Site {
  kind: string;
  languages: string[];
  complete: boolean;
  unread: { url: string; why: string; status: string }[];
  documents: { url: string; kind: string }[];
  editors: string[];
  organisation: Record<string, string[]>;
}

/** A check with scope "site": null says that there was nothing to judge. */
type SiteCheck<Names extends keyof FactTypes.Facts> = (facts: {
  screens: SiteScreen<Names>[];
  site: Site;
  /** Return an address that can be compared. */
  plain: (address: string) => string;
  /** Return the screen at an address, undefined for none. */
  open: (address: string) => SiteScreen<Names> | undefined;
}) => { screen: SiteScreen<Names>; message: string; data?: Record<string, unknown> }[] | null;

/** The function of a file in facts/: `FactMaker<"links">` makes the fact `links`, and may read the others. */
type FactMaker<Name extends keyof FactTypes.Facts> = (axe: any, facts: FactTypes.Facts) => FactTypes.Facts[Name];

/** A row of one of several kinds: what only some kinds have may be read of all. */
type Row<Kinds> = { [Key in KeysOf<Kinds>]?: ValueOf<Kinds, Key> };
type KeysOf<Kinds> = Kinds extends unknown ? keyof Kinds : never;
type ValueOf<Kinds, Key extends PropertyKey> = Kinds extends unknown
  ? Key extends keyof Kinds
    ? Kinds[Key]
    : never
  : never;
