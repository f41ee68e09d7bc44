"""Labels as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.graph import ArgumentGraph
from argmap.model.printable import one_line
from argmap.reports.json_text import dump_json
from argmap.semantics import Change, ElementLabel, Label, Labels

COLUMNS = ("id", "type", "label", "reason", "rank", "before", "text")


def labels_as_text(labels: Labels, changes: Mapping[str, Change]) -> str:
    """Return a line for each main claim and each element whose label changes, then how many there are of each label.

    Args:
        labels: the labels.
        changes: what they change against the labels of the map as it stands; see `Labels.compare`.
    """
    graph = labels.compilation.graph
    lines = [_line(graph, claim_id, labels[claim_id]) for claim_id in graph.main_claims]
    if changes:
        lines += ["", "changed:"]
        lines += [
            f"{_line(graph, element_id, labels[element_id])} (was {change.before})"
            for element_id, change in changes.items()
        ]
    lines += ["", _counts(labels)]
    return "\n".join(lines).lstrip("\n") + "\n"


def all_labels_as_text(labels: Labels) -> str:
    """Return a line for each element, in the order of the file, then how many there are of each label."""
    graph = labels.compilation.graph
    lines = [_line(graph, element_id, element) for element_id, element in labels.items()]
    return "\n".join([*lines, "", _counts(labels)]) + "\n"


def labels_as_json(labels: Labels, changes: Mapping[str, Change]) -> str:
    """Return the labels as a JSON object.

    It has `stance`, `standard` (of all claims, or null), `accept`, `reject`, `main` (ids), and `elements`: a list of
    objects with `id`, `type` (claim, inference or attack), `label`, `reason`, `rank`, `before` (the label without what
    is accepted and rejected) and `text` (of claims).
    """
    reading = labels.compilation.reading
    document = {
        "stance": reading.stance.value,
        "standard": None if reading.standard is None else reading.standard.value,
        "accept": sorted(reading.accept),
        "reject": sorted(reading.reject),
        "main": list(labels.compilation.graph.main_claims),
        "elements": list(_rows(labels, changes)),
    }
    return dump_json(document)


def labels_as_csv(labels: Labels, changes: Mapping[str, Change]) -> str:
    """Return the labels as CSV (RFC 4180) with a header: id, type, label, reason, rank, before, text.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(labels, changes):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return stream.getvalue()


def _rows(labels: Labels, changes: Mapping[str, Change]) -> Iterator[dict[str, Any]]:
    graph = labels.compilation.graph
    for element_id, element in labels.items():
        claim = graph.claims.get(element_id)
        yield {
            "id": element_id,
            "type": graph.type_of(element_id) if claim is None else "claim",
            "label": element.label.value,
            "reason": element.reason.value,
            "rank": element.rank,
            "before": (changes[element_id].before if element_id in changes else element.label).value,
            "text": "" if claim is None else claim.text,
        }


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _line(graph: ArgumentGraph, element_id: str, element: ElementLabel) -> str:
    claim = graph.claims.get(element_id)
    about = one_line(claim.text) if claim else str(graph.type_of(element_id))
    return f"{element.label:<9} {element.reason:<11} [{element_id}] {about}".rstrip()


def _counts(labels: Labels) -> str:
    counts = Counter(element.label for element in labels.values())
    return ", ".join(f"{counts[label]} {label}" for label in Label)
