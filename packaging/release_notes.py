"""The section of CHANGELOG.md for one version: `python3 packaging/release_notes.py 0.1.0`.

Exit status 1 when there is none, or when the version is not the application's.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def section(changelog: str, version: str) -> str | None:
    """What stands under the heading ``## [version]``, without it; None when there is no such."""
    heading = rf"^## \[{re.escape(version)}\][^\n]*\n"
    found = re.search(heading + r"(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found.group(1).strip() + "\n" if found else None


def main(arguments: list[str]) -> int:
    """Print the section."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    (version,) = arguments
    source = (ROOT / "desktop" / "__init__.py").read_text(encoding="utf-8")
    notes = section((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    if f'__version__ = "{version}"' not in source:
        sys.stderr.write(f"The application's version is not {version}.\n")
        return 1
    if notes is None:
        sys.stderr.write(f"CHANGELOG.md has no section [{version}].\n")
        return 1
    sys.stdout.write(notes)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
