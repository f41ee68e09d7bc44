"""What commands read: maps, standard input, texts of sources, configuration."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.checks import Config
    from argmap.formats import LoadResult
    from argmap.model import ArgumentMap

STANDARD_INPUT = "-"
_MOST_TEXT = 20_000_000

MapArgument = Annotated[
    str,
    typer.Argument(metavar="MAP", help="A file of any format that `argmap formats` lists; - reads standard input."),
]
MapArguments = Annotated[
    list[str], typer.Argument(metavar="MAP...", help="One or more map files; - reads standard input.")
]
TextOption = Annotated[
    list[str] | None,
    typer.Option(
        "--text", metavar="[SOURCE=]FILE", help="The text of the article, or of the source that is named before the =."
    ),
]
SchemesOption = Annotated[
    list[str] | None,
    typer.Option("--schemes", metavar="FILE", help="A file with more argumentation schemes; may be repeated."),
]
ConfigOption = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Configuration; else the nearest argmap.toml or pyproject.toml."),
]


def read_map(name: str, format_name: str | None = None) -> LoadResult:
    """Return what comes of reading the file, or standard input, in the format that its content says.

    Raises:
        OSError: the file cannot be opened.
    """
    from argmap.formats import read, read_stream

    if name == STANDARD_INPUT:
        return read_stream(standard_input(), "<stdin>", format_name)
    return read(name, format_name)


def refuse_foreign(file: str, format_name: str, why: str, does: str) -> None:
    """Refuse a file that is not of argmap's own format, for a command that changes files in place.

    Args:
        file: the file, as messages name it.
        format_name: its format.
        why: what tells the format.
        does: what the command does to files, as "fmt lays out".

    Raises:
        typer.Exit: the file is of another format; the code is 2.
    """
    from argmap.formats import NATIVE

    if format_name and format_name not in NATIVE:
        fix = f"make one: argmap convert {file} NAME.argmap.yaml"
        found = f"found the format {format_name} ({why})"
        typer.echo(f"argmap: {file}: {found}, {does} only argmap's own files ({fix})", err=True)
        raise typer.Exit(2)


def standard_input() -> BinaryIO:
    """Return standard input as a stream of bytes.

    Raises:
        typer.BadParameter: standard input is closed.
    """
    if sys.stdin is None:
        raise typer.BadParameter("standard input is closed")
    return sys.stdin.buffer


def require_map(name: str) -> tuple[ArgumentMap, LoadResult]:
    """Return the map in the file; what could not be read of it is told on standard error.

    Raises:
        typer.Exit: the file gives no map; the code is 2.
    """
    result = read_map(name)
    for finding in result.findings:
        typer.echo(str(finding), err=True)
    if result.map is None:
        raise typer.Exit(2)
    return result.map, result


def read_texts(options: Sequence[str] | None, argument_map: ArgumentMap | None) -> dict[str, str]:
    """Return the texts that `--text` names, by the id of their source; "" is the article of a map that names none.

    Raises:
        OSError: a file cannot be opened.
        typer.BadParameter: a file is not UTF-8 text, or a source is named that the map does not have.
    """
    texts: dict[str, str] = {}
    known = {source.id for source in argument_map.sources} if argument_map else set()
    for option in options or ():
        source_id, equals, file = option.partition("=")
        if not equals or (source_id not in known and Path(option).exists()):
            source_id, file = (argument_map.article if argument_map else None) or "", option
        elif argument_map and source_id not in known:
            raise typer.BadParameter(f"{option}: no source [{source_id}] in the map")
        try:
            texts[source_id] = _read_text(Path(file))
        except UnicodeDecodeError as error:
            raise typer.BadParameter(
                f"{file}: expected UTF-8 text, found the byte 0x{error.object[error.start]:02X}"
            ) from None
    return texts


def _read_text(path: Path) -> str:
    with path.open("rb") as stream:
        content = stream.read(_MOST_TEXT + 1)
    if len(content) > _MOST_TEXT:
        raise typer.BadParameter(f"{path}: found more than {_MOST_TEXT // 10**6} MB, expected the text of one article")
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def read_config(option: str | None, map_name: str) -> Config | None:
    """Return the configuration that the option names, or the one nearest to the map.

    Raises:
        ConfigError: the configuration is not well formed.
        OSError: the file that the option names cannot be opened.
    """
    from argmap.checks import find_config, load_config
    from argmap.model.real_path import real_path

    if option is not None:
        return load_config(Path(option))
    folder = Path.cwd() if map_name == STANDARD_INPUT else real_path(map_name).parent
    found = find_config(folder)
    return None if found is None else load_config(found)
