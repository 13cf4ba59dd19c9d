"""What every test needs: no display, a profile of its own, the same patience on every machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# how long an example takes says something about the machine, not about the code
hypothesis.settings.register_profile("mitjul", deadline=None, print_blob=True)
hypothesis.settings.load_profile("mitjul")

_WINDOWS_FOLDERS = ("APPDATA", "LOCAL_APPDATA", "PERSONAL")


@pytest.fixture(scope="session", autouse=True)
def profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, logs and documents go to an empty home; the user's own are never touched."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in [name for name in os.environ if name.startswith("XDG_")]:
            if name != "XDG_RUNTIME_DIR":
                patch.delenv(name)
        if sys.platform == "win32":
            for name in _WINDOWS_FOLDERS:
                patch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home))
        yield
