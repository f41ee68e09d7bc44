"""The reader of brat stand-off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.anchoring import Anchoring
from argmap.formats.foreign import IdSpace, Notes, is_id, keep, reading
from argmap.formats.json_document import check_text
from argmap.formats.notices import Notice
from argmap.formats.result import LoadResult
from argmap.formats.text import normalise
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Claim,
    Inference,
    Path,
    Place,
    Positions,
    Severity,
    Source,
    SourceMap,
)

NAME = "brat"
Json = dict[str, Any]

_OFFSET = r"(?:0|[1-9][0-9]{0,11})"  # as it is written again
_PLACE = f"{_OFFSET} {_OFFSET}"
SPAN = re.compile(rf"(T\d\S*)\t(\S+) ({_PLACE}(?:;{_PLACE})*)\t(.*)")
_RELATION = re.compile(r"(R\d\S*)\t(\S+) Arg1:(\S+) Arg2:(\S+)(\s*)")
_STANCE = re.compile(r"(A\d\S*)\tStance (\S+) (\S+)\s*")
_NOTE = re.compile(r"#[^\t]*\tAnnotatorNotes (\S+)\t(.*)")
MAJOR, CLAIM, PREMISE = "MajorClaim", "Claim", "Premise"
_CLAIMS = frozenset({MAJOR, CLAIM, PREMISE})
_STANCES = {"For": "supports", "Against": "attacks"}
_MOST_STANCE_STEPS = 100_000
"""Every stance leads to every major claim; a file in which that makes more steps is none of essays."""
_FEW_WORDS = 5
_MOST_WORDS = 12


def read(text: str, name: str = "<text>", companion: str | None = None) -> LoadResult:
    r"""Read a map from brat's stand-off annotations.

    Args:
        text: the content of the .ann file.
        name: its name, as places show it.
        companion: the text that is annotated, with its line ends as the file has them, since offsets count them. With
            it, anchors have paragraphs, and annotations that do not fit the text are told.

    Examples:
        >>> read("T1\tMajorClaim 0 13\tIt has rained").map.main
        ('T1',)
    """
    text = normalise(text)

    def read_lines() -> LoadResult:
        check_text(text, name)
        return _Reading(text, name, companion).result()

    return reading(name, text, read_lines)


@dataclass
class _Span:
    line: int
    kind: str
    places: list[list[int]]
    text: str
    note: str = ""


@dataclass
class _Reading:
    text: str
    name: str
    companion: str | None
    remarks: Notes = field(default_factory=Notes)
    spans: dict[str, _Span] = field(default_factory=dict)
    relations: dict[str, tuple[int, str, str, str, str]] = field(default_factory=dict)
    stances: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    parts: list[Any] = field(default_factory=list)

    def result(self) -> LoadResult:
        for number, line in enumerate(self.text.split("\n"), 1):
            self.parts.append(self._take(number, line))
        ids = IdSpace({*self.spans, *self.relations, *self.stances})
        claims = [self._claim(key, span, ids) for key, span in self.spans.items()]
        steps = [*self._relation_steps(ids), *self._stance_steps(ids)]
        article = Source(id=ids.give("text", "text")) if claims else None
        found = ArgumentMap(
            article=article.id if article else None,
            sources=(article,) if article else (),
            main=tuple(key for key, span in self.spans.items() if span.kind == MAJOR),
            claims=tuple(claims),
            inferences=tuple(step for _, step in steps if isinstance(step, Inference)),
            attacks=tuple(step for _, step in steps if isinstance(step, Attack)),
        )
        keep(found, NAME, {"parts": self.parts})
        positions = self._positions(found, {step.id: line for line, step in steps})
        return LoadResult(found, SourceMap(self.name, self.text, lambda _: positions), self.remarks.in_order(self.name))

    def _take(self, number: int, line: str) -> Any:
        """Read a line; return the id of the element that it is, or the line to keep."""
        key = line.split("\t", 1)[0]
        if key in self.spans or key in self.relations or key in self.stances:
            self._tell(number, "has an id that another annotation has; it is kept as an extension")
        elif (match := SPAN.fullmatch(line)) and match[2] in _CLAIMS and is_id(key):
            places = [[int(offset) for offset in place.split()] for place in match[3].split(";")]
            self.spans[key] = _Span(number, match[2], places, match[4])
            self._compare(number, key, places, match[4])
            return key
        elif (match := _RELATION.fullmatch(line)) and match[2] in _STANCES.values() and is_id(key):
            self.relations[key] = (number, match[2], match[3], match[4], match[5])
            return key
        elif (match := _STANCE.fullmatch(line)) and match[3] in _STANCES and is_id(key):
            self.stances[key] = (number, match[2], match[3])
            return {"stance": key, "line": line}
        elif match := _NOTE.fullmatch(line):
            self.notes.setdefault(match[1], match[2])
        elif re.match(r"(?:[A-Z]\d|\*\t|#)", line):
            self._tell(number, "is no claim, support, attack or stance; it is kept as an extension")
        elif line.strip():
            message = f"line {number} is no annotation: found {line[:40]!r}"
            self.remarks.add(Notice.SYNTAX, message, "expected such as T1", place=Place(self.name, number, 1))
        return {"line": line}

    def _tell(self, number: int, what: str, severity: Severity = Severity.WARNING) -> None:
        message = f"the annotation in line {number} {what}"
        self.remarks.add(Notice.SET_ASIDE, message, severity=severity, place=Place(self.name, number, 1))

    def _compare(self, number: int, key: str, places: list[list[int]], words: str) -> None:
        """Tell where the companion does not have the words that an annotation has."""
        if self.companion is None:
            return
        there = " ".join(self.companion[start:end] for start, end in places)
        if there.split() != words.split():
            message = f"annotation [{key}] has other words than the text at its offsets: found {there[:40]!r}"
            place = Place(self.name, number, 1)
            self.remarks.add(Notice.UNEXPECTED_VALUE, message, severity=Severity.WARNING, place=place)

    def _claim(self, key: str, span: _Span, ids: IdSpace) -> Claim:
        claim = Claim(
            id=ids.give(key, "claim"),
            text=span.text,
            note=self.notes.get(key, ""),
            at=tuple(dict.fromkeys(self._anchors(span))),
        )
        keep(claim, NAME, {"type": span.kind, "spans": span.places, "text": span.text})
        return claim

    def _anchors(self, span: _Span) -> Iterator[Anchor]:
        if self.companion is not None:
            for start, end in span.places:
                anchor = self._anchoring.anchor(start, end)
                if anchor is not None:
                    yield anchor
        elif words := span.text.split():
            if len(words) <= _MOST_WORDS:
                yield Anchor(start=" ".join(words))
            else:
                yield Anchor(start=" ".join(words[:_FEW_WORDS]), end=" ".join(words[-_FEW_WORDS:]))

    def __post_init__(self) -> None:
        self._anchoring = Anchoring(self.companion or "")

    def _relation_steps(self, ids: IdSpace) -> Iterator[tuple[int, Inference | Attack]]:
        for key, (number, kind, source, target, rest) in self.relations.items():
            if source in self.spans and target in self.spans:
                step = self._step(ids.give(key, "relation"), kind, source, target)
                keep(step, NAME, {"end": rest})
                yield number, step
            else:
                missing = source if source not in self.spans else target
                self._tell(number, f"leads from or to [{missing}], which is no claim; it is kept as an extension")
                self.parts[number - 1] = {"line": f"{key}\t{kind} Arg1:{source} Arg2:{target}{rest}"}

    def _stance_steps(self, ids: IdSpace) -> Iterator[tuple[int, Inference | Attack]]:
        major = [key for key, span in self.spans.items() if span.kind == MAJOR]
        is_too_much = len(major) * len(self.stances) > _MOST_STANCE_STEPS
        for key, (number, claim, stance) in self.stances.items():
            steps = []
            if claim in self.spans and not is_too_much:
                for thesis in major:
                    wanted = key if len(major) == 1 else f"{key}-{thesis}"
                    step = self._step(ids.give(wanted, "stance"), _STANCES[stance], claim, thesis)
                    steps.append(step.id)
                    yield number, step
            if not steps:
                why = "one of too many stances" if is_too_much else "a stance without claim or major claim"
                self._tell(number, f"is {why}; it is kept as an extension")
                self.parts[number - 1] = {"line": self.parts[number - 1]["line"]}
            else:
                self.parts[number - 1]["steps"] = steps

    def _step(self, step_id: str, kind: str, source: str, target: str) -> Inference | Attack:
        if kind == "supports":
            return Inference(id=step_id, premises=(source,), conclusion=target)
        return Attack(id=step_id, premises=(source,), target=target)

    def _positions(self, found: ArgumentMap, lines: dict[str, int]) -> Positions:
        values: dict[Path, tuple[int, int]] = {}
        for number, claim in enumerate(found.claims):
            values["claims", number] = (self.spans[claim.id].line, 1)
        for section in ("inferences", "attacks"):
            for number, step in enumerate(getattr(found, section)):
                values[section, number] = (lines[step.id], 1)
        return Positions({}, values)
