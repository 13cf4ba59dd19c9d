"""The bill of materials of a package, as CycloneDX JSON: what is in it, and no more."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from licences import Part

from desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
_LOCK = "packaging/requirements.lock"


def write(target: Path, parts: list[Part]) -> Path:
    """Write the bill of ``parts``, with what the lock file knows of them."""
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "--output-reproducible"]
    subprocess.run(
        [*command, "--pyproject", "pyproject.toml", "-o", str(target), _LOCK], cwd=ROOT, check=True
    )
    bill = completed(json.loads(target.read_text(encoding="utf-8")), parts)
    text = json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")
    return target


def completed(bill: dict[str, Any], parts: list[Part]) -> dict[str, Any]:
    """The bill of a lock file without what is not packaged, and with what no lock names.

    A lock is for all systems; Python, the fonts and the system's libraries are in none.
    """
    known = {_plain(component["name"]): component for component in bill["components"]}
    components = []
    for name, version, licence in sorted(parts):
        new = {"type": "library", "name": name, "bom-ref": name}
        component = known.get(_plain(name), new)
        licences = [{"license": {"name": licence}}]
        components.append({**component, "version": version, "licenses": licences})
    root = {**bill["metadata"]["component"], "version": __version__}
    held = [component["bom-ref"] for component in components]
    return {
        **bill,
        "metadata": {**bill["metadata"], "component": root},
        "components": components,
        "dependencies": [{"ref": root["bom-ref"], "dependsOn": held}, *({"ref": r} for r in held)],
    }


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
