"""After the first picture the rest is loaded between two events, and gestures are ready."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from desktop.ui.readying import LATE

ROOT = Path(__file__).resolve().parent.parent.parent

# Begins as a start does, and tells what is there when the rest was loaded.
DRIVER = """
import gc, json, sys
gc.disable()
from typing import get_args
from PySide6.QtWidgets import QApplication
from desktop.session.commands import Command
from desktop.ui.readying import Readying

application = QApplication([])
readying = Readying(application)
told = {"before": gc.isenabled(), "complete": [c.__pydantic_complete__ for c in get_args(Command)]}
readying.ended.connect(application.quit)
readying.start()
application.exec()
told |= {
    "after": gc.isenabled(),
    "loaded": [name for name in sys.modules if name.startswith("desktop.")],
    "made": [c.__pydantic_complete__ for c in get_args(Command)],
}
print(json.dumps(told))
"""


def test_the_rest_is_loaded_and_models_are_built() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DRIVER], cwd=ROOT, capture_output=True, check=True, text=True
    )
    told = json.loads(done.stdout)
    assert not told["before"]
    assert not any(told["complete"])
    assert told["after"]
    assert {*LATE} <= {*told["loaded"]}
    assert all(told["made"])
