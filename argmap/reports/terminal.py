"""What is printed on a terminal: findings grouped by claim, rules as a table, pages. The only module with rich."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from argmap.checks import RuleEntry
from argmap.model import Finding, Severity
from argmap.model.printable import one_line, printable
from argmap.reports.checked_file import CheckedFile
from argmap.reports.groups import Group, element_texts, group_by_claim
from argmap.reports.rule_list import COLUMNS, rule_cells
from argmap.reports.text import SEVERITY_WORDS, excerpt, summary

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_WIDEST = 120
_WIDE_TABLE = 110
_MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class _Marks:
    """The signs that begin a line: one for each severity, one for how to mend it, one for evidence."""

    icons: Mapping[Severity, str]
    fix: str
    evidence: str


_MARKS = _Marks({Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}, "→", "·")
_ASCII_MARKS = _Marks({Severity.ERROR: "x", Severity.WARNING: "!", Severity.INFO: "-"}, "->", "-")


def print_findings(files: Sequence[CheckedFile], console: Console | None = None) -> None:
    """Print the open findings, those about one claim together, then what was skipped and a summary.

    Args:
        files: what came of reading and checking them.
        console: where to print; the terminal if it is left out.
    """
    console = console or _console()
    marks = _ASCII_MARKS if console.options.ascii_only else _MARKS
    for file in files:
        rows = _Rows(file, element_texts(file.map), marks)
        for group in group_by_claim(file.map, file.open_findings):
            console.print(_heading(file, group))
            for finding, following in zip_longest(group.findings, group.findings[1:]):
                has_place = following is None or following.place != finding.place
                console.print(rows.row(finding, has_place=has_place))
            console.print()
        for code, reason in file.skipped:
            console.print(_plain(f"skipped {code}: {reason}", "dim"))
        console.print(_summary(file))


def print_rules(entries: Sequence[RuleEntry], console: Console | None = None) -> None:
    """Print the rules as a table.

    Args:
        entries: the rules.
        console: where to print; the terminal if it is left out.
    """
    from rich.table import Table

    console = console or _console()
    is_wide = console.width >= _WIDE_TABLE
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for column in COLUMNS if is_wide else COLUMNS[:-1]:
        table.add_column(column, no_wrap=is_wide and column != COLUMNS[-1])
    for family, members in groupby(entries, lambda entry: entry.family):
        table.add_row()
        table.add_row(_plain(family.prefix, "bold cyan"), _plain(family.title, "bold cyan"))
        for entry in members:
            table.add_row(*_cells(entry, is_wide=is_wide))
    console.print(table)


def print_page(page: str, console: Console | None = None) -> None:
    """Print a Markdown page.

    Args:
        page: the page.
        console: where to print; the terminal if it is left out.
    """
    from rich.markdown import Markdown

    (console or _console()).print(Markdown(page))


def _console() -> Console:
    from rich.console import Console

    console = Console(highlight=False)
    console.width = min(console.width, _WIDEST)  # lines that are longer than this are hard to read
    return console


def _heading(file: CheckedFile, group: Group) -> Text:
    from rich.text import Text

    if group.element is not None:
        return Text.assemble((f"[{printable(group.element)}]", "bold cyan"), " ", (one_line(group.text), "bold"))
    if file.map is None:
        return Text("The file", "bold")
    return Text.assemble(("The map", "bold cyan"), " ", (one_line(file.map.title), "bold"))


@dataclass(frozen=True, slots=True)
class _Rows:
    """How the findings of one file are shown."""

    file: CheckedFile
    texts: Mapping[str, str]
    marks: _Marks

    def row(self, finding: Finding, *, has_place: bool) -> RenderableType:
        """Return a finding: its severity and its code, and beside them what it says.

        Args:
            finding: the finding.
            has_place: False if the next finding stands in the same place, and shows it for both.
        """
        from rich.console import Group as Lines
        from rich.padding import Padding
        from rich.table import Table

        severity = finding.severity
        row = Table.grid(padding=(0, 2, 0, 0))
        row.add_column(width=9, no_wrap=True)
        row.add_column(width=6, no_wrap=True)
        row.add_column()
        word = _plain(f"{self.marks.icons[severity]} {SEVERITY_WORDS[severity]}", _STYLES[severity])
        lines = list(self._lines(finding))
        if finding.place and has_place:
            lines.append(_plain(str(finding.place), "dim"))
        row.add_row(word, _plain(finding.code, "bold"), Lines(*lines))
        return Padding(row, (0, 0, 0, 2))

    def _lines(self, finding: Finding) -> Iterator[Text]:
        yield _with_ids(finding.message)
        if finding.fix:
            yield _with_ids(f"{self.marks.fix} {finding.fix}", "green")
        for line in excerpt(self.file, finding):
            yield _plain(line, "dim", no_wrap=True)
        yield from self._evidence(finding)

    def _evidence(self, finding: Finding) -> Iterator[Text]:
        """Yield what the claims say that show the finding and that its words do not name."""
        said = f"{finding.message} {finding.fix} [{finding.element}]"
        ids = [e for e in dict.fromkeys(finding.evidence) if e in self.texts and f"[{e}]" not in said]
        for element_id in ids[:_MOST_EVIDENCE]:
            text = f"{self.marks.evidence} [{element_id}] {one_line(self.texts[element_id])}"
            yield _plain(text, "dim", no_wrap=True)
        if len(ids) > _MOST_EVIDENCE:
            yield _plain(f"{self.marks.evidence} and {len(ids) - _MOST_EVIDENCE} more", "dim")


def _cells(entry: RuleEntry, *, is_wide: bool) -> Sequence[Text]:
    """Return the cells of a rule; where there is no room for what it finds, that stands below the name."""
    from rich.text import Text

    code, name, *between, what = rule_cells(entry)
    if is_wide:
        return [_plain(code), _plain(name), *map(_plain, between), _plain(what)]
    return [_plain(code), Text.assemble(printable(name), "\n", (printable(what), "dim")), *map(_plain, between)]


def _summary(file: CheckedFile) -> Text:
    from rich.text import Text

    worst = min((finding.severity for finding in file.open_findings), key=lambda severity: severity.rank, default=None)
    style = _STYLES[worst] if worst else "green"
    return Text.assemble(f"{printable(file.name)}: ", (summary(file), style))


def _with_ids(text: str, style: str = "") -> Text:
    """Return the text with the ids in it set off."""
    shown = _plain(text, style)
    shown.highlight_regex(r"\[[^\s\[\]]+\]", "cyan")
    return shown


def _plain(text: str, style: str = "", *, no_wrap: bool = False) -> Text:
    """Return the text as it is: neither control characters nor rich's own markup do anything."""
    from rich.text import Text

    return Text(printable(text), style, no_wrap=no_wrap, overflow="ellipsis" if no_wrap else "fold")
