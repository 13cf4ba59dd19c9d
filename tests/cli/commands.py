"""Commands as a shell gives them, in process, and what they print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main

Capture = pytest.CaptureFixture[str]
ARTICLE = "하늘전자, 새 공장에 투자\n\n하늘전자가 새 공장을 짓는다고 3일 밝혔다.\n"


def article(folder: Path, encoding: str = "utf-8", name: str = "기사.txt") -> Path:
    path = folder / name
    path.write_bytes(ARTICLE.encode(encoding))
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def reported(capsys: Capture, *arguments: object) -> dict[str, Any]:
    capsys.readouterr()
    assert run(*arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return dict(json.loads(out))


def refused(capsys: Capture, *arguments: object) -> str:
    """The one line on stderr of a known failure."""
    capsys.readouterr()
    assert run(*arguments) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("mitjul: ")
    assert err.endswith("\n")
    assert err.count("\n") == 1
    return err
