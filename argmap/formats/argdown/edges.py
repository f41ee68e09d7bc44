"""What of a map Argdown can draw: the lines under statements and arguments, and the steps that need a structure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.formats.argdown.document import Data, RelationKind
from argmap.formats.argdown.to_map import NAMESPACE
from argmap.model import ArgumentMap, Attack, Claim, Inference, Proposal
from argmap.model.argument_map import AnyElement


def kept(element: AnyElement) -> Data:
    """Return what an element keeps of the Argdown document that it came from."""
    value = element.extensions.get(NAMESPACE)
    return dict(value) if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation to be written.

    Attributes:
        kind: support, attack, undercut or contradictory.
        source: the id of the claim that it goes from.
        target: the id of the claim or of the inference that it leads to.
    """

    kind: RelationKind
    source: str
    target: str


@dataclass
class Edges:
    """The relations and the structures of a map.

    Attributes:
        by_target: the edges that lead to each claim or inference, in the order of the map, each once.
        structures: for the last step of each argument, all its steps in order.
    """

    by_target: defaultdict[str, dict[Edge, None]] = field(default_factory=lambda: defaultdict(dict))
    structures: dict[str, list[Inference]] = field(default_factory=dict)

    def add(self, kind: RelationKind, source: str, target: str) -> None:
        """Add an edge; one that is there already stays one."""
        self.by_target[target][Edge(kind, source, target)] = None


def find_edges(argument_map: ArgumentMap) -> Edges:
    """Return what of a map Argdown can draw; O(size of the map)."""
    return _Finder(argument_map).find()


class _Finder:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.claims: dict[str, Claim | Proposal] = {}
        for claim in argument_map.claims:
            self.claims.setdefault(claim.id, claim)
        self.inferences: dict[str, Inference] = {}
        for inference in argument_map.inferences:
            self.inferences.setdefault(inference.id, inference)
        self.attacks: dict[str, Attack] = {}
        for attack in argument_map.attacks:
            self.attacks.setdefault(attack.id, attack)
        self.edges = Edges()

    def find(self) -> Edges:
        attacked = {attack.target for attack in self.attacks.values()}
        steps: defaultdict[str, list[Inference]] = defaultdict(list)
        for inference in self.inferences.values():
            main = kept(inference).get("step_of")
            if isinstance(main, str) and main in self.inferences and "step_of" not in kept(self.inferences[main]):
                steps[main].append(inference)
        within = {step.id for group in steps.values() for step in group}
        plain: list[Inference] = []
        for inference in self.inferences.values():
            if inference.id in within:
                continue
            if inference.id not in steps and self._is_plain(inference, attacked):
                plain.append(inference)
            else:
                self.edges.structures[inference.id] = [*steps.get(inference.id, ()), inference]
        self._add_supports(plain)
        self._add_attacks()
        return self.edges

    def _is_plain(self, inference: Inference, attacked: Iterable[str]) -> bool:
        """Tell whether an inference is a line under its conclusion, and no structure."""
        if len(inference.premises) > 1 or inference.scheme or inference.warrant or kept(inference):
            return False
        return inference.id not in attacked or self._is_argument(inference.premises[0])

    def _is_argument(self, claim_id: str) -> bool:
        claim = self.claims.get(claim_id)
        return claim is not None and kept(claim).get("argument") is True

    def _add_supports(self, plain: Iterable[Inference]) -> None:
        said: set[tuple[str, str]] = set()
        for main, steps in self.edges.structures.items():
            sources = kept(steps[-1]).get("supported_by")
            lines = {premise for step in steps for premise in step.premises} - {step.conclusion for step in steps}
            for source in sources if isinstance(sources, list) else ():
                if isinstance(source, str) and (source in lines or len(lines) == 1):
                    self.edges.add(RelationKind.SUPPORT, source, main)
                    said.update((source, line) for line in lines)
        for inference in plain:
            source, target = inference.premises[0], inference.conclusion
            claim = self.claims.get(target)
            argument = kept(claim).get("warrant_of") if claim else None
            if isinstance(argument, str) and argument in self.edges.structures:
                target = argument
            if (source, target) not in said:
                self.edges.add(RelationKind.SUPPORT, source, target)

    def _add_attacks(self) -> None:
        steps = {step.id for group in self.edges.structures.values() for step in group}
        for attack in self.attacks.values():
            relation = kept(attack).get("relation")
            for source in attack.premises:
                if attack.target in steps:
                    is_attack = relation == RelationKind.ATTACK.value and attack.target in self.edges.structures
                    kind = RelationKind.ATTACK if is_attack else RelationKind.UNDERCUT
                    self.edges.add(kind, source, attack.target)
                elif attack.target in self.inferences or attack.target in self.attacks:
                    self._add_undercut_of_argument(source, attack.target)
                elif relation == RelationKind.CONTRADICTORY.value and not (
                    self._is_argument(source) or self._is_argument(attack.target)
                ):
                    if (
                        Edge(RelationKind.CONTRADICTORY, source, attack.target)
                        not in self.edges.by_target[attack.target]
                    ):
                        self.edges.add(RelationKind.CONTRADICTORY, attack.target, source)
                elif relation == RelationKind.UNDERCUT.value:
                    self.edges.add(RelationKind.UNDERCUT, source, attack.target)
                elif relation != RelationKind.CONTRARY.value or not self._is_said(attack.target, source):
                    self.edges.add(RelationKind.ATTACK, source, attack.target)

    def _is_said(self, source: str, target: str) -> bool:
        return Edge(RelationKind.ATTACK, source, target) in self.edges.by_target[target]

    def _add_undercut_of_argument(self, source: str, target: str) -> None:
        """Draw an attack on what an argument without a structure is drawn to as an undercut of the argument."""
        step = self.inferences.get(target) or self.attacks.get(target)
        if step is not None and len(step.premises) == 1 and self._is_argument(step.premises[0]):
            self.edges.add(RelationKind.UNDERCUT, source, step.premises[0])
