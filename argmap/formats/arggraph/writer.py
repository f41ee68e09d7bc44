"""The writer of arggraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.arggraph.reader import ATTACKS, NAME, OPPONENT, Json
from argmap.formats.foreign import kept_by
from argmap.formats.xml_tree import xml_attributes, xml_text
from argmap.model import (
    AnyClaim,
    ArgumentMap,
    Attack,
    Inference,
)


def write(argument_map: ArgumentMap) -> str:
    """Return the map as arggraph XML: the segments it came with, and for each new claim one segment with its text."""
    kept: Json = dict(kept_by(argument_map, NAME))
    parts = kept.get("parts")
    return _Writing(argument_map, kept, parts if isinstance(parts, list) else []).text()


@dataclass
class _Writing:
    found: ArgumentMap
    kept: Json
    parts: list[Any]
    used: set[str] = field(default_factory=set)

    def text(self) -> str:
        graph_attributes = self._graph_attributes()
        lines = list(self._lines())
        body = "".join(f"  {line}\n" for line in lines)
        return (
            f"<?xml version='1.0' encoding='UTF-8'?>\n<arggraph{xml_attributes(graph_attributes)}>\n{body}</arggraph>\n"
        )

    def _graph_attributes(self) -> dict[str, str]:
        attributes = self.kept.get("attributes")
        attributes = {key: str(value) for key, value in attributes.items()} if isinstance(attributes, dict) else {}
        if attributes.get("topic_id", "").replace("_", " ") != self.found.title:
            attributes["topic_id"] = re.sub(r"\s", "_", self.found.title)
        if not attributes.get("id"):
            attributes = {"id": self.found.article or "graph"} | attributes
        return attributes

    def _lines(self) -> Iterator[str]:
        """Yield the elements of the file: the old ones in their order, then the new ones in the order of the DTD."""
        claims = {claim.id: claim for claim in reversed(self.found.claims)}
        all_steps: list[Inference | Attack] = [*self.found.inferences, *self.found.attacks]
        steps = {step.id: step for step in reversed(all_steps)}
        elements = claims.keys() | steps.keys()
        changed = self._changed_segments(claims)
        self.used = elements | {_attribute(part, "id") for part in self.parts if isinstance(part, dict)}
        gone = {str(part) for part in self.parts if not isinstance(part, dict)} - elements
        done: set[str] = set()
        added: dict[str, set[str]] = defaultdict(set)
        for part in self.parts:
            if isinstance(part, dict):
                step = steps.get(_attribute(part, "trg")) if _attribute(part, "type") == "add" else None
                source = _attribute(part, "src")
                if step is not None and _tag(part) == "edge":
                    if source not in step.premises[1:]:
                        continue
                    added[step.id].add(source)
                elif _attribute(part, "trg") in gone or source in gone:
                    continue
                yield _line(part, changed)
            elif str(part) in elements:
                done.add(str(part))
                yield self._element_line(str(part), claims, steps)
        yield from self._new_lines(claims, steps, done, added)

    def _new_lines(
        self,
        claims: dict[str, AnyClaim],
        steps: dict[str, Inference | Attack],
        done: set[str],
        added: dict[str, set[str]],
    ) -> Iterator[str]:
        new_claims = [claim for key, claim in claims.items() if key not in done]
        new_claims.reverse()
        units = {claim.id: self._new_id("e") for claim in new_claims}
        for claim in new_claims:
            implicit = {"implicit": "true"} if claim.implicit else {}
            attributes = xml_attributes({"id": units[claim.id]} | implicit)
            yield f"<edu{attributes}>{xml_text(claim.text)}</edu>"
        for claim in new_claims:
            yield self._element_line(claim.id, claims, steps)
        for claim in new_claims:
            yield _edge(self._new_id("c"), units[claim.id], claim.id, "seg")
        for key in reversed(steps):
            if key not in done:
                yield self._element_line(key, claims, steps)
        for key in reversed(steps):
            for premise in steps[key].premises[1:]:
                if premise not in added[key]:
                    yield _edge(self._new_id("c"), premise, key, "add")

    def _element_line(self, key: str, claims: dict[str, AnyClaim], steps: dict[str, Inference | Attack]) -> str:
        if key in claims:
            claim = claims[key]
            kind = {"type": "opp" if claim.by is not None and claim.by == self._opponent() else "pro"}
            return f"<adu{xml_attributes(_kept_attributes(claim) | {'id': key} | kind)}/>"
        step = steps[key]
        kept = _kept_attributes(step)
        if isinstance(step, Inference):
            wanted, target = "exa" if step.scheme == "example" else "sup", step.conclusion
            kind_of_step = wanted
        else:
            target = step.target
            kind_of_step = kept.get("type", "") if kept.get("type") in ATTACKS else ""
            if not kind_of_step or (kept.get("trg") != target):
                kind_of_step = "reb" if target in claims else "und"
        ends = {"id": key, "src": step.premises[0], "trg": target, "type": kind_of_step}
        return f"<edge{xml_attributes(kept | ends)}/>"

    def _opponent(self) -> str | None:
        return next((party.id for party in self.found.parties if party.id.startswith(OPPONENT)), None)

    def _changed_segments(self, claims: dict[str, AnyClaim]) -> dict[str, str]:
        """Return the new text of each segment that alone realises a claim whose text was changed."""
        changed = {}
        for claim in claims.values():
            kept = kept_by(claim, NAME)
            edus = kept.get("edus")
            if isinstance(edus, list) and len(edus) == 1 and kept.get("text") != claim.text:
                changed[str(edus[0])] = claim.text
        return changed

    def _new_id(self, letter: str) -> str:
        number = 1
        while f"{letter}{number}" in self.used:
            number += 1
        self.used.add(f"{letter}{number}")
        return f"{letter}{number}"


def _kept_attributes(element: AnyClaim | Inference | Attack) -> dict[str, str]:
    attributes = kept_by(element, NAME).get("attributes")
    return {key: str(value) for key, value in attributes.items()} if isinstance(attributes, dict) else {}


def _attribute(part: Json, name: str) -> str:
    attributes = part.get("attributes")
    return str(attributes.get(name, "")) if isinstance(attributes, dict) else ""


def _tag(part: Json) -> str:
    tag = str(part.get("tag", ""))
    return tag if re.fullmatch(r"[A-Za-z_][\w.-]*", tag, re.ASCII) else "part"


def _line(part: Json, changed: dict[str, str]) -> str:
    attributes = part.get("attributes")
    values = {key: str(value) for key, value in attributes.items()} if isinstance(attributes, dict) else {}
    text = changed.get(values.get("id", ""), str(part.get("text", "")))
    tag = f"{_tag(part)}{xml_attributes(values)}"
    return f"<{tag}>{xml_text(text)}</{_tag(part)}>" if text else f"<{tag}/>"


def _edge(key: str, source: str, target: str, kind: str) -> str:
    return f"<edge{xml_attributes({'id': key, 'src': source, 'trg': target, 'type': kind})}/>"
