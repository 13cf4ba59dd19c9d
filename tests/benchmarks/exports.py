"""Exports of 10,000 and 100,000 annotations with peak memory, beside their floors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.projects import make_project

SIZES = (10_000, 100_000)
_FORMATS = ("json", "jsonl", "xlsx")

_EXPORT = """
import resource, sys, time
from pathlib import Path
from desktop.session.export_job import ExportRequest, export_project
started = time.perf_counter()
request = ExportRequest(format=sys.argv[2], target=Path(sys.argv[3]))
export_project(Path(sys.argv[1]), request, lambda done, total: True)
"""
_FLOOR = {
    "json": """
import json, resource, sys, time
from pathlib import Path
rows = json.loads(Path(sys.argv[1]).read_bytes())
started = time.perf_counter()
Path(sys.argv[3]).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
""",
    "xlsx": """
import resource, sys, time
from openpyxl import Workbook, load_workbook
source = load_workbook(sys.argv[1], read_only=True)
sheets = [(s.title, [list(row) for row in s.iter_rows(values_only=True)]) for s in source]
started = time.perf_counter()
book = Workbook(write_only=True)
for title, rows in sheets:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
book.save(sys.argv[3])
""",
}
_REPORT = """
import json
spent = round(time.perf_counter() - started, 2)
try:  # the kernel's own mark: ru_maxrss would begin with that of the parent
    status = open("/proc/self/status", encoding="ascii").read()
    peak = int(status.split("VmHWM:")[1].split()[0]) / 1e3
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
print(json.dumps({"s": spent, "peak MB": round(peak)}))
"""


def measure(folder: Path, *, every_floor: bool = True) -> dict[str, Any]:
    """Seconds and peak memory of a process for each format, and the ratio to its floor.

    The floor of the larger workbook takes as long as all the rest.
    """
    report: dict[str, Any] = {}
    for size in SIZES:
        path = folder / f"export-{size}.mitjul"
        make_project(path, [(12_000, 500)] * (size // 500), features=True).close()
        found: dict[str, Any] = {}
        for name in _FORMATS:
            target = folder / f"export-{size}.{name}"
            found[name] = _run(_EXPORT, path, name, target)
        for name, script in _FLOOR.items():
            if name == "xlsx" and size == SIZES[-1] and not every_floor:
                continue
            floor = _run(script, folder / f"export-{size}.{name}", name, folder / f"floor.{name}")
            found[f"floor: {name}"] = floor
            found[f"ratio: {name}"] = round(found[name]["s"] / floor["s"], 2)
        report[str(size)] = found
    return report


def _run(script: str, *arguments: object) -> dict[str, Any]:
    command = [sys.executable, "-c", script + _REPORT, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result
