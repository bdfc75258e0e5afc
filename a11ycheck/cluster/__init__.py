"""Screens judged on other computers, by the workers of a Dask scheduler."""

from __future__ import annotations

import logging
from contextlib import AbstractAsyncContextManager

from a11ycheck.errors import ClusterError
from a11ycheck.scan.session import Backend


def open_cluster(address: str) -> AbstractAsyncContextManager[Backend]:
    """Backend on the workers of the scheduler at this address. Raises ClusterError when Dask is not installed."""
    try:
        from a11ycheck.cluster.workers import Workers
    except ImportError as error:
        raise ClusterError("cluster-extra") from error
    # What matters of it is said in our own words.
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).disabled = True
    return Workers(address)
