"""`argmap explain`: what a rule looks for and why."""

from __future__ import annotations

from typing import Annotated, Any

import typer

SETTINGS: dict[str, Any] = {"name": "explain", "epilog": "Example: `argmap explain SUP001`"}


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a rule, for example SUP001.")],
) -> None:
    """Print a rule's page: what it finds, why that matters, examples, options, source."""
    from argmap.checks import explain
    from argmap.cli.output import is_terminal
    from argmap.formats import NOTICES, Notice
    from argmap.reports import print_page

    if code.upper() in set(Notice):
        about = NOTICES[Notice(code.upper())]
        noticed = f"It is noticed while a file is read or written, as {about.severity} at the gravest."
        page = f"# {code.upper()} {about.name}\n\n{about.meaning} {noticed}\n"
    else:
        page = explain(code)
    if is_terminal():
        print_page(page)
    else:
        typer.echo(page.rstrip("\n"))
