"""A checkout of its own for each test of the set-up: the real script, a lock with nothing in it."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
import system_packages

ROOT = Path(__file__).resolve().parent.parent.parent
CHECK = "import sys\nsys.stdout.write(ascii(sys.argv[1:]))\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with a space and Hangul in its name, as annotators have them."""
    root = tmp_path / "내 작업" / "mitjul"
    (root / "packaging").mkdir(parents=True)
    for name in ("dev.py", "system_packages.py"):
        shutil.copy(ROOT / "packaging" / name, root / "packaging")
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-interop.lock"):
        (root / "packaging" / name).write_text("# nothing\n", encoding="ascii")
    (root / "desktop").mkdir()
    (root / "desktop" / "__init__.py").touch()
    (root / "desktop" / "__main__.py").write_text(CHECK, encoding="ascii")
    return root


@pytest.fixture
def dev(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script of that checkout, loaded; it asks a second time at once."""
    monkeypatch.setattr(system_packages, "PAUSE", 0.0)
    spec = importlib.util.spec_from_file_location("dev_under_test", checkout / "packaging/dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert sys.prefix != str(module.VENV)
    return module
