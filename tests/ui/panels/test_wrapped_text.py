"""Cutting text into lines and eliding the last."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.ui.panels.wrapped_text import wrapped
from desktop.ui.theme import Theme


@pytest.fixture
def font(theme: Theme) -> QFont:
    font = QFont(["Pretendard", "NanumGothic"])
    font.setPixelSize(13)
    return font


def test_lines_hold_the_whole_text_and_fit(font: QFont) -> None:
    text = "😀𠮷 가온반도체, 저전력 칩으로 시장 흔들어 — 증권가는 과잉투자를 점검할 때라고 말한다"
    lines = wrapped(text, font, 150, 9)
    assert "".join(lines) == text
    assert len(lines) > 2
    assert all(QFontMetricsF(font).horizontalAdvance(line.rstrip()) <= 151 for line in lines)


def test_the_last_line_is_elided(font: QFont) -> None:
    text = "가격은 12.5% 더 오를 것이라고 전망했다. " * 20
    lines = wrapped(text, font, 150, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert text.startswith(lines[0])


def test_newlines_become_spaces_and_nothing_is_one_empty_line(font: QFont) -> None:
    assert wrapped("가\n나", font, 100, 3) == ["가 나"]
    assert wrapped("", font, 100, 3) == [""]
