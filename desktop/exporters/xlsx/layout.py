"""How a sheet of a table is shown and printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exporters.cells import column_letters
from desktop.exporters.columns import Column
from desktop.exporters.xlsx.lists import Lists
from desktop.exporters.xlsx.table_sheets import HEADER_ROWS

_A4 = 9
_MARGIN = 0.4


def lay_out(
    sheet: Worksheet, columns: Sequence[Column[Any]], last_row: int, lists: Lists, title: str
) -> None:
    """Set widths, frozen headers, filter, choices and printing of a table's sheet."""
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[column_letters(number)].width = column.width
    first = HEADER_ROWS + 1
    sheet.freeze_panes = f"A{first}"
    sheet.auto_filter.ref = f"A{HEADER_ROWS}:{column_letters(len(columns))}{last_row}"
    if last_row >= first:
        letters = {column.name: column_letters(n) for n, column in enumerate(columns, 1)}
        for column in columns:
            cells = f"{letters[column.name]}{first}:{letters[column.name]}{last_row}"
            if column.choices and column.editable:
                sheet.add_data_validation(lists.validation(column.choices, cells))
            elif column.offers is not None:
                of = f"${letters[column.offers.column]}{first}"
                sheet.add_data_validation(lists.offer(column.offers.words, of, cells))
            elif column.names_entry:
                sheet.add_data_validation(lists.entries(cells))
    printed = sum(not column.detail for column in columns)
    print_on_a4(sheet, title)
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{column_letters(printed)}{last_row}"


def print_on_a4(sheet: Worksheet, title: str) -> None:
    """One page wide, landscape, with the sheet's title and the page's number."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = _MARGIN
    margins.top = margins.bottom = 2 * _MARGIN
    # "&" begins a code; doubled it is a sign
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None
    header.left.text = title.replace("&", "&&")
    footer.center.text = "&P / &N"
