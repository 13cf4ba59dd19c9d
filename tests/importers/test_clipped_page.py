"""Pieces of pages from the clipboard: headline, decks, subheads, captions, paragraphs, address."""

from __future__ import annotations

import pytest

from desktop.errors import RefusedInput
from desktop.importers.clipped_page import clipping_of, read
from desktop.model.clipping import Clipping
from tests.importers.test_articles import FIRST, SECOND

TITLE = "하늘전자, 새 공장에 3조 원 투자"
PIECE = f"""<h1>{TITLE}</h1><h3>주민들은 기대와 걱정</h3>
<p style="margin: 0">{FIRST}</p><figure><img src="file:///x.png"><figcaption>가람전자 본사</figcaption></figure>
<h3>물은 어디서</h3><p>{SECOND}<br><br>시는 &quot;곧 정한다&quot;고 했다.</p><script>x()</script>"""
TEXT = (
    f"{TITLE}\n\n주민들은 기대와 걱정\n\n{FIRST}\n\n가람전자 본사\n\n물은 어디서\n\n{SECOND}\n\n"
    '시는 "곧 정한다"고 했다.'
)
MARKS = [
    ("deck", "주민들은 기대와 걱정"),
    ("caption", "가람전자 본사"),
    ("subhead", "물은 어디서"),
]
WINDOWS = (
    "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000900\r\nStartFragment:0000000141\r\n"
    "EndFragment:0000000864\r\nSourceURL:https://example.org/news/1\r\n"
    f"<html><body>\r\n<!--StartFragment-->{PIECE}<!--EndFragment-->\r\n</body></html>"
)


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (PIECE, ""),
        (f"<meta charset='utf-8'>{PIECE}", ""),
        (f"<html><body><!--StartFragment-->{PIECE}<!--EndFragment--></body></html>", ""),
        (WINDOWS, "https://example.org/news/1"),
    ],
)
def test_structure_is_kept(html: str, url: str) -> None:
    made = clipping_of(html, TEXT)
    assert (made.text, made.title, made.url) == (TEXT, TITLE, url)
    assert [(mark.kind, mark.text) for mark in made.marks] == MARKS


def test_an_address_that_the_browser_gives_stands_before_the_header_s() -> None:
    assert clipping_of(WINDOWS, TEXT, "https://example.org/2").url == "https://example.org/2"
    assert clipping_of(WINDOWS.replace("https:", "file:"), TEXT).url == ""


def test_without_a_first_headline_the_first_head_is_the_title() -> None:
    assert clipping_of(f"<h2>{TITLE}</h2><p>{FIRST}</p>", "").title == TITLE
    assert clipping_of(f"<p>{FIRST}</p><h2>{TITLE}</h2>", "").title == ""


def test_a_page_form_that_shows_too_little_gives_way_to_the_plain_text() -> None:
    made = clipping_of(f"<nav>{FIRST}</nav><p>끝</p>", f"{FIRST}\n끝", "https://example.org/1")
    assert made == Clipping(text=f"{FIRST}\n끝", url="https://example.org/1")


def test_a_clipping_becomes_an_article() -> None:
    (made,) = read(clipping_of(WINDOWS, TEXT), "clipboard").documents
    assert made.document.title == TITLE
    assert made.document.metadata.url == "https://example.org/news/1"
    assert made.document.metadata.source_file is None
    zones = {zone.span.slice(made.text).strip(): zone.kind for zone in made.document.zones}
    assert {text: zones[text] for _, text in MARKS} == {text: kind for kind, text in MARKS}


def test_marks_that_are_no_longer_in_the_text_do_nothing() -> None:
    clipping = clipping_of(PIECE, TEXT).model_copy(update={"text": FIRST, "title": ""})
    (made,) = read(clipping, "").documents
    assert [zone.kind for zone in made.document.zones] == ["body"]


def test_too_deep() -> None:
    with pytest.raises(RefusedInput, match="nested too deep"):
        clipping_of("<div>" * 300 + "가", "")
