({ clips }) => clips.filter(({ answer }) => answer === true).map(({ element }) => ({ element, message: "clipped", data: { text: element.textContent.replace(/\s+/g, " ").trim().slice(0, 80) } }))
