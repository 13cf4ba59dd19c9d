"""The commands without a window, in process."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.session.session import Session, default_schema
from tests.cli.commands import ARTICLE, Capture, article, refused, reported, run
from tests.exporters.making import MARKED, document, native_file, restricted, written


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "기사 모음.mitjul"
    assert main(["new", str(path)]) == 0
    return path


def test_new_makes_a_project_and_never_replaces_one(project: Path, capsys: Capture) -> None:
    before = project.read_bytes()
    assert "기사 모음.mitjul" in refused(capsys, "new", project)
    assert project.read_bytes() == before


def test_new_with_a_schema(tmp_path: Path, capsys: Capture) -> None:
    schema = default_schema().model_dump(mode="json") | {
        "schema_id": "own",
        "schema_version": "2.0.0",
    }
    file = written(tmp_path, schema, "schema.json")
    assert run("new", tmp_path / "p.mitjul", "--schema", file) == 0
    info = reported(capsys, "info", tmp_path / "p.mitjul", "--json")
    assert info["schema"] == {"schema_id": "own", "schema_version": "2.0.0"}
    file.write_text("{}", "utf-8")
    assert "schema.json: " in refused(capsys, "new", tmp_path / "q.mitjul", "--schema", file)
    assert not (tmp_path / "q.mitjul").exists()


def test_import_text(project: Path, tmp_path: Path, capsys: Capture) -> None:
    report = reported(capsys, "import", project, article(tmp_path, "cp949"), "--json")
    (document_id,) = report["documents"]
    assert report["encodings"] == {document_id: "cp949"}
    numbers = {"annotations": 0, "relations": 0, "skipped": [], "duplicates": [], "warnings": []}
    assert report.items() >= numbers.items()
    with Session.open(project, read_only=True) as session:
        assert session.text(document_id) == ARTICLE


def test_an_article_that_is_there_already_is_noticed(
    project: Path, tmp_path: Path, capsys: Capture
) -> None:
    run("import", project, article(tmp_path))
    report = reported(capsys, "import", project, article(tmp_path, "utf-16", "noch.txt"), "--json")
    assert report["documents"] == []
    assert len(report["skipped"]) == 1
    annotated = document("하늘전자가 ⟦TIME#t|3일⟧ 밝혔다.", 1)
    text = tmp_path / "annotated.txt"
    text.write_text(annotated["text"], "utf-8")
    run("import", project, text)
    report = reported(
        capsys, "import", project, written(tmp_path, native_file([annotated])), "--json"
    )
    assert (report["documents"], report["duplicates"]) == (["d1"], ["d1"])


def test_import_of_lists(project: Path, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("이름,원고\n첫째,똠방각하 글\n".encode("cp949"))
    assert "--column text=NAME" in refused(capsys, "import", project, path)
    assert "text, title, date" in refused(capsys, "import", project, path, "--column", "원고=text")
    twice = ("--column", "text=원고", "--column", "text=이름")
    assert "given twice for text" in refused(capsys, "import", project, path, *twice)
    told = ("--column", "text=원고", "--column", "title=이름")
    report = reported(capsys, "import", project, path, *told, "--json")
    columns = {"이름": "title", "원고": "text"}
    assert report["tables"] == [{"source": "x.csv", "encoding": "cp949", "columns": columns}]
    run("import", project, path, "--no-header", "--column", "text=column_2")
    assert capsys.readouterr().out.startswith("x.csv: cp949; leave=column_1, text=column_2\n2 art")


def test_import_of_other_labels(project: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "x.txt").write_text("김가온은 웃었다.", "utf-8")
    (tmp_path / "x.ann").write_text("T1\tPERSON 0 3\t김가온\nT2\tMISC 5 8\t웃었다\n", "utf-8")
    report = reported(
        capsys, "import", project, tmp_path / "x.ann", "--map", "PERSON=SPEAKER", "--json"
    )
    assert report["annotations"] == 1
    assert report["warnings"] == [
        "Annotations PERSON taken as SPEAKER: 1",
        "Annotations MISC left out, as the project's schema has no such label: 1",
    ]
    before = project.read_bytes()
    assert "THEIRS=OURS" in refused(
        capsys, "import", project, tmp_path / "x.ann", "--map", "PERSON"
    )
    words = refused(capsys, "import", project, tmp_path / "x.ann", "--map", "PERSON=VOICE")
    assert "'PERSON' cannot become 'VOICE'" in words
    assert project.read_bytes() == before


def test_import_in_words(project: Path, tmp_path: Path, capsys: Capture) -> None:
    assert (
        run("import", project, article(tmp_path), written(tmp_path, native_file(), "x.json")) == 0
    )
    out = capsys.readouterr().out
    assert "기사.txt: utf-8\n" in out
    assert "8 articles, 30 annotations, 20 relations" in out
    assert ARTICLE[:10] not in out


def test_all_files_or_none(project: Path, tmp_path: Path, capsys: Capture) -> None:
    file = native_file()
    file["documents"][3]["annotations"][0]["end"] = 4_000
    words = refused(capsys, "import", project, article(tmp_path), written(tmp_path, file))
    assert "기사.json: documents[3] (d3), annotations[0] (c1-3): The span 0–4000" in words
    assert "Nothing was imported" in words
    assert reported(capsys, "info", project, "--json")["documents"] == 0


@pytest.mark.parametrize("name", [None, "이둘"])
def test_whose_annotations(
    project: Path, tmp_path: Path, capsys: Capture, name: str | None
) -> None:
    file = native_file([document(MARKED[0], 0)])
    for annotation in file["documents"][0]["annotations"]:
        del annotation["annotator"]
    option = ["--annotator", name] if name else []
    run("import", project, written(tmp_path, file), *option)
    with Session.open(project, read_only=True) as session:
        names = {a.id: a.name for a in session.annotators()}
        found = {names[a.annotator_id] for a in session.annotations("d0")}
    assert found == {name or "김하나"}


@pytest.mark.parametrize("name", ["json", "jsonl", "xlsx"])
def test_export_and_its_record(project: Path, tmp_path: Path, capsys: Capture, name: str) -> None:
    run("import", project, written(tmp_path, native_file([restricted()])))
    target = tmp_path / f"out.{name}"
    assert "on what ground" in refused(
        capsys, "export", project, target, "--format", name, "--text", "include"
    )
    assert not target.exists()
    options = ("--format", name, "--text", "include", "--basis", "서면 허락")
    assert run("export", project, target, *options) == 0
    assert target.stat().st_size > 1_000
    with Session.open(project, read_only=True) as session:
        (entry, *_) = session.history()
    assert entry.kind == "export"
    assert json.loads(entry.payload).items() >= {"format": name, "basis": "서면 허락"}.items()


def test_export_read_back_by_import(project: Path, tmp_path: Path, capsys: Capture) -> None:
    run("import", project, written(tmp_path, native_file()))
    run("export", project, tmp_path / "a.json", "--format", "json")
    run("new", tmp_path / "b.mitjul")
    report = reported(capsys, "import", tmp_path / "b.mitjul", tmp_path / "a.json", "--json")
    assert (report["annotations"], report["relations"], report["renamed"]) == (30, 20, 0)
    first, second = (
        reported(capsys, "info", p, "--json") for p in (project, tmp_path / "b.mitjul")
    )
    for name in ("annotations", "relations", "documents", "entities"):
        assert first[name] == second[name]


def test_export_never_replaces_a_project(project: Path, tmp_path: Path, capsys: Capture) -> None:
    odd = tmp_path / "project.json"
    project.rename(odd)
    before = odd.read_bytes()
    assert "is a project" in refused(capsys, "export", odd, odd, "--format", "json")
    assert "is a project" in refused(
        capsys, "export", odd, tmp_path / "x.mitjul", "--format", "json"
    )
    assert odd.read_bytes() == before


def test_info(project: Path, tmp_path: Path, capsys: Capture) -> None:
    run("import", project, written(tmp_path, native_file()))
    info = reported(capsys, "info", project, "--json")
    counts = {"CLAIM": 7, "CUE": 8, "FIGURE": 7, "SPEAKER": 7, "TIME": 1}
    assert info["annotations"] == counts
    assert (info["documents"], info["relations"], info["integrity"]) == (7, 20, "ok")
    assert info["annotators"] == ["김하나", "아무것도 안 한 이"]
    assert info["states"] == {"in_progress": 6, "skipped": 1}
    assert info["problems"] == {"open": 1, "documents": 1}
    assert info["schema"]["schema_id"] == "news-csf"
    assert info["sqlite_version"].startswith("3.")
    assert run("info", project) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "states: in_progress 6, skipped 1" in lines
    assert "annotators: 김하나, 아무것도 안 한 이" in lines
    assert "integrity: ok" in lines


def test_check(project: Path, tmp_path: Path, capsys: Capture) -> None:
    run("import", project, written(tmp_path, native_file()))
    assert run("check", project) == 0
    data = project.read_bytes()
    damaged = tmp_path / "damaged.mitjul"
    damaged.write_bytes(data.replace("재고는 바닥났다".encode(), "재고는 바닥낫다".encode(), 1))
    capsys.readouterr()
    assert run("check", damaged) == 1
    out, err = capsys.readouterr()
    assert "d1" in out
    assert err.startswith("mitjul: ")
    assert "바닥" not in out + err
    assert reported(capsys, "info", damaged, "--json")["integrity"] != "ok"


def test_check_lists_what_is_still_to_do(project: Path, tmp_path: Path, capsys: Capture) -> None:
    run("import", project, written(tmp_path, native_file()))
    capsys.readouterr()
    assert run("check", project) == 0
    assert capsys.readouterr().out == "ok\n"
    assert run("check", project, "--problems") == 0
    *problems, last = capsys.readouterr().out.splitlines()
    assert last == "ok"
    assert [line.split()[0] for line in problems] == ["d5"]
    assert "cue_unlinked" in problems[0]
    assert "짚었다" not in "".join(problems)


def test_projects_that_cannot_be_opened(tmp_path: Path, capsys: Capture) -> None:
    text = article(tmp_path)
    for command in (
        ("info",),
        ("check",),
        ("import", text),
        ("export", "x.json", "--format", "json"),
    ):
        name, *rest = command
        assert "기사.txt" in refused(capsys, name, text, *rest)
        assert "없다.mitjul" in refused(capsys, name, tmp_path / "없다.mitjul", *rest)
    assert text.read_text("utf-8") == ARTICLE
    assert not (tmp_path / "없다.mitjul").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["new"],
        ["import", "p.mitjul"],
        ["export", "p.mitjul", "x"],
        ["export", "p.mitjul", "x", "--format", "pdf"],
        ["info"],
        ["--nonsense"],
        ["info", "p.mitjul", "--nonsense"],
        ["a.mitjul", "b.mitjul"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: mitjul" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argument", "words"), [("--version", "mitjul 0."), ("--help", "self-test")]
)
def test_version_and_help(argument: str, words: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main([argument])
    assert ended.value.code == 0
    assert words in capsys.readouterr().out


def test_a_bug_is_not_dressed_up(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(session: Session) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Session, "check", broken)
    with pytest.raises(ZeroDivisionError):
        run("check", project)


def test_an_older_project_is_looked_at_and_stays_older(tmp_path: Path, capsys: Capture) -> None:
    released = Path(__file__).parent.parent / "projects" / "version-1.mitjul"
    path = Path(shutil.copy(released, tmp_path / "옛 기사.mitjul"))
    assert sum(reported(capsys, "info", path, "--json")["annotations"].values()) == 36
    assert run("check", path, "--problems") == 0
    assert capsys.readouterr().out.endswith("ok\n")
    assert path.read_bytes() == released.read_bytes()
    assert list(tmp_path.iterdir()) == [path]
