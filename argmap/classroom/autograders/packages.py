"""Zip files that platforms install: the scripts that grade, and the key."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from importlib.metadata import version
from importlib.resources import files
from string import Template
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from argmap.classroom.autograders.key import Key, key_files, read_key

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can hold: the same key gives the same bytes."""
_WHEEL = re.compile(r"argmap-[\w.+-]+\.whl")
_SCRIPT = 0o100755 << 16
_DATA = 0o100644 << 16


def gradescope_zip(key: Key, *, most: float = 100, wheel: tuple[str, bytes] | None = None) -> bytes:
    """Return an autograder for Gradescope: `setup.sh`, `run_autograder` and the key.

    Args:
        key: what is graded against.
        most: the points of a full score.
        wheel: name and content of a wheel of argmap to install; None installs this version from the package index.

    Raises:
        ValueError: the name is not that of a wheel.

    Source: gradescope-autograders.readthedocs.io, Autograder Specifications.
    """
    if wheel and not _WHEEL.fullmatch(wheel[0]):
        raise ValueError(f"found {wheel[0]!r}, expected the name of a wheel of argmap")
    held = key_files(read_key(key))
    package = f'"$ROOT/source/{wheel[0]}"' if wheel else f'"argmap=={version("argmap")}"'
    against = " ".join(f'--against "$ROOT/source/{name}"' for name in held)
    scripts = {
        "setup.sh": _script("gradescope_setup.sh", package=package),
        "run_autograder": _script("gradescope_run.sh", against=against, most=f"{most:g}"),
    }
    return _zip(scripts, {name: text.encode() for name, text in held.items()} | dict([wheel] if wheel else []))


def prairielearn_zip(key: Key, *, most: float = 100) -> bytes:
    """Return the folder `tests` of a question for PrairieLearn's external grader: `run.sh` and the key.

    Args:
        key: what is graded against.
        most: the points of a full score.

    Source: prairielearn.readthedocs.io, External grading.
    """
    held = key_files(read_key(key))
    against = " ".join(f'--against "$ROOT/tests/{name}"' for name in held)
    scripts = {"tests/run.sh": _script("prairielearn_run.sh", against=against, most=f"{most:g}")}
    return _zip(scripts, {f"tests/{name}": text.encode() for name, text in held.items()})


def _script(name: str, **values: str) -> bytes:
    text = files("argmap.classroom.autograders").joinpath(f"assets/{name}").read_text(encoding="utf-8")
    return Template(text.replace("\r\n", "\n")).substitute(values).encode()


def _zip(scripts: Mapping[str, bytes], data: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for contents, mode in ((scripts, _SCRIPT), (data, _DATA)):
            for name in sorted(contents):
                info = ZipInfo(name, _DATE)
                info.external_attr = mode
                info.create_system = 3  # Unix, so that scripts stay executable
                info.compress_type = ZIP_DEFLATED
                archive.writestr(info, contents[name])
    return stream.getvalue()
