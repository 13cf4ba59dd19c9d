"""Words that end like a particle, or like 씨, 님 and 측, but must not be cut there."""

from __future__ import annotations


def _words(*lists: str) -> frozenset[str]:
    return frozenset(" ".join(lists).split())


_PLACES = """
    제주도 강원도 경기도 충청도 전라도 경상도 황해도 평안도 함경도 자강도 양강도 청남도 청북도
    라남도 라북도 상남도 상북도 안남도 안북도 해남도 해북도 함경남도 함경북도 전남도 전북도
    경남도 경북도 충남도 충북도 강원특별자치도 울릉도 연평도 백령도 거제도 강화도 영종도 여의도
    이어도 마라도 추자도 거문도 흑산도 보길도 대부도 대청도 덕적도 영흥도 안면도 선유도 가파도
    월미도 오동도 우산도 홋카이도 열도 반도 철도 난이도 인지도 호감도 만족도 신뢰도 완성도
    선호도 중요도 기여도 참여도 활용도 투명도 의존도 지지도 정확도 해상도 년도 회계연도
"""
"""Provinces, islands, and degrees of something."""

_NAMES = """
    우크라이나 아르헨티나 벨기에 코로나 애리조나 인디애나 루이지애나 바르셀로나 캐롤라이나
    보츠와나 카이로 몬테네그로 카스트로 로메로 충무로 을지로 퇴계로 강변북로 자유로 통일로
    고속도로 순환도로 세종대로 강남대로 올림픽대로 남부순환로 이승만 최홍만 아이히만 페르시아만
    하루나 마돈나 김정은 상하이 대만 회로
"""
"""Names in 나, 로, 만 and 은."""

_NOUNS = """
    략회의 무회의 상회의 관회의 체회의 책회의 본회의 보회의 료회의 부회의 문회의 정회의 동회의
    민주주의 사회주의 공산주의 자본주의 자유주의 제국주의 보호주의 민족주의 인종주의 우월주의
    다자주의 고립주의 군국주의 전체주의 보수주의 진보주의 개인주의 권위주의 현실주의 편의주의
    논의 혐의 사전협의 당정협의 전문의 주치의 결과 외과 내과 공학과 영학과 제학과 정학과 사학과
    리학과 육학과 보학과 용학과 문학과 제과
"""
"""Meetings and beliefs in 의; departments and outcomes in 과."""

_PEOPLE = """
    애호가 투자가 독지가 휴가 허가 국제유가 어린이 젊은이 늙은이 지은이 글쓴이 옮긴이 떡볶이
    물놀이 민속놀이 불꽃놀이 해맞이 대출이자 예금이자 연체이자 은행이자 우리나라
"""
"""People, acts and interest in 가, 이 and 이자."""

_ADVERBS = """
    그러나 스스로 그야말로 대체로 함부로 저절로 억지로 의외로 아무래도 아직도 너무도 적어도
    아마도 언제나 얼마나 따라서 그래서 더구나 끊임없이 똑같은 뒤늦은 때늦은
"""
"""Adverbs and adjectives."""

_VERBS = """
    지만 면서도 보였다 보였던
"""
"""Endings of verbs."""

KEPT_WHOLE = _words(_PLACES, _NAMES, _NOUNS, _PEOPLE, _ADVERBS, _VERBS)
"""No cut inside one of these at the end of a word: 제주도 is whole, 제주도에서 is cut before 에서.
"""

SUFFIX_KEPT = tuple(
    sorted(
        _words("""
    날씨 솜씨 말씨 글씨 맵씨 아가씨 불씨 꽃씨 선생님 손님 하느님 하나님 부처님 임금님 관측 예측
    추측 계측 실측 양측 좌측 우측 외측 내측
""")
    )
)
"""Words that end in 씨, 님 or 측 by themselves."""

ONE_SYLLABLE = _words("""
    그 나 너 저 양 당 정 군 미 중 일 북 남 한 영 독 러 검 경 값 돈 집 땅 물 말 글 힘 법 책 길 해 달
    날 밤 낮 시 국 꿈 몸 손 눈 곳 것 수 등 씨 님 원 명 개 건 년 월 분 초 차 회 위 대 배 조 억 백
    점 권 층 번 호 살 곡 골 장 채 폭 쌍 편 팀 쪽 측 때 뒤 앞 전 후 속 안 밖 옆 딸 형 왕 청 사 표
    빚 쌀 금 철 총 병 약 암 문 벽 방 산 강 섬 숲 비 색 소 꽃
""")
"""Words of one syllable that take a particle; after any other syllable nothing is cut."""

ANY_PARTICLE = _words("그 너 것 등 당 북 씨 명 원 건 곳")
"""Those of them after which 이, 가, 의, 도, 로 … cannot be part of a longer word."""

SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전문양손배백허남심노하곽차우구민진지엄원천방함염"
    "여소석선설마길연위표명기반왕금옥육인맹제모국리"
)
"""Surnames that stand before 모 for a person who is not named; not those that make a word with
it, as in 공모."""

TITLES = tuple(
    sorted(
        _words("""
    씨 대표 회장 사장 부사장 이사 의원 위원 장관 차관 총리 대통령 지사 시장 군수 청장 국장 과장
    팀장 본부장 센터장 소장 원장 교수 박사 연구 애널리스트 기자 앵커 감독 코치 선수 작가 배우
    가수 변호사 검사 판사 대변인 사무총장 이사장 총재 총장 전무 상무 부장 대사
""")
    )
)
"""Titles that stand after a person's name."""

COUNTRIES = _words("""
    한국 미국 일본 중국 북한 러시아 영국 프랑스 독일 이탈리아 스페인 캐나다 호주 뉴질랜드 인도
    대만 타이완 홍콩 베트남 태국 필리핀 말레이시아 인도네시아 싱가포르 미얀마 라오스 캄보디아
    몽골 우즈베키스탄 카자흐스탄 이란 이라크 사우디 이스라엘 튀르키예 터키 시리아 이집트
    우크라이나 폴란드 체코 헝가리 오스트리아 스위스 벨기에 네덜란드 덴마크 스웨덴 노르웨이
    핀란드 아일랜드 그리스 포르투갈 브라질 아르헨티나 멕시코 칠레 페루 콜롬비아 남아공
    나이지리아 케냐 유럽 아시아 아프리카 중동 동남아
""")
"""Countries and continents, after which 산, 행, 계 or 시각 make another word."""
