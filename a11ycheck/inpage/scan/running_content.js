// Returns what this window runs: "package" where a run-time of SCORM 1.2 or 2004 is, which is in the page around a
// lesson or above that; "h5p" where H5P tells what it shows; else "".
export default () => {
  if (has("API", "LMSInitialize") || has("API_1484_11", "Initialize")) return "package";
  try {
    return Object.keys(globalThis.H5PIntegration?.contents ?? {}).length ? "h5p" : "";
  } catch {
    return "";
  }
};

function has(api, start) {
  try {
    return typeof window[api]?.[start] === "function";
  } catch {
    return false;
  }
}
