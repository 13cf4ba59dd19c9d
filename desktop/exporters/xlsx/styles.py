"""The styles of the workbook: a table of looks, each of which becomes a number in it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exporters.columns import Column, R
from desktop.exporters.highlight import OWN
from desktop.exporters.row_stream import CellStyle
from desktop.model.schema import Hue, Schema

FONT = "맑은 고딕"
INK, MUTED, LINK = "1C2128", "6B7480", "2563CF"

HUES: MappingProxyType[Hue, str] = MappingProxyType(
    {
        "blue": "2563CF",
        "amber": "B26B00",
        "green": "0A7755",
        "purple": "7A35AD",
        "grey": "7C8694",
        "red": "BF3529",
        "teal": "0B7083",
        "pink": "B5307D",
    }
)
"""Of writing and of bars; the window's own, a little lighter where bars would be too dark."""

_HEADER, _EDITABLE, _LINE = "E9EEF6", "FFF8E1", "D5DBE3"
_MARKS = {"underline": '<u val="single"/>', "dots": "<i/>", "box": "", "line": "", "tint": ""}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    size: float = 10
    bold: bool = False
    ink: str = INK
    underlined: bool = False
    fill: str = ""
    wrapped: bool = False
    side: Literal["left", "center", "right"] | None = None
    line: bool = False
    number: str = ""
    middle: bool = False


LOOKS: MappingProxyType[str, Look] = MappingProxyType(
    {
        "header": Look(bold=True, fill=_HEADER, wrapped=True),
        "header of details": Look(ink=MUTED, fill=_HEADER, wrapped=True),
        "header to edit": Look(bold=True, fill="FFECB3", wrapped=True),
        "field": Look(size=8, ink=MUTED, fill=_HEADER),
        "field to edit": Look(size=8, ink=MUTED, fill="FFECB3"),
        "text": Look(wrapped=True),
        "text with link": Look(wrapped=True, ink=LINK, underlined=True),
        "text to edit": Look(wrapped=True, fill=_EDITABLE, number="@"),
        "link to edit": Look(wrapped=True, fill=_EDITABLE, number="@", ink=LINK, underlined=True),
        "number to edit": Look(side="right", fill=_EDITABLE, number="#,##0"),
        "fraction to edit": Look(side="right", fill=_EDITABLE, number="#,##0.0##########"),
        "detail": Look(size=9, ink=MUTED),
        "number": Look(side="right", number="#,##0"),
        "number with link": Look(side="right", number="#,##0", ink=LINK, underlined=True),
        "fraction": Look(side="right", number="#,##0.0##########"),
        "detail number": Look(side="right", size=9, ink=MUTED, number="0"),
        "title": Look(size=18, bold=True, middle=True),
        "caption": Look(size=9, ink=MUTED, middle=True),
        "tile": Look(size=9, ink=MUTED, fill="F3F6FA", middle=True, side="center"),
        "tile number": Look(
            size=16, bold=True, fill="F3F6FA", number="#,##0", middle=True, side="center"
        ),
        "block": Look(size=11, bold=True, line=True, middle=True),
        "block head": Look(size=9, ink=MUTED, middle=True),
        "block head, right": Look(size=9, ink=MUTED, side="right", middle=True),
        "name": Look(middle=True),
        "name with link": Look(ink=LINK, underlined=True, middle=True),
        "count": Look(number="#,##0", middle=True),
        "share": Look(number="0%", ink=MUTED, middle=True),
        "sample to edit": Look(fill=_EDITABLE, middle=True),
    }
)


class Styles:
    """The looks in a workbook, by name."""

    def __init__(self, workbook: Workbook) -> None:
        sheet = workbook.active
        assert isinstance(sheet, Worksheet)
        self.number = {name: _number(sheet, look) for name, look in LOOKS.items()}

    def of_column(self, column: Column[R]) -> CellStyle:
        """The styles of a column's cells."""
        number = self.number
        numeric = column.kind == "number"
        if column.editable:
            found = number["number to edit" if numeric else "text to edit"]
            linked, fraction = number["link to edit"], number["fraction to edit"]
            return CellStyle(found, linked, fraction, kept=True, wrapped=_wrapped(column))
        if column.detail:
            found = number["detail number" if numeric else "detail"]
            return CellStyle(found, found, found)
        if numeric:
            return CellStyle(number["number"], number["number with link"], number["fraction"])
        plain = number["text"]
        return CellStyle(plain, number["text with link"], plain, wrapped=_wrapped(column))


def _wrapped(column: Column[R]) -> float:
    return 0 if column.detail or column.kind == "number" else column.width


def run_looks(schema: Schema) -> dict[str, str]:
    """The run properties of each label inside a sentence; the row's own is bold as well."""
    found: dict[str, str] = {}
    for label in schema.labels:
        mark = _MARKS[label.style.mark]
        ink = HUES[label.style.hue]
        for own, bold in (("", ""), (OWN, "<b/>")):
            found[label.name + own] = (
                f'<rPr>{bold}{mark}<sz val="10"/><color rgb="FF{ink}"/><rFont val="{FONT}"/></rPr>'
            )
    return found


def _number(sheet: Worksheet, look: Look) -> int:
    """The number of a style, from now on part of the workbook."""
    cell = WriteOnlyCell(sheet)
    cell.font = Font(
        name=FONT,
        size=look.size,
        bold=look.bold,
        color=look.ink,
        underline="single" if look.underlined else None,
    )
    cell.alignment = Alignment(
        vertical="center" if look.middle else "top",
        wrap_text=look.wrapped or None,
        horizontal=look.side,
        # else it touches the words of the next column
        indent=1 if look.side == "right" else 0,
    )
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.line:
        cell.border = Border(bottom=Side("thin", color=_LINE))
    if look.number:
        cell.number_format = look.number
    # Text that is edited in Excel stays text, also when it begins with "=".
    cell.quotePrefix = look.number in ("", "@")
    return int(cell.style_id)
