"""From options to the plan of a scan: its rules, its instruments and its browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from a11ycheck.browser.chromium import find
from a11ycheck.cli.options import Options
from a11ycheck.judging import rules
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.model import Lang, Rule, Settings
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.scan.plan import Plan
from a11ycheck.text.words import Words
from a11ycheck.web.addresses import clean, identity, read_start


def make_plan(options: Options, words: Words, *, needs_browser: bool) -> Plan:
    """Return the plan that the options ask for.

    Raises BrowserError when a browser is needed and none is found, UsageError when rules or axe cannot be read.
    """
    axe_rules = rules.axe_in_force(rules.read_axe_rules(options.lang), options.level, options.wcag)
    our_rules = rules.in_force(_our_rules(options.lang, options.rules), options.level, options.wcag)
    our_rules = rules.in_profile(our_rules, options.profile, asked=options.submit_forms)
    return Plan(
        settings=Settings(options.profile, options.level, options.wcag, options.lang),
        chromium=find(options.browser) if needs_browser else None,
        instruments=Instruments(
            read_axe(options.axe),
            tuple(axe_rules),
            compile_rules(our_rules),
            options.screenshots,
            editors=frozenset() if options.profile == "quick" else _identities(options.editor),
        ),
        rules={**axe_rules, **{rule.id: rule for rule in our_rules}},
        words=words,
        jobs=options.screens_at_once,
        pictures=options.screenshots,
        every_screen=options.every_screen,
        organisation=options.organisation,
        editors=options.editor,
        foreign_rules=options.rules is not None,
    )


def all_rules(lang: Lang, folder: Path | None) -> dict[str, Rule]:
    """Return every rule by id, whether it runs or not, with those of the customer's `folder`."""
    axe = {name: axe_rule.rule for name, axe_rule in rules.read_axe_rules(lang).items()}
    return axe | {rule.id: rule for rule in _our_rules(lang, folder)}


def _our_rules(lang: Lang, folder: Path | None) -> tuple[Rule, ...]:
    """Return the built-in rules and those of the customer's folder, which may replace built-in ones."""
    found = {rule.id: rule for rule in rules.read_rules(lang)}
    if folder:
        found |= {rule.id: rule for rule in rules.read_rules(lang, folder)}
    return tuple(found.values())


def _identities(addresses: Sequence[str]) -> frozenset[str]:
    return frozenset(identity(clean(read_start(address))) for address in addresses)
