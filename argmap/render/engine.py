"""Running Graphviz: the only module that starts a program.

The embedded program comes first, because it draws the same bytes on every machine; what is named by ARGMAP_DOT or
GRAPHVIZ_DOT comes before it, and the system's own dot after it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from importlib import metadata
from pathlib import Path

from argmap.render.errors import RendererNotFoundError, RenderError

VARIABLES = ("ARGMAP_DOT", "GRAPHVIZ_DOT")
_PASSED_ON = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH")
"""What the program may see of the environment: what starting it on Windows takes, and where fonts are."""


def find_program() -> str:
    """Return the path of the Graphviz program to run.

    Raises:
        RendererNotFoundError: there is none, or an environment variable names something that is not a program.
    """
    for variable in VARIABLES:
        if named := os.environ.get(variable):
            found = shutil.which(named)
            if found is None:
                raise RendererNotFoundError(f"{variable} names {named!r}, which is not a program")
            return found
    found = _embedded() or shutil.which("dot")
    if found is None:
        raise RendererNotFoundError
    return found


def find_other_program() -> str | None:
    """Return the path of a Graphviz program that can use the fonts of the system; None if there is none.

    It is what an environment variable names, or else the system's own dot.

    Raises:
        RendererNotFoundError: an environment variable names something that is not a program.
    """
    return find_program() if any(os.environ.get(variable) for variable in VARIABLES) else shutil.which("dot")


def run_graphviz(
    dot: str, output: str, *, time_limit: float, settings: tuple[str, ...] = (), program: str | None = None
) -> bytes:
    """Lay out and draw DOT text.

    Args:
        dot: the text.
        output: Graphviz's name of the format, for example svg.
        time_limit: seconds that the program may take.
        settings: more arguments of the program.
        program: the path of the program; None for the one that `find_program` finds.

    Raises:
        RendererNotFoundError: there is no program.
        RenderError: the program failed, or ran out of time.
    """
    # -q: the program complains about every character that it has no metrics for, and drawing goes on.
    command = [program or find_program(), "-Kdot", f"-T{output}", "-q", *settings]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, fixed arguments; the text goes to standard input
            command,
            input=dot.encode("utf-8", "replace"),
            capture_output=True,
            timeout=time_limit,
            check=False,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            cwd=tempfile.gettempdir(),
        )
    except subprocess.TimeoutExpired as error:
        raise RenderError(
            f"Graphviz took more than {time_limit:g} s (draw a part, by focus or depth, or raise time_limit=)"
        ) from error
    except OSError as error:
        raise RendererNotFoundError(f"Graphviz at {command[0]} could not be started: {error.strerror}") from error
    if done.returncode != 0 or not done.stdout:
        said = done.stderr.decode("utf-8", "replace")
        raise RenderError(f"Graphviz failed with exit code {done.returncode}", said)
    return done.stdout


@cache
def _embedded() -> str | None:
    """Return the path of the program that the graphviz-pure package carries; None without the package."""
    try:
        files = metadata.distribution("graphviz-pure").files or ()
    except metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name in {"graphviz-pure", "graphviz-pure.exe"}:
            path = Path(str(file.locate())).resolve()
            return str(path) if path.is_file() else None
    return None
