/** The modern player's own objects: slides, windows, events. */
declare var DS: any;
