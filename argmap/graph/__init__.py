"""The structure of a map: roles, relations and every question about what leads to what."""

from argmap.graph.anchors import AnchorUse, find_anchors
from argmap.graph.argument_graph import ArgumentGraph
from argmap.graph.dead_ends import DeadEnd
from argmap.graph.differences import Change, Differences, FieldChange, Part, diff
from argmap.graph.evidence_dates import find_newest_evidence, newest_source
from argmap.graph.exports import to_networkx
from argmap.graph.joined_maps import Fate, JoinedMaps, join_maps
from argmap.graph.matching import Matching
from argmap.graph.numbers import find_numbers, letter_of
from argmap.graph.proposals import (
    find_consequential,
    find_derived_from_facts,
    find_expectations,
    find_proposals,
    find_without_means,
)
from argmap.graph.references import Reference
from argmap.graph.roles import AttackKind, Role, Side
from argmap.graph.shared_support import Shared, SharedSupport
from argmap.graph.steps import Step, goal, supporting_claims, used_claims

__all__ = [
    "AnchorUse",
    "ArgumentGraph",
    "AttackKind",
    "Change",
    "DeadEnd",
    "Differences",
    "Fate",
    "FieldChange",
    "JoinedMaps",
    "Matching",
    "Part",
    "Reference",
    "Role",
    "Shared",
    "SharedSupport",
    "Side",
    "Step",
    "diff",
    "find_anchors",
    "find_consequential",
    "find_derived_from_facts",
    "find_expectations",
    "find_newest_evidence",
    "find_numbers",
    "find_proposals",
    "find_without_means",
    "goal",
    "join_maps",
    "letter_of",
    "newest_source",
    "supporting_claims",
    "to_networkx",
    "used_claims",
]
