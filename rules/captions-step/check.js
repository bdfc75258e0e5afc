({ timed }) => {
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;
  return timed.flatMap(({ element, length, source, answer }) => {
    if (!answer) return [];
    const { starts, end, back, double } = answer;
    const all = starts.length;
    const file = source.startsWith("data:") ? "–" : decodeURIComponent(source.split(/[?#]/)[0].split("/").pop());
    const hit = (message, data) => [{ element, message, data: { file, all, ...data } }];
    if (Number.isFinite(length) && length > 0) {
      // A credit after the last picture harms nobody.
      const late = starts.filter((start) => start > length + 1).length;
      if (late > 1 && late > all / 20) return hit("after-end", { count: late, length: clock(length) });
      if (end < length * 0.6 && length - end > 60) return hit("stops-early", { end: clock(end), length: clock(length) });
    }
    if (back) return hit("back", { count: back });
    return double > Math.max(2, all / 4) ? hit("double", { count: double }) : [];
  });
}
