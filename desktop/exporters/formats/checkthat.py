"""checkthat.tsv: one sentence a line, and whether it holds a claim worth checking (CheckThat!)."""

from __future__ import annotations

from desktop.exporters.dataset import Dataset
from desktop.exporters.rows import CLAIM
from desktop.exporters.training import Article
from desktop.korean.sentences import find_sentences

HEADER = "sentence_id\ttext\tclass_label\n"


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article's sentences; Yes where a claim of checkworthiness CFS begins."""
    worthy = [
        claim.start
        for claim in article.view.labelled(CLAIM)
        if claim.features.get("checkworthiness") == "CFS"
    ]
    name = article.file("checkthat", ".tsv")
    for paragraph in article.view.paragraphs:
        for sentence in find_sentences(article.text, paragraph.start, paragraph.end):
            words = " ".join(sentence.slice(article.text).split())
            label = "Yes" if any(sentence.start <= at < sentence.end for at in worthy) else "No"
            header = HEADER if name not in dataset else ""
            line = f"{header}{article.id}:{sentence.start}\t{words}\t{label}\n"
            dataset.write(name, line.encode("utf-8"))
    dataset.lost["annotations other than claims"] += sum(
        annotation.label != CLAIM for annotation in article.annotations
    )
