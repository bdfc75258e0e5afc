// What a page says, after the moment that its scripts may need to say it.
async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { title: document.title, text: (document.body?.innerText || "").slice(0, 20000) };
};
