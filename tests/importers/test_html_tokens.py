"""HTML cut into tags and text, also where it is broken."""

from __future__ import annotations

import pytest

from desktop.importers.html_tokens import EndTag, StartTag, tokens


def test_tags_and_text() -> None:
    page = (
        "<!doctype html><P class='a > b' hidden data-x=3>가 &lt;나&gt; 1 < 2<!-- <b> --><br/></p >"
    )
    assert list(tokens(page)) == [
        StartTag("p", {"class": "a > b", "hidden": "", "data-x": "3"}),
        "가 <나> 1 ",
        "<",
        " 2",
        StartTag("br", {}),
        EndTag("p"),
    ]


def test_elements_of_text_alone() -> None:
    assert list(tokens("<title>가 &amp; 나</TITLE><script>if (a</b/) '<p>'</script >끝")) == [
        StartTag("title", {}, "가 & 나"),
        StartTag("script", {}, "if (a</b/) '<p>'"),
        "끝",
    ]


@pytest.mark.parametrize("broken", ["<!--", "<a b='", "</a", "<!x", "<?x", '<a "', "<style>"])
def test_what_is_never_closed_ends_the_page(broken: str) -> None:
    # A parser that looks for each end anew needs minutes for this, and the test's time runs out.
    found = list(tokens("가" + broken * 500_000))
    assert found[0] == "가"
    assert len(found) <= 2


def test_a_number_that_is_no_character() -> None:
    endless = "&#" + "9" * 5_000 + ";"
    assert list(tokens(endless)) == [endless]
