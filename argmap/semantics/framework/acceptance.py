"""Acceptance: whether an argument is in some extension, or in all, and the set that decides; arguments are numbers."""

from __future__ import annotations

from bisect import bisect_left
from typing import assert_never

from argmap.semantics.framework.attack_graph import AttackGraph, Status, members
from argmap.semantics.framework.extensions import Extension, find_extension, range_space
from argmap.semantics.framework.maximal import LargestMembers, LargestRange
from argmap.semantics.framework.part import Part, undecided, undecided_above
from argmap.semantics.framework.semantics import Semantics
from argmap.semantics.framework.space import Space, Theory
from argmap.semantics.limit import Limit


def find_with(graph: AttackGraph, argument: int, semantics: Semantics, limit: Limit) -> Extension | None:
    """Return an extension that holds the argument, or a set that `completed` makes one; None if no extension does.

    Raises:
        LimitReachedError: the limit is reached first.
    """
    status = graph.grounded[argument]
    match semantics:
        case Semantics.CONFLICT_FREE:
            return None if argument in graph.attackers[argument] else [argument]
        case Semantics.ADMISSIBLE | Semantics.COMPLETE | Semantics.PREFERRED:
            return _admissible_with(graph, argument, limit)
        case Semantics.GROUNDED:
            return members(graph.grounded) if status == Status.IN else None
        case Semantics.IDEAL:
            ideal = find_extension(graph, semantics, limit) if status != Status.OUT else ()
            return ideal if ideal and argument in ideal else None
        case Semantics.STABLE:
            return _stable(graph, argument, limit, holds=True)
        case Semantics.SEMI_STABLE | Semantics.STAGE:
            return _of_largest_range(graph, argument, semantics, limit, holds=True)
        case _:
            assert_never(semantics)


def find_without(graph: AttackGraph, argument: int, semantics: Semantics, limit: Limit) -> Extension | None:
    """Return an extension that lacks the argument, or a set that `completed` makes one; None if all hold the argument.

    Raises:
        LimitReachedError: the limit is reached first.
    """
    status = graph.grounded[argument]
    match semantics:
        case Semantics.CONFLICT_FREE | Semantics.ADMISSIBLE:
            return ()
        case Semantics.GROUNDED | Semantics.COMPLETE:
            return None if status == Status.IN else members(graph.grounded)
        case Semantics.PREFERRED:
            return _admissible_against(graph, argument, limit)
        case Semantics.IDEAL:
            ideal = find_extension(graph, semantics, limit) if status != Status.IN else None
            return None if ideal is None or argument in ideal else ideal
        case Semantics.STABLE:
            return _stable(graph, argument, limit, holds=False)
        case Semantics.SEMI_STABLE | Semantics.STAGE:
            return _of_largest_range(graph, argument, semantics, limit, holds=False)
        case _:
            assert_never(semantics)


def _admissible_with(graph: AttackGraph, argument: int, limit: Limit) -> Extension | None:
    """Return an admissible set that holds the argument; None if there is none."""
    match graph.grounded[argument]:
        case Status.IN:
            return members(graph.grounded)
        case Status.OUT:
            return None
    part = undecided_above(graph, argument)
    with Space(part, Theory.COMPLETE, limit) as space:
        point = space.find([space.inside(_position(part, argument))])
    return None if point is None else part.joined(point.inside)


def _admissible_against(graph: AttackGraph, argument: int, limit: Limit) -> Extension | None:
    """Return an admissible set that no preferred extension with the argument holds; None if all have the argument.

    Two quick tries come first: a set that attacks the argument, and whether any set holds it at all.
    """
    match graph.grounded[argument]:
        case Status.IN:
            return None
        case Status.OUT:
            return members(graph.grounded)
    part = undecided_above(graph, argument)
    with Space(part, Theory.COMPLETE, limit) as space:
        position = _position(part, argument)
        point = space.find([space.beaten(position)])
        if point is None:
            if space.find([space.inside(position)]) is None:
                return part.accepted
            point = LargestMembers(space).find_with(position, holds=False)
    return None if point is None else part.joined(point.inside)


def _stable(graph: AttackGraph, argument: int, limit: Limit, *, holds: bool) -> Extension | None:
    """Return a stable extension that holds the argument, or lacks it; None if there is none."""
    status = graph.grounded[argument]
    if status != Status.UNDECIDED:
        return find_extension(graph, Semantics.STABLE, limit) if (status == Status.IN) == holds else None
    part = undecided(graph)
    with Space(part, Theory.STABLE, limit) as space:
        inside = space.inside(_position(part, argument))
        point = space.find([inside if holds else -inside])
    return None if point is None else part.joined(point.inside)


def _of_largest_range(
    graph: AttackGraph, argument: int, semantics: Semantics, limit: Limit, *, holds: bool
) -> Extension | None:
    """Return a semi-stable or stage extension that holds the argument, or lacks it; None if there is none."""
    stable = find_extension(graph, Semantics.STABLE, limit)
    if stable is not None:
        return stable if (argument in stable) == holds else _stable(graph, argument, limit, holds=holds)
    status = graph.grounded[argument]
    if semantics is Semantics.SEMI_STABLE and status != Status.UNDECIDED:
        return find_extension(graph, semantics, limit) if (status == Status.IN) == holds else None
    with range_space(graph, semantics, limit) as space:
        point = LargestRange(space).find_with(_position(space.part, argument), holds=holds)
        return None if point is None else space.part.joined(point.inside)


def _position(part: Part, argument: int) -> int:
    return bisect_left(part.numbers, argument)
