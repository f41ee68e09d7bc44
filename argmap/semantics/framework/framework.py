"""Abstract argumentation frameworks: arguments, attacks, and what stands under each semantics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from argmap.model import ArgmapError
from argmap.semantics.framework.acceptance import find_with, find_without
from argmap.semantics.framework.attack_graph import AttackGraph, members
from argmap.semantics.framework.extensions import Extension, completed, find_extension, find_extensions
from argmap.semantics.framework.limited import limited
from argmap.semantics.framework.semantics import Mode, Semantics

if TYPE_CHECKING:
    import networkx as nx


class FrameworkError(ArgmapError, ValueError):
    """What was given makes no framework: an argument twice, or an attack of something that is no argument."""


class UnknownArgumentError(ArgmapError, KeyError):
    """A question names an argument that the framework does not have.

    Attributes:
        argument: the name that was asked for.
        nearest: the most similar name; None if none is similar.
    """

    def __init__(self, argument: str, nearest: str | None = None) -> None:
        self.argument = argument
        self.nearest = nearest
        hint = f"; did you mean [{nearest}]?" if nearest else ""
        self.message = f"no argument [{argument}] in the framework{hint}"
        super().__init__(self.message)

    def __str__(self) -> str:  # KeyError would show the message in quotation marks
        return self.message


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether an argument is accepted, and what shows it.

    Attributes:
        accepted: true or false; also the truth of the whole value.
        witness: the extension that decides: one that holds a credulously accepted argument, or one that lacks an
            argument that is not skeptically accepted; None where only all extensions together decide.
    """

    accepted: bool
    witness: frozenset[str] | None

    def __bool__(self) -> bool:
        return self.accepted


@dataclass(frozen=True, repr=False)
class Framework:
    """A framework after Dung, On the acceptability of arguments (Artificial Intelligence 77, 1995).

    Two frameworks are equal if they have the same arguments in the same order and the same attacks.

    Args:
        arguments: the names of the arguments, each once.
        attacks: pairs of an attacker and its target, as positions in `arguments` from 0 on. They are kept sorted and
            each once.

    Raises:
        FrameworkError: a name stands twice, or a position is out of range.

    Examples:
        >>> framework = Framework.from_names("abc", [("a", "b"), ("b", "a"), ("b", "c")])
        >>> [sorted(extension) for extension in framework.extensions("preferred")]
        [['a', 'c'], ['b']]
        >>> framework.is_accepted("c", "preferred", mode="skeptical")
        False
    """

    arguments: tuple[str, ...]
    attacks: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        arguments = tuple(self.arguments)
        object.__setattr__(self, "arguments", arguments)
        if not all(isinstance(name, str) for name in arguments):
            found = next(name for name in arguments if not isinstance(name, str))
            raise FrameworkError(f"found the argument {found!r}, expected a name that is text")
        if len(self._numbers) < len(arguments):
            twice = next(name for number, name in enumerate(arguments) if self._numbers[name] != number)
            raise FrameworkError(f"found the argument [{twice}] more than once, expected each name once")
        object.__setattr__(self, "attacks", _checked(self.attacks, len(arguments)))

    @staticmethod
    def from_names(arguments: Iterable[str], attacks: Iterable[tuple[str, str]]) -> Framework:
        """Return the framework whose attacks are given as pairs of names.

        Raises:
            FrameworkError: a name stands twice.
            UnknownArgumentError: an attack names something that is no argument.
        """
        bare = Framework(tuple(arguments), ())
        pairs = tuple(attacks)
        numbers = bare._numbers
        try:
            return Framework(bare.arguments, tuple((numbers[attacker], numbers[target]) for attacker, target in pairs))
        except KeyError as error:
            raise bare._unknown(error.args[0]) from None

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.arguments):,} arguments, {len(self.attacks):,} attacks>"

    def number(self, argument: str) -> int:
        """Return the position of the argument in `arguments`, from 0 on.

        Raises:
            UnknownArgumentError: the framework has no such argument.
        """
        try:
            return self._numbers[argument]
        except KeyError:
            raise self._unknown(argument) from None

    def attackers(self, argument: str) -> tuple[str, ...]:
        """Return the arguments that attack the argument, in the order of the framework.

        Raises:
            UnknownArgumentError: the framework has no such argument.
        """
        return tuple(self.arguments[number] for number in self._graph.attackers[self.number(argument)])

    def targets(self, argument: str) -> tuple[str, ...]:
        """Return the arguments that the argument attacks, in the order of the framework.

        Raises:
            UnknownArgumentError: the framework has no such argument.
        """
        return tuple(self.arguments[number] for number in self._graph.targets[self.number(argument)])

    def in_order(self, extension: Iterable[str]) -> tuple[str, ...]:
        """Return the arguments of the set in the order of the framework.

        Raises:
            UnknownArgumentError: the framework has no such argument.
        """
        return tuple(self.arguments[number] for number in sorted(map(self.number, extension)))

    def grounded(self) -> frozenset[str]:
        """Return the grounded extension; O(n + m)."""
        return self._named(members(self._graph.grounded))

    def extensions(self, semantics: Semantics | str, *, seconds: float | None = None) -> Iterator[frozenset[str]]:
        """Yield every extension once, as soon as it is found; always in the same order for an equal framework.

        The number of extensions can be exponential, and but for the grounded one each can take exponential time:
        the problem is NP-hard or harder (Dvořák and Dunne, Computational problems in formal argumentation and their
        complexity, 2018).

        Args:
            semantics: which sets count.
            seconds: how long to search in all; None for as long as it takes.

        Raises:
            TimeLimitError: the time is over, and there may be more extensions.
            ValueError: there is no such semantics.
        """
        return self._extensions(Semantics(semantics), seconds)

    def some_extension(self, semantics: Semantics | str, *, seconds: float | None = None) -> frozenset[str] | None:
        """Return one extension; None if there is none, which only the stable semantics allows. NP-hard or harder.

        Args:
            semantics: which sets count.
            seconds: how long to search; None for as long as it takes.

        Raises:
            TimeLimitError: the time is over.
            ValueError: there is no such semantics.
        """
        with limited(seconds) as limit:
            found = find_extension(self._graph, Semantics(semantics), limit)
        return None if found is None else self._named(found)

    def is_accepted(
        self,
        argument: str,
        semantics: Semantics | str,
        *,
        mode: Mode | str = Mode.CREDULOUS,
        seconds: float | None = None,
    ) -> bool:
        """Tell whether the argument is in some extension (credulous) or in all (skeptical); see `acceptance`."""
        number, semantics = self.number(argument), Semantics(semantics)
        is_credulous = Mode(mode) is Mode.CREDULOUS
        with limited(seconds) as limit:
            found = (find_with if is_credulous else find_without)(self._graph, number, semantics, limit)
        return (found is not None) == is_credulous

    def acceptance(
        self,
        argument: str,
        semantics: Semantics | str,
        *,
        mode: Mode | str = Mode.CREDULOUS,
        seconds: float | None = None,
    ) -> Acceptance:
        """Return whether the argument is in some extension (credulous) or in all (skeptical), with a witness.

        NP-hard or harder, but for the grounded semantics.

        Args:
            argument: the name of the argument.
            semantics: which sets count.
            mode: of how many of them the argument has to be a member.
            seconds: how long to search; None for as long as it takes.

        Raises:
            UnknownArgumentError: the framework has no such argument.
            TimeLimitError: the time is over.
            ValueError: there is no such semantics or mode.
        """
        number, semantics = self.number(argument), Semantics(semantics)
        is_credulous = Mode(mode) is Mode.CREDULOUS
        with limited(seconds) as limit:
            found = (find_with if is_credulous else find_without)(self._graph, number, semantics, limit)
            if found is None:
                return Acceptance(not is_credulous, None)
            return Acceptance(is_credulous, self._named(completed(self._graph, found, semantics, limit)))

    def to_networkx(self) -> nx.DiGraph[str]:
        """Return a networkx graph with a node for each argument and an edge for each attack."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.arguments)
        graph.add_edges_from((self.arguments[attacker], self.arguments[target]) for attacker, target in self.attacks)
        return graph

    def _unknown(self, argument: str) -> UnknownArgumentError:
        from argmap.model import find_nearest

        return UnknownArgumentError(argument, find_nearest(argument, self.arguments))

    def _extensions(self, semantics: Semantics, seconds: float | None) -> Iterator[frozenset[str]]:
        with limited(seconds) as limit:
            for extension in find_extensions(self._graph, semantics, limit):
                yield self._named(extension)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.arguments)}

    @cached_property
    def _graph(self) -> AttackGraph:
        return AttackGraph(len(self.arguments), self.attacks)

    def _named(self, extension: Extension) -> frozenset[str]:
        return frozenset(self.arguments[number] for number in extension)


def _checked(attacks: Iterable[tuple[int, int]], size: int) -> tuple[tuple[int, int], ...]:
    """Return the attacks sorted and each once."""
    try:
        distinct = {(attacker, target) for attacker, target in attacks}
    except (TypeError, ValueError):
        raise FrameworkError("found attacks that are no pairs, expected two positions each, such as (0, 1)") from None
    positions = frozenset(range(size))
    if not positions.issuperset(chain.from_iterable(distinct)):
        odd = min((attack for attack in distinct if not positions.issuperset(attack)), key=repr)
        expected = f"positions from 0 to {size - 1}" if size else "no attack, as there is no argument"
        raise FrameworkError(f"found the attack {odd}, expected {expected}")
    return tuple(sorted(distinct))
