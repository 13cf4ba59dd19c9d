"""Invented articles with their annotations written into the text, as native files and projects."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.importers import read_file
from desktop.model.canonical import text_hash
from desktop.session.session import Session
from tests.marked import read_marked

# ⟦LABEL#id|text⟧ may nest; what follows the tab are relations.
MARKED = (
    (
        '⟦SPEAKER#s1|한빛은행의 김가온 연구원⟧은 "⟦CLAIM#c1|수출이 석 달째 늘고 있다⟧"고'
        " ⟦CUE#q1|말했다⟧.\tc1 attributed_to s1, c1 cued_by q1"
    ),
    (
        '⟦SPEAKER#s1|누리경제의 이도담 애널리스트⟧는 "⟦CLAIM#c1|재고는 바닥났다⟧"⟦CUE#q1|며⟧'
        ' "⟦CLAIM#c2|가격은 ⟦FIGURE#f1|12.5%⟧ 더 오를 것⟧"이라고 ⟦CUE#q2|전망했다⟧.'
        "\tc1 attributed_to s1, c2 attributed_to s1, c2 continues c1, c1 cued_by q1, c2 cued_by q2"
    ),
    (
        '⟦SPEAKER#s1|박새론 장관⟧은 "⟦CLAIM#c1|협상은 끝났다⟧"고 ⟦CUE#q1|말했다⟧고'
        " ⟦SPEAKER#s2|새벽통신⟧이 ⟦CUE#q2|전했다⟧."
        "\tc1 attributed_to s1, c1 relayed_by s2, c1 cued_by q1, c1 cued_by q2"
    ),
    (
        "⟦CLAIM#c1|새 공장에는 ⟦FIGURE#f1|3만2천 개⟧의 부품이 쓰인⟧ 것으로 ⟦CUE#q1|전해졌다⟧."
        "\tc1 attributed_to implicit, c1 cued_by q1"
    ),
    (
        "비용은 ⟦FIGURE#f1|2억달러⟧(약 ⟦FIGURE#f2|2900억원⟧)에서 ⟦FIGURE#f3|20억 달러⟧(약"
        " ⟦FIGURE#f4|2조9000억원⟧)로 늘었다."
        "\tf1 converted_to f2, f3 converted_to f4, f1 range_to f3"
    ),
    (
        "⟦SPEAKER#s1|최여름 대표⟧는 \"⟦CLAIM#c1|⟦SPEAKER#s2|우리⟧는 '⟦CLAIM#c2|느려도 꾸준하면"
        " 이긴다⟧'고 ⟦CUE#q1|믿는데⟧ 시장은 조급하다⟧\"고 ⟦CUE#q2|짚었다⟧."
        "\tc2 nested_in c1, c2 attributed_to s2, c1 attributed_to s1, c1 cued_by q2"
    ),
    "😀𠮷 ⟦SPEAKER#s1|한빛은행⟧은 ⟦FIGURE#f1|1,234.5㎞⟧를 ⟦TIME#t1|지난달 28일⟧(현지시간) 달렸다.\t",
)
NOTICE = "<저작권자 ⓒ 가람일보, 무단 전재·재배포와 AI학습 이용 금지>"
FEATURES: dict[str, dict[str, Any]] = {
    "CLAIM": {"quote_type": "direct", "source_type": "other"},
    "FIGURE": {"value": "12.5", "unit": "%", "unit_inferred": False},
    "SPEAKER": {"mention_form": "named", "entity": "e1"},
    "CUE": {"form": "verb", "lemma": "말하다"},
    "TIME": {"timex_type": "DATE"},
}
ENTITIES = [
    {
        "id": "e1",
        "canonical_name": "김가온",
        "type": "person",
        "aliases": ["김 연구원"],
        "wikidata_qid": "Q0",
    },
    {"id": "e2", "canonical_name": "아무도 부르지 않은 이", "type": "person"},
]
AT = "2026-01-02T03:04:05.678Z"
SETTINGS = {"guideline.CLAIM": {"rule": "겹따옴표\n안", "high": None}, "review.strict": True}


def document(marked: str, number: int) -> dict[str, Any]:
    """A native document of a marked sentence; ids are made unique by ``number``."""
    sentence, _, relations = marked.partition("\t")
    text, found = read_marked(sentence)
    annotations = [
        {
            "id": f"{name}-{number}",
            "label": label,
            "start": span.start,
            "end": span.end,
            "text": span.slice(text),
            "features": dict(FEATURES[label]),
            "annotator": "a1",
            "origin": "human",
            "created_at": AT,
        }
        for label, name, span in found
    ]
    ids = {made["id"] for made in annotations}
    return {
        "id": f"d{number}",
        "title": f"{number}번 기사",
        "text": text,
        "text_sha256": text_hash(text),
        "state": "in_progress",
        "created_at": AT,
        "metadata": {"publisher": "가람일보", "byline": ["오로라"], "language": "ko", "dct": "x"},
        "rights": {"redistribution": "unknown", "ai_training": "unknown", "basis": "none"},
        "zones": [{"kind": "body", "start": 0, "end": len(text)}],
        "annotations": sorted(annotations, key=lambda a: (a["start"], -a["end"], a["id"])),
        "relations": list(_relations(relations, number, ids)),
    }


def with_desk(made: dict[str, Any]) -> dict[str, Any]:
    """``made`` (of the second marked sentence) with a note, answers, suggestions and decisions."""
    own = made["id"].removeprefix("d")
    text = made["text"]

    def place(words: str) -> dict[str, Any]:
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    return made | {
        "state": "skipped",
        "note": "첫 줄\n둘째 줄",
        "answers": [
            {"id": f"w1-{own}", "problem": "no_speaker", "annotations": [f"c1-{own}", f"c2-{own}"],
             "key": "1-2", "reason": "출처가 기사에 없음", "annotator": "a1", "created_at": AT},
            {"id": f"w2-{own}", "problem": "no_claim", "annotations": [], "key": "3-9",
             "reason": "강조 따옴표", "annotator": "a1", "created_at": AT},
        ],
        "suggestions": [
            {"id": f"g1-{own}", "label": "CLAIM", **place("재고는"), "confidence": 0.25,
             "features": {"quote_type": "indirect"}, "group": "u1", "role": "claim",
             "relations": [{"type": "attributed_to", "target": f"g2-{own}", "features": {}},
                           {"type": "relayed_by", "target": f"s1-{own}", "features": {}},
                           {"type": "relayed_by", "target": "gone", "features": {}}],
             "origin": "rule:quotes@3", "created_at": AT},
            {"id": f"g2-{own}", "label": "SPEAKER", **place("애널리스트"), "features": {},
             "group": "u1", "role": "speaker", "relations": [], "origin": "imported:mitjul/1",
             "created_at": AT},
        ],
        "decisions": [
            {"id": f"n1-{own}", "action": "rejected", "rule": "figures", "version": "2",
             "label": "FIGURE", **place("12.5"), "annotator": "a1", "created_at": AT},
        ],
    }  # fmt: skip


def _relations(written: str, number: int, ids: set[str]) -> Iterator[dict[str, Any]]:
    for place, words in enumerate(filter(None, written.split(", "))):
        source, name, target = words.split()
        own = f"{target}-{number}"
        yield {
            "id": f"r{place}-{number}",
            "type": name,
            "source": f"{source}-{number}",
            "target": own if own in ids else target,
            "features": {"role": "main"} if name == "cued_by" else {},
            "annotator": "a1",
            "origin": "human",
            "created_at": AT,
        }


def native_file(documents: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """A native project file of all marked sentences, or of ``documents``."""
    made = [document(marked, number) for number, marked in enumerate(MARKED)]
    made[1] = with_desk(made[1])
    return {
        "format": "mitjul/1",
        "offset_unit": "unicode_code_point",
        "annotators": [
            {"id": "a1", "name": "김하나", "created_at": AT},
            {"id": "a2", "name": "아무것도 안 한 이", "created_at": AT},
        ],
        "entities": copy.deepcopy(ENTITIES),
        "settings": copy.deepcopy(SETTINGS),
        "documents": made if documents is None else documents,
    }


def restricted(number: int = 90) -> dict[str, Any]:
    """A document whose notice forbids reuse."""
    made = document(MARKED[1], number)
    start = len(made["text"]) + 1
    made["text"] += "\n" + NOTICE
    made["text_sha256"] = text_hash(made["text"])
    made["rights"] |= {
        "holder": "가람일보",
        "redistribution": "prohibited",
        "ai_training": "prohibited",
        "notice": [start, start + len(NOTICE)],
    }
    made["zones"].append({"kind": "rights", "start": start, "end": start + len(NOTICE)})
    return made


def written(folder: Path, value: object, name: str = "기사.json") -> Path:
    """``value`` as a JSON file, or as JSONL by the name's ending."""
    path = folder / name
    if name.endswith(".jsonl") and isinstance(value, list):
        path.write_text("".join(json.dumps(v, ensure_ascii=False) + "\n" for v in value), "utf-8")
    else:
        path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


@contextmanager
def project(
    folder: Path, value: dict[str, Any] | None = None, name: str = "프로젝트.mitjul"
) -> Iterator[Session]:
    """An open project with the documents of a native file in it."""
    source = written(folder, native_file() if value is None else value)
    with Session.create(folder / name, annotator="김하나") as session:
        session.import_batch(read_file(source, session.schema))
        yield session
