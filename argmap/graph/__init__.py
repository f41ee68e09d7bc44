"""The structure of a map: roles, relations and every question about what leads to what."""

from argmap.graph.argument_graph import ArgumentGraph
from argmap.graph.dead_ends import DeadEnd
from argmap.graph.exports import to_networkx
from argmap.graph.proposals import (
    find_consequential,
    find_derived_from_facts,
    find_expectations,
    find_proposals,
    find_without_means,
)
from argmap.graph.references import Reference
from argmap.graph.roles import AttackKind, Role, Side
from argmap.graph.steps import Step, supporting_claims, used_claims

__all__ = [
    "ArgumentGraph",
    "AttackKind",
    "DeadEnd",
    "Reference",
    "Role",
    "Side",
    "Step",
    "find_consequential",
    "find_derived_from_facts",
    "find_expectations",
    "find_proposals",
    "find_without_means",
    "supporting_claims",
    "to_networkx",
    "used_claims",
]
