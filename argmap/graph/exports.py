"""The map as a graph of another library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import ArgumentMap

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(argument_map: ArgumentMap) -> nx.MultiDiGraph[str]:
    """Return a networkx graph with a node for each claim, inference and attack; O(n + m).

    Nodes have `type`, and claims `kind` and `text`. Edges have `role`: premise, warrant and answer lead from a
    claim to a step, conclusion and target from a step to what it is about. Ids that nothing defines are nodes
    of type "undefined".
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=argument_map.title)
    for claim in argument_map.claims:
        graph.add_node(claim.id, type=claim.type, kind=claim.kind.value, text=claim.text)
    for inference in argument_map.inferences:
        graph.add_node(inference.id, type="inference")
    for attack in argument_map.attacks:
        graph.add_node(attack.id, type="attack")
    for source, target, role in _edges(argument_map):
        for end in (source, target):
            if end not in graph:
                graph.add_node(end, type="undefined")
        graph.add_edge(source, target, role=role)
    return graph


def _edges(argument_map: ArgumentMap) -> Iterator[tuple[str, str, str]]:
    for inference in argument_map.inferences:
        yield from ((claim_id, inference.id, "premise") for claim_id in inference.premises)
        if inference.warrant is not None:
            yield inference.warrant, inference.id, "warrant"
        yield from ((claim_id, inference.id, "answer") for claim_id in inference.answers.values())
        yield inference.id, inference.conclusion, "conclusion"
    for attack in argument_map.attacks:
        yield from ((claim_id, attack.id, "premise") for claim_id in attack.premises)
        yield attack.id, attack.target, "target"
