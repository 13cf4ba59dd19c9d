"""The legend: every column of every sheet, and what values mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.exporters.columns import Column
from desktop.exporters.lookup import Lookup
from desktop.exporters.sheets import Row, Table
from desktop.exporters.xlsx.table_sheets import TableSheets
from desktop.model.schema import Names


class LegendRow(NamedTuple):
    """A column, or one value that its cells may have."""

    sheet: str
    sheet_name: str
    field: str
    korean: str
    english: str
    value: str = ""
    value_korean: str = ""
    value_english: str = ""
    editable: str = ""


LEGEND: Table[LegendRow] = Table(
    "legend",
    Names(en="Legend: columns and values", ko="범례: 열과 값"),
    (
        Column("sheet_name", "시트 이름", "Sheet (name)", 24, lambda r: r.sheet_name),
        Column("korean", "한국어", "Korean", 22, lambda r: r.korean),
        Column("english", "영어", "English", 26, lambda r: r.english),
        Column("editable", "고칠 수 있음", "May be corrected", 12, lambda r: r.editable),
        Column("sheet", "시트", "Sheet", 14, lambda r: r.sheet),
        Column("field", "열", "Field", 22, lambda r: r.field),
        Column("value", "값", "Value", 18, lambda r: r.value),
        Column("value_korean", "값(한국어)", "Value (Korean)", 18, lambda r: r.value_korean),
        Column("value_english", "값(영어)", "Value (English)", 20, lambda r: r.value_english),
    ),
)


def legend_rows(tables: Iterable[TableSheets], lookup: Lookup) -> Iterator[Row]:
    """A row for each column, and one for each value of those that have few."""
    for table in tables:
        for column in table.columns:
            mark = "✎" if column.editable else ""
            row = LegendRow(
                table.name,
                lookup.said(table.names),
                column.name,
                column.korean,
                column.english,
                editable=mark,
            )
            yield LEGEND.row(row)
            for choice in column.choices:
                names = choice.names
                yield LEGEND.row(
                    row._replace(value=choice.name, value_korean=names.ko, value_english=names.en)
                )
