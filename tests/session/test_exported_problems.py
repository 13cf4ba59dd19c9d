"""The problems of an export are those of the desk."""

from __future__ import annotations

from pathlib import Path

from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation
from desktop.session.reviewing import review_document
from tests.exporters.making import native_file, project


def test_what_is_exported_is_what_the_checks_find_in_the_project(tmp_path: Path) -> None:
    file = native_file()
    file["documents"][1]["state"] = "done"
    with project(tmp_path, file) as session:
        source = session.export_source()
        for document in list(source.documents()):
            session.do(
                AddAnnotation(
                    annotation_id=new_id(),
                    document_id=document.id or "",
                    label="CLAIM",
                    span=Span(0, 1),
                )
            )
        found = 0
        for document in source.documents():
            review = review_document(session, document.id or "")
            assert review is not None
            exported = source.problems(document)
            assert [(p.kind, p.annotations, p.key, p.start, p.end) for p in exported] == [
                (*p.identity, *p.span) for p in review.open
            ]
            found += len(exported)
        assert found > len(file["documents"])


def test_an_article_that_nobody_began_has_none(tmp_path: Path) -> None:
    file = native_file()
    for document in file["documents"]:
        document["state"] = "new"
    with project(tmp_path, file) as session:
        source = session.export_source()
        assert [source.problems(document) for document in source.documents()] == [()] * len(
            file["documents"]
        )
