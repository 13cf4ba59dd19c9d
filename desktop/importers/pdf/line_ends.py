"""The end of a line in a column: does a word end there too, or go on?

A program that draws the spaces at line ends says which. Otherwise lines of uneven length, or with
spaces of uneven width, end with words, and of evenly filled lines the words themselves are looked
at: those of the text, particles, and how often words end and begin with a syllable.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median, quantiles

from desktop.importers.pdf.lines import Line
from desktop.korean.particles import ends, is_particle

_DRAWN_SPACES = 0.15
ALL_DRAWN = 0.7
"""Shares of lines that end with a drawn space: from the first on such spaces are believed, from the
second on all lines end with words, and a space that is missing was forgotten."""
_STRETCHED = 0.85
_FEW_GAPS = 8
_QUOTES = "\"'”’」』"
_CLOSING = ".,!?…‥:;)]}〉》」』”’"
_OPENING = "([{〈《「『“‘"

_PRIOR = -0.94
"""Of places between two syllables 28 % have a space; this and the weights are log odds, rounded,
as counted in Korean Wikinews."""
_SINGLE = -0.5
_LONG_PARTICLE = 2
"""Syllables of a particle, each of which speaks for the end of a word."""
_ENDS = {
    3: "게께는던될를며및써와은을큰할",
    2: "고닌된든로른의쳐혜히힌",
    1: "가갈과긴난날넷년늘더데도돼두뒤런록린만면몇번볼서야에온이잘져째쪽첫쿄터퍼한해후",
    -1: (
        "개객거건걸격계골교구귀규균극글금김내네눈능다단달독동득라랑러려력륙률리립막말망먼명물미밀"
        "바박반배버벌법베벽별병봉부분브살상새석선설성세센송순술스시신씨아악안알앙애양얼업역열올외"
        "요용워원육음임자장재쟁저전절점제족종죄증직징찬찰창책천철체초총출치친카케코쿠키타토퇴트티"
        "파포표풍함핵행허헌험혁현화회휴힘"
    ),
    -2: (
        "감강검것견경곡관광까남너노뉴니담대돌들디람랜루뤄르름림마매머메모목못무문민발방백범벨변보"
        "복북블비빠사생소손실심압앞언연염영예오왕움위유율응입작정조주집착처청축측침커콘태택통판폐"
        "플피필합항향협혹혼홍황획효"
    ),
    -3: (
        "같겠결겼곳공끝났냈넘논농높놓누답됐되따떠떨렇레렸롯많맞받밝불붙삼숨습승쓰않았얻없었였완왔"
        "으있잠잡졌좋참찾촉최추충취탈테텐투특패페평폭하학했혐혔확활"
    ),
}
_BEGINS = {
    3: "같걸것김끝넘논높뒤등따때떨또많맞및밝삼새않알앞얻없올윤있잘잠좋찾취큰혐홍",
    2: (
        "강개곳그내농눈뉴대더떠말모못받발볼불빠뿐손숨쓰얼예오완잡줄중집참채총최추충친커콘특폭필확힘"
    ),
    1: (
        "갈감검결경공관광귀규글긴길남너네노놓누느달담독돈돌두마매메목몰미밀바박반배백벌범변보복북"
        "비사살설세소수승신실아암압애양연열영외운위유일입저전절점접정제조존주증징착찬처초촉축출측"
        "침코탈투파패평폐포플피항핵허헌현협혼활효훈"
    ),
    -1: (
        "간격과권균난년능닌데도됐된드들디러레루민벽별본산색서석센속송스식액야어업워원의익장적죄쪽"
        "체층치키택텐품핑하해했호혹화황회획"
    ),
    -2: "객게견고났널넷다든랜런망술써앙용울쟁쳐츠터히",
    -3: (
        "겠겼까께냐는니던라락란람랑래량럼럽렇려력련렸령례로록론료뤄류륙률르른를름리린림립며면션습"
        "았었에였와율으은을져졌족즈즌째찰쿄티픽험혀혔혜"
    ),
}
_END_WEIGHTS = {sign: weight for weight, signs in _ENDS.items() for sign in signs}
_BEGIN_WEIGHTS = {sign: weight for weight, signs in _BEGINS.items() for sign in signs}


class LineEnds:
    """Decides what stands between lines that belong together; ``guessed`` counts the hard cases."""

    def __init__(
        self, lines: Iterable[Line], within: Sequence[tuple[Line, Line]], *, filled: bool
    ) -> None:
        """Take all lines, and the pairs that belong together.

        ``filled`` when their lines reach the right edge.
        """
        self.guessed = 0
        ending = [one for one, _ in within]
        drawn = drawn_share(ending)
        self._drawn = _DRAWN_SPACES < drawn < ALL_DRAWN
        self._by_words = drawn >= ALL_DRAWN or not filled or _is_stretched(ending)
        self._known = {word for line in lines for word in line.text.split()[1:-1]}

    def between(self, one: Line, two: Line) -> str:
        """A space, or nothing where a word goes on."""
        left, right = one.text[-1], two.text[0]
        if one.spaced:
            return " "
        if self._drawn or left in _OPENING or right in _CLOSING or _follows_quote(one, two):
            return ""
        if self._by_words or left in _CLOSING + _QUOTES or right in _OPENING + _QUOTES:
            return " "
        if left.isascii() and right.isascii():
            return "" if left.isdigit() and right.isdigit() else " "
        self.guessed += 1
        return " " if self._parts_words(one.text.split()[-1], two.text.split()[0]) else ""

    def _parts_words(self, tail: str, head: str) -> bool:
        """Whether ``tail`` is the end of a word, and ``head`` the beginning of the next."""
        bare = head.rstrip(_CLOSING)
        if tail + head in self._known or tail + bare in self._known or is_particle(bare):
            return False
        odds = _PRIOR + _END_WEIGHTS.get(tail[-1], 0) + _BEGIN_WEIGHTS.get(head[0], 0)
        odds += (tail in self._known) + (head in self._known)
        odds += min(len(tail) - ends(tail)[0], _LONG_PARTICLE)
        return odds + _SINGLE * (len(tail) == 1) > 0


def drawn_share(lines: Sequence[Line]) -> float:
    """The share of lines at whose end a space is drawn."""
    return sum(line.spaced for line in lines) / max(len(lines), 1)


def _follows_quote(one: Line, two: Line) -> bool:
    """Whether the second line begins with what is written to a closing quote mark, or with one."""
    head = two.text.split()[0]
    bare = head.lstrip(_QUOTES).rstrip(_CLOSING)
    if head[0] in _QUOTES:
        return not bare or is_particle(bare)
    return one.text[-1] in _QUOTES and is_particle(bare)


def _is_stretched(lines: Sequence[Line]) -> bool:
    """Whether lines are filled by wider spaces, as happens when only whole words are moved on."""
    gaps = [gap for line in lines for gap in line.gaps]
    if len(gaps) < _FEW_GAPS:
        return False
    narrow = quantiles(gaps, n=20)[0]
    slack = [
        (line.right - line.left - line.letters) / line.size - narrow * len(line.gaps)
        for line in lines
    ]
    return median(slack) > _STRETCHED
