// What this window runs: "package" where a run-time of SCORM 1.2 or 2004 stands, which is in the page around a lesson or
// above that; "h5p" where H5P says what it shows; else "".
() => {
  const has = (api, start) => { try { return typeof window[api]?.[start] === "function" } catch { return false } };
  if (has("API", "LMSInitialize") || has("API_1484_11", "Initialize")) return "package";
  try { return Object.keys(window.H5PIntegration?.contents ?? {}).length ? "h5p" : "" } catch { return "" }
}
