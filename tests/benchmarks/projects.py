"""Projects of a given size, made of invented sentences by a seeded generator."""

from __future__ import annotations

import random
from pathlib import Path

from desktop.model.batch import ImportBatch, ImportedDocument
from desktop.model.canonical import canonicalise
from desktop.model.project import Annotation, Annotator, Document, Zone
from desktop.model.values import Features, new_id, now
from desktop.session.session import Session

_SENTENCES = (
    "한빛은행의 김가온 연구원은 수출이 석 달째 늘고 있다고 말했다.",
    "누리경제의 이도담 애널리스트는 가격이 12.5% 더 오를 것이라고 전망했다.",
    "새 공장에는 3만2천 개의 부품이 쓰인 것으로 전해졌다.",
    "재무부는 적자가 4천746억원으로 줄었다고 밝혔다.",
    "비용은 2억달러(약 2900억원)에서 20억 달러(약 2조9000억원)로 늘었다.",
)
_LABELS = ("CLAIM", "FIGURE", "SPEAKER", "CUE", "TIME")
_FEATURES: dict[str, Features] = {
    "CLAIM": {"quote_type": "direct", "source_type": "other", "claim_type": "fact"},
    "FIGURE": {"category": "percentage", "value": "12.5", "unit": "%"},
    "SPEAKER": {"mention_form": "named", "title": "연구원"},
    "CUE": {"form": "verb", "lemma": "말하다"},
    "TIME": {"timex_type": "DATE"},
}


def article(characters: int, seed: int = 1) -> str:
    """Prose of about this many code points, in paragraphs of some 300."""
    chance = random.Random(seed)
    lines: list[str] = []
    length = 0
    while length < characters:
        line = " ".join(chance.choice(_SENTENCES) for _ in range(chance.randint(5, 9)))
        lines.append(line)
        length += len(line) + 1
    return "\n".join(lines)


def make_project(
    path: Path, documents: list[tuple[int, int]], *, features: bool = False
) -> Session:
    """A project with documents of (characters, annotations) each, spread evenly over the text.

    With ``features`` each annotation has two or three, but for times, which have one.
    """
    session = Session.create(path, annotator="시험")
    annotator = Annotator(id=new_id(), name="시험", created_at=now())
    made = [
        _document(characters, annotations, position, annotator.id, features=features)
        for position, (characters, annotations) in enumerate(documents)
    ]
    session.import_batch(
        ImportBatch(source="benchmark", annotators=(annotator,), documents=tuple(made))
    )
    return session


def _document(
    characters: int, annotations: int, position: int, annotator_id: str, *, features: bool
) -> ImportedDocument:
    text = article(characters, seed=position)
    document = Document(
        id=new_id(),
        title=f"기사 {position}",
        text_sha256=canonicalise(text).sha256,
        length=len(text),
        zones=(Zone(kind="body", start=0, end=len(text)),),
        position=position,
        created_at=now(),
    )
    chance = random.Random(position)
    step = len(text) / max(annotations, 1)
    found: list[Annotation] = []
    for number in range(annotations):
        start = int(number * step)
        end = min(start + chance.randint(3, 18), len(text))
        found.append(
            Annotation(
                id=new_id(),
                document_id=document.id,
                label=_LABELS[number % len(_LABELS)],
                start=start,
                end=end,
                quote=text[start:end],
                features=_FEATURES[_LABELS[number % len(_LABELS)]] if features else {},
                annotator_id=annotator_id,
                created_at=document.created_at,
            )
        )
    return ImportedDocument(document=document, text=text, annotations=tuple(found))
