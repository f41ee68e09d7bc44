"""Runs the program `argmap`: inside this process, which is quick, or in one of its own, as a user does."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from argmap.cli import main

WIDTH = {"COLUMNS": "120"}


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def run_inside(
    *arguments: str, folder: Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> Outcome:
    """Run the program inside this process; an exception that it would die of is raised."""
    out, err = io.BytesIO(), io.BytesIO()
    code: object = None
    with chdir(folder), mock.patch.dict(os.environ, WIDTH | dict(environment or {})), _streams(stdin, out, err):
        with mock.patch.object(sys, "argv", ["argmap", *arguments]):
            try:
                main()
            except SystemExit as end:
                code = end.code
        sys.stdout.flush()
        assert isinstance(code, int), code
        return Outcome(code, out.getvalue().decode(), err.getvalue().decode())  # the streams close what they write to


def run_apart(
    *arguments: str, folder: Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> Outcome:
    """Run the program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=folder,
        input=stdin,
        env=os.environ | WIDTH | {"PYTHONIOENCODING": "utf-8"} | (environment or {}),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def _streams(stdin: bytes, out: io.BytesIO, err: io.BytesIO) -> Iterator[None]:
    """Stand in for the streams of a process, and show warnings as a process does."""
    with (
        warnings.catch_warnings(),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
        mock.patch.object(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8")),
        mock.patch.object(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True)),
    ):
        warnings.resetwarnings()
        for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", category)
        yield
