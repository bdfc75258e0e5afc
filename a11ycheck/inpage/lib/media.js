// Audio and video elements.

/**
 * Return whether an audio or video has sound: "yes", "no" or "unknown". Before it plays, Chromium has decoded the first
 * pictures of a video and the sound that goes with them.
 * @param {any} element
 * @returns {"yes" | "no" | "unknown"}
 */
export function soundOf(element) {
  if (element.localName === "audio" || element.webkitAudioDecodedByteCount > 0) return "yes";
  return element.webkitVideoDecodedByteCount > 0 ? "no" : "unknown";
}
