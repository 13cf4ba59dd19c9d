"""What must be there beside Python: told, or installed by root, on Debian and Ubuntu.

The standard library only, as the script that sets up a checkout begins with this.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt loads on X11 and offscreen, and the Debian package that holds it."""

FONT_PACKAGE = "fonts-nanum"
OFFICE_PACKAGE = "libreoffice-calc-nogui"
"""A second reader of our workbooks."""

ATTEMPTS = 3
PAUSE = 20.0
"""How often, and with how many seconds between, a network that fails is asked."""


class Missing(Exception):
    """Something must be installed by hand; the message says what and how."""


def office() -> tuple[str, ...]:
    """The package of LibreOffice, where there is none."""
    return () if shutil.which("soffice") else (OFFICE_PACKAGE,)


def install_packages(further: Sequence[str] = ()) -> None:
    """On Debian and Ubuntu: install what Qt needs and ``further``, or say which command does."""
    if not Path("/etc/debian_version").exists() or not shutil.which("apt-get"):
        return
    wanted = [*missing_packages(), *further]
    if not wanted:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *wanted]
    quiet = ["-qq", "-o", f"Acquire::Retries={ATTEMPTS}", "-o", "Acquire::http::Timeout=60"]
    if os.geteuid() != 0:
        raise Missing(
            "These system packages are needed first:\n\n    sudo apt-get update && sudo "
            + " ".join(install)
            + "\n\nThen run the same command again. Nothing was changed."
        )
    print(f"Installing system packages: {' '.join(wanted)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def installed() -> bool:
        subprocess.run(["apt-get", "update", *quiet], env=environment, check=False)
        done = subprocess.run(
            [*install, *quiet], env=environment, stdout=subprocess.DEVNULL, check=False
        )
        return done.returncode == 0

    if not succeeds(installed):
        raise Missing(f"apt-get could not install them. Try: {' '.join(install)}")


def succeeds(step: Callable[[], bool]) -> bool:
    """True as soon as ``step`` succeeds: mirrors and registries fail for a minute and are back."""
    for attempt in range(1, ATTEMPTS + 1):
        if step():
            return True
        if attempt < ATTEMPTS:
            print(f"That failed; once more in {PAUSE:g} seconds …", flush=True)
            time.sleep(PAUSE)
    return False


def missing_packages() -> list[str]:
    """The Debian packages that are not there yet."""
    missing = []
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if not has_hangul_font():
        missing.append(FONT_PACKAGE)
    return missing


def has_hangul_font() -> bool:
    """True when fontconfig knows a font for Korean, or one lies where Debian puts it."""
    if shutil.which("fc-list"):
        found = subprocess.run(
            ["fc-list", ":lang=ko", "family"], capture_output=True, text=True, check=False
        )
        return bool(found.stdout.strip())
    fonts = Path("/usr/share/fonts")
    return any(fonts.rglob("Nanum*")) or any(fonts.rglob("NotoSansCJK*"))
