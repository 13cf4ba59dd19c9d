"""W3C Web Annotation (JSON-LD): a page of annotations an article, relations as annotations of two.

Positions are Unicode code points, as the recommendation has them. The context is written out, so
that no reader needs the network.
"""

from __future__ import annotations

import json

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article
from desktop.model.interchange import FileAnnotation, FileRelation

_CONTEXT: JsonValue = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "https://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "items": {"@id": "as:items", "@container": "@list"},
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@id"},
    "value": "rdf:value",
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "features": {"@id": "urn:mitjul:features", "@type": "@json"},
}
_SURROUNDINGS = 20


def add_article(article: Article, dataset: Dataset) -> None:
    """Write the article's page of annotations."""
    items: list[JsonValue] = [_annotation(article, a) for a in article.annotations]
    items += [_relation(relation) for relation in article.view.document.relations]
    page: JsonValue = {
        "@context": _CONTEXT,
        "id": _urn(article.id),
        "type": "AnnotationPage",
        "items": items,
    }
    folder = f"{article.part}/" if article.part else ""
    words = json.dumps(page, ensure_ascii=False, indent=1) + "\n"
    dataset.write(f"{folder}{dataset.stem(article.id)}.jsonld", words.encode("utf-8"))


def _annotation(article: Article, annotation: FileAnnotation) -> JsonValue:
    text, start, end = article.text, annotation.start, annotation.end
    return {
        "id": _urn(annotation.id or ""),
        "type": "Annotation",
        "motivation": "oa:tagging",
        "body": {
            "type": "TextualBody",
            "purpose": "oa:tagging",
            "value": annotation.label,
            "features": annotation.features,
        },
        "target": {
            "source": _urn(article.id),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(start - _SURROUNDINGS, 0) : start],
                    "suffix": text[end : end + _SURROUNDINGS],
                },
            ],
        },
    }


def _relation(relation: FileRelation) -> JsonValue:
    return {
        "id": _urn(relation.id or ""),
        "type": "Annotation",
        "motivation": "oa:linking",
        "body": {
            "type": "TextualBody",
            "purpose": "oa:linking",
            "value": relation.type,
            "features": relation.features,
        },
        # the order says which end is which
        "target": {"@list": [{"id": _urn(relation.source)}, {"id": _urn(relation.target)}]},
    }


def _urn(name: str) -> str:
    return f"urn:mitjul:{name}"
