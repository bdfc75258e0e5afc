({ links }) => {
  // Product names are subjects of courses too; the name of a format beside another is never more than that.
  const FORMAT = /^(html|pdf|epub|docx?|pptx?|xlsx?|txt|mp3|mp4|zip|plain text|platte tekst|text version|csv|rtf|odt)$/i;
  const group = (element) => element.closest("ul, ol, tr, p") || element.parentElement;
  const bare = links.filter(({ format, name }) => format && FORMAT.test(name));
  const beside = (one) => bare.includes(one) && bare.some((other) => other.name !== one.name && group(other.element) === group(one.element));
  return links
    .filter(({ empty, points }) => empty || points)
    .map((one) => ({ element: one.element, message: !one.format ? "says-nothing" : beside(one) ? "formats" : "format", data: { name: one.name } }));
}
