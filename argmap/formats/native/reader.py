"""The reader of the native format: text to a map, with every problem in one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import partial
from typing import Any

from pydantic import ValidationError

from argmap.formats.json_tree import json_positions, parse_json
from argmap.formats.native.problems import clean_path, finding_of
from argmap.formats.native.shape import NUMBERED, Shape, resolve_scalar, show
from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.text import MOST_YAML_BYTES, is_json, normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.model import ArgumentMap, Finding, Path, Place, Positions, SourceMap, find_nearest
from argmap.model.collector import collector_paused

VERSION = 1
"""The version of the format that this release writes; it reads every version up to it."""


def read_text(text: str, name: str = "<text>") -> LoadResult:
    """Read a map from YAML or JSON text.

    Args:
        text: the content of a file. It is JSON if the name ends in .json, or if it starts like JSON and the name
            does not say YAML.
        name: the name of the file, as places show it.

    Returns:
        The map, its source map and what was noticed. Parts that could not be read are left out of the map, each with
        a finding; elements that lack what they need are left out whole.
    """
    with collector_paused():
        return _read(normalise(text), name)


def _read(text: str, name: str) -> LoadResult:
    source_map = SourceMap(name, text, _no_positions)
    try:
        document, has_repeated_keys, source_map, findings = _parse(text, name)
    except SyntaxProblemError as problem:
        return LoadResult(None, source_map, (problem.finding,))
    if not isinstance(document, dict):
        message = "the file is empty" if document is None else f"found {show(document)}, expected the fields of a map"
        finding = notice(Notice.UNREADABLE, message, "start with the line `argmap: 1`").at(Place(name, 1, 1))
        return LoadResult(None, source_map, (*findings, finding))
    return read_document(Shape(document, has_repeated_keys), source_map, findings)


def _parse(text: str, name: str) -> tuple[Any, bool, SourceMap, list[Finding]]:
    """Return the document, whether a key stands twice in it, its source map and what was noticed."""
    if not text.strip():
        return None, False, SourceMap(name, text, _no_positions), []
    if is_json(text, name):
        return *parse_json(text, name), SourceMap(name, text, partial(json_positions, numbered=NUMBERED)), []
    if len(text) > MOST_YAML_BYTES:
        message = (
            f"the file has {len(text) / 1e6:.1f} million characters, YAML is read up to {MOST_YAML_BYTES // 10**6}"
        )
        fix = "save it as .argmap.json, which is read up to 256 MB"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message, fix).at(Place(name, 1, 1)))
    from argmap.formats.yaml_tree import parse_yaml  # ruamel.yaml takes 60 ms, which JSON does not need

    document = parse_yaml(text, name, NUMBERED, resolve_scalar)
    source_map = SourceMap(name, text, partial(_known, positions=document.positions))
    return document.value, document.has_repeated_keys, source_map, document.findings


def read_document(shape: Shape, source_map: SourceMap, findings: list[Finding]) -> LoadResult:
    """Return the map that a document is, with what there is to say about it.

    Args:
        shape: the document; `argmap` must say its version.
        source_map: the places of its parts.
        findings: what was noticed before, with places.
    """
    version_findings = _check_version(shape.fields)
    shape.write_out()
    shape.fields.pop("argmap", None)
    found_in_shape, shape.findings = shape.findings, []
    found_by_model: list[Finding] = []
    read: ArgumentMap | None = None
    while read is None:
        try:
            read = ArgumentMap.model_validate(shape.fields)
        except ValidationError as error:
            found_by_model += _leave_out(shape, error, source_map)
    kept = {section: tuple(numbers) for section, numbers in shape.kept.items() if numbers != list(range(len(numbers)))}
    placed = [*findings, *_locate([*version_findings, *found_in_shape], source_map), *found_by_model]
    placed.sort(key=lambda finding: (finding.place.line, finding.place.column) if finding.place else (0, 0))
    return LoadResult(read, replace(source_map, kept=kept), tuple(placed))


def _leave_out(shape: Shape, error: ValidationError, source_map: SourceMap) -> list[Finding]:
    """Take what pydantic refuses out of the document, and return what there is to say about it, with places.

    A field is taken out by itself if the element can do without it; else the whole element goes. Each call takes
    something out, so that a document is validated again only as often as it has parts.
    """
    findings: list[Finding] = []
    broken: dict[tuple[str, int], set[str]] = defaultdict(set)
    map_fields: set[str] = set()
    for detail in error.errors(include_url=False):
        finding = finding_of(detail, shape.fields)
        path = _path_in_file(finding.path, shape.kept)
        is_key = finding.code == Notice.UNKNOWN_FIELD.value
        findings.append(replace(finding, path=path).at(source_map.place(path, key=is_key)))
        match clean_path(detail["loc"]):
            case (str(section), int(number), *rest) if section in shape.kept:
                broken[section, number].add(str(rest[0]) if rest else "id")
            case (str(name), *_):
                map_fields.add(name)
            case location:
                raise AssertionError(location)  # the map as a whole is always a mapping
    _take_out(shape, broken)
    for name in map_fields:
        del shape.fields[name]
    return findings


def _take_out(shape: Shape, broken: Mapping[tuple[str, int], Set[str]]) -> None:
    """Take fields out of elements, and out of the document each element that lacks one it needs."""
    lost: dict[str, set[int]] = defaultdict(set)
    for (section, number), names in broken.items():
        element = shape.fields[section][number]
        if any(name in _NEEDED or name not in element for name in names):
            lost[section].add(number)
        for name in names & element.keys():
            del element[name]
    for section, numbers in lost.items():
        shape.fields[section] = [item for n, item in enumerate(shape.fields[section]) if n not in numbers]
        shape.kept[section] = [kept for n, kept in enumerate(shape.kept[section]) if n not in numbers]


_NEEDED = frozenset({"id", "text", "type", "premises", "conclusion", "target", "rule"})
"""The fields without which an element cannot be."""


def _path_in_file(path: Path, kept: dict[str, list[int]]) -> Path:
    match path:
        case (str(section), int(number), *rest) if section in kept:
            return (section, kept[section][number], *rest)
    return path


def _check_version(document: dict[str, Any]) -> list[Finding]:
    version = document.get("argmap")
    if version == VERSION and type(version) is int:
        return []
    if version is None:
        nearest = find_nearest("argmap", document)
        fix = f"did you mean `argmap` where it says `{nearest}`?" if nearest else "add the line `argmap: 1` at the top"
        return [notice(Notice.VERSION, "the file does not say that it is a map", fix)]
    expected = f"found `argmap: {show(version)}`, expected {VERSION}"
    fix = "update argmap to read it" if isinstance(version, int) and version > VERSION else "write `argmap: 1`"
    return [notice(Notice.VERSION, expected, fix, ("argmap",))]


def _locate(findings: list[Finding], source_map: SourceMap) -> Iterator[Finding]:
    for finding in findings:
        again = source_map.positions.again if finding.code == Notice.REPEATED_KEY.value else {}
        known = again.get(finding.path)
        yield finding.at(Place(source_map.file, *known) if known else source_map.place(finding.path))


def _no_positions(_: str) -> Positions:
    return Positions({}, {})


def _known(_: str, positions: Positions) -> Positions:
    return positions
