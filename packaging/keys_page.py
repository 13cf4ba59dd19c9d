"""The page of keys: ``update`` writes docs/keys.md from the table of actions, ``check`` compares.

Runs inside .venv.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "keys.md"
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QTranslator  # noqa: E402

from desktop.ui.actions.definition import LABEL, ActionDef, without_mnemonic  # noqa: E402
from desktop.ui.actions.listing import Offer, sections  # noqa: E402
from desktop.ui.actions.table import ACTIONS  # noqa: E402

_HEAD = """\
# 단축키 · Keys

Made from the table of actions by `packaging/keys_page.py update`; not written by hand. These are
the defaults: `?` in the window lists the keys in force, searches them and changes them. On macOS,
Ctrl is the Command key.

Keys under 기사에서, 커서 이동 and 선택 넓히기 act while the keyboard is on the article. They are
bound to places on the keyboard and act under a Hangul input method too; in a text field they type.
"""


def page() -> str:
    """The whole page."""
    korean = QTranslator()
    korean.load("mitjul_ko", str(ROOT / "resources" / "translations"))

    def said(text: str, row: ActionDef | None = None) -> str:
        label = str(korean.translate("actions", LABEL)).format(digit=row.digit if row else "")
        return without_mnemonic(str(korean.translate("actions", text)).format(label=label))

    lines = [_HEAD]
    for heading, rows in sections([Offer(row, row.english) for row in ACTIONS]):
        lines.append(f"\n## {said(heading)} · {without_mnemonic(heading)}\n")
        lines.append("| 기능 | Action | Keys |\n|---|---|---|")
        for row in (offer.row for offer in rows):
            keys = " ".join(f"`{key}`" for key in row.keys)
            lines.append(f"| {said(row.text, row)} | {row.english} | {keys} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Run ``update`` or ``check``."""
    if arguments == ["update"]:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    if arguments == ["check"]:
        current = PAGE.read_text(encoding="utf-8") == page()
        print("docs/keys.md is current." if current else "docs/keys.md is stale: run update.")
        return 0 if current else 1
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
