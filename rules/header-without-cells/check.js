// Headers of a table that belong to no cell.
// @requires text
const TABLES = "table, [role=table], [role=grid], [role=treegrid]";
const ROWS = "[role=row], tr";
const CELLS = "[role=cell], [role=gridcell], [role=columnheader], [role=rowheader], td, th";
const TABLE_ROLES = ["table", "grid", "treegrid"];
const HEADER_ROLES = ["columnheader", "rowheader"];
const MOST_ROWS = 2000;
const MOST_SPAN = 1000;

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const table of page.all(TABLES)) {
    if (!TABLE_ROLES.includes(page.role(table)) || !page.heard(table)) continue;
    const cells = placeCells(page, rowsOf(table).slice(0, MOST_ROWS));
    const ids = new Set(cells.flatMap(({ cell }) => headersOf(cell)));
    if (cells.every(({ header }) => header)) continue; // an empty table, to be filled later
    for (const place of cells) {
      const { cell: element, header } = place;
      if (!header || !page.heard(element) || !element.textContent.trim()) continue;
      if ((element.id && ids.has(element.id)) || element.hasAttribute("headers")) continue;
      if (hasCells(page, place, cells)) continue;
      hits.push({ element, message: "no-cells", data: { header: a11y.text.collapse(element.textContent, 80) } });
    }
  }
  return hits;
};

/** Return the rows of a table, each as its cells. */
function rowsOf(table) {
  if (table.localName === "table" && table.rows) return [...table.rows].map((row) => [...row.cells]);
  const rows = [...table.querySelectorAll(ROWS)].filter((row) => row.closest(TABLES) === table);
  return rows.map((row) => [...row.querySelectorAll(CELLS)].filter((cell) => cell.closest(ROWS) === row));
}

/** Return where each cell stands, spans counted: {cell, x, y, width, height, header}. */
function placeCells(page, rows) {
  const taken = [];
  const places = [];
  rows.forEach((cells, y) => {
    let next = 0;
    for (const cell of cells) {
      while (taken[y]?.[next]) next++;
      const column = parseInt(cell.getAttribute("aria-colindex"), 10);
      const x = column > 0 && !taken[y]?.[column - 1] ? column - 1 : next;
      const width = span(cell, "col", cell.colSpan);
      const height = Math.min(span(cell, "row", cell.rowSpan), rows.length - y);
      for (let down = 0; down < height; down++) {
        taken[y + down] ??= [];
        for (let across = 0; across < width; across++) taken[y + down][x + across] = true;
      }
      places.push({ cell, x, y, width, height, header: isHeader(page, cell) });
      next = x + width;
    }
  });
  return places;
}

/** Return how many rows or columns a cell takes; 0 in HTML means all that follow. */
function span(cell, side, native) {
  const given = parseInt(cell.getAttribute(`aria-${side}span`), 10);
  if (given > 0) return Math.min(given, MOST_SPAN);
  return Math.min(native === 0 ? MOST_SPAN : native || 1, MOST_SPAN);
}

function isHeader(page, cell) {
  return HEADER_ROLES.includes(page.role(cell)) || (cell.localName === "th" && !cell.hasAttribute("role"));
}

/** Return the ids of the headers that a cell names. */
function headersOf(cell) {
  return (cell.getAttribute("headers") || "").split(/\s+/).filter(Boolean);
}

/** Whether a header belongs to at least one cell. */
function hasCells(page, place, cells) {
  const { cell } = place;
  const scope = (cell.getAttribute("scope") || "").toLowerCase();
  const role = cell.matches("th") ? "" : page.role(cell);
  const below = (other) => other !== place && isBelow(other, place) && takesHeader(other.cell, cell);
  const beside = (other) => other !== place && isBeside(other, place) && takesHeader(other.cell, cell);
  // A header of a row may itself belong to the header of its column.
  if (scope === "row") return cells.some((other) => beside(other) && !(other.header && other.y < place.y));
  if (scope === "col") return cells.some(below);
  if (/group/.test(scope)) return true;
  if (role === "columnheader") return cells.some(below);
  if (role === "rowheader") return cells.some(beside);
  const inRow = cells.some(({ header, y }) => !header && y === place.y);
  // A header above headers is that of a group.
  const mayHead = (other) => !other.header || (other.x > place.x && inRow);
  return cells.some((other) => below(other) || (mayHead(other) && beside(other)));
}

/** Whether a cell may belong to a header: those that name their headers have no others. */
function takesHeader(cell, header) {
  const ids = headersOf(cell);
  return !ids.length || ids.includes(header.id);
}

function isBelow(other, place) {
  return other.y >= place.y + place.height && other.x < place.x + place.width && place.x < other.x + other.width;
}

function isBeside(other, place) {
  return other.y < place.y + place.height && place.y < other.y + other.height && other.x !== place.x;
}
