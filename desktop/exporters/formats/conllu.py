"""CoNLL-U Plus: a sentence block a paragraph, words cut at span borders, one BIO column a label."""

from __future__ import annotations

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article, bio, flat, space_after


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article."""
    labels = [label.name for label in article.lookup.schema.labels]
    name = article.file("articles", ".conllup")
    for paragraph in article.view.paragraphs:
        tokens = article.tokens(paragraph.start, paragraph.end)
        inside = article.inside(paragraph)
        layers = []
        for label in labels:
            spans, left = flat(a for a in inside if a.label == label)
            dataset.lost["nested annotations of one label"] += left
            dataset.lost["annotations whose spaces at the ends were cut"] += sum(
                quote != quote.strip() for quote in map(article.view.quote, spans)
            )
            layers.append(bio(tokens, spans))
        words = article.text[paragraph.start : paragraph.end].replace("\t", " ")
        lines = [f"# global.columns = {columns(labels)}"] if name not in dataset else []
        if paragraph.number == 1:
            lines.append(f"# newdoc id = {article.id}")
        lines += [f"# sent_id = {article.id}:{paragraph.number}", f"# text = {words}"]
        for number, (start, end) in enumerate(tokens, start=1):
            spaced = end == paragraph.end or space_after(article.text, end)
            tags = [layer[number - 1] for layer in layers]
            misc = f"Start={start}|End={end}" + ("" if spaced else "|SpaceAfter=No")
            lines.append("\t".join([str(number), article.text[start:end], *tags, misc]))
        dataset.write(name, ("\n".join(lines) + "\n\n").encode("utf-8"))
    whole = sum(len(article.inside(p)) for p in article.view.paragraphs)
    dataset.lost["annotations over several paragraphs"] += len(article.annotations) - whole
    dataset.lost["relations"] += len(article.view.document.relations)
    dataset.lost["features"] += sum(len(a.features) for a in article.annotations)


def columns(labels: list[str]) -> str:
    """The names of the columns."""
    return " ".join(["ID", "FORM", *(f"NE:{label}" for label in labels), "MISC"])
