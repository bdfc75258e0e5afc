"""Screens judged on other computers, by the workers of a Dask scheduler."""

from __future__ import annotations

import logging
from contextlib import AbstractAsyncContextManager

from a11ycheck.errors import ClusterError
from a11ycheck.scan.session import Backend


def open_cluster(address: str) -> AbstractAsyncContextManager[Backend]:
    """Return a backend on the workers of the scheduler at this address.

    Raises ClusterError when Dask is not installed.
    """
    try:
        from a11ycheck.cluster.cluster_backend import ClusterBackend
    except ImportError as error:
        raise ClusterError("cluster-extra") from error
    # Report what matters of this in our own words.
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).disabled = True
    return ClusterBackend(address)
