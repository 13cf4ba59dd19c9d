"""UIMA CAS XMI with its type system, as INCEpTION imports it. Offsets are UTF-16 units."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article, eojeols
from desktop.model.interchange import FileAnnotation
from desktop.model.schema import Schema

TYPES = "TypeSystem.xml"
_SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
_CUSTOM = "webanno.custom"
_NAMESPACES = (
    'xmlns:xmi="http://www.omg.org/XMI"',
    'xmlns:cas="http:///uima/cas.ecore"',
    'xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"',
    'xmlns:custom="http:///webanno/custom.ecore"',
)


def add_article(article: Article, dataset: Dataset) -> None:
    """Write the article's .xmi file."""
    folder = f"{article.part}/" if article.part else ""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<xmi:XMI {" ".join(_NAMESPACES)} xmi:version="2.0">')
    lines.append('  <cas:NULL xmi:id="0"/>')
    members: list[int] = []
    lines += _elements(article, dataset, members)
    lines.append(
        '  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"'
        f" sofaString={_attribute(article.text)}/>"
    )
    listed = " ".join(map(str, members))
    lines.append(f'  <cas:View sofa="1" members="{listed}"/>')
    lines.append("</xmi:XMI>")
    words = "".join(line + "\n" for line in lines)
    dataset.write(f"{folder}{dataset.stem(article.id)}.xmi", words.encode("utf-8"))


def _elements(article: Article, dataset: Dataset, members: list[int]) -> Iterator[str]:
    number = 1

    def element(name: str, start: int, end: int, more: str = "") -> str:
        nonlocal number
        number += 1
        members.append(number)
        begin, stop = article.utf16(start), article.utf16(end)
        return f'  <{name} xmi:id="{number}" sofa="1" begin="{begin}" end="{stop}"{more}/>'

    for paragraph in article.view.paragraphs:
        yield element("seg:Sentence", paragraph.start, paragraph.end)
        words = article.text[paragraph.start : paragraph.end]
        for start, end in eojeols(words):
            yield element("seg:Token", paragraph.start + start, paragraph.start + end)
    numbers: dict[str, int] = {}
    for annotation in article.annotations:
        name = f"custom:{type_name(annotation.label)}"
        yield element(name, annotation.start, annotation.end, _features(annotation))
        numbers[annotation.id or ""] = number
    for relation in article.view.document.relations:
        if relation.target not in numbers:
            dataset.lost["relations to the registry"] += 1
            continue
        target = article.view.annotation_by_id[relation.target]
        ends = f' Dependent="{numbers[relation.source]}" Governor="{numbers[relation.target]}"'
        yield element(
            "custom:Relation", target.start, target.end, f' relation="{relation.type}"{ends}'
        )


def finish(schema: Schema, dataset: Dataset) -> None:
    """Write the type system."""
    base = "uima.tcas.Annotation"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">')
    lines.append("  <types>")
    for name in ("Sentence", "Token"):
        lines += _type(f"{_SEGMENTATION}.{name}", base, ())
    for label in schema.labels:
        features = [(f.name, "uima.cas.String") for f in label.features]
        lines += _type(f"{_CUSTOM}.{type_name(label.name)}", base, features)
    ends = (("relation", "uima.cas.String"), ("Dependent", base), ("Governor", base))
    lines += _type(f"{_CUSTOM}.Relation", base, ends)
    lines += ["  </types>", "</typeSystemDescription>"]
    dataset.write(TYPES, ("\n".join(lines) + "\n").encode("utf-8"))


def type_name(label: str) -> str:
    """A label as the name of a type: ``CLAIM`` → ``Claim``."""
    return label[:1].upper() + label[1:].lower()


def _type(name: str, base: str, features: Sequence[tuple[str, str]]) -> list[str]:
    lines = ["    <typeDescription>", f"      <name>{name}</name>", "      <description/>"]
    lines.append(f"      <supertypeName>{base}</supertypeName>")
    lines.append("      <features>")
    for feature, kind in features:
        lines.append("        <featureDescription>")
        lines.append(f"          <name>{feature}</name>")
        lines.append("          <description/>")
        lines.append(f"          <rangeTypeName>{kind}</rangeTypeName>")
        lines.append("        </featureDescription>")
    return [*lines, "      </features>", "    </typeDescription>"]


def _features(annotation: FileAnnotation) -> str:
    made = ""
    for name, value in annotation.features.items():
        words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        made += f" {name}={_attribute(words)}"
    return made


def _attribute(words: str) -> str:
    return quoteattr(words, {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
