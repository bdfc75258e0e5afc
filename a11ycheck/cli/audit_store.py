"""Where an audit is saved while it is under way, and what makes a later command the same audit."""

from __future__ import annotations

import json
from collections.abc import Sequence

import a11ycheck
from a11ycheck.cli.option_table import CHANGES_FINDINGS
from a11ycheck.cli.options import Options
from a11ycheck.errors import UsageError
from a11ycheck.scan.plan import Plan, ScanTarget
from a11ycheck.store.folders import private_state_folder
from a11ycheck.store.saved import AuditIdentity
from a11ycheck.store.store import Store, store_name
from a11ycheck.text.json_values import to_json


def open_store(targets: Sequence[ScanTarget], plan: Plan, options: Options) -> Store | None:
    """Return where the audit is saved; None when no target is a website, or nothing can be saved on this computer.

    Raises UsageError when the audit is to be resumed and cannot be, or when others can change what is saved.
    """
    if not any(target.source.info.is_website for target in targets):
        return None
    try:
        path = private_state_folder("audits") / store_name(options.output)
        return Store(path, audit_identity(targets, plan, options), resume=options.resume)
    except OSError as error:
        if options.resume:
            raise UsageError("resume-unwritable", reason=error.strerror or str(error)) from error
        return None


def audit_identity(targets: Sequence[ScanTarget], plan: Plan, options: Options) -> AuditIdentity:
    """Return what an audit must share with an earlier one to be the same: version, targets, rules and options."""
    sources = [(target.label, target.source.info) for target in targets]
    settings = {
        "targets": [
            [label, info.name, *info.addresses, info.crawl_limits] for label, info in sources if info.is_website
        ],
        "options": {name: str(getattr(options, name)) for name in (*CHANGES_FINDINGS, "roles")},
        "rules": to_json(plan.rules),
    }
    return AuditIdentity(
        version=f"a11ycheck {a11ycheck.__version__}, axe-core {plan.instruments.axe.version}",
        description=", ".join(label or info.name for label, info in sources),
        settings=json.dumps(settings, sort_keys=True),
    )
