"""The lock files: complete, hashed, from nowhere in particular, and in step with the project."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import dev
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = {
    name: (ROOT / "packaging" / name).read_text(encoding="ascii")
    for name in (
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-package.lock",
        "requirements-interop.lock",
    )
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
DEVELOPMENT: list[str] = PROJECT["dependency-groups"]["dev"]
INTEROP: list[str] = PROJECT["dependency-groups"]["interop"]
PACKAGING: list[str] = PROJECT["dependency-groups"]["package"]


def pins(lock: str) -> dict[str, str]:
    """Name → version of each requirement in a lock file."""
    found: dict[str, str] = {}
    for entry in lock.replace("\\\n", " ").splitlines():
        requirement = Requirement(entry.partition("--hash")[0].strip())
        (specifier,) = requirement.specifier
        assert specifier.operator == "=="
        name = canonicalize_name(requirement.name)
        assert name not in found, "one version for all systems and Pythons"
        found[name] = specifier.version
    return found


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_every_requirement_has_hashes_and_no_place_it_comes_from(lock: str) -> None:
    for entry in lock.replace("\\\n", " ").splitlines():
        assert re.search(r" --hash=sha256:[0-9a-f]{64}( |$)", entry), entry
    assert re.search(r"://|index|find-links|file:|@|/", lock) is None


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("requirements.lock", RUNTIME),
        ("requirements-dev.lock", RUNTIME + DEVELOPMENT),
        ("requirements-package.lock", RUNTIME + PACKAGING),
        ("requirements-interop.lock", RUNTIME + INTEROP),
    ],
)
def test_the_lock_holds_what_the_project_asks_for(lock: str, requirements: list[str]) -> None:
    pinned = pins(LOCKS[lock])
    unread = dev.NEVER_READ if lock == "requirements-interop.lock" else ()
    assert pinned.keys().isdisjoint(unread)
    for requirement in map(Requirement, requirements):
        name = canonicalize_name(requirement.name)
        if name not in unread:
            assert pinned[name] in requirement.specifier


@pytest.mark.parametrize("lock", ["requirements-dev.lock", "requirements-package.lock"])
def test_development_and_packages_install_what_users_have(lock: str) -> None:
    assert pins(LOCKS["requirements.lock"]).items() <= pins(LOCKS[lock]).items()


def test_the_qt_that_aborts_is_not_installed() -> None:
    (qt,) = [found for found in map(Requirement, RUNTIME) if found.name == "PySide6-Essentials"]
    assert "6.12.0" not in qt.specifier
    assert "6.11.3" in qt.specifier
