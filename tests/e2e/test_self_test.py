"""The self-test, as a user or a packager runs it, passes; what it leaves is there to be looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from python_calamine import CalamineWorkbook


def test_the_self_test_does_the_main_job(tmp_path: Path) -> None:
    out = tmp_path / "자가 점검"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "self-test", "--out", str(out), "--json"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=110,
    )
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert done.returncode == 0, (report, done.stderr)
    assert report["passed"] is True
    assert [step["step"] for step in report["steps"] if not step["ok"]] == []
    assert json.loads(done.stdout) == report
    assert {"fonts", "composition"} <= {step["step"] for step in report["steps"]}
    assert report["encodings"]["file_system"] == "utf-8"
    assert report["window_ms"] > 0
    for picture in ("window-light.png", "window-dark.png"):
        assert (out / picture).stat().st_size > 20_000

    exported = json.loads((out / "self-test.json").read_text(encoding="utf-8"))
    document = exported["documents"][0]
    assert len(document["annotations"]) >= 12
    assert len({a["label"] for a in document["annotations"]}) == 5
    assert len(document["relations"]) >= 3
    for annotation in document["annotations"]:
        start, end = annotation["start"], annotation["end"]
        assert document["text"][start:end] == annotation["text"]
    book = CalamineWorkbook.from_path(str(out / "self-test.xlsx"))
    rows = book.get_sheet_by_name("annotations").to_python()
    assert len(rows) >= len(document["annotations"])
