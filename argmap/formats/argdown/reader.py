"""The reader of Argdown: text to a map, with every problem in one run."""

from __future__ import annotations

import pathlib
from functools import partial
from typing import Any, Literal

from argmap.formats.argdown.debate import Debate, understand
from argmap.formats.argdown.document import Data, Document
from argmap.formats.argdown.include import include_files
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.problems import Places, Problems
from argmap.formats.argdown.silences import note_silences
from argmap.formats.argdown.supplement import OWN, merge, titles_to_ids
from argmap.formats.argdown.to_map import NAMESPACE, MapFields, to_map
from argmap.formats.native.reader import VERSION, read_document
from argmap.formats.native.shape import Shape
from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.text import normalise
from argmap.model import Path, Place, Positions, SourceMap
from argmap.model.collector import collector_paused

Mode = Literal["loose", "strict"]


def read(
    text: str, name: str = "<text>", *, mode: Mode | None = None, include: str | pathlib.Path | None = None
) -> LoadResult:
    r"""Read a map from Argdown text.

    Args:
        text: the content of a file.
        name: the name of the file, as places show it.
        mode: how relations between statements are read: loose, as reasons for and against, or strict, as entailment
            and contrariness; left out, as the front matter says, else loose.
        include: a folder within which `@include(path)` may name files; left out, nothing is included.

    Returns:
        The map, its source map and what was noticed. The map has all that could be read, whatever else is wrong.

    Examples:
        >>> result = read("[wet]: The street is wet.\n  <+ [rain]: It has rained.")
        >>> [(step.premises, step.conclusion) for step in result.map.inferences]
        [(('rain',), 'wet')]
    """
    with collector_paused():
        return _read(_without_surrogates(normalise(text)), name, mode, include)


def _read(text: str, name: str, mode: Mode | None, include: str | pathlib.Path | None) -> LoadResult:
    if not text.strip():
        finding = notice(Notice.UNREADABLE, "the file is empty", "start with a statement").at(Place(name, 1, 1))
        return LoadResult(None, SourceMap(name, text, _no_positions), (finding,))
    included = include_files(text, name, include)
    problems = Problems(included.places)
    included.note(problems)
    document = parse(included.text, problems)
    front_matter = document.front_matter or {}
    debate = understand(document, is_strict=(mode or mode_of(front_matter)) == "strict")
    note_silences(debate, problems)
    own = front_matter.get(OWN)
    supplement: Data = own if isinstance(own, dict) else {}
    drawn = to_map(debate, problems, titles_to_ids(supplement))
    fields, starts = merge(_fields(debate, drawn), drawn.starts, supplement)
    positions = partial(_positions, starts=starts, places=included.places)
    return read_document(Shape(fields), SourceMap(name, text, positions), list(problems.findings))


def mode_of(front_matter: Data) -> Mode:
    """Return the mode that the front matter sets, else loose."""
    model = front_matter.get("model")
    return "strict" if isinstance(model, dict) and model.get("mode") == "strict" else "loose"


def _fields(debate: Debate, drawn: MapFields) -> dict[str, Any]:
    fields: dict[str, Any] = {"argmap": VERSION}
    kept: Data = {}
    front_matter = {name: value for name, value in (debate.document.front_matter or {}).items() if name != OWN}
    if isinstance(front_matter.get("title"), str):
        fields["title"] = front_matter.pop("title")
    if front_matter:
        kept["front_matter"] = front_matter
    if debate.document.sections:
        kept["sections"] = _sections(debate.document)
    if kept:
        fields["extensions"] = {NAMESPACE: kept}
    fields["claims"], fields["inferences"], fields["attacks"] = drawn.claims, drawn.inferences, drawn.attacks
    return fields


def _sections(document: Document) -> list[Data]:
    return [
        {
            "level": section.level,
            "title": section.title,
            **({"markup": section.markup} if section.markup else {}),
            **({"tags": list(section.tags)} if section.tags else {}),
            **({"data": section.data} if section.data else {}),
        }
        for section in document.sections
    ]


def _positions(_: str, starts: dict[str, list[int]], places: Places) -> Positions:
    found: dict[Path, tuple[int, int]] = {
        (section, number): places.position(offset)
        for section, offsets in starts.items()
        for number, offset in enumerate(offsets)
        if offset >= 0
    }
    return Positions(found, found)


def _no_positions(_: str) -> Positions:
    return Positions({}, {})


def _without_surrogates(text: str) -> str:
    """Return the text with a replacement character for each half of a pair, which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text
