({ keys }) => keys.filter(({ kind, led, element }) => kind === "skip" && element && led === "before").map(({ element, name }) => ({ element, message: "stays", data: { name } }))
