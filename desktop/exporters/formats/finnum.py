"""finnum.jsonl: one number a line with its category and whether it lies in a claim (FinNum-3)."""

from __future__ import annotations

from desktop.exporters.dataset import Dataset
from desktop.exporters.rows import CLAIM, FIGURE
from desktop.exporters.training import Article

CATEGORIES = {
    "monetary": "Monetary",
    "percentage": "Percentage",
    "ratio": "Percentage",
    "count": "Quantity",
    "measure": "Quantity",
}
"""Our categories that the FinNum tasks have a name for."""


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article's figures; ``offset`` is within the paragraph."""
    claim_of = article.view.innermost(FIGURE, CLAIM)
    for figure in article.view.labelled(FIGURE):
        paragraph = article.view.paragraph_at(figure.start)
        category = str(figure.features.get("category") or "other")
        if paragraph is None or figure.end > paragraph.end:
            dataset.lost["annotations over several paragraphs"] += 1
            continue
        dataset.write_line(
            article.file("finnum", ".jsonl"),
            {
                "id": figure.id,
                "text": article.text[paragraph.start : paragraph.end],
                "numeral": article.view.quote(figure),
                "offset": figure.start - paragraph.start,
                "category": CATEGORIES.get(category, "Other"),
                "in-claim": int(
                    figure.id in claim_of or bool(article.view.targets("figure_in", figure))
                ),
                "value": figure.features.get("value"),
                "unit": figure.features.get("unit"),
            },
        )
    dataset.lost["annotations other than figures"] += sum(
        annotation.label != FIGURE for annotation in article.annotations
    )
