/** The other scripts of the same tool, by file name: see `Player.parts`. */
declare const parts: Record<string, any>;
