"""The reader of edge lists: rows of a spreadsheet to claims, inferences and attacks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.formats.assembly import Assembly, Position, extension, shown
from argmap.formats.edge_list.columns import DELIMITERS, find_columns, unguard
from argmap.formats.notices import Notice
from argmap.formats.relations import ATTACKS, SUPPORTS, as_word
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError

_MOST_HEADER = 4096
_Row = tuple[int, list[str]]


@dataclass
class _Step:
    """What the rows of one step say."""

    is_attack: bool
    target: str
    line: int
    premises: list[str] = field(default_factory=list)
    weight: float | None = None
    note: str = ""


def read_edge_list(text: str, file: str = "<text>") -> LoadResult:
    r"""Return the map of an edge list.

    The first row names the columns: both ends of the edge (`from` and `to`, or usual words for them), and, if there are
    such, `relation`, `from_text` and `to_text`, `step`, `weight` and `note`. Where there are no columns of texts the
    ends are the texts. Rows with the same `step` are one step with linked premises; an edge may lead to a step. Columns
    with other names are kept as extensions of what their rows say.

    Args:
        text: the content of a file, with LF line ends.
        file: its name, as places show it.

    Examples:
        >>> found = read_edge_list("from,to,relation\nIt rains,The street is wet,supports\n")
        >>> [claim.text for claim in found.map.claims]
        ['It rains', 'The street is wet']
    """
    reading = _Reading(text, file)
    try:
        reading.read(text)
    except SyntaxProblemError as problem:
        return reading.assembly.nothing(problem.finding)
    return reading.assembly.result()


def recognise_edge_list(text: str) -> str:
    """Tell why a text is an edge list; "" if it is none."""
    delimiter, columns = _find_header(text)
    if not columns:
        return ""
    return f"a first row with `{'` and `'.join(sorted(columns, key=columns.__getitem__)[:3])}`" if delimiter else ""


def _find_header(text: str) -> tuple[str, dict[str, int]]:
    """Return what stands between the cells and which columns the first row names."""
    first = text[:_MOST_HEADER].lstrip("\n").partition("\n")[0]
    best: tuple[str, dict[str, int]] = ("", {})
    for delimiter in DELIMITERS:
        columns = find_columns([cell.strip().strip('"') for cell in first.split(delimiter)])
        if len(columns) > len(best[1]):
            best = (delimiter, columns)
    return best


class _Reading:
    def __init__(self, text: str, file: str) -> None:
        self.assembly = Assembly(text, file)
        self.delimiter, self.columns = _find_header(text)
        self.has_texts = bool({"from_text", "to_text"} & self.columns.keys())
        self.texts: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.steps: dict[str, _Step] = {}
        self.others: dict[str, dict[str, str]] = {}
        self.other_columns: dict[int, str] = {}
        self._last_step = ""

    def read(self, text: str) -> None:
        if not self.columns:
            self._assume_columns(text)
        elif self.delimiter != ",":
            self.assembly.inform(Notice.ASSUMED, f"the cells were read as separated by {DELIMITERS[self.delimiter]}")
        for line, cells in self._rows(text):
            if any(cell.strip() for cell in cells):
                self._add_row(line, cells)
                self.assembly.expect(len(self.texts) + len(self.steps), (line, 1))
        self._build()

    def _assume_columns(self, text: str) -> None:
        first = text.lstrip("\n").partition("\n")[0]
        self.delimiter = max(DELIMITERS, key=first.count)
        if not first.count(self.delimiter):
            message = "found no columns for both ends of an edge, expected a first row such as `from,to,relation`"
            self.assembly.problem(Notice.SYNTAX, message, (1, 1))
        else:
            message = "found no names of columns, the first three were read as from, to and relation"
            self.assembly.remark(Notice.ASSUMED, message, (1, 1), "name them in the first row: from,to,relation")
            self.columns = {"from": 0, "to": 1, "relation": 2}

    def _rows(self, text: str) -> Iterator[_Row]:
        """Yield each row with the line where it starts, without the one that names the columns."""
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter, strict=True)
        line, has_header = 1, bool(_find_header(text)[1])
        while True:
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                fix = "look at the quotation marks"
                self.assembly.problem(Notice.SYNTAX, f"the row cannot be read: {error}", (line, 1), fix)
                return
            if has_header and any(cell.strip() for cell in cells):
                has_header = False
                self._note_other_columns(cells, line)
            else:
                yield line, cells
            line = rows.line_num + 1

    def _note_other_columns(self, cells: list[str], line: int) -> None:
        known = set(self.columns.values())
        others = {number: unguard(cell.strip()) for number, cell in enumerate(cells) if number not in known}
        self.other_columns = {number: name for number, name in others.items() if name}
        if self.other_columns:
            names = ", ".join(f"`{shown(name)}`" for name in self.other_columns.values())
            self.assembly.inform(Notice.SET_ASIDE, f"the columns {names} are kept as extensions", (line, 1))

    def _cell(self, cells: list[str], name: str) -> str:
        number = self.columns.get(name)
        return "" if number is None or number >= len(cells) else unguard(cells[number])

    def _add_row(self, line: int, cells: list[str]) -> None:
        source = self._add_end(cells, "from", line)
        target, word = self._cell(cells, "to").strip(), self._cell(cells, "relation")
        relation = as_word(word)
        own = {name: unguard(cells[n]) for n, name in self.other_columns.items() if n < len(cells) and cells[n]}
        if not source:
            self.assembly.problem(Notice.MISSING_FIELD, "the row has nothing that the edge starts from", (line, 1))
        elif not target:
            self._add_claim_row(source, cells, line, own)
        elif relation not in SUPPORTS | ATTACKS and (relation or "relation" in self.columns):
            fix = "write supports or attacks"
            found = f'found the relation "{shown(word)}", expected one that supports or attacks'
            self.assembly.problem(Notice.UNEXPECTED_VALUE, found, (line, 1), fix)
            self._add_end(cells, "to", line)
        else:
            self._add_edge(source, self._add_end(cells, "to", line), relation in ATTACKS, cells, line)
            self.others.setdefault(self._last_step, {}).update(own)

    def _add_claim_row(self, source: str, cells: list[str], line: int, own: dict[str, str]) -> None:
        self.texts.setdefault(source, "")
        self.lines.setdefault(source, line)
        self.others.setdefault(source, {}).update(own)
        if note := self._cell(cells, "note"):
            self.others[source]["note"] = note

    def _add_end(self, cells: list[str], end: str, line: int) -> str:
        """Take note of an end of an edge; return its id, "" if the cell is empty."""
        cell, text = self._cell(cells, end).strip(), self._cell(cells, f"{end}_text")
        if not cell:
            cell = text.strip()
        if not cell:
            return ""
        end_id = self.assembly.id_for(cell)
        told = text if self.has_texts else cell
        if told or not self.has_texts:
            self.lines.setdefault(end_id, line)
            known = self.texts.setdefault(end_id, told) or told
            self.texts[end_id] = known
            if known != told:
                message = f"[{end_id}] has two texts, and the first was read"
                self.assembly.remark(Notice.UNEXPECTED_VALUE, message, (line, 1), "write one of them in all rows")
        return end_id

    def _add_edge(self, source: str, target: str, is_attack: bool, cells: list[str], line: int) -> None:
        name = self._cell(cells, "step").strip()
        step_id = self.assembly.id_for(name) if name else self.assembly.id_for(f"{'a' if is_attack else 'i'}-{line}")
        step = self.steps.setdefault(step_id, _Step(is_attack, target, line))
        self._last_step = step_id
        if (step.is_attack, step.target) != (is_attack, target):
            message = f"step [{step_id}] has two relations or two ends, and the first was read"
            self.assembly.problem(Notice.UNEXPECTED_VALUE, message, (line, 1), "give one of them another name")
            return
        step.premises.append(source)
        step.note = step.note or self._cell(cells, "note")
        if weight := self._cell(cells, "weight").strip().replace(",", "."):
            self._add_weight(step, weight, line)

    def _add_weight(self, step: _Step, cell: str, line: int) -> None:
        try:
            weight = float(cell)
        except ValueError:
            weight = -1.0
        if 0 <= weight <= 1:
            step.weight = weight
        else:
            message = f'found the weight "{shown(cell)}", expected a number from 0 to 1'
            self.assembly.problem(Notice.UNEXPECTED_VALUE, message, (line, 1))

    def _build(self) -> None:
        if "relation" not in self.columns and self.steps:
            self.assembly.inform(Notice.ASSUMED, "found no column `relation`: every edge was read as a reason")
        for claim_id, text in self.texts.items():
            if claim_id in self.steps:
                continue
            fields = self.others.get(claim_id, {})
            note = fields.pop("note", "")
            own = extension("csv", fields)
            self.assembly.claim(text, self._place(claim_id), id=claim_id, note=note, extensions=own)
        for step_id, step in self.steps.items():
            add = self.assembly.attack if step.is_attack else self.assembly.support
            own = extension("csv", self.others.get(step_id, {}))
            position = (step.line, 1)
            add(step.target, step.premises, position, id=step_id, weight=step.weight, note=step.note, extensions=own)

    def _place(self, claim_id: str) -> Position:
        return (self.lines.get(claim_id, 1), 1)
