"""Every refusal and warning in Korean: what is driven here leaves no English words to be read."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from PySide6.QtWidgets import QApplication

from desktop.errors import KnownError, Message, RefusedInput, system_reason
from desktop.importers import merged, read_file
from desktop.importers.json_faults import syntax_fault, value_fault
from desktop.model import interchange, project, schema
from desktop.model.schema import FeatureDef, Names, Schema
from desktop.session.session import Session, default_schema
from desktop.ui.dialogs.messages import describe, in_words
from desktop.ui.language import Translations
from tests.exporters.making import native_file, written
from tests.importers.test_native_refusals import BROKEN, REFUSED, Change
from tests.session.making import annotation, batch, imported, relation
from tests.session.test_import_planning import REFUSED as CONTRADICTIONS
from tests.store.test_file_check import NOT_PROJECTS

ENGLISH = re.compile(r"[A-Za-z]{2,}[ ,]+[a-z]{2,}")
HANGUL = re.compile("[가-힣]")
SCHEMA = default_schema()


@pytest.fixture(autouse=True)
def korean(qapp: QApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.install("ko")
    yield
    translations.install("en")


def check(words: str) -> None:
    assert HANGUL.search(words), words
    assert not ENGLISH.search(words), words


def check_error(error: KnownError) -> None:
    what, advice = describe(error)
    check(what)
    if advice:
        check(advice)


@pytest.mark.parametrize("change", [change for change, _ in REFUSED])
def test_what_a_native_file_must_not_hold(tmp_path: Path, change: Change) -> None:
    file = native_file()
    change(file)
    path = tmp_path / "기사.json"
    path.write_text(json.dumps(file), "utf-8")
    with pytest.raises(RefusedInput) as caught:
        read_file(path, SCHEMA)
    check_error(caught.value)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_json(tmp_path: Path, text: str) -> None:
    path = tmp_path / "기사.json"
    path.write_text(text, "utf-8")
    with pytest.raises(RefusedInput) as caught:
        read_file(path, SCHEMA)
    check_error(caught.value)


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_what_contradicts_the_project(session: Session, kind: str) -> None:
    annotations, relations = CONTRADICTIONS[kind]
    wrong = imported(document_id="d1", annotations=annotations, relations=relations)
    with pytest.raises(RefusedInput) as caught:
        session.import_batch(batch(wrong))
    check_error(caught.value)


@pytest.mark.parametrize("kind", NOT_PROJECTS)
def test_what_is_not_a_project(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "기사 모음.mitjul"
    NOT_PROJECTS[kind](path)
    with pytest.raises(KnownError) as caught:
        Session.open(path, "이수민")
    check_error(caught.value)


def test_warnings_of_an_import(session: Session, tmp_path: Path) -> None:
    file = native_file()
    file["schema"] = SCHEMA.model_dump(mode="json") | {"schema_version": "1.9.0"}
    file["entities"][1]["type"] = "robot"
    file["documents"][1]["annotations"][0]["features"]["numeral"] = "둘"
    one = read_file(written(tmp_path, file, "하나.json"), session.schema, "이수민")
    inner, outer = annotation("d9", 0, 10), annotation("d9", 5, 20)
    speakers = [annotation("d9", n, n + 3, label="SPEAKER") for n in (5, 30)]
    links = [relation(inner, outer, type="nested_in")]
    links += [relation(inner, speaker) for speaker in speakers]
    marks = [inner, outer, *speakers]
    two = batch(imported(document_id="d9", annotations=marks, relations=links))
    warnings = session.import_batch(merged([one, two])).warnings
    assert len(warnings) >= 5
    for warning in warnings:
        check(in_words(warning))


@pytest.mark.parametrize("number", [*errno.errorcode, 0, 9_999])
def test_reasons_of_the_operating_system(number: int) -> None:
    check(in_words(system_reason(OSError(number, os.strerror(number)))))


@pytest.mark.parametrize(
    "kind", ["enum", "text", "decimal", "range", "boolean", "entity", "parts", "span"]
)
def test_faults_of_values(kind: str) -> None:
    feature = FeatureDef.model_validate(
        {"name": "unit", "names": Names(en="Unit", ko="단위"), "type": kind}
    )
    fault = feature.fault(3.5, 10)
    assert fault is not None
    check(in_words(fault))


def all_models() -> Iterator[type[BaseModel]]:
    for module in (interchange, project, schema):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, BaseModel):
                yield value


@pytest.mark.parametrize("wrong", [None, 3, 3.5, True, "ㄱ" * 5_000, "\0", [], [[]] * 50, {}])
def test_whatever_pydantic_finds_wrong(wrong: object) -> None:
    seen = 0
    for model in all_models():
        for name, field in model.model_fields.items():
            adapter: TypeAdapter[object] = TypeAdapter(model)
            try:
                adapter.validate_python({field.alias or name: wrong})
            except ValidationError as error:
                for found in error.errors(include_url=False, include_input=False):
                    words = value_fault(found["type"], found.get("ctx", {}))
                    assert "{kind}" not in words.template, found["type"]
                    check(in_words(words))
                    seen += 1
    assert seen


def test_an_inconsistent_schema() -> None:
    for change in ({"labels": [SCHEMA.labels[0]] * 2}, {"labels": [SCHEMA.labels[0]]}):
        with pytest.raises(ValidationError) as caught:
            Schema.model_validate(SCHEMA.model_dump() | change)
        (found,) = caught.value.errors()
        check(in_words(value_fault(found["type"], found.get("ctx", {}))))


@pytest.mark.parametrize(
    "text", ["", "{", '{"a"', '{"a":', '"', "[1", "[1,]", '"\\q"', '"\n"', "1 2"]
)
def test_whatever_the_decoder_finds_wrong(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    words = syntax_fault(caught.value.msg)
    assert words.template != "something is not JSON"
    check(in_words(words))
    assert in_words(syntax_fault("words of a later version")) == "JSON이 아닌 것이 있습니다"


def test_words_of_the_user_are_never_translated() -> None:
    message = Message(
        "{name}: {reason}.",
        {"name": "the disk is full", "reason": Message("line {number}", {"number": 3})},
    )
    assert in_words(message) == "the disk is full: 3번째 줄."
