"""`argmap rules`: the list of rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from argmap.cli.check import Codes
from argmap.cli.why import FormatOption, OutputFormat

if TYPE_CHECKING:
    from argmap.checks import RuleEntry

SETTINGS: dict[str, Any] = {
    "name": "rules",
    "epilog": "Examples: `argmap rules` · `argmap rules --select SUP,ATK` · `argmap rules --format json`",
}


def command(
    select: Codes = None,
    output: FormatOption = OutputFormat.TEXT,
) -> None:
    """List the rules, those of plugins too, and what is noticed while a file is read."""
    from argmap.cli.output import is_terminal
    from argmap.reports import print_rules, rules_as_json, rules_as_text

    entries = _select(select)
    if output is OutputFormat.JSON:
        typer.echo(rules_as_json(entries), nl=False)
    elif is_terminal():
        print_rules(entries)
    else:
        typer.echo(rules_as_text(entries), nl=False)


def _select(select: Sequence[str] | None) -> list[RuleEntry]:
    """Return the entries that codes or prefixes stand for; the codes of what readers notice are no rules."""
    from argmap.checks import select_codes
    from argmap.cli.checking import read_codes
    from argmap.reports import rule_entries

    entries = rule_entries()
    codes = read_codes(select)
    if codes is None:
        return list(entries)
    wanted: set[str] = set()
    for code in codes:
        noticed = {entry.code for entry in entries if entry.code.startswith(code.upper()) and not entry.profiles}
        wanted |= noticed or select_codes([code])
    return [entry for entry in entries if entry.code in wanted]
