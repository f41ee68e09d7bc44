"""Grading all files of a class, on several processors if there are many."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from argmap.classroom.class_grades.task import Entry, GradedEntry, Task, grade_entry
from argmap.model import ArgumentMap
from argmap.model.real_path import real_path

_FEW = 40
"""So few files are graded before another process has started."""

Finish = Callable[[Task, int, GradedEntry, ArgumentMap | None], None]
"""What is to be done with each file where it is graded, such as to write its page; a function of a module."""


def find_files(given: Iterable[Path], leave_out: Iterable[Path] = ()) -> list[Path]:
    """Return the files that are given, and all files in the folders that are, by name; none twice.

    Hidden files and folders, those whose names start with a point, are left out in folders.

    Args:
        given: files and folders.
        leave_out: files and folders that do not count, such as the reference or the tables that are to be written.

    Raises:
        FileNotFoundError: one of them is not there.
    """
    without = {real_path(path) for path in leave_out}
    found: dict[Path, Path] = {}
    for path in given:
        for file in _files_in(path):
            place = real_path(file)
            if without.isdisjoint((place, *place.parents)):
                found.setdefault(place, file)
    return sorted(found.values(), key=lambda file: file.as_posix())


def _files_in(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise FileNotFoundError(2, "no such file or directory", str(path))
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts):
            yield file


def grade_class(
    task: Task, entries: Sequence[Entry], *, jobs: int = 1, finish: Finish | None = None
) -> Iterator[GradedEntry]:
    """Yield the grade of each file, in their order, whatever the number of processes.

    Args:
        task: what they are graded against.
        entries: the files.
        jobs: how many processes to use, 1 or more; a few files are graded in this one.
        finish: what to do with each file where it is graded.
    """
    numbered = list(enumerate(entries, 1))
    if jobs == 1 or len(entries) <= _FEW:
        for number, entry in numbered:
            yield _grade_one(task, number, entry, finish)
        return
    # A new process each, not a copy of this one: the same on every system, and safe beside threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_Worker.start, initargs=(task, finish)) as pool:
        yield from pool.map(_Worker.grade, numbered, chunksize=max(1, min(16, len(entries) // (4 * jobs))))


def _grade_one(task: Task, number: int, entry: Entry, finish: Finish | None) -> GradedEntry:
    graded, argument_map = grade_entry(task, entry)
    if finish is not None:
        finish(task, number, graded, argument_map)
    return graded


class _Worker:
    """What a process keeps from file to file."""

    task: Task
    finish: Finish | None

    @classmethod
    def start(cls, task: Task, finish: Finish | None) -> None:
        cls.task, cls.finish = task, finish

    @classmethod
    def grade(cls, numbered: tuple[int, Entry]) -> GradedEntry:
        return _grade_one(cls.task, *numbered, cls.finish)
