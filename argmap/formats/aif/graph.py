"""The graph of an AIF document: which nodes are claims, inferences and attacks, and what stays without a word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.aif.layout import Json, Layout, key_of
from argmap.formats.foreign import Notes
from argmap.formats.notices import Notice
from argmap.model import Path, Severity

CLAIM, INFERENCE, ATTACK = "I", "RA", "CA"
LOCUTION, ILLOCUTION = "L", "YA"
_STEPS = frozenset({INFERENCE, ATTACK})
_KNOWN = frozenset({"MA", "PA", "TA", "EN", LOCUTION, ILLOCUTION})


@dataclass
class Graph:
    """The nodes and edges of a document, by the numbers of the nodes.

    Attributes:
        layout: the document's layout.
        path: the way to the mapping that holds nodes and edges.
        nodes: the nodes in the order of the document.
        numbers: the number of each node in the document's list.
        kinds: the type of each node; "" for one that is set aside.
        aside: the nodes that are noted one by one as set aside.
        by_key: the number of each node by its id.
        premises: for each step the claims that lead to it, in the order of the edges.
        targets: for each step what it leads to.
        illocutions: for each illocution the locutions that lead to it and what it leads to.
    """

    layout: Layout
    path: Path
    nodes: list[Json]
    notes: Notes
    numbers: Sequence[int]
    kinds: list[str] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)
    by_key: dict[str, int] = field(default_factory=dict)
    premises: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    targets: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    illocutions: dict[int, tuple[list[int], list[int]]] = field(default_factory=lambda: defaultdict(lambda: ([], [])))

    def number_nodes(self) -> None:
        """Find the type and the id of each node."""
        id_key, by_key, kinds = self.layout.id_key, self.by_key, self.kinds
        for number, node in enumerate(self.nodes):
            kind = node.get("type")
            key = node.get(id_key)
            if key.__class__ is not str:
                key = key_of(key)
            if key is None:
                self._set_node_aside(number, f"node {number + 1} has no `{id_key}`", Notice.MISSING_FIELD)
                kind = ""
            elif by_key.setdefault(key, number) != number:
                self._set_node_aside(
                    number, f"node [{key}] stands twice; edges lead to the first one", Notice.SET_ASIDE
                )
                kind = ""
            elif kind == CLAIM and node.get("text").__class__ is not str:
                self._set_node_aside(number, f"node [{key}] of type I has no text", Notice.MISSING_FIELD)
                kind = ""
            kinds.append(kind if isinstance(kind, str) else "")

    def _set_node_aside(self, number: int, message: str, code: Notice) -> None:
        self.notes.odd(f"{message}; it is kept as an extension", self.path_of(number), code=code)
        self.aside.add(number)

    def path_of(self, number: int) -> Path:
        """Return the way to a node in the document."""
        return (*self.path, "nodes", self.numbers[number])

    def name(self, number: int) -> str:
        """Return how messages name a node."""
        return f"node [{key_of(self.nodes[number].get(self.layout.id_key))}]"

    def connect(self, numbers: Sequence[int], sources: list[Any], targets_of_edges: list[Any]) -> None:
        """Take the edges: the number of each in the document, and the ids of its ends as they stand there."""
        kinds, by_key, premises, targets = self.kinds, self.by_key, self.premises, self.targets
        for number, source_id, target_id in zip(numbers, sources, targets_of_edges, strict=True):
            try:
                source, target = by_key[source_id], by_key[target_id]
            except (KeyError, TypeError):  # numbers are found by their text, and mappings are no ids
                keys = (key_of(source_id), key_of(target_id))
                source, target = by_key.get(keys[0] or "", -1), by_key.get(keys[1] or "", -1)
                if source < 0 or target < 0:
                    self._note_loose_edge(number, *keys)
                    continue
            above, below = kinds[source], kinds[target]
            if below in _STEPS and above == CLAIM:
                premises[target].append(source)
            elif above in _STEPS:
                targets[source].append(target)
            elif below == ILLOCUTION and above == LOCUTION:
                self.illocutions[target][0].append(source)
            elif above == ILLOCUTION:
                self.illocutions[source][1].append(target)
            elif above == below == CLAIM:
                self.notes.set_aside(
                    f"an edge leads from {self.name(source)} to {self.name(target)} with no step between them; "
                    "it is kept as an extension",
                    (*self.path, "edges", number),
                )

    def _note_loose_edge(self, number: int, source: str | None, target: str | None) -> None:
        ends = [
            f"[{key}]" if key is not None else "nothing"
            for key in (source, target)
            if key is None or key not in self.by_key
        ]
        self.notes.odd(
            f"edge {number + 1} leads from or to {' and '.join(ends)}, expected nodes of the document; "
            "it is kept as an extension",
            (*self.path, "edges", number),
        )

    def choose_steps(self) -> None:
        """Set aside every step that no inference or attack of a map could be."""
        rejected = [number for number, kind in enumerate(self.kinds) if kind in _STEPS and not self._is_step(number)]
        attackers = defaultdict(list)
        for number, kind in enumerate(self.kinds):
            if kind == ATTACK:
                for target in self.targets.get(number, ()):
                    attackers[target].append(number)
        while rejected:
            number = rejected.pop()
            self.kinds[number] = ""
            for attacker in attackers.get(number, ()):
                if attacker not in self.aside:
                    self._set_step_aside(attacker, f"attacks {self.name(number)}, which is no part of the map")
                    rejected.append(attacker)

    def _is_step(self, number: int) -> bool:
        targets = self.targets.get(number, [])
        if len(targets) > 1:
            targets = list(dict.fromkeys(targets))
        if not self.premises.get(number):
            self._set_step_aside(number, "has no premise")
        elif len(targets) != 1:
            what = "target" if self.kinds[number] == ATTACK else "conclusion"
            self._set_step_aside(number, f"has {len(targets)} {what}s, expected one")
        elif self.kinds[targets[0]] not in (_ATTACKED if self.kinds[number] == ATTACK else {CLAIM}):
            kind = self.nodes[targets[0]].get("type")
            self._set_step_aside(number, f"leads to {self.name(targets[0])} of type {kind}")
        else:
            return True
        return False

    def _set_step_aside(self, number: int, why: str) -> None:
        kind = self.nodes[number].get("type")
        self.notes.set_aside(
            f"{self.name(number)} of type {kind} {why}; it is kept as an extension", self.path_of(number)
        )
        self.aside.add(number)

    def note_others(self) -> None:
        """Say how many nodes of other types there are."""
        others = (
            number for number, kind in enumerate(self.kinds) if kind not in _ELEMENTS and number not in self.aside
        )
        counts = Counter(self.kinds[number] for number in others)
        for kind, count in sorted(counts.items()):
            of = f"of type {kind}" if kind in _KNOWN else f"of the unknown type {kind[:20]}" if kind else "of no type"
            nodes = "1 node" if count == 1 else f"{count:,} nodes"
            kept = "it is" if count == 1 else "they are"
            self.notes.set_aside(f"{nodes} {of}: {kept} kept as an extension", severity=Severity.INFO)


_ATTACKED = frozenset({CLAIM, INFERENCE, ATTACK})
_ELEMENTS = _ATTACKED
