"""What an Argdown document says, as the fields of a map.

docs/reference/argdown.md has the table of what becomes what; a change here is a change there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.argdown.debate import Debate, Link, Node, premises
from argmap.formats.argdown.document import Data, Line, Occurrence, RelationKind, Step, Structure
from argmap.formats.argdown.ids import Ids
from argmap.formats.argdown.naming import KnownIds, name_nodes
from argmap.formats.argdown.problems import Problems
from argmap.formats.argdown.silences import named, uses_of
from argmap.formats.notices import Notice

NAMESPACE = "argdown"
"""What argmap has no word for stands under this name in the extensions of an element and of the map."""

Fields = dict[str, Any]

_PLAIN = frozenset({"id", "premises", "conclusion"})
"""The fields of an inference that could as well be drawn without a premise-conclusion structure."""


@dataclass
class MapFields:
    """The fields of a map in the making.

    Attributes:
        claims: the fields of each claim.
        inferences: the fields of each inference.
        attacks: the fields of each attack.
        starts: for each section, the offsets at which its elements stand.
    """

    claims: list[Fields] = field(default_factory=list)
    inferences: list[Fields] = field(default_factory=list)
    attacks: list[Fields] = field(default_factory=list)
    starts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def to_map(debate: Debate, problems: Problems, known_ids: KnownIds) -> MapFields:
    """Return the fields of the map that a document is; O(size of the document).

    Args:
        debate: what the document says.
        problems: collects what cannot be said in a map as it is in Argdown.
        known_ids: ids for titles of statements and of arguments that are not to be made from the titles.
    """
    return _Maker(debate, problems, known_ids).make()


class _Maker:
    def __init__(self, debate: Debate, problems: Problems, known_ids: KnownIds) -> None:
        self.debate = debate
        self.problems = problems
        self.ids = Ids()
        self.fields = MapFields()
        self.id_of = name_nodes(debate, known_ids, self.ids)
        self.main_step: dict[int, Fields] = {}
        self.step_ids: dict[int, str] = {}
        self.drawn: defaultdict[str, list[str]] = defaultdict(list)

    def make(self) -> MapFields:
        for node in self.debate.statements:
            self._add_claim(node)
        for node in self.debate.arguments:
            if node.structures:
                for structure in node.structures:
                    self._add_structure(node, structure)
            else:
                self._add_claim(node)
        undercuts: list[Link] = []
        for link in self.debate.links:
            if link.kind is RelationKind.UNDERCUT and isinstance(link.target, Node):
                undercuts.append(link)  # what they are against may only come
            else:
                self._add_link(link)
        for link in undercuts:
            self._add_undercut(link)
        return self.fields

    def _id(self, node: Node) -> str:
        return self.id_of[id(node)]

    def _statement(self, line: Line) -> str:
        return self.id_of[id(self.debate.node_of[id(line.statement)])]

    def _add(self, section: str, start: int, fields: Fields) -> Fields:
        getattr(self.fields, section).append(fields)
        self.fields.starts[section].append(start)
        return fields

    def _add_claim(self, node: Node) -> None:
        """Add the claim that a statement is, or that the description of an argument without a structure is."""
        definition, claim_id = node.definition, self._id(node)
        text = definition.text if definition else ""
        claim: Fields = {"id": claim_id, "type": "claim", "text": text}
        kept: Data = {}
        if node.title is None:
            kept["untitled"] = True
        else:
            if node.title != claim_id:
                kept["title"] = node.title
            if not text:
                claim["text"] = node.title
                kept["undefined"] = True
        if node.is_argument:
            kept["argument"] = True
            if not text:
                claim["implicit"] = True
        if node.tags:
            claim["tags"] = list(node.tags)
        _keep(kept, definition, node)
        if kept:
            claim["extensions"] = {NAMESPACE: kept}
        self._add("claims", (definition or node.members[0]).start, claim)

    def _add_structure(self, node: Node, structure: Structure) -> None:
        """Add an inference for each step; the last has the id of the argument."""
        steps = [(here, line, line.step) for here, line in enumerate(structure.lines) if line.step]
        is_first = node.structures[0] is structure
        main = self._id(node) if is_first else self.ids.unique(self._id(node))
        unused = {here for here, line in enumerate(structure.lines) if line.step is None}
        inference: Fields = {}
        for count, (here, line, step) in enumerate(steps, 1):
            numbers = _premises_of(structure, here)
            unused.difference_update(numbers)
            step_id = main if count == len(steps) else self.ids.unique(f"{main}-step-{count}")
            inference = {
                "id": step_id,
                "premises": [self._statement(structure.lines[number]) for number in numbers],
                "conclusion": self._statement(line),
            }
            _take_rules(inference, step)
            if step_id != main:
                _extend(inference, {"step_of": main})
            self.step_ids[id(step)] = step_id
            self._add("inferences", step.start, inference)
        _extend(inference, self._kept_of_argument(node, structure, is_first=is_first))
        if len(inference["premises"]) == 1 and inference.keys() <= _PLAIN:
            _extend(inference, {"structure": True})
        if unused:
            _extend(inference, {"unused": [self._statement(structure.lines[here]) for here in sorted(unused)]})
        if is_first:
            self.main_step[id(node)] = inference

    def _kept_of_argument(self, node: Node, structure: Structure, *, is_first: bool) -> Data:
        kept: Data = {}
        if node.title is None:
            kept["untitled"] = True
        elif not is_first or node.title != self._id(node):
            kept["title"] = node.title
        if is_first:
            definition = node.definition
            if definition and definition.text:
                kept["description"] = definition.text
            if node.tags:
                kept["tags"] = list(node.tags)
            _keep(kept, definition, node)
        section = structure.section
        if section:
            kept["section"] = section
        return kept

    def _add_link(self, link: Link) -> None:
        source, target = self._id(link.source), link.target
        kept: Data = {}
        match link.kind:
            case RelationKind.SUPPORT | RelationKind.ENTAILS if isinstance(target, Node):
                self._add_support(link, source, target)
                return
            case RelationKind.CONTRADICTORY | RelationKind.CONTRARY:
                kept["relation"] = link.kind.value
        if isinstance(target, Step):
            self._add_attack(link, source, self.step_ids[id(target)], kept)
            return
        if id(target) in self.main_step:
            kept.setdefault("relation", RelationKind.ATTACK.value)
        self._add_attack(link, source, self._id(target), kept)
        if link.kind in {RelationKind.CONTRADICTORY, RelationKind.CONTRARY} and target is not link.source:
            self._add_attack(link, self._id(target), source, kept)

    def _add_support(self, link: Link, source: str, target: Node) -> None:
        conclusion = self._id(target)
        if target.structures:
            main = self.main_step[id(target)]
            lines = {self._statement(line) for line in premises(target)}
            if source in lines or len(lines) == 1:
                kept = main.setdefault("extensions", {}).setdefault(NAMESPACE, {})
                kept.setdefault("supported_by", []).append(source)
                if source in lines:  # the premise itself says so
                    return
                conclusion = next(iter(lines))
            else:
                conclusion = self._warrant(target, main)
        inference: Fields = {
            "id": self.ids.unique(f"{source}-supports-{conclusion}"),
            "premises": [source],
            "conclusion": conclusion,
        }
        self._add("inferences", link.start, inference)
        self.drawn[source].append(inference["id"])

    def _warrant(self, argument: Node, main: Fields) -> str:
        """Return the claim that licenses the last step of an argument; what supports the argument supports it."""
        if "warrant" not in main:
            definition = argument.definition
            text = (definition.text if definition else "") or argument.title or ""
            main["warrant"] = self.ids.unique(f"{main['id']}-warrant")
            claim = {"id": main["warrant"], "type": "claim", "text": text, "implicit": True}
            claim["extensions"] = {NAMESPACE: {"warrant_of": main["id"]}}
            self._add("claims", argument.members[0].start if argument.members else argument.structures[0].start, claim)
        return str(main["warrant"])

    def _add_attack(self, link: Link, source: str, target: str, kept: Data) -> None:
        attack: Fields = {
            "id": self.ids.unique(f"{source}-attacks-{target}"),
            "premises": [source],
            "target": target,
        }
        _extend(attack, dict(kept))
        self._add("attacks", link.start, attack)
        self.drawn[source].append(attack["id"])

    def _add_undercut(self, link: Link) -> None:
        """Add an undercut of an argument without a structure, against whatever it is drawn to, or of a statement."""
        assert isinstance(link.target, Node)
        source, target = self._id(link.source), self._id(link.target)
        drawn = tuple(self.drawn[target]) if link.target.is_argument else ()
        if not drawn:
            message = f"found an undercut of {named(link.target)}, which draws no inference"
            fix = "write <- to attack it, or say what it supports or attacks"
            self.problems.add(Notice.UNPLACED_RELATION, link.start, message, fix)
            self._add_attack(link, source, target, {"relation": RelationKind.UNDERCUT.value})
        for inference_or_attack in drawn:
            self._add_attack(link, source, inference_or_attack, {})


def _premises_of(structure: Structure, here: int) -> list[int]:
    """Return the numbers, from 0, of the lines that the step to a line starts from.

    They are those that its data name, or else all since the step before it. Numbers that name no line above the
    conclusion do not count.
    """
    lines = structure.lines
    used = [
        number - 1
        for number in uses_of(lines[here]) or ()
        if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= here
    ]
    if used:
        return used
    start = here - 1
    while start > 0 and lines[start].step is None:
        start -= 1
    return list(range(start, here))


def _take_rules(inference: Fields, step: Step) -> None:
    """Take what stands between the hyphens: one rule is the scheme, several are kept, and so is data."""
    if len(step.rules) == 1:
        inference["scheme"] = step.rules[0]
    elif step.rules:
        _extend(inference, {"rules": list(step.rules)})
    data = {name: value for name, value in (step.data or {}).items() if name not in {"uses", "from"}}
    if data:
        _extend(inference, {"step_data": data})


def _keep(kept: Data, definition: Occurrence | None, node: Node) -> None:
    """Keep the markup, the data and the section of a node."""
    if definition and definition.markup:
        kept["markup"] = definition.markup
    data = node.data
    if data:
        kept["data"] = data
    if node.section:
        kept["section"] = node.section


def _extend(fields: Fields, kept: Data) -> None:
    if kept:
        fields.setdefault("extensions", {}).setdefault(NAMESPACE, {}).update(kept)
