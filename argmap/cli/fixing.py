"""`argmap check --fix`: files with the fixes made that their findings propose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from argmap.cli.inputs import STANDARD_INPUT, refuse_foreign, standard_input

if TYPE_CHECKING:
    from argmap.checks import Proposal
    from argmap.cli.checking import CheckOptions
    from argmap.reports import CheckedFile

FixOption = Annotated[bool, typer.Option("--fix", help="Make the fixes that are safe; see also --diff.")]
DiffOption = Annotated[
    bool, typer.Option("--diff", help="Write nothing; print what --fix would change, and exit with 1 if anything.")
]
UnsafeOption = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Make also fixes that are guesses, or that take something out.")
]


@dataclass(frozen=True)
class FixedFile:
    """What came of fixing one file; nothing is written yet.

    Attributes:
        name: the file as the command line names it.
        before: its text.
        after: the text with the fixes made.
        checked: what the rules find in the text after.
        made: the fixes, in the order in which they were made.
        refused: why fixes could not be made in this text, with how many there are of each reason.
    """

    name: str
    before: str
    after: str
    checked: CheckedFile
    made: tuple[Proposal, ...] = ()
    refused: Counter[str] | None = None

    def report(self, done: str) -> None:
        """Say on standard error what was fixed, in the words of `done`, and what could not be."""
        shown = self.checked.name
        for finding, fix in self.made:
            about = f" [{finding.element}]" if finding.element is not None else ""
            typer.echo(f"{shown}: {done} {finding.code}{about}: {fix.title}", err=True)
        for reason, count in sorted((self.refused or Counter()).items()):
            typer.echo(f"{shown}: {count} fix{'' if count == 1 else 'es'} not made: {reason}", err=True)


def fix_file(name: str, *, unsafe: bool, **options: Unpack[CheckOptions]) -> FixedFile:
    """Make the fixes of a file's findings, in rounds, until there is none left that can be made.

    Args:
        name: the file, or `-` for standard input.
        unsafe: make also those that are not safe.
        **options: what to check.

    Raises:
        OSError: the file cannot be opened.
    """
    from argmap.checks import MOST_ROUNDS, choose
    from argmap.cli.checking import check_loaded
    from argmap.formats import read_bytes, read_text
    from argmap.formats.text import MOST_BYTES

    shown = "<stdin>" if name == STANDARD_INPUT else name
    with standard_input() if name == STANDARD_INPUT else Path(name).open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    loaded = read_bytes(content, shown)
    refuse_foreign(shown, loaded.format, loaded.why, "--fix changes")
    checked = check_loaded(loaded, name, **options)
    if checked.map is None:
        return FixedFile(name, "", "", checked)
    before = text = content.decode()
    made: list[Proposal] = []
    refused: dict[tuple[str, str], str] = {}
    for _ in range(MOST_ROUNDS):
        proposals = choose(checked.findings, unsafe=unsafe, refused=refused.keys())
        if not proposals:
            break
        text, done, reasons = _make(text, shown, proposals)
        made += done
        refused |= reasons
        if done:
            checked = check_loaded(read_text(text, shown), name, **options)
    return FixedFile(name, before, text, checked, tuple(made), Counter(refused.values()))


def write_fixed(fixed: FixedFile) -> None:
    """Put the fixed text in the place of the file, or print that of standard input; say what was fixed."""
    from argmap.model.atomic import write_atomically

    if fixed.name == STANDARD_INPUT:
        typer.echo(fixed.after, nl=False)
    elif fixed.after != fixed.before:
        write_atomically(fixed.name, fixed.after.encode())
    fixed.report("fixed")


def print_fixes(names: Sequence[str], *, unsafe: bool, **options: Unpack[CheckOptions]) -> int:
    """Print what fixing would change; return 1 if anything would, 2 if a file gives no map, else 0."""
    from argmap.cli.output import print_diff

    fixed = [fix_file(name, unsafe=unsafe, **options) for name in names]
    for file in fixed:
        print_diff(file.checked.name, file.before, file.after, "fixed")
        file.report("would fix")
        if file.checked.map is None:
            for finding in file.checked.findings:
                typer.echo(str(finding), err=True)
    if any(file.checked.map is None for file in fixed):
        return 2
    return int(any(file.before != file.after for file in fixed))


def _make(
    text: str, name: str, proposals: Sequence[Proposal]
) -> tuple[str, list[Proposal], dict[tuple[str, str], str]]:
    """Return the text with the fixes made that can be, these fixes, and the reasons of those that cannot be.

    If the text does not allow all of them, those of each half are tried by themselves, and so on.
    """
    from argmap.checks import edits_of
    from argmap.formats import edit_text
    from argmap.model import EditError

    try:
        return edit_text(text, name, list(edits_of(proposals))), list(proposals), {}
    except EditError as error:
        if len(proposals) == 1:
            return text, [], {proposals[0].key: error.reason}
    middle = len(proposals) // 2
    changed, first, refused = _make(text, name, proposals[:middle])
    _, second, refused_too = _make(text, name, proposals[middle:])
    refused |= refused_too
    together = [*first, *second]
    try:
        return edit_text(text, name, list(edits_of(together))), together, refused
    except EditError:  # one half now, the other in the next round
        return changed, first, refused
