"""Write docs/rules.md from the folders of rules/: python docs/make_rules.py"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "rules"
PAGE = ROOT / "docs" / "rules.md"
CRITERIA = json.loads((ROOT / "a11ycheck/standards/wcag.json").read_text(encoding="utf-8"))["criteria"]
LEVELS = {criterion["number"]: criterion["level"] for criterion in CRITERIA}
OUTCOMES = {
    "failure": ("failure", "something is wrong, without doubt"),
    "review": ("needs review", "a person must look and decide"),
    "advice": ("advice", "good practice that no criterion asks for"),
    "skipped": ("not tested", "the screen couldn't be tested at all"),
}
"""What a message of a rule can be, the most certain first → what this page calls it, and what that means."""
SCOPES = {
    "page": (
        "Rules for pages and screens",
        "These rules look at each screen, in all its frames. Some of them only run with certain options: see\n"
        "[Profiles](configuration.md#profiles).",
    ),
    "site": (
        "Rules for a whole site or package",
        "These rules compare pages with one another, once all of them have been opened.",
    ),
    "document": ("Rules for documents", "These rules read PDF, Word, PowerPoint, Excel and captions files."),
}
INTRODUCTION = """# Rules

<!-- Written by docs/make_rules.py from the folders of rules/. Don't edit this page: run `make docs`. -->

a11ycheck runs [axe-core](https://github.com/dequelabs/axe-core) and rules of its own. `a11ycheck rules` prints this
list in the terminal, in English or Dutch. `a11ycheck explain RULE` says why a rule matters, who is affected, how to fix
what it finds, and what it can't see.

Each rule reports one or more of these:

{outcomes}

Criteria of level AAA are tested only with `--level AAA`. No rule sees everything that a criterion asks for. Where a
rule finds nothing, the criterion may still not be met.
"""
COVERAGE = """## By success criterion

These are the {total} success criteria of WCAG 2.2 at levels A and AA. “At most” is the most certain result that a rule
for pages can give: *failure* means that a rule can find some failures without doubt, *review* that a rule can point
to something that a person must check, and *person* that only a person can judge.

<!-- coverage -->
{counts}

{table}
<!-- /coverage -->
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """What this page tells about one rule."""

    name: str
    title: str
    scope: str
    criteria: tuple[str, ...]
    clauses: tuple[str, ...]
    outcomes: frozenset[str]
    left_out: str = ""
    """Why we don't run a rule of axe-core; "" for rules that run."""

    @property
    def row(self) -> tuple[str, ...]:
        """Its cells in the tables of rules."""
        link = f"[`{self.name}`](../rules/{self.name}/en.md)" if self.scope else f"`{self.name}`"
        numbers = (f"{number} (AAA)" if LEVELS[number] == "AAA" else number for number in self.criteria)
        asked = ", ".join([*numbers, *(f"EN 301 549 {clause}" for clause in self.clauses)])
        said = ", ".join(word for outcome, (word, _) in OUTCOMES.items() if outcome in self.outcomes)
        return link, self.title, asked or "–", said


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """Return the whole page as Markdown."""
    ours, axe = own_rules(), axe_rules()
    running = [rule for rule in axe if not rule.left_out]
    head = ("rule", "what it finds", "criteria", "reports")
    used = {outcome for rule in [*ours, *running] for outcome in rule.outcomes}
    meanings = "\n".join(f"- **{word}**: {means}" for outcome, (word, means) in OUTCOMES.items() if outcome in used)
    parts = [INTRODUCTION.format(outcomes=meanings), coverage([*ours, *running])]
    for scope, (heading, lead) in SCOPES.items():
        parts.append(f"## {heading}\n\n{lead}\n\n{table(head, (rule.row for rule in ours if rule.scope == scope))}\n")
    parts.append(f"## Rules of axe-core\n\n{table(head, (rule.row for rule in running))}\n")
    unused = ((f"`{rule.name}`", rule.title, rule.left_out) for rule in axe if rule.left_out)
    parts.append(f"## Rules of axe-core that don't run\n\n{table(('rule', 'what it finds', 'why not'), unused)}\n")
    return "\n".join(parts)


def own_rules() -> list[Rule]:
    """Return the rules of a11ycheck in the order of their names."""
    return [own_rule(file.parent) for file in sorted(RULES.glob("*/rule.toml")) if file.parent.name != "_template"]


def own_rule(folder: Path) -> Rule:
    """Read one rule from rule.toml and the first line of en.md."""
    told = read(folder / "rule.toml")
    title = (folder / "en.md").read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ").strip()
    scope = told.get("scope", "frame")
    return Rule(
        name=folder.name,
        title=title,
        scope=scope if scope in SCOPES else "page",
        criteria=tuple(told["criteria"]),
        clauses=tuple(told.get("en301549", ())),
        outcomes=frozenset(told["messages"].values()),
    )


def axe_rules() -> list[Rule]:
    """Return the rules of axe-core in the order of their names, those that don't run included."""
    choices, texts = read(RULES / "axe" / "rules.toml"), read(RULES / "axe" / "en.toml")
    return [axe_rule(name, choices[name], texts[name]) for name in sorted(choices)]


def axe_rule(name: str, choice: dict[str, Any], text: dict[str, str]) -> Rule:
    """Read one rule of axe-core. Its doubts are reviews, unless they are known to be noise."""
    doubts = "incomplete" in text and choice.get("incomplete") != "drop"
    return Rule(
        name=name,
        title=text["title"],
        scope="",
        criteria=tuple(choice["criteria"]),
        clauses=(),
        outcomes=frozenset(["failure", *(["review"] if doubts else [])]),
        left_out="" if choice["run"] else choice.get("reason") or "–",
    )


def coverage(rules: Sequence[Rule]) -> str:
    """Return the section that shows which rules test each criterion of WCAG 2.2, levels A and AA."""
    rules = [rule for rule in rules if rule.scope != "document"]
    counts, rows = Counter[str](), []
    for criterion in CRITERIA:
        if criterion["level"] == "AAA" or criterion["removed_in_22"]:
            continue
        number, level = criterion["number"], criterion["level"]
        mine = [rule for rule in rules if number in rule.criteria]
        found = {outcome for rule in mine for outcome in rule.outcomes}
        most = next((outcome for outcome in ("failure", "review") if outcome in found), "person")
        counts[most] += 1
        names = ", ".join(f"`{rule.name}`" for rule in mine) or "–"
        rows.append((f"{number} {criterion['title']['en']}", level, most, names))
    said = f"{counts['failure']} failure, {counts['review']} review, {counts['person']} person only."
    head = ("criterion", "level", "at most", "rules, ours first")
    return COVERAGE.format(total=len(rows), counts=said, table=table(head, rows))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = (f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in (head, *rows))
    first, *rest = lines
    return "\n".join([first, f"{'|---' * len(head)}|", *rest])


def read(file: Path) -> dict[str, Any]:
    """Return what a TOML file says."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
