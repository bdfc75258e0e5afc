"""Screens judged on other computers, by the workers of a Dask scheduler."""

from __future__ import annotations

import socket
from contextlib import AbstractAsyncContextManager
from ipaddress import ip_address

import psutil

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
    return ClusterBackend(address)


def is_readable_by_others(address: str) -> bool:
    """Return whether what goes to the scheduler at this address crosses a network without encryption.

    Only tls:// is encrypted. Names are looked up, because one like "scheduler" may lead to this computer.
    """
    from distributed.comm.addressing import parse_address, parse_host_port

    try:
        scheme, location = parse_address(address)
        host, _ = parse_host_port(location)
        found = {str(each[4][0]) for each in socket.getaddrinfo(host, None)}
    except (OSError, ValueError):
        return True  # nobody knows where it leads
    own = {each.address for addresses in psutil.net_if_addrs().values() for each in addresses}
    return scheme != "tls" and any(not ip_address(each).is_loopback and each not in own for each in found)
