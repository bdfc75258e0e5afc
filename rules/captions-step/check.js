// Captions that do not go with their video: shown after its end, ending early, out of order or twice.
const END = 0.6; // share of a video that captions cover at least
const CREDITS = 60; // seconds without captions that harm nobody

/** @type {Check<"timed">} */
export default ({ timed }) =>
  timed.flatMap(({ element, length, source, answer }) => {
    if (!answer) return [];
    const { starts, end, back, double } = answer;
    const all = starts.length;
    const file = fileName(source);
    const hit = (message, data) => [{ element, message, data: { file, all, ...data } }];
    if (Number.isFinite(length) && length > 0) {
      // A credit after the last picture harms nobody.
      const late = starts.filter((start) => start > length + 1).length;
      if (late > 1 && late > all / 20) return hit("after-end", { count: late, length: clock(length) });
      if (end < length * END && length - end > CREDITS)
        return hit("stops-early", { end: clock(end), length: clock(length) });
    }
    if (back) return hit("back", { count: back });
    return double > Math.max(2, all / 4) ? hit("double", { count: double }) : [];
  });

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;
}

function fileName(source) {
  return source.startsWith("data:") ? "–" : decodeURIComponent(source.split(/[?#]/)[0].split("/").pop());
}
