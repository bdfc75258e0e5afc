({ page }) => {
  const TABLES = "table, [role=table], [role=grid], [role=treegrid]";
  const isTable = (element) => ["table", "grid", "treegrid"].includes(page.role(element));
  const rowsOf = (table) => {
    if (table.localName === "table" && table.rows) return [...table.rows].map((row) => ({ row, cells: [...row.cells] }));
    const rows = [...table.querySelectorAll("[role=row], tr")].filter((row) => row.closest(TABLES) === table);
    return rows.map((row) => ({ row, cells: [...row.querySelectorAll("[role=cell], [role=gridcell], [role=columnheader], [role=rowheader], td, th")].filter((cell) => cell.closest("[role=row], tr") === row) }));
  };
  const span = (cell, side) => {
    const own = side === "col" ? cell.colSpan : cell.rowSpan;
    const said = parseInt(cell.getAttribute(`aria-${side}span`), 10);
    const count = said > 0 ? said : own === 0 ? 1000 : own || 1;
    return Math.min(count, 1000);
  };
  const header = (cell) => ["columnheader", "rowheader"].includes(page.role(cell)) || (cell.localName === "th" && !cell.hasAttribute("role"));
  const hits = [];
  for (const table of page.all(TABLES)) {
    if (!isTable(table) || !page.heard(table)) continue;
    // Where each cell stands, spans counted.
    const taken = [];
    const placed = [];
    const rows = rowsOf(table).slice(0, 2000);
    rows.forEach(({ cells }, y) => {
      let x = 0;
      for (const cell of cells) {
        while (taken[y]?.[x]) x++;
        const column = parseInt(cell.getAttribute("aria-colindex"), 10);
        const from = column > 0 && !taken[y]?.[column - 1] ? column - 1 : x;
        const width = span(cell, "col");
        const height = Math.min(span(cell, "row"), rows.length - y);
        for (let dy = 0; dy < height; dy++) for (let dx = 0; dx < width; dx++) ((taken[y + dy] ??= [])[from + dx] = true);
        placed.push({ cell, x: from, y, width, height, header: header(cell) });
        x = from + width;
      }
    });
    const named = new Set(placed.flatMap(({ cell }) => (cell.getAttribute("headers") || "").split(/\s+/)).filter(Boolean));
    const data = placed.filter((one) => !one.header);
    const others = placed.filter((one) => one.header);
    if (!data.length) continue; // an empty table, to be filled later
    for (const one of others) {
      const { cell } = one;
      if (!page.heard(cell) || (cell.id && named.has(cell.id)) || cell.hasAttribute("headers") || !cell.textContent.trim()) continue;
      const scope = (cell.getAttribute("scope") || "").toLowerCase();
      const aria = page.role(cell);
      // Cells that name their headers have no others.
      const takes = ({ cell: other }) => {
        const names = (other.getAttribute("headers") || "").split(/\s+/).filter(Boolean);
        return !names.length || names.includes(cell.id);
      };
      const down = (other) => other !== one && takes(other) && other.y >= one.y + one.height && other.x < one.x + one.width && one.x < other.x + other.width;
      const side = (other) => other !== one && takes(other) && other.y < one.y + one.height && one.y < other.y + other.height && other.x !== one.x;
      const group = (other) => other !== one && (/group/.test(scope));
      let assigned;
      // A row header is itself told by the header of its column, and a header above headers is a group's.
      if (scope === "row") assigned = placed.some((other) => side(other) && !(other.header && other.y < one.y));
      else if (scope === "col") assigned = placed.some(down);
      else if (group()) assigned = true;
      else if (aria === "columnheader" && !cell.matches("th")) assigned = placed.some(down);
      else if (aria === "rowheader" && !cell.matches("th")) assigned = placed.some(side);
      else assigned = data.some((other) => down(other) || side(other)) || others.some((other) => down(other) || (side(other) && other.x > one.x && data.some((third) => third.y === one.y)));
      if (!assigned) hits.push({ element: cell, message: "no-cells", data: { header: cell.textContent.replace(/\s+/g, " ").trim().slice(0, 80) } });
    }
  }
  return hits;
}
