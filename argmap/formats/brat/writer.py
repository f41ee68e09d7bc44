"""The writer of brat stand-off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from argmap.formats.brat.reader import CLAIM, MAJOR, NAME, PREMISE, SPAN, Json
from argmap.formats.foreign import kept_by
from argmap.model import (
    AnyClaim,
    ArgumentMap,
    Attack,
    Inference,
)


def write(argument_map: ArgumentMap) -> str:
    """Return the map as the .ann file that belongs to its text.

    A map that came from brat has the offsets it came with, unless a claim is new or has another text; then all offsets
    are those in the text that `write_companion` gives.
    """
    return _Writing(argument_map).text()


def write_companion(argument_map: ArgumentMap) -> str | None:
    """Return the text for the .txt file beside the .ann file; None if the text that the map came from is to stay."""
    if has_places(argument_map):
        return None
    return "".join(f"{_line_of(claim.text)}\n" for claim in argument_map.claims)


def has_places(argument_map: ArgumentMap) -> bool:
    """Tell whether every claim has the place and the words that it came with."""
    is_from_brat = bool(argument_map.claims or kept_by(argument_map, NAME))
    return is_from_brat and all(_places(claim) for claim in argument_map.claims)


def _places(claim: AnyClaim) -> list[list[int]]:
    """Return the spans that a claim came with; none if it came with none, or with another text."""
    kept = kept_by(claim, NAME)
    spans = kept.get("spans")
    if kept.get("text") != claim.text or not isinstance(spans, list):
        return []
    places = [place for place in spans if isinstance(place, list) and len(place) == 2]
    return [[int(offset) for offset in place if isinstance(offset, int)] for place in places]


def _line_of(text: str) -> str:
    return " ".join(text.splitlines()) if len(text.splitlines()) > 1 or text.endswith("\n") else text


@dataclass
class _Writing:
    found: ArgumentMap

    def text(self) -> str:
        parts = kept_by(self.found, NAME).get("parts")
        self.parts: list[Any] = parts if isinstance(parts, list) else []
        self.names = self._name_elements()
        self.has_places = has_places(self.found)
        lines = {key: line for key, line in self._claim_lines() if key}
        steps = dict(self._step_lines())
        written: list[str] = []
        for part in self.parts:
            if isinstance(part, dict):
                written += self._kept_line(part, steps)
            elif (line := lines.pop(str(part), None) or steps.pop(str(part), None)) is not None:
                written.append(line)
        new = [*lines.values(), *steps.values(), *self._new_notes()]
        if written and written[-1] == "":
            return "\n".join([*written[:-1], *new, ""])
        return "\n".join([*written, *new, *([] if self.parts else [""])])

    def _name_elements(self) -> dict[str, str]:
        """Return by which id of brat each claim and step goes: its own if it is one, else the next number."""
        names: dict[str, str] = {}
        taken: set[str] = set()
        for letter, elements in (("T", self.found.claims), ("R", (*self.found.inferences, *self.found.attacks))):
            own = {element.id for element in elements if re.fullmatch(rf"{letter}\d\S*", element.id)}
            taken |= own
            number = 1
            for element in elements:
                if element.id in own:
                    names.setdefault(element.id, element.id)
                elif element.id not in names:
                    while f"{letter}{number}" in taken:
                        number += 1
                    taken.add(f"{letter}{number}")
                    names[element.id] = f"{letter}{number}"
        return names

    def _claim_lines(self) -> Iterator[tuple[str, str]]:
        at = 0
        for claim in self.found.claims:
            text = _line_of(claim.text)
            places = _places(claim) if self.has_places else [[at, at + len(text)]]
            at += len(text) + 1
            spans = ";".join(f"{start} {end}" for start, end in places)
            yield self.names[claim.id], f"{self.names[claim.id]}\t{self._kind(claim)} {spans}\t{text}"

    def _kind(self, claim: AnyClaim) -> str:
        kept = kept_by(claim, NAME).get("type")
        if claim.id in self.found.main:
            return MAJOR
        return str(kept) if kept in (CLAIM, PREMISE) else PREMISE

    def _step_lines(self) -> Iterator[tuple[str, str]]:
        """Yield a line for each step, or one for each premise of a linked one; undercuts have none."""
        claims = {claim.id for claim in self.found.claims}
        steps: list[tuple[Inference | Attack, str, str]] = [
            *((step, "supports", step.conclusion) for step in self.found.inferences),
            *((step, "attacks", step.target) for step in self.found.attacks),
        ]
        taken = set(self.names.values())
        for step, kind, target in steps:
            if target not in claims:
                continue
            for premise in step.premises:
                key = self.names[step.id]
                if premise != step.premises[0]:
                    key = next(f"R{n}" for n in range(len(taken), 10**9) if f"R{n}" not in taken)
                    taken.add(key)
                if premise in claims:
                    end = kept_by(step, NAME).get("end", "\t")
                    yield key, f"{key}\t{kind} Arg1:{self.names[premise]} Arg2:{self.names[target]}{end}"

    def _new_notes(self) -> Iterator[str]:
        """Yield a line for the note of each claim that did not come from brat."""
        number = 1 + sum("AnnotatorNotes" in str(part) for part in self.parts)
        for claim in self.found.claims:
            if claim.note and not kept_by(claim, NAME):
                yield f"#{number}\tAnnotatorNotes {self.names[claim.id]}\t{_line_of(claim.note)}"
                number += 1

    def _kept_line(self, part: Json, steps: dict[str, str]) -> list[str]:
        """Return a line that is kept; that of a stance only as long as one of its steps is there."""
        line = str(part.get("line", ""))
        stance = part.get("steps")
        if not isinstance(stance, list):
            return [] if SPAN.fullmatch(line) and not self.has_places else [line]
        there = {step.id: step for step in (*self.found.inferences, *self.found.attacks)}
        mine = [self.names[key] for key in stance if key in there]
        for key in mine:
            steps.pop(key, None)
        return [line] if mine else []
