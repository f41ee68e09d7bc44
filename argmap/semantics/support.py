"""Support: what is grounded in sources and givens, where that breaks, and what would mend it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import ArgumentMap, Inference
from argmap.model.collector import collector_paused
from argmap.semantics.account import Account, account
from argmap.semantics.costs import CostOf, Costs, costs_of
from argmap.semantics.cuts import Cuts, CutSearch, Robustness
from argmap.semantics.derivations import Derivation, derivation_of, grounded_part
from argmap.semantics.gaps import Circle, Gap, circle_of, find_gaps
from argmap.semantics.hinges import Hinges, find_hinges
from argmap.semantics.limit import Limit
from argmap.semantics.lines import Lines, lines_of
from argmap.semantics.load_bearing import LoadBearing, load_bearing_of
from argmap.semantics.repairs import Repair, Repairs, find_repairs, repairs_of, ungrounded_part

_DEFAULT_COSTS = Costs()


@dataclass(frozen=True)
class Support:
    """What supports what in one map.

    Claims and inferences form an AND/OR graph: an inference holds if all its premises hold, and its warrant if it
    names one; a claim is grounded if it is held (it is given, or cites a source that the map defines) or if some
    inference to it holds. The answer is the least fixed point, so a loop never grounds itself. Attacks do not count.
    No answer depends on the order of the file.

    Attributes:
        graph: the structure of the map.
        assumed: the ids of claims that count as held too.

    Examples:
        >>> from argmap import loads
        >>> m = loads("{argmap: 1, claims: {a: A, b: B}, inferences: {i: {premises: a, conclusion: b}}}")
        >>> support = m.support()
        >>> support.is_grounded("b")
        False
        >>> [gap.claim_id for gap in support.gaps()]
        ['b', 'a']
        >>> support.repairs("b", k=1).found[0].backing
        ('a',)
    """

    graph: ArgumentGraph
    assumed: frozenset[str] = frozenset()

    # --- what stands ---

    def assuming(self, claim_ids: Iterable[str]) -> Support:
        """Return what supports what if these claims are held too, for example those of a repair.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        return Support(self.graph, self.assumed.union(self.graph.claim(claim_id).id for claim_id in claim_ids))

    def asserting(self) -> Support:
        """Return what supports what if every claim that is stated without a reason is held too.

        That is to read the article with charity: it shows what hangs on what, apart from what is backed.
        """
        return Support(self.graph, frozenset(c for c in self.graph.claims if not self.graph.has_reason(c)))

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the claims that stand without a reason: those that the map backs, and those assumed."""
        return self.graph.held | self.assumed

    def is_grounded(self, claim_id: str) -> bool:
        """Tell whether the claim reaches sources or givens through inferences.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        return self.graph.claim(claim_id).id in self.grounded

    def holds(self, inference: Inference) -> bool:
        """Tell whether all premises of the inference, and its warrant, are grounded."""
        return all(claim_id in self.grounded for claim_id in supporting_claims(inference))

    @cached_property
    @collector_paused()
    def grounded(self) -> frozenset[str]:
        """The ids of all grounded claims; by counters, O(claims + premises)."""
        missing = [len(needed) for needed in self.graph.supporting]
        grounded = set(self.held)
        queue = deque(grounded)
        while queue:
            for number in self._waiting.get(queue.popleft(), ()):
                missing[number] -= 1
                conclusion = self.graph.map.inferences[number].conclusion
                if missing[number] == 0 and conclusion in self.graph.claims and conclusion not in grounded:
                    grounded.add(conclusion)
                    queue.append(conclusion)
        return frozenset(grounded)

    @collector_paused()
    def derivation(self, claim_id: str) -> Derivation | None:
        """Return what grounds the claim, step by step; None if nothing does.

        Of several derivations it is one of the least height. O(what bears on the claim).

        Raises:
            UnknownElementError: the map has no such claim.
        """
        if not self.is_grounded(claim_id):
            return None
        return derivation_of(grounded_part(self.graph, self.grounded, claim_id), self.held, claim_id)

    @collector_paused()
    def why(self, claim_id: str, depth: int | None = None) -> Account:
        """Return how the claim is supported, down to its sources and givens, and where that stops.

        O(n + m) for the part of the map below the claim.

        Args:
            claim_id: the claim.
            depth: how many inferences deep to go, 0 for the claim alone; None for all.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        return account(self, claim_id, depth)

    # --- what is missing ---

    @collector_paused()
    def gaps(self, claim_id: str | None = None) -> tuple[Gap, ...]:
        """Return the claims that matter to the main claims and are not grounded, nearest first; O((n + m) log n).

        Args:
            claim_id: look for what matters to this claim; to the main claims if it is left out.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        return tuple(find_gaps(self, self.graph.main_claims if claim_id is None else [self.graph.claim(claim_id).id]))

    def find_gaps(self) -> Iterator[str]:
        """Yield the ids of the claims that matter to a main claim and are not grounded, nearest first."""
        return (gap.claim_id for gap in self.gaps())

    def circles(self) -> tuple[Circle, ...]:
        """Return each group of two or more claims that support one another while nothing outside grounds them."""
        return tuple(circle_of(self.graph, members) for members in self.find_circles())

    def find_circles(self) -> Iterator[tuple[str, ...]]:
        """Yield the ids of the claims of each circle, sorted; see `circles`."""
        claims, grounded = self.graph.claims, self.grounded
        return self.graph.find_support_cycles(lambda claim_id: claim_id in claims and claim_id not in grounded)

    # --- what would mend it ---

    @collector_paused()
    def repairs(
        self,
        claim_id: str,
        k: int = 3,
        *,
        cost: CostOf = _DEFAULT_COSTS,
        time_limit: float | None = 5.0,
        work_limit: int | None = None,
    ) -> Repairs:
        """Return the cheapest sets of claims which would ground the claim, if each had a source or a reason.

        To find them is NP-hard, so there is a limit; the answer says whether it was reached. Within it the answer is
        exact: by MaxSAT, on circles too.

        Args:
            claim_id: the claim.
            k: so many sets at most, 1 or more.
            cost: what it costs to back a claim: `Costs`, or a function from the claim to a positive integer.
            time_limit: seconds; None for as long as it takes. 0 gives a set at once.
            work_limit: a limit that gives the same answer on any machine, in propagations of the solver; about two
                million take a second. None for none.

        Raises:
            UnknownElementError: the map has no such claim.
            ValueError: `k` or a cost is not positive.
        """
        if k < 1:
            raise ValueError(f"expected k to be 1 or more, found {k}")
        if self.is_grounded(claim_id):
            return Repairs(claim_id, (), bound=0, is_exact=True)
        limit = Limit(time_limit, work_limit)
        part = ungrounded_part(self.graph, self.grounded, [claim_id])
        return repairs_of(part, claim_id, costs_of(self.graph, part.ids, cost), k, limit)

    def find_repairs(self, claim_ids: Iterable[str], most: int, work_limit: int = 200_000) -> Iterator[Repair]:
        """Yield a cheapest repair of each of the claims that is not grounded, in their order.

        Where no claim is needed twice, that is quick and exact. Elsewhere it is searched for, within a limit that
        gives the same answer on any machine; past it comes the cheapest derivation, which counts a claim each time
        that it is needed, and may have claims that could be left out. All together take O((n + m) log n) and the work
        of the limit, for a given `most`, however much of their arguments the claims share.

        Args:
            claim_ids: the claims.
            most: name at most so many claims in one repair, those whose ids sort first.
            work_limit: how much to search for all of them, in propagations of the solver.
        """
        return find_repairs(self.graph, self.grounded, claim_ids, most, work_limit)

    # --- what it hangs on ---

    @collector_paused()
    def load_bearing(self, claim_id: str, *, work_limit: int = 1_000_000) -> LoadBearing:
        """Return the claims without which the claim would not be grounded, each with what falls with it.

        A claim falls if it is neither held nor concluded any more. Where one inference alone grounds a claim, its
        premises are load-bearing for it, and so on down in one pass; other claims of one derivation are tried each.

        Args:
            claim_id: the claim.
            work_limit: so many claims and steps to look at before the rest is left undecided, about a second.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        if not self.is_grounded(claim_id) or claim_id in self.held:
            return LoadBearing(claim_id, (), ())
        part = grounded_part(self.graph, self.grounded, claim_id)
        return load_bearing_of(part, self.held, claim_id, work_limit)

    @cached_property
    def hinges(self) -> Hinges:
        """The claims at which the argument rests and on which a main claim hangs; see `find_hinges` for the limit."""
        return find_hinges(self)

    def cuts(
        self,
        claim_id: str,
        size: int = 2,
        *,
        most: int = 100,
        time_limit: float | None = 5.0,
        work_limit: int | None = None,
    ) -> Cuts:
        """Return the smallest sets of other claims without which the claim would not be grounded.

        Of each set no claim can be left out. A claim that is held has none. To find them is NP-hard, so there is a
        limit; the answer says whether it was reached. Within it the answer is exact: by MaxSAT, on circles too.

        Args:
            claim_id: the claim.
            size: so many claims at most in one set, 1 or more.
            most: so many sets at most, 1 or more.
            time_limit: seconds; None for as long as it takes.
            work_limit: a limit that gives the same answer on any machine; see `repairs`.

        Raises:
            UnknownElementError: the map has no such claim.
            ValueError: `size` or `most` is not positive.
        """
        if size < 1 or most < 1:
            raise ValueError(f"expected size and most to be 1 or more, found {size} and {most}")
        if not self.is_grounded(claim_id) or claim_id in self.held:
            return Cuts(claim_id, (), is_exact=True)
        return self._cut_search(claim_id, Limit(time_limit, work_limit)).cuts(size, most, self.load_bearing(claim_id))

    def robustness(self, claim_id: str, *, time_limit: float | None = 5.0, work_limit: int | None = None) -> Robustness:
        """Return how many other claims have to go before the claim falls: the size of its smallest cut.

        Args:
            claim_id: the claim.
            time_limit: seconds; None for as long as it takes.
            work_limit: a limit that gives the same answer on any machine; see `repairs`.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        if not self.is_grounded(claim_id):
            return Robustness(claim_id, 0)
        if claim_id in self.held:
            return Robustness(claim_id, None)
        return self._cut_search(claim_id, Limit(time_limit, work_limit)).robustness(self.load_bearing(claim_id))

    @collector_paused()
    def lines(self, claim_id: str) -> Lines:
        """Return the lines of support of the claim, one for each inference to it, and what they share.

        The groups of lines take O(n + m) for what bears on the claim; what is listed of all lines together is at most
        200,000 claims and inferences, past which the answer says so.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        return lines_of(self, self.graph.claim(claim_id).id)

    # --- inside ---

    def _cut_search(self, claim_id: str, limit: Limit) -> CutSearch:
        return CutSearch(grounded_part(self.graph, self.grounded, claim_id), self.held, claim_id, limit)

    @cached_property
    def _waiting(self) -> dict[str, list[int]]:
        """For each claim the numbers of the inferences that stand on it."""
        waiting: dict[str, list[int]] = defaultdict(list)
        for number, needed in enumerate(self.graph.supporting):
            for claim_id in needed:
                waiting[claim_id].append(number)
        return waiting


def support(argument_map: ArgumentMap) -> Support:
    """Return what supports what in the map; O(n + m) when first asked."""
    return Support(ArgumentGraph(argument_map))
