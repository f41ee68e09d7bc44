"""The sets of a space that are maximal: in what they hold, or in what they reach."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from argmap.semantics.framework.part import Part
from argmap.semantics.framework.space import Point, Space, Theory
from argmap.semantics.limit import Limit


def saturated(part: Part, point: Point, limit: Limit, *, without: Sequence[int] = ()) -> Point:
    """Return a complete set that holds the point's members, and that no other without the arguments holds and more.

    What the set leaves open is a framework of its own, mostly a small one: the search goes on in that alone.

    Args:
        part: where the point is.
        point: a complete set.
        limit: how long to search.
        without: positions of arguments that are to stay outside.
    """
    inside, beaten, rest = list(point.inside), list(point.beaten), point.open
    while rest:
        smaller = part.restricted(rest)
        position = {number: index for index, number in enumerate(rest)}
        with Space(smaller, Theory.COMPLETE, limit) as space:
            space.oracle.add([space.inside(index) for index in range(smaller.size)])
            for number in without:
                if number in position:
                    space.oracle.add([-space.inside(position[number])])
            found = space.find()
        if found is None:
            break
        inside += (rest[index] for index in found.inside)
        beaten += (rest[index] for index in found.beaten)
        rest = [rest[index] for index in found.open]
    return Point(sorted(inside), sorted(beaten), rest)


class Maximal(ABC):
    """Searches a space for sets whose measure is maximal.

    A larger set is asked for from the solver until there is none: each question has one selector, under which it names
    what is measured so far and wants one thing more.

    Attributes:
        space: where to search.
    """

    def __init__(self, space: Space) -> None:
        self.space = space

    @abstractmethod
    def variable(self, position: int) -> int:
        """Return the variable that is true only if the argument counts."""

    @abstractmethod
    def measured(self, point: Point) -> list[int]:
        """Return the positions of the arguments that count in the set."""

    @abstractmethod
    def grow(self, point: Point, *, argument: int | None = None, holds: bool = False) -> Point:
        """Return a set that measures as much or more, such that none measures still more.

        Args:
            point: where to start.
            argument: if it is given, only sets count that hold the argument, or that lack it.
            holds: whether they hold or lack it.
        """

    @abstractmethod
    def find_equals(self, point: Point) -> Iterator[Point]:
        """Yield all sets that measure the same, and take them out of the space."""

    def find_with(self, argument: int, *, holds: bool) -> Point | None:
        """Return a maximal set that holds the argument, or lacks it; None if there is none.

        Counterexample-guided: a set that is maximal among those which do, if another one measures more, leads to a
        maximal set; what measures no more than that is not asked for again.
        """
        oracle = self.space.oracle
        literal = self.space.inside(argument) * (1 if holds else -1)
        blocks = oracle.new_variable()
        while (point := self.space.find([blocks, literal])) is not None:
            point = self.grow(point, argument=argument, holds=holds)
            larger = self.find_larger(point)
            if larger is None:
                return point
            self._exclude_up_to(self.grow(larger), blocks)
        return None

    def find_all(self) -> Iterator[Point]:
        """Yield every maximal set."""
        blocks = self.space.oracle.new_variable()
        while (point := self.space.find([blocks])) is not None:
            point = self.grow(point)
            yield from self.find_equals(point)
            self._exclude_up_to(point, blocks)

    def find_larger(self, point: Point, keep: Sequence[int] = ()) -> Point | None:
        """Return a set that measures more and for which the literals hold; None if there is none."""
        if not point.open:
            return None
        oracle = self.space.oracle
        selector = oracle.new_variable()
        oracle.add([-selector, *map(self.variable, point.open)])
        larger = self.space.find([selector, *keep, *map(self.variable, self.measured(point))])
        oracle.add([-selector])
        return larger

    def _exclude_up_to(self, point: Point, selector: int) -> None:
        """Under the selector, take out all sets that measure no more than the point."""
        measured = set(self.measured(point))
        rest = (position for position in range(self.space.part.size) if position not in measured)
        self.space.oracle.add([-selector, *map(self.variable, rest)])


class LargestMembers(Maximal):
    """Searches a space of complete sets for those that no other one holds: the preferred extensions."""

    def variable(self, position: int) -> int:
        """Return the variable of being inside."""
        return self.space.inside(position)

    def measured(self, point: Point) -> list[int]:
        """Return the members."""
        return list(point.inside)

    def grow(self, point: Point, *, argument: int | None = None, holds: bool = False) -> Point:
        """Return a maximal set that holds the members, with what the solver has learnt as long as much is open."""
        without = [] if argument is None or holds else [argument]
        keep = [-self.space.inside(position) for position in without]
        while 2 * len(point.open) > self.space.part.size:
            larger = self.find_larger(point, keep)
            if larger is None:
                return point
            point = larger
        return saturated(self.space.part, point, self.space.limit, without=without)

    def find_equals(self, point: Point) -> Iterator[Point]:
        """Yield the point: what has the same members is the same set."""
        yield point


class LargestRange(Maximal):
    """Searches a space for the sets that reach most: the arguments in the set and those that it attacks."""

    def __init__(self, space: Space) -> None:
        super().__init__(space)
        space.reach()

    def variable(self, position: int) -> int:
        """Return the variable of being reached."""
        return self.space.reached(position)

    def measured(self, point: Point) -> list[int]:
        """Return the range."""
        return [*point.inside, *point.beaten]

    def grow(self, point: Point, *, argument: int | None = None, holds: bool = False) -> Point:
        """Return a set of maximal range that reaches all that the point does."""
        keep = [] if argument is None else [self.space.inside(argument) * (1 if holds else -1)]
        larger: Point | None = point
        while larger is not None:
            point = larger
            if self.space.theory is Theory.COMPLETE:
                without = [] if argument is None or holds else [argument]
                point = saturated(self.space.part, point, self.space.limit, without=without)
            larger = self.find_larger(point, keep)
        return point

    def find_equals(self, point: Point) -> Iterator[Point]:
        """Yield the sets of the same range."""
        reached = [self.variable(position) for position in self.measured(point)]
        found: Point | None = point
        while found is not None:
            yield found
            self.space.exclude(found)
            found = self.space.find(reached)
