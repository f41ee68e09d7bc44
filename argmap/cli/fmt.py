"""`argmap fmt`: make the layout of files even."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.inputs import STANDARD_INPUT, MapArguments, refuse_foreign, standard_input

SETTINGS: dict[str, Any] = {
    "name": "fmt",
    "epilog": "Examples: `argmap fmt essay.argmap.yaml` · `argmap fmt --check *.argmap.yaml` · "
    "`argmap fmt --diff essay.argmap.yaml`",
}


def command(
    maps: MapArguments,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")] = False,
) -> None:
    """Make the layout of map files even; comments, order and meaning stay."""
    from argmap.cli.output import print_diff

    changed = 0
    for name in maps:
        before, after = _format(name)
        changed += before != after
        if diff:
            print_diff(name, before, after, "formatted")
        elif name == STANDARD_INPUT and not check:
            typer.echo(after, nl=False)
        elif before != after:
            _report(name, after, write=not check)
    raise typer.Exit(int(changed > 0 and (check or diff)))


def _format(name: str) -> tuple[str, str]:
    """Return the text of the file as it is and as it should be."""
    from argmap.formats import format_text, recognise
    from argmap.formats.encodings import decode_any
    from argmap.formats.text import MOST_BYTES, decode_file, normalise

    shown = "<stdin>" if name == STANDARD_INPUT else name
    with standard_input() if name == STANDARD_INPUT else Path(name).open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    found = recognise(normalise(decode_any(content, shown).text), shown)
    if found.spec:
        refuse_foreign(shown, found.spec.name, found.why, "fmt lays out")
    text = decode_file(content, shown)
    return text, format_text(text, shown)


def _report(name: str, text: str, *, write: bool) -> None:
    from argmap.model.atomic import write_atomically

    if write:
        write_atomically(name, text.encode())
    typer.echo(f"{'formatted' if write else 'would format'} {name}")
