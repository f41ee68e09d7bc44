"""Runs the program in its own process, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("kaliningrad", "broad-street"):
        source = ROOT / "examples" / f"{name}.argmap.yaml"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", *arguments],
            cwd=folder,
            input=stdin,
            env=os.environ | {"COLUMNS": "120"} | environment,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
