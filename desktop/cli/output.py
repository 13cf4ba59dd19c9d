"""What the commands write on standard output."""

from __future__ import annotations

import json
import sys

from pydantic import JsonValue


def print_line(line: str) -> None:
    """Write one line; nothing when the caller closed the output."""
    if sys.stdout is not None:
        sys.stdout.write(f"{line}\n")


def counted(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def print_json(report: JsonValue) -> None:
    """Write a report as one line of JSON."""
    print_line(json.dumps(report, ensure_ascii=False))
