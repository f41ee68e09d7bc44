"""`argmap check --baseline`: findings that are accepted for now."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from argmap.checks import Baseline
    from argmap.reports import CheckedFile

BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Accept the findings that this file lists.")
]
UpdateOption = Annotated[
    bool, typer.Option("--update-baseline", help="Write the findings of now into the baseline's file.")
]


def accept_known(checked: Sequence[CheckedFile], path: Path, *, update: bool) -> list[CheckedFile]:
    """Return the files with the findings marked that the baseline accepts; say on standard error what is out of date.

    Args:
        checked: what came of reading and checking the files.
        path: the file of the baseline.
        update: write the findings that there are into it first.

    Raises:
        BaselineError: the file is none, or does not exist and is not to be written.
        OSError: the file cannot be read or written.
    """
    from argmap.model.atomic import write_atomically

    baseline = _load(path, may_be_missing=update)
    if update:
        baseline = _updated(baseline, checked, path)
        write_atomically(path, baseline.to_json().encode())
        total = sum(baseline.counts.values())
        typer.echo(f"wrote {path}: {total} finding{'' if total == 1 else 's'} accepted", err=True)
    elif stale := _count_stale(baseline, checked, path):
        entries = "1 entry accepts" if stale == 1 else f"{stale} entries accept"
        typer.echo(f"argmap: {path}: {entries} nothing any more (--update-baseline takes out what is stale)", err=True)
    return [replace(file, findings=baseline.accept(_key(file, path), file.findings)) for file in checked]


def _load(path: Path, *, may_be_missing: bool) -> Baseline:
    from argmap.checks import Baseline, BaselineError, load_baseline

    try:
        return load_baseline(path)
    except FileNotFoundError:
        if may_be_missing:
            return Baseline()
        raise BaselineError(path, "no such file (write it with --update-baseline)") from None


def _updated(baseline: Baseline, checked: Sequence[CheckedFile], path: Path) -> Baseline:
    baseline = baseline.without(_gone(baseline, path))
    for file in checked:
        if file.map is not None:
            baseline = baseline.updated(_key(file, path), file.findings, _codes(file))
    return baseline


def _count_stale(baseline: Baseline, checked: Sequence[CheckedFile], path: Path) -> int:
    gone = _gone(baseline, path)
    stale = {accepted for accepted in baseline.counts if accepted.file in gone}
    for file in checked:
        if file.map is not None:
            stale.update(baseline.find_stale(_key(file, path), file.findings, _codes(file)))
    return len(stale)


def _codes(file: CheckedFile) -> frozenset[str]:
    """Return the rules of which all findings are known: they looked at everything, and none is left out as unsure."""
    from argmap.model import Confidence

    if file.config.min_confidence is not Confidence.LOW:
        return frozenset()
    return frozenset(file.codes) - {skipped.code for skipped in file.skipped}


def _gone(baseline: Baseline, path: Path) -> frozenset[str]:
    """Return the files of the baseline that do not exist any more."""
    named = {accepted.file for accepted in baseline.counts}
    return frozenset(name for name in named if not name.startswith("<") and not (path.parent / name).exists())


def _key(file: CheckedFile, path: Path) -> str:
    """Return the name of a map's file in the baseline: relative to it, so that both can move together."""
    if file.name.startswith("<"):
        return file.name
    from argmap.model.real_path import real_path

    name = Path(file.name)
    absolute = real_path(name.parent) / name.name
    try:
        return Path(os.path.relpath(absolute, real_path(path.parent))).as_posix()
    except ValueError:  # it is on another drive
        return absolute.as_posix()
