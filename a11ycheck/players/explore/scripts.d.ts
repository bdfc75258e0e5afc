// What the scripts of this folder call of each other: scripts.py merges them into one object.
interface ExploreScripts {
  look(restless?: string[]): { parts: string[] };
  visibleText(): string;
  hash(text: string): string;
  questions(): { around: Element; button: Element | null; groups: Element[][] }[];
  closeDialog(): string;
}
