"""Runs the program in a folder with the examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Outcome, run_apart, run_inside

ROOT = Path(__file__).parent.parent.parent


Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("kaliningrad", "broad-street"):
        source = ROOT / "examples" / f"{name}.argmap.yaml"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run the program in the folder: inside this process, but in one of its own if variables are set for Python."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Outcome:
        where = run_apart if any(name.startswith("PYTHON") for name in environment) else run_inside
        return where(*arguments, folder=folder, stdin=stdin, environment=environment)

    return run
