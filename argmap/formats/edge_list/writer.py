"""The writer of edge lists: a row for each premise of each step, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from argmap.formats.edge_list.columns import COLUMNS, guard
from argmap.formats.losses import name_ids
from argmap.formats.steps import Step, end_of, steps_of
from argmap.model import AnyClaim, ArgumentMap, Inference


def write_edge_list(argument_map: ArgumentMap) -> str:
    """Return the map as CSV: a row for each claim, then one for each premise of each step.

    A cell that a spreadsheet would take for a formula begins with an apostrophe. O(n + m).
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    own = _own_columns(argument_map)
    writer.writerow([*COLUMNS, *(guard(name) for name in own)])
    for row in _rows(argument_map):
        cells = [row.get(name, "") for name in (*COLUMNS, *own)]
        writer.writerow([guard(str(cell)) for cell in cells])
    return stream.getvalue()


def _rows(argument_map: ArgumentMap) -> Iterator[Mapping[str, object]]:
    texts = {claim.id: claim.text for claim in reversed(argument_map.claims)}
    for claim in argument_map.claims:
        yield {"from": claim.id, "from_text": claim.text, "note": claim.note, **_others(claim)}
    for step in steps_of(argument_map):
        target = end_of(step)
        row: dict[str, object] = {
            "relation": "supports" if isinstance(step, Inference) else "attacks",
            "to": target,
            "to_text": texts.get(target, ""),
            "step": step.id,
            "weight": "" if step.weight is None else repr(step.weight),
            "note": step.note,
        }
        for premise in step.premises:
            yield {"from": premise, "from_text": texts.get(premise, ""), **row, **_others(step)}


def _others(element: AnyClaim | Step) -> Mapping[str, JsonValue]:
    """Return what the columns hold that are not argmap's."""
    own = element.extensions.get("csv")
    return {name: cell for name, cell in own.items() if name not in COLUMNS} if isinstance(own, dict) else {}


def _own_columns(argument_map: ArgumentMap) -> list[str]:
    elements = (*argument_map.claims, *steps_of(argument_map))
    return list(dict.fromkeys(name for element in elements for name in _others(element)))


def find_losses(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Tell what of a map an edge list cannot hold, beyond fields."""
    claims = {claim.id for claim in argument_map.claims}
    steps = steps_of(argument_map)
    ids = [claim.id for claim in argument_map.claims] + [step.id for step in steps]
    twice = [name for name, count in Counter(ids).items() if count > 1]
    changed = [c.id for c in argument_map.claims if "\r" in c.text + c.note] + [s.id for s in steps if "\r" in s.note]
    premises = [step.id for step in steps if set(step.premises) & {s.id for s in steps} - claims]
    told = (
        (twice, "csv cannot hold an id twice: {} become one element"),
        (changed, "csv holds line ends as LF: the CR in texts of {} become LF"),
        (premises, "csv takes a premise for a claim: {} start from steps"),
    )
    return tuple(sentence.format(name_ids(names)) for names, sentence in told if names)
