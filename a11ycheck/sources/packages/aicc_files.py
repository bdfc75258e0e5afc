"""Read the descriptor files of an AICC course (.crs .au .des .cst; CMI001, section 6): INI and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from a11ycheck.web.xml import decode

LONGEST_TITLE = 300
MOST_ROWS = 5_000
DEEPEST = 50

TableRow = Mapping[str, str]
"""Field name in lower case -> value."""


@dataclass(frozen=True, slots=True)
class AssignableUnit:
    """An assignable unit: its row of the .au file, its title from .des, and the titles from the course down to it."""

    id: str
    title: str
    path: tuple[str, ...]
    fields: TableRow


@dataclass(frozen=True, slots=True)
class AiccCourse:
    """A course with its units in the order of its structure; units that the structure does not name come last."""

    id: str
    title: str
    units: tuple[AssignableUnit, ...]


def read_course(crs: bytes, au: bytes, des: bytes, cst: bytes) -> AiccCourse:
    """Return the course in four files; all but `au` may be empty. Raises ValueError when a table is unreadable."""
    settings = read_ini(crs).get("course", {})
    title = settings.get("course_title", "")[:LONGEST_TITLE]
    titles = {row.get("system_id", "").lower(): row.get("title", "")[:LONGEST_TITLE] for row in read_table(des)}
    rows = {row["system_id"].lower(): row for row in read_table(au) if row.get("system_id")}
    placed = dict(_placed(cst, frozenset(rows)))
    top = (title,) if title else ()

    def unit(key: str, blocks: tuple[str, ...]) -> AssignableUnit:
        name = titles.get(key) or rows[key].get("file_name", "")[:LONGEST_TITLE] or rows[key]["system_id"]
        above = tuple(titles.get(block) or block.upper() for block in blocks)
        return AssignableUnit(rows[key]["system_id"], name, (*top, *above, name), rows[key])

    units = [unit(key, blocks) for key, blocks in placed.items()]
    units += [unit(key, ()) for key in rows if key not in placed]
    return AiccCourse(settings.get("course_id", ""), title, tuple(units))


def is_table(data: bytes, *names: str) -> bool:
    """Return whether the first line of a file names these fields: .au is sound too, and .des means many things."""
    first = decode(data[:4000]).strip().partition("\n")[0].lower()
    return all(name in first for name in names)


def read_table(data: bytes) -> list[TableRow]:
    """Return the rows of a CSV file that begins with a line of field names. Raises ValueError when it is no CSV."""
    text = decode(data).replace("\0", "")
    delimiter = "\t" if "\t" in text.partition("\n")[0] and "," not in text.partition("\n")[0] else ","
    rows: list[TableRow] = []
    try:
        lines = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True, delimiter=delimiter)
        names: list[str] = []
        for line in lines:
            cells = [cell.strip() for cell in line]
            if not any(cells):
                continue
            if not names:
                names = [cell.lower() for cell in cells]
                continue
            # Structure tables repeat "member": the further ones get a number after their name.
            keys = (f"{name}{at}" if name in names[:at] else name for at, name in enumerate(_wide(names, len(cells))))
            rows.append(dict(zip(keys, cells, strict=False)))
            if len(rows) > MOST_ROWS:
                raise ValueError("too many rows")
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return rows


def read_ini(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """Return the sections and their settings, names in lower case; lines that are neither are ignored."""
    sections: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in decode(data).splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            section = sections.setdefault(line[1:-1].strip().lower(), {})
        elif "=" in line and not line.startswith(";"):
            name, _, value = line.partition("=")
            section.setdefault(name.strip().lower(), value.strip().strip('"'))
    return sections


def _wide(names: list[str], count: int) -> list[str]:
    return names + [names[-1] if names else ""] * max(0, count - len(names))


def _placed(cst: bytes, units: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the units in the order of the structure, each with the blocks above it, in lower case."""
    members: dict[str, list[str]] = {}
    for row in read_table(cst):
        found = [value.lower() for name, value in row.items() if name.startswith("member") and value]
        members.setdefault(row.get("block", "").lower(), []).extend(found)
    seen: set[str] = set()

    def walk(block: str, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for member in members.get(block, []) if len(above) < DEEPEST else []:
            if member in seen:
                continue  # a block inside itself
            seen.add(member)
            if member in units:
                yield member, above
            elif member in members:
                yield from walk(member, (*above, member))

    yield from walk("root", ())
    for block in list(members):
        if block not in seen and block != "root":
            yield from walk(block, (block,))
