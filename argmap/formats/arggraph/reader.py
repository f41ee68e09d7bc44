"""The reader of arggraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.anchoring import Anchoring
from argmap.formats.foreign import IdSpace, Notes, is_id, keep, reading
from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.text import normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.formats.xml_tree import XmlElement, parse_xml
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Claim,
    Inference,
    Party,
    Path,
    Place,
    Positions,
    Severity,
    Source,
    SourceMap,
)

NAME = "arggraph"
OPPONENT = "opponent"
Json = dict[str, Any]

_SUPPORTS = {"sup": None, "exa": "example"}
ATTACKS = frozenset({"reb", "und"})


def read(text: str, name: str = "<text>") -> LoadResult:
    """Read a map from arggraph XML.

    A claim is an argumentative discourse unit; its text is what the first of its segments says, and every segment is an
    anchor. Units of the opponent are said by a party. Restatements, joints and the segments themselves are kept in
    extensions, so that `write` gives them back.

    Args:
        text: the content of a file.
        name: the name of the file, as places show it.
    """
    text = normalise(text)
    return reading(name, text, lambda: _Reading(parse_xml(text, name), name).result(text))


@dataclass
class _Reading:
    root: XmlElement
    name: str
    notes: Notes = field(default_factory=Notes)
    units: dict[str, XmlElement] = field(default_factory=dict)
    """EDUs and joints by id."""
    claims: dict[str, XmlElement] = field(default_factory=dict)
    relations: dict[str, XmlElement] = field(default_factory=dict)
    segments: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Id of an ADU or a joint to the units that realise it, in the order of the file."""
    added: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def result(self, text: str) -> LoadResult:
        if self.root.name != "arggraph":
            message = f"found the element `{self.root.name[:40]}`, expected `arggraph`"
            raise SyntaxProblemError(notice(Notice.UNREADABLE, message).at(Place(self.name, 1, 1)))
        self._find_parts()
        self._find_steps()
        found, positions = self._map()
        return LoadResult(found, SourceMap(self.name, text, lambda _: positions), self.notes.in_order(self.name))

    def _find_parts(self) -> None:
        seen: set[str] = set()
        for element in self.root.children:
            element_id = element.attributes.get("id", "")
            if not is_id(element_id) or element_id in seen:
                problem = (
                    "has an id that another one has" if element_id in seen else "has no `id` that an element can have"
                )
                self._broken(element, f"`{element.name}` {problem}")
                continue
            seen.add(element_id)
            match element.name:
                case "edu" | "joint":
                    self.units[element_id] = element
                case "adu":
                    self.claims[element_id] = element
                case "edge":
                    self.relations[element_id] = element
                case _:
                    self._set_aside(element, f"element `{element.name[:40]}` is none of arggraph")

    def _find_steps(self) -> None:
        """Sort the edges: segments and added premises go to what they belong to, what makes no step is set aside."""
        edges, self.relations = self.relations, {}
        for key, edge in edges.items():
            source, target = edge.attributes.get("src", ""), edge.attributes.get("trg", "")
            kind = edge.attributes.get("type", "")
            is_known = kind in ATTACKS or kind in _SUPPORTS
            if kind == "seg" and source in self.units and (target in self.claims or self._is_joint(target)):
                self.segments[target].append(source)
            elif is_known and source in self.claims and (target in self.claims or kind in ATTACKS):
                self.relations[key] = edge
            elif kind != "add" or source not in self.claims:
                self._set_aside(
                    edge, f"edge [{key}] of type {kind[:20]!r} from [{source}] to [{target}] joins no such units"
                )
        self._drop_undercuts_of_nothing()
        for key, edge in edges.items():
            if edge.attributes.get("type") == "add" and edge.attributes.get("src") in self.claims:
                target = edge.attributes.get("trg", "")
                if target in self.relations:
                    self.added[target].append(edge.attributes["src"])
                else:
                    self._set_aside(edge, f"edge [{key}] adds a premise to [{target}], which is no support or attack")

    def _is_joint(self, key: str) -> bool:
        return key in self.units and self.units[key].name == "joint"

    def _drop_undercuts_of_nothing(self) -> None:
        """Set aside the attacks on edges that are no steps, and those on them in turn."""
        attackers: dict[str, list[str]] = defaultdict(list)
        waiting = []
        for key, edge in self.relations.items():
            target = edge.attributes.get("trg", "")
            attackers[target].append(key)
            if target not in self.claims and target not in self.relations:
                waiting.append(key)
        while waiting:
            key = waiting.pop()
            edge = self.relations.pop(key)
            self._set_aside(
                edge, f"edge [{key}] attacks [{edge.attributes.get('trg', '')}], which is no part of the map"
            )
            waiting += [attacker for attacker in attackers[key] if attacker in self.relations]

    def _map(self) -> tuple[ArgumentMap, Positions]:
        ids = IdSpace({*self.claims, *self.relations})
        for key in (*self.claims, *self.relations):
            ids.give(key, "unit")
        attributes = self.root.attributes
        graph_id = attributes.get("id", "")
        article = Source(id=ids.give(graph_id if graph_id not in ids_of(self) else "", "text"))
        has_opponent = any(unit.attributes.get("type") == "opp" for unit in self.claims.values())
        parties = (Party(id=ids.give(OPPONENT, OPPONENT), name="Opponent"),) if has_opponent else ()
        opponent = parties[0].id if parties else None
        anchors = self._find_anchors()
        claims = [self._claim(key, unit, anchors, opponent) for key, unit in self.claims.items()]
        steps = [self._step(key, edge) for key, edge in self.relations.items()]
        found = ArgumentMap(
            title=attributes.get("topic_id", "").replace("_", " "),
            article=article.id,
            sources=(article,),
            parties=parties,
            claims=tuple(claims),
            inferences=tuple(step for step in steps if isinstance(step, Inference)),
            attacks=tuple(step for step in steps if isinstance(step, Attack)),
        )
        keep(found, NAME, {"attributes": attributes, "parts": list(self._parts())})
        return found, self._positions(found)

    def _positions(self, found: ArgumentMap) -> Positions:
        values: dict[Path, tuple[int, int]] = {}
        for section, elements in (
            ("claims", found.claims),
            ("inferences", found.inferences),
            ("attacks", found.attacks),
        ):
            for number, element in enumerate(elements):
                element_id = str(element.id)
                where = self.claims.get(element_id) or self.relations[element_id]
                values[section, number] = (where.line, where.column)
        return Positions({}, values)

    def _parts(self) -> Iterator[Any]:
        """Yield what stands in the file, in order: ids of claims and steps, all else whole."""
        for element in self.root.children:
            element_id = element.attributes.get("id")
            if element in (self.claims.get(element_id or ""), self.relations.get(element_id or "")):
                yield element_id
            else:
                text = {"text": element.text} if element.text.strip() or element.name == "edu" else {}
                yield {"tag": element.name, "attributes": element.attributes} | text

    def _find_anchors(self) -> dict[str, Anchor]:
        """Return the anchor of each stated EDU in the text that they make together."""
        stated = [unit for unit in self.units.values() if unit.name == "edu" and not _is_implicit(unit)]
        anchoring = Anchoring(" ".join(unit.text for unit in stated))
        anchors, at = {}, 0
        for unit in stated:
            anchor = anchoring.anchor(at, at + len(unit.text))
            if anchor is not None:
                anchors[unit.attributes["id"]] = anchor
            at += len(unit.text) + 1
        return anchors

    def _claim(self, key: str, unit: XmlElement, anchors: dict[str, Anchor], opponent: str | None) -> Claim:
        realised = self.segments.get(key, [])
        parts = [part for unit_id in realised for part in self._edus(unit_id)]
        if not parts:
            self._odd(unit, f"adu [{key}] has no segment, so its claim has no text")
        claim = Claim(
            id=key,
            text=self._text(realised[0]) if realised else "",
            implicit=bool(parts) and all(_is_implicit(self.units[part]) for part in parts),
            by=opponent if unit.attributes.get("type") == "opp" else None,
            at=tuple(dict.fromkeys(anchors[part] for part in parts if part in anchors)),
        )
        kept: Json = {"attributes": unit.attributes, "edus": parts, "text": claim.text}
        if len(realised) > 1:
            kept["restated"] = [self._text(unit_id) for unit_id in realised[1:]]
        keep(claim, NAME, kept)
        return claim

    def _edus(self, unit_id: str) -> list[str]:
        if not self._is_joint(unit_id):
            return [unit_id]
        return [part for part in self.segments.get(unit_id, []) if not self._is_joint(part)]

    def _text(self, unit_id: str) -> str:
        return " ".join(self.units[part].text for part in self._edus(unit_id))

    def _step(self, key: str, edge: XmlElement) -> Inference | Attack:
        attributes = edge.attributes
        premises = tuple(dict.fromkeys((attributes["src"], *self.added.get(key, ()))))
        kind = attributes["type"]
        step: Inference | Attack
        if kind in _SUPPORTS:
            step = Inference(id=key, premises=premises, conclusion=attributes["trg"], scheme=_SUPPORTS[kind])
        else:
            step = Attack(id=key, premises=premises, target=attributes["trg"])
        keep(step, NAME, {"attributes": attributes})
        return step

    def _broken(self, element: XmlElement, message: str) -> None:
        self.notes.add(Notice.UNEXPECTED_VALUE, message, place=self._place(element))

    def _odd(self, element: XmlElement, message: str) -> None:
        self.notes.add(Notice.MISSING_FIELD, message, severity=Severity.WARNING, place=self._place(element))

    def _set_aside(self, element: XmlElement, message: str) -> None:
        text = f"{message}; it is kept as an extension"
        self.notes.add(Notice.SET_ASIDE, text, severity=Severity.WARNING, place=self._place(element))

    def _place(self, element: XmlElement) -> Place:
        return Place(self.name, element.line, element.column)


def ids_of(found: _Reading) -> set[str]:
    """Return the ids of the claims and steps."""
    return {*found.claims, *found.relations}


def _is_implicit(unit: XmlElement) -> bool:
    return unit.attributes.get("implicit") == "true"
