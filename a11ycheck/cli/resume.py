"""Whether an audit is kept while it is under way, where, and what makes it the same audit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields

import a11ycheck
from a11ycheck.cli.options import Options
from a11ycheck.errors import UsageError
from a11ycheck.scan.plan import Plan, ScanTarget
from a11ycheck.sources.interface import Lasting
from a11ycheck.store.folders import private_folder
from a11ycheck.store.store import Command, Store, store_name
from a11ycheck.text.json_values import plain

_OF_THE_REPORT = frozenset(
    {
        "formats", "en301549", "output", "fail_on", "allow_incomplete", "baseline", "quiet", "verbose", "organisation",
        "jobs", "cluster", "resume", "browser", "credentials",
    }
)  # fmt: skip
"""Options that change how an audit is done or told, and not what it finds."""


def open_store(orders: Sequence[ScanTarget], plan: Plan, options: Options) -> Store | None:
    """Where this audit is kept; None when it has no website, or when nothing can be kept on this computer.

    Raises UsageError when it is to go on and cannot.
    """
    if not any(isinstance(order.source, Lasting) for order in orders):
        return None
    try:
        path = private_folder("audits") / store_name(options.output)
        return Store(path, _command(orders, plan, options), resume=options.resume)
    except OSError as error:
        if options.resume:
            raise UsageError("resume-unwritable", reason=error.strerror or str(error)) from error
        return None


def _command(orders: Sequence[ScanTarget], plan: Plan, options: Options) -> Command:
    given = {each.name: str(getattr(options, each.name)) for each in fields(options) if each.name not in _OF_THE_REPORT}
    asked = {
        "targets": [
            [order.label, order.source.name, order.source.asked]
            for order in orders
            if isinstance(order.source, Lasting)
        ],
        "options": given,
        "rules": plain(plan.rules),
    }
    return Command(
        version=f"a11ycheck {a11ycheck.__version__}, axe-core {plan.instruments.axe.version}",
        words=", ".join(order.label or order.source.name for order in orders),
        asked=json.dumps(asked, sort_keys=True),
    )
