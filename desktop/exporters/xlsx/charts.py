"""Charts of the summary, drawn by the spreadsheet from the numbers beside them."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart, DoughnutChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exporters.summary import Block
from desktop.exporters.xlsx.styles import FONT, HUES, MUTED

WIDTH, HEIGHT = 14, 8
"""In centimetres."""

_GAP, _WIDE_GAP, _FEW, _HOLE = 45, 160, 4, 58


def draw(sheet: Worksheet, block: Block, first_row: int, column: int, anchor: str) -> None:
    """Draw a block whose names stand in ``column`` from ``first_row`` on, its counts beside."""
    last = first_row + len(block.counts) - 1
    values = Reference(sheet, min_col=column + 1, min_row=first_row, max_row=last)
    series = Series(values, title=block.title)
    names = Reference(sheet, min_col=column, min_row=first_row, max_row=last)
    series.cat = AxDataSource(strRef=StrRef(f=str(names)))
    series.graphicalProperties = _filled(HUES[block.hue])
    series.dPt.extend(_points(block))
    chart = _doughnut() if block.chart == "doughnut" else _bars(block)
    chart.series.append(series)
    chart.width, chart.height = WIDTH, HEIGHT
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.roundedCorners = False
    chart.title = _title(block.title)
    sheet.add_chart(chart, anchor)


def _title(words: str) -> Title:
    """A title of its own: a chart may be copied away from its table."""
    run = RegularTextRun(t=words, rPr=_look(1000))
    writing = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_look(1000)), r=[run])])
    return Title(tx=Text(rich=writing), overlay=False)


def _points(block: Block) -> Sequence[DataPoint]:
    return [
        DataPoint(idx=place, invertIfNegative=False, spPr=_filled(HUES[count.hue]))
        for place, count in enumerate(block.counts)
        if count.hue is not None
    ]


def _filled(colour: str) -> GraphicalProperties:
    return GraphicalProperties(solidFill=colour, ln=LineProperties(noFill=True))


def _doughnut() -> DoughnutChart:
    chart = DoughnutChart(holeSize=_HOLE, firstSliceAng=0)
    chart.legend = Legend()
    chart.legend.txPr = _writing(900)
    chart.layout = Layout(
        manualLayout=ManualLayout(
            layoutTarget="inner", xMode="edge", yMode="edge", x=0.05, y=0.17, w=0.6, h=0.78
        )
    )
    return chart


def _bars(block: Block) -> BarChart:
    chart = BarChart(
        barDir="bar" if block.chart == "bar" else "col",
        gapWidth=_GAP if len(block.counts) > _FEW else _WIDE_GAP,
    )
    chart.legend = None
    chart.dataLabels = DataLabelList(
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
        txPr=_writing(900),
    )
    # openpyxl's axes are hidden unless they are said to be there
    chart.x_axis.delete = False
    chart.y_axis.delete = True
    chart.x_axis.majorTickMark = "none"
    chart.x_axis.txPr = _writing(900)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill="D5DBE3"))
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0.0
    if block.chart == "bar":
        # the first row of the table is the uppermost bar
        chart.x_axis.scaling.orientation = "maxMin"
    return chart


def _writing(size: int) -> RichText:
    """How words of a chart are written; ``size`` in hundredths of a point."""
    look = _look(size)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def _look(size: int) -> CharacterProperties:
    font = Font(typeface=FONT)
    return CharacterProperties(sz=size, b=False, solidFill=MUTED, latin=font, ea=font)
