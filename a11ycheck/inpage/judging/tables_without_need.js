// For each of these places, whether its table needs no further headers: its columns or rows have theirs, and what has
// none names a row or a column itself; or it is a grid of signs, such as a puzzle, where nothing looks like a header.
// @requires dom
export default (places) =>
  places.map((place) => {
    const table = a11y.dom.find(place);
    return Boolean(table?.rows) && (hasHeaders(table) || isGridOfSigns(table));
  });

const HEADER = "th, [role=columnheader], [role=rowheader], td[scope]";
const SIGNS = 2; // characters of a letter, a number of a puzzle, a piece on a board
const MOST = 2500; // cells

/** Whether a row or a column consists of headers: of all cells with words, but for a corner and cells that span all. */
function hasHeaders(table) {
  const rows = [...table.rows].map((row) => [...row.cells]).filter((cells) => cells.length > 1);
  if (!rows.length) return false;
  const columns = Math.max(...rows.map((cells) => cells.length));
  const isHeaderRow = (cells) => cells.length > columns / 2 && areHeaders(cells.slice(1)) && areBesides(cells);
  if (rows.some(isHeaderRow)) return true;
  const first = rows.map((cells) => cells[0]);
  return areHeaders(first.filter((_, n) => n > 0 || first.length === 1));
}

function areHeaders(cells) {
  const filled = cells.filter((cell) => cell.textContent.trim());
  return filled.length > 1 && filled.every((cell) => cell.matches(HEADER));
}

/** Whether the cells of a row stand beside each other for columns: those of one column are no header of the others. */
function areBesides(cells) {
  return cells.some((cell) => cell.matches(HEADER) && cell.getAttribute("scope") !== "row");
}

function isGridOfSigns(table) {
  const cells = [...table.rows].flatMap((row) => [...row.cells]).slice(0, MOST);
  return cells.every(isSign) && !looksHeaded(table);
}

/** Whether a cell holds one sign, one field or one picture, and no words. */
function isSign(cell) {
  const text = cell.textContent.trim();
  if (cell.querySelector("table")) return false;
  return [...text].length <= SIGNS && cell.querySelectorAll("input, select, textarea, button, img, svg").length <= 1;
}

/** Whether the first row or the first column is told from all other cells by its letters or its ground. */
function looksHeaded(table) {
  const looks = [...table.rows].map((row) => [...row.cells].map(look));
  const across = [new Set(looks[0]), new Set(looks.slice(1).flat())];
  const down = [new Set(looks.map((row) => row[0])), new Set(looks.flatMap((row) => row.slice(1)))];
  return [across, down].some(([own, others]) => own.size === 1 && ![...own].some((each) => others.has(each)));
}

function look(cell) {
  const inner = cell.querySelector("b, strong") ?? cell;
  const { backgroundColor } = getComputedStyle(cell);
  const { fontWeight, fontStyle } = getComputedStyle(inner);
  return [backgroundColor, Number(fontWeight) >= 600, fontStyle].join(" ");
}
