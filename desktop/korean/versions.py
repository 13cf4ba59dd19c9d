"""The versions of the rules; each goes up when its rules begin to find something else."""

from __future__ import annotations

FIGURES = "1"
SPEECH = "1"
TIMES = "1"
