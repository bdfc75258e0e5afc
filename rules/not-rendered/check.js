({ frames }) => {
  const LOADING = /^(please wait|loading|initiali[sz]ing|one moment please|(even )?(geduld|wachten)( a\.?u\.?b\.?)?|(bezig met )?laden|wordt geladen|een moment( geduld)?)\b/i;
  const LOADING_END = /\b(is loading|wordt geladen|aan het laden|is being loaded)[\s.…!]*$/i;
  // Only what a player or a server says instead of a lesson; a lesson about browsers has more to say than this.
  const ERRORS = [
    /(requires?|need|install|download|get|nodig|vereist|installeer)\b.{0,40}\b(adobe )?flash( player)?\b/i,
    /\bflash player\b.{0,60}\b(required|not (installed|supported)|vereist|nodig|niet (ge(ï|i)nstalleerd|ondersteund))/i,
    /\b(enable|turn on|activate|requires?)\b.{0,30}\bjavascript\b|\bjavascript\b.{0,40}\b(disabled|required|in(geschakeld)? te? ?schakelen|uitgeschakeld|vereist)/i,
    /\bbrowser\b.{0,40}\b(not supported|unsupported|does not support|niet ondersteund|ondersteunt .{0,30}niet)/i,
    /\b(unable|failed|could not|cannot|can't)\b.{0,20}\b(find|acquire|locate|connect|initiali[sz]e)\b.{0,30}\b(lms|api|scorm)\b/i,
  ];
  // A frame of no size shows nothing, whatever stands in it.
  const seen = frames.map(({ rendered }) => rendered).filter(({ width, height }) => width > 2 && height > 2);
  const sum = (name) => seen.reduce((total, frame) => total + frame[name], 0);
  // A frame that could not be read may show anything.
  if (sum("frames") > frames.length - 1 || sum("media") || sum("backgrounds")) return [];
  const words = seen
    .map((frame) => frame.words)
    .join(" ")
    .trim();
  const text = sum("text");
  // Without scripts and frames nothing more will come: such a page is what it is, unless there is nothing in it at all.
  const still = !sum("scripts") && !sum("frames") && seen.some(({ elements }) => elements > 1);
  const short = text < 200 && sum("controls") < 3;
  if (!text && !sum("controls") && !still) return [{ message: sum("spinners") ? "loading" : "blank", data: {} }];
  if (text && text < 60 && !sum("controls") && !still && (LOADING.test(words) || LOADING_END.test(words)))
    return [{ message: "loading", data: { words } }];
  if (short && ERRORS.some((error) => error.test(words))) return [{ message: "error-text", data: { words } }];
  return [];
}
