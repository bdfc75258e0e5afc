"""The environment that other programs get from this one: what they need to run, and no secrets.

Names are listed, not secrets: in a build server's environment any variable may be one (A11YCHECK_PASSWORD, what a
--header takes its value from, somebody else's token), and only the names of harmless ones are known.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

_OF_PROCESSES = frozenset(
    ["PATH", "SYSTEMROOT", "WINDIR", "TMP", "TEMP", "TMPDIR", "LANG", "LANGUAGE", "LD_LIBRARY_PATH", "TZ"]
)
_OF_BROWSERS = frozenset(
    [
        # Where its files and those of the system are.
        "HOME", "USER", "LOGNAME", "SHELL", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT",
        "NIX_LD", "NIX_LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
        "SNAP", "SNAP_NAME", "SNAP_REVISION", "CHROME_DEVEL_SANDBOX", "CHROME_WRAPPER", "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        # The screen and the session of the user, for a window to sign in.
        "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "LIBVA_DRIVER_NAME", "PULSE_SERVER",
        "DESKTOP_SESSION", "GDK_BACKEND", "GTK_THEME",
        # The proxy that the user's programs go through.
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "AUTO_PROXY",
        # Windows.
        "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "OS", "USERNAME", "USERPROFILE", "USERDOMAIN", "HOMEDRIVE", "HOMEPATH",
        "APPDATA", "LOCALAPPDATA", "ALLUSERSPROFILE", "PUBLIC", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)",
        "PROGRAMW6432", "COMMONPROGRAMFILES", "COMMONPROGRAMFILES(X86)", "COMMONPROGRAMW6432", "COMPUTERNAME",
        "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "PROCESSOR_IDENTIFIER", "SESSIONNAME",
    ]
)  # fmt: skip
_PREFIXES = ("LC_",)
_PREFIXES_OF_BROWSERS = ("XDG_",)


def process_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables for a process that computes something and needs nothing of the user."""
    return {name: value for name, value in environ.items() if _is_among(name, _OF_PROCESSES, _PREFIXES)}


def browser_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables for a browser, which opens what strangers made."""
    names, prefixes = _OF_PROCESSES | _OF_BROWSERS, _PREFIXES + _PREFIXES_OF_BROWSERS
    return {name: value for name, value in environ.items() if _is_among(name, names, prefixes)}


def _is_among(name: str, names: frozenset[str], prefixes: tuple[str, ...]) -> bool:
    return name.upper() in names or name.upper().startswith(prefixes)
