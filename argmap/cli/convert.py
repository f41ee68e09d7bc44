"""`argmap convert`: maps from one format into another, with what that loses told before it is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.inputs import STANDARD_INPUT

if TYPE_CHECKING:
    from argmap.formats import FormatSpec

SETTINGS: dict[str, Any] = {
    "name": "convert",
    "epilog": "Examples: `argmap convert debate.kialo.txt debate.argmap.yaml` · "
    "`argmap convert essay.argmap.yaml --to csv` · `argmap convert --strict essay.argmap.yaml essay.csv` · "
    "`argmap convert downloads/*.json -o maps/`",
}


def command(  # noqa: PLR0913 - each is an option of the command
    files: Annotated[
        list[str], typer.Argument(metavar="IN... [OUT]", help="Files or folders; - reads standard input.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="OUT", help="The file to write, or the folder for several.")
    ] = None,
    from_format: Annotated[
        str | None,
        typer.Option("--from", metavar="FORMAT", help="The format of the inputs; else what their content says."),
    ] = None,
    to_format: Annotated[
        str | None, typer.Option("--to", metavar="FORMAT", help="The format to write; else what the name of OUT says.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing that the format cannot hold all of; exit with 1.")
    ] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Convert what could be read of a file with problems.")
    ] = False,
) -> None:
    """Convert maps between formats, one or many.

    The format of an input is told by its content, and said. What the new format cannot hold is listed before anything
    is written. Without an output the text is printed. One bad file does not stop the rest.

    Exits with 0 if all were written, 1 if --strict kept one back, 2 if one could not be read or written.
    """
    from argmap.formats import find_spec

    names, target = _split(files, output, may_print=to_format is not None)
    inputs = list(_find_inputs(names))
    is_folder = target is not None and (target.is_dir() or len(inputs) > 1 or str(output or "").endswith(("/", "\\")))
    if target is None and len(inputs) != 1:
        raise typer.BadParameter("found several inputs, expected a folder for them: -o FOLDER")
    spec = find_spec(to_format or _format_of(target if not is_folder else None))
    conversion = _Conversion(spec, from_format, target, tuple(inputs), is_folder, strict, partial)
    if is_folder and target is not None:
        target.mkdir(parents=True, exist_ok=True)
    codes = []
    with _progress(len(inputs)) as advance:
        for name in inputs:
            codes.append(conversion.convert(name))
            advance()
    if len(inputs) > 1:
        _summarise(codes)
    raise typer.Exit(max(codes, default=0))


def _split(files: Sequence[str], output: Path | None, *, may_print: bool) -> tuple[list[str], Path | None]:
    """Return the inputs and the output, which is the last of two names if no option gives it."""
    if output is not None:
        return list(files), output
    if len(files) == 2 and files[1] != STANDARD_INPUT:
        return [files[0]], Path(files[1])
    if len(files) == 1 and may_print:
        return list(files), None
    raise typer.BadParameter("expected where to write: IN OUT, -o OUT for several inputs, or --to FORMAT to print one")


def _find_inputs(names: Sequence[str]) -> Iterator[str]:
    """Yield the files that the names stand for: a folder for the files right in it, in the order of their names."""
    for name in names:
        path = Path(name)
        if name != STANDARD_INPUT and path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
            if not inside:
                raise typer.BadParameter(f"{name}: found no file in the folder")
            yield from map(str, inside)
        else:
            yield name


def _format_of(target: Path | None) -> str:
    from argmap.formats import format_of_name

    if target is None:
        return "yaml"
    found = format_of_name(str(target))
    if found is None:
        raise typer.BadParameter(f"{target}: the ending says no format, expected --to FORMAT")
    return found


@dataclass
class _Conversion:
    """What is to be done to each input, and what was written so far."""

    spec: FormatSpec
    from_format: str | None
    target: Path | None
    inputs: tuple[str, ...]
    is_folder: bool
    strict: bool
    partial: bool

    def __post_init__(self) -> None:
        from argmap.formats import UnknownFormatError
        from argmap.model.real_path import real_path

        if self.spec.name == "graphml":  # a drawing, which the formats know nothing of
            from argmap.render import to_graphml

            self.spec = replace(self.spec, write=to_graphml)
        if self.spec.write is None:
            reason = f'the format "{self.spec.name}" is only read, not written'
            raise UnknownFormatError(self.spec.name, reason)
        self._sources = {real_path(name) for name in self.inputs if name != STANDARD_INPUT}
        self._written: dict[Path, str] = {}

    def convert(self, name: str) -> int:
        """Convert one file; return the exit code for it. What it says goes to standard error."""
        from argmap.cli.inputs import read_map

        try:
            loaded = read_map(name, self.from_format)
        except OSError as error:
            return _fail(f"{name}: {(error.strerror or str(error)).lower()}")
        for finding in loaded.findings:
            typer.echo(str(finding), err=True)
        if loaded.map is None or not (loaded.is_whole or self.partial):
            more = "" if loaded.map is None else " (--partial converts what could be read)"
            return _fail(f"{loaded.source_map.file}: not converted{more}")
        from argmap.formats.losses import find_losses
        from argmap.formats.saving import write_text
        from argmap.model import Severity

        lost = find_losses(loaded.map, self.spec)
        for finding in lost:
            typer.echo(f"{loaded.source_map.file}: {finding}", err=True)
        if self.strict and any(finding.severity is not Severity.INFO for finding in lost):
            typer.echo(f"argmap: {loaded.source_map.file}: not converted, as --strict loses nothing", err=True)
            return 1
        return self._write(name, write_text(loaded.map, self.spec), f"{loaded.format} ({loaded.why})")

    def _write(self, name: str, text: str, found: str) -> int:
        from argmap.model.atomic import write_atomically
        from argmap.model.real_path import real_path

        if self.target is None:
            typer.echo(text, nl=False)
            return 0
        path = self._path_for(name)
        if problem := self._find_problem(path):
            return _fail(f"{name}: not converted: {problem}")
        try:
            write_atomically(path, text.encode())
        except OSError as error:
            return _fail(f"{path}: {(error.strerror or str(error)).lower()}")
        self._written[real_path(path)] = name
        typer.echo(f"wrote {path} ({self.spec.name}) from {name}: {found}")
        return 0

    def _path_for(self, name: str) -> Path:
        """Return where the text goes; in a folder under the input's own name, without the ending of any format."""
        assert self.target is not None
        if not self.is_folder:
            return self.target
        stem = "stdin" if name == STANDARD_INPUT else _stem(Path(name).name)
        return self.target / f"{stem}{self.spec.suffixes[0]}"

    def _find_problem(self, path: Path) -> str:
        """Say what speaks against writing there; "" if nothing does."""
        from argmap.model.real_path import real_path

        real = real_path(path)
        if real in self._sources:
            return f"{path} is one of the inputs"
        if real in self._written:
            return f"{path} was made from {self._written[real]}"
        if self.is_folder and path.is_symlink():
            return f"{path} is a link to another place"
        return ""


def _stem(name: str) -> str:
    """Return a file's name without the longest ending that a format has, else without its last ending."""
    from argmap.formats import all_specs

    endings = sorted({suffix for spec in all_specs() for suffix in spec.suffixes}, key=lambda end: (-len(end), end))
    for ending in endings:
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return Path(name).stem or name


def _fail(message: str) -> int:
    typer.echo(f"argmap: {message}", err=True)
    return 2


def _summarise(codes: Sequence[int]) -> None:
    kept_back, failed = codes.count(1), codes.count(2)
    told = [f"{codes.count(0)} of {len(codes)} files converted"]
    if kept_back:
        told.append(f"{kept_back} kept back by --strict")
    if failed:
        told.append(f"{failed} with problems")
    typer.echo(f"argmap: {', '.join(told)}", err=True)


@contextmanager
def _progress(count: int) -> Iterator[Any]:
    """Show how many files are done, on a terminal only; gives a function to call after each."""
    if count < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("converting", total=count)
        yield lambda: progress.advance(task)
