"""Formats told to people: the list, the page of one, and the table of the documentation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from argmap.formats.catalogue import all_specs
from argmap.formats.fields import all_fields
from argmap.formats.spec import FormatSpec


def format_list() -> str:
    """Return a line for each format: its name, whether it is read and written, and what it is."""
    rows = [(spec.name, _does(spec), spec.title) for spec in all_specs()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(f"{name:<{widths[0]}}  {does:<{widths[1]}}  {title}\n" for name, does, title in rows)


def format_page(spec: FormatSpec) -> str:
    """Return what there is to say of a format, as plain text."""
    held, lost = _by_section(spec.holds), _by_section(set(all_fields()) - spec.holds)
    lines = [
        f"{spec.name}: {spec.title}",
        f"{_does(spec)}; files end in {', '.join(spec.suffixes)}",
        "",
        "holds:",
        *(f"  {section}: {', '.join(fields)}" for section, fields in held.items()),
        "cannot hold:",
        *((f"  {section}: {', '.join(fields)}" for section, fields in lost.items()) if lost else ["  nothing is lost"]),
        "",
        spec.remarks,
        f"source: {spec.source}",
    ]
    return "\n".join(lines) + "\n"


def format_as_dict(spec: FormatSpec) -> dict[str, Any]:
    """Return what there is to say of a format, as values that JSON has."""
    return {
        "name": spec.name,
        "title": spec.title,
        "suffixes": list(spec.suffixes),
        "reads": spec.read is not None,
        "writes": spec.write is not None,
        "holds": [name for name in all_fields() if name in spec.holds],
        "loses": [name for name in all_fields() if name not in spec.holds],
        "remarks": spec.remarks,
        "source": spec.source,
    }


def formats_page() -> str:
    """Return the reference of all formats as Markdown: a table of them, then what each holds and loses."""
    lines = [
        "# Formats",
        "",
        "Every command and `am.load` read all of these; [how to convert](../how-to/convert.md) says how a format is",
        "told. `argmap formats NAME` prints what stands here of one. The fields are those of the",
        "[file format](file-format.md).",
        "",
        "| name | what it is | files end in | read | written |",
        "|---|---|---|---|---|",
    ]
    for spec in all_specs():
        suffixes = " ".join(f"`{suffix}`" for suffix in spec.suffixes)
        can = ["yes" if does else "no" for does in (spec.read, spec.write)]
        lines.append(f"| [{spec.name}](#{spec.name}) | {spec.title} | {suffixes} | {can[0]} | {can[1]} |")
    for spec in all_specs():
        lines += ["", *_section(spec)]
    return "\n".join(lines) + "\n"


def _section(spec: FormatSpec) -> list[str]:
    lost = _by_section(set(all_fields()) - spec.holds)
    lines = [f"## {spec.name}", "", f"{spec.title[0].upper()}{spec.title[1:]}. {spec.remarks}", ""]
    if lost:
        lines += ["| of | it holds | and cannot hold |", "|---|---|---|"]
        held = _by_section(spec.holds)
        for section in _by_section(all_fields()):
            cells = [", ".join(f"`{name}`" for name in fields.get(section, [])) for fields in (held, lost)]
            lines.append(f"| {section} | {cells[0] or 'nothing'} | {cells[1] or 'nothing'} |")
        lines.append("")
    else:
        lines += ["It holds all of a map.", ""]
    return [*lines, f"Source: {spec.source}"]


def _does(spec: FormatSpec) -> str:
    return " and ".join(word for word, can in (("reads", spec.read), ("writes", spec.write)) if can)


def _by_section(names: Collection[str]) -> dict[str, list[str]]:
    """Return fields by section, in their order; those of the map itself under `map`."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in all_fields():
        if name in names:
            section, dot, field = name.partition(".")
            found[section if dot else "map"].append(field or section)
    return found
