"""Extensions: one, or one after another; arguments are numbers."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from typing import assert_never

from argmap.semantics.framework.attack_graph import AttackGraph, members
from argmap.semantics.framework.maximal import LargestMembers, LargestRange, saturated
from argmap.semantics.framework.part import Part, undecided, whole
from argmap.semantics.framework.semantics import Semantics
from argmap.semantics.framework.space import Point, Space, Theory
from argmap.semantics.limit import Limit

Extension = Sequence[int]
"""The numbers of the members, rising."""


def find_extensions(graph: AttackGraph, semantics: Semantics, limit: Limit) -> Generator[Extension, None, None]:
    """Yield every extension once; each next one can take exponential time, and there can be exponentially many.

    Raises:
        LimitReachedError: the limit is reached first.
    """
    match semantics:
        case Semantics.GROUNDED:
            yield members(graph.grounded)
        case Semantics.IDEAL:
            yield _ideal(graph, limit)
        case Semantics.PREFERRED:
            part = undecided(graph)
            with Space(part, Theory.COMPLETE, limit) as space:
                yield from (part.joined(point.inside) for point in LargestMembers(space).find_all())
        case Semantics.SEMI_STABLE | Semantics.STAGE:
            yield from _find_of_largest_range(graph, semantics, limit)
        case Semantics.CONFLICT_FREE:
            yield from _find_models(whole(graph), Theory.CONFLICT_FREE, limit)
        case Semantics.ADMISSIBLE:
            yield from _find_models(whole(graph), Theory.ADMISSIBLE, limit)
        case Semantics.COMPLETE:
            yield from _find_models(undecided(graph), Theory.COMPLETE, limit)
        case Semantics.STABLE:
            yield from _find_models(undecided(graph), Theory.STABLE, limit)
        case _:
            assert_never(semantics)


def find_extension(graph: AttackGraph, semantics: Semantics, limit: Limit) -> Extension | None:
    """Return one extension; None if there is none, which only the stable semantics allows.

    Raises:
        LimitReachedError: the limit is reached first.
    """
    if semantics in {Semantics.CONFLICT_FREE, Semantics.ADMISSIBLE, Semantics.COMPLETE}:
        return members(graph.grounded)
    if semantics is Semantics.PREFERRED:
        return completed(graph, members(graph.grounded), semantics, limit)
    with closing(find_extensions(graph, semantics, limit)) as extensions:
        return next(extensions, None)


def completed(graph: AttackGraph, found: Extension, semantics: Semantics, limit: Limit) -> Extension:
    """Return a complete or preferred extension that holds an admissible set; for other semantics, what was found.

    Raises:
        LimitReachedError: the limit is reached first.
    """
    if semantics is Semantics.COMPLETE:
        return members(graph.defended_from(found))
    if semantics is Semantics.PREFERRED:
        part = undecided(graph, graph.defended_from(found))
        return part.joined(saturated(part, _nothing(part), limit).inside)
    return found


def range_space(graph: AttackGraph, semantics: Semantics, limit: Limit) -> Space:
    """Return where the semi-stable extensions, or the stage extensions, are the sets of largest range."""
    if semantics is Semantics.STAGE:
        return Space(whole(graph), Theory.CONFLICT_FREE, limit)
    return Space(undecided(graph), Theory.COMPLETE, limit)


def _find_of_largest_range(graph: AttackGraph, semantics: Semantics, limit: Limit) -> Generator[Extension, None, None]:
    """Yield the sets of largest range: the stable ones, where there are any, as those reach everything."""
    has_stable = False
    for extension in find_extensions(graph, Semantics.STABLE, limit):
        has_stable = True
        yield extension
    if not has_stable:
        with range_space(graph, semantics, limit) as space:
            yield from (space.part.joined(point.inside) for point in LargestRange(space).find_all())


def _find_models(part: Part, theory: Theory, limit: Limit) -> Generator[Extension, None, None]:
    with Space(part, theory, limit) as space:
        while (point := space.find()) is not None:
            yield part.joined(point.inside)
            space.exclude(point)


def _nothing(part: Part) -> Point:
    """Return the empty set."""
    return Point((), (), range(part.size))


def _ideal(graph: AttackGraph, limit: Limit) -> Extension:
    """Return the ideal extension: the largest admissible set that no admissible set attacks.

    It is inside every preferred extension, so one of them is taken, and its members that some admissible set attacks
    are gathered, many with each question. What is left has one largest admissible subset.
    """
    preferred = set(completed(graph, members(graph.grounded), Semantics.PREFERRED, limit))
    part = undecided(graph)
    left = {position for position, number in enumerate(part.numbers) if number in preferred}
    with Space(part, Theory.COMPLETE, limit) as space:
        space.prefer_attacks_on(sorted(left))
        selector = space.oracle.new_variable()
        point: Point | None = _nothing(part)
        while point is not None:
            left.difference_update(point.beaten)
            space.oracle.add([-selector, *map(space.beaten, sorted(left))])
            point = space.find([selector])
    return graph.largest_admissible(part.joined(sorted(left)))
