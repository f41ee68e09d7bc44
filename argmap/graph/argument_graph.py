"""The structure of a map as a graph: every question about what leads to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from argmap.graph import oddities
from argmap.graph.below import Below
from argmap.graph.circles import find_behind_circles, find_circles, find_onward, shortest_circle
from argmap.graph.contested import nearest_attacks
from argmap.graph.dead_ends import DeadEnd, find_dead_ends
from argmap.graph.elements import Elements
from argmap.graph.replies import find_concessions, find_unanswered_attacks, find_weak_replies
from argmap.graph.roles import AttackKind, Role, Side, attack_kind, find_main_claims, role_of
from argmap.graph.self_defeat import SelfDefeats, find_self_defeats
from argmap.graph.shared_support import SharedSupport, find_shared_support
from argmap.graph.steps import Step, group_by_goal, group_by_used, supporting_claims, used_claims
from argmap.model import AnyClaim, ArgumentMap, Attack, Given, Inference


class ArgumentGraph(Elements):
    """Answers questions about the structure of one map; what it defines and names is asked in `Elements`.

    Every `find_*` method over the whole map is O(n + m) for n elements and m references between them, unless it says
    otherwise. Nothing recurses, and no answer depends on the order of the file but for that in which it yields. Where
    an id is defined twice, the definition whose JSON sorts first counts for questions about one claim, and all of them
    for inferences and attacks.

    Attributes:
        map: the map.
        claims, sources, parties: id to element.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        super().__init__(argument_map)
        self._roles: dict[str, Role] = {}

    # --- one element ---

    def inferences_to(self, claim_id: str) -> tuple[Inference, ...]:
        """Return the inferences that conclude the claim, in file order."""
        return tuple(self._to.get(claim_id, ()))

    def inferences_from(self, claim_id: str) -> tuple[Inference, ...]:
        """Return the inferences that use the claim as premise, warrant or answer, in file order."""
        return tuple(self._from.get(claim_id, ()))

    def conclusions_of(self, inference_id: str) -> tuple[str, ...]:
        """Return what the inferences conclude that have the id, in file order; () if none has."""
        return tuple(self._conclusions.get(inference_id, ()))

    def attacks_on(self, element_id: str) -> tuple[Attack, ...]:
        """Return the attacks on the claim, inference or attack, in file order."""
        return tuple(self._attacks_on.get(element_id, ()))

    def attacks_from(self, claim_id: str) -> tuple[Attack, ...]:
        """Return the attacks that use the claim as premise, in file order."""
        return tuple(self._attacks_from.get(claim_id, ()))

    def has_reason(self, claim_id: str) -> bool:
        """Tell whether some inference concludes the claim."""
        return claim_id in self._to

    def is_premise(self, claim_id: str) -> bool:
        """Tell whether the claim is used: as premise of an inference or attack, as warrant or as answer."""
        return claim_id in self._from or claim_id in self._attacks_from

    def has_step(self, claim_id: str) -> bool:
        """Tell whether some inference or attack uses the claim, concludes it or is on it."""
        return self.has_reason(claim_id) or self.is_premise(claim_id) or claim_id in self._attacks_on

    def is_held(self, claim_id: str) -> bool:
        """Tell whether the claim is given, or cites a source that the map defines and that is not the article itself.

        What the article asserts, it asserts; that is no support of it.
        """
        return claim_id in self.held

    def backing(self, claim: AnyClaim) -> tuple[str, ...]:
        """Return the ids of the sources that back the claim: the `backing_sources` among those it cites, each once."""
        return tuple(dict.fromkeys(filter(self.backing_sources.__contains__, claim.cites)))

    def role(self, claim_id: str) -> Role:
        """Return the role that the claim plays in the map."""
        if claim_id not in self._roles:
            self._roles[claim_id] = role_of(self, self.claim(claim_id))
        return self._roles[claim_id]

    def attack_kind(self, attack: Attack) -> AttackKind:
        """Return whether the attack rebuts, undermines or undercuts its target."""
        return attack_kind(self, attack)

    # --- the whole map ---

    @cached_property
    def backing_sources(self) -> frozenset[str]:
        """The ids of the sources that can back a claim: all that the map defines, but for the article itself."""
        return frozenset(self.sources.keys() - {self.map.article})

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the claims that are held; see `is_held`."""
        return frozenset(
            claim_id
            for claim_id, claim in self.claims.items()
            if claim.given is not Given.NONE or (claim.cites and not self.backing_sources.isdisjoint(claim.cites))
        )

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The inferences, then the attacks, each in file order."""
        return (*self.map.inferences, *self.map.attacks)

    @cached_property
    def supporting(self) -> tuple[tuple[str, ...], ...]:
        """For each inference of the map, in its order, the claims that it stands on."""
        return tuple(supporting_claims(inference) for inference in self.map.inferences)

    def find_steps(self) -> Iterator[tuple[Step, tuple[str, ...]]]:
        """Yield every inference and attack with the claims that it stands on, in file order."""
        yield from zip(self.map.inferences, self.supporting, strict=True)
        for attack in self.map.attacks:
            yield attack, used_claims(attack)

    @cached_property
    def main_claims(self) -> tuple[str, ...]:
        """The ids of the main claims: those the map names, else those that conclude something and serve nothing.

        Where nothing is concluded, as in a debate of objections and replies, they are those that are attacked and
        serve nothing.
        """
        return find_main_claims(self)

    @cached_property
    def main_ids(self) -> frozenset[str]:
        """The ids of the main claims, to ask whether a claim is one."""
        return frozenset(self.main_claims)

    def find_isolated_claims(self) -> Iterator[str]:
        """Yield the claims that nothing connects with the rest: no inference, no attack, not named main."""
        return oddities.find_isolated_claims(self)

    def find_self_support(self) -> Iterator[Inference]:
        """Yield the inferences whose conclusion is one of their own premises, or their own warrant."""
        return oddities.find_self_support(self)

    def find_unsupported_claims(self, min_reasons: int = 1) -> Iterator[str]:
        """Yield the claims that are not held and that fewer inferences conclude than they need."""
        for claim_id in self.claims:
            if len(self._to.get(claim_id, ())) < min_reasons and not self.is_held(claim_id):
                yield claim_id

    def find_divergent_claims(self) -> Iterator[str]:
        """Yield the claims that two or more inferences use."""
        return (claim_id for claim_id in self.claims if len(self._from.get(claim_id, ())) > 1)

    def find_convergent_inferences(self) -> Iterator[tuple[Inference, ...]]:
        """Yield the inferences to each conclusion that has two or more, in file order."""
        return (tuple(inferences) for inferences in self._to.values() if len(inferences) > 1)

    def find_repeated_inferences(self) -> Iterator[tuple[Inference, ...]]:
        """Yield groups of inferences with the same premises (in any order), conclusion, warrant and scheme."""
        return oddities.find_repeated_inferences(self)

    def find_two_faced_premises(self) -> Iterator[tuple[str, Inference, Attack]]:
        """Yield (claim, inference, attack) where the claim is a premise of both, for and against one claim.

        Of several such attacks the one whose id sorts first counts.
        """
        return oddities.find_two_faced_premises(self)

    def find_support_cycles(self, among: Callable[[str], bool] | None = None) -> Iterator[tuple[str, ...]]:
        """Yield the claims of every strongly connected component of the support relation, two or more at a time.

        Attacks never count. Claims are sorted by id, components by their first claim.

        Args:
            among: keeps only the claims for which it is true.
        """
        return find_circles(
            (premise_id, inference.conclusion)
            for inference, needed in zip(self.map.inferences, self.supporting, strict=True)
            if inference.conclusion in self._behind_circles and (among is None or among(inference.conclusion))
            for premise_id in needed
            if premise_id in self._behind_circles and (among is None or among(premise_id))
        )

    @cached_property
    def support_circles(self) -> Mapping[str, int]:
        """For each claim in a circle of support, the number of the circle among those of `find_support_cycles`."""
        return {claim_id: number for number, members in enumerate(self.find_support_cycles()) for claim_id in members}

    def shortest_circle(self, members: Iterable[str]) -> tuple[str, ...]:
        """Return a shortest circle of support through the first of the claims, in the order in which they support.

        Of several the one whose ids sort first counts. O(m log m) for the m premises of the members.

        Args:
            members: the claims of one component of `find_support_cycles`.
        """
        inside = frozenset(members)
        return shortest_circle(min(inside), find_onward(self, inside))

    def find_shared_support(self) -> Iterator[SharedSupport]:
        """Yield what the lines to each conclusion of several share, in the order of the claims in the file.

        See the function `find_shared_support` for what that means and costs.
        """
        return find_shared_support(self)

    def find_dead_ends(self) -> Iterator[DeadEnd]:
        """Yield where reasons end without reaching a main claim: one claim, or several that only serve one another.

        Support and attacks both reach, and so does a proposal that answers a main claim. Claims that no step uses,
        concludes or attacks are left out, so are those that lead on to an id that nothing defines, and so are claims
        without a reason that only the argument for or against a main claim speaks against.
        """
        return find_dead_ends(self)

    def find_subordinate_main_claims(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each claim that the map names main and that only serves other claims, with those, sorted."""
        return oddities.find_subordinate_main_claims(self)

    def find_supporting(self, claim_ids: Iterable[str]) -> Iterator[str]:
        """Yield the ids of the claims and inferences that support the claims, directly or not, and the claims.

        Premises, warrants and answers count, attacks do not. The order is breadth first.
        """
        return iter(self._below.reach(claim_ids))

    def find_bearing(self, claim_ids: Iterable[str]) -> Iterator[str]:
        """Yield the ids of all that bears on the claims: support, attacks on it, replies, and so on."""
        return iter(self._below.reach(claim_ids, attacks=True))

    def find_argument(self, claim_id: str, depth: int | None = None) -> Iterator[str]:
        """Yield the ids of the argument for and against one claim, the claim first.

        Args:
            claim_id: the claim.
            depth: how many steps down to go, 0 for the claim alone; None for all.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        start = self.claim(claim_id).id
        return self.find_bearing([start]) if depth is None else self._below.reach_down(start, depth)

    @cached_property
    def sides(self) -> Mapping[str, frozenset[Side]]:
        """The side of each claim, inference and attack that bears on a main claim: for it, against it, or both."""
        return self._below.sides(self.main_claims)

    def is_answered(self, attack: Attack) -> bool:
        """Tell whether something attacks the attack, one of its premises, or what supports them; O(its argument)."""
        return bool(self._attacks_on.get(attack.id)) or any(
            element_id in self._attacks_on for element_id in self._below.reach(attack.premises)
        )

    @cached_property
    def contested(self) -> Mapping[str, Attack]:
        """Everything that an attack is on or that stands on something attacked, with the nearest attack."""
        return nearest_attacks(self, self.map.attacks)

    def find_unanswered_attacks(self) -> Iterator[Attack]:
        """Yield the attacks on what speaks for a main claim that `is_answered` denies, in file order."""
        return find_unanswered_attacks(self)

    def find_weak_replies(self, holds: Callable[[Attack], bool]) -> Iterator[tuple[Attack, Attack]]:
        """Yield the attacks on what speaks for a main claim that no reply answers which holds, in file order.

        With each comes the nearest of its replies; see `is_answered` for what is one.

        Args:
            holds: tells whether an attack holds.
        """
        return find_weak_replies(self, holds)

    def find_concessions(self) -> Iterator[tuple[Attack, Attack]]:
        """Yield the attacks on what speaks for a main claim that are granted and outweighed, in file order.

        Nothing attacks the premises of such an attack or what they stand on, but something attacks the step. With
        each comes the attack on it whose id sorts first.
        """
        return find_concessions(self)

    @cached_property
    def self_defeats(self) -> SelfDefeats:
        """The attacks that take away what they stand on; see `find_self_defeats` for what that means and costs."""
        return find_self_defeats(self)

    # --- inside ---

    @cached_property
    def _behind_circles(self) -> Collection[str]:
        """The claims in circles of support, and those that such circles lead to; all others can be put in order."""
        return find_behind_circles(self)

    @cached_property
    def _to(self) -> Mapping[str, list[Inference]]:
        return group_by_goal(self.map.inferences)

    @cached_property
    def _from(self) -> Mapping[str, list[Inference]]:
        return group_by_used(self.map.inferences)

    @cached_property
    def _attacks_on(self) -> Mapping[str, list[Attack]]:
        return group_by_goal(self.map.attacks)

    @cached_property
    def _attacks_from(self) -> Mapping[str, list[Attack]]:
        return group_by_used(self.map.attacks)

    @cached_property
    def _conclusions(self) -> Mapping[str, list[str]]:
        """For each id of an inference the conclusions of the inferences that have it."""
        conclusions: dict[str, list[str]] = defaultdict(list)
        for inference in self.map.inferences:
            conclusions[inference.id].append(inference.conclusion)
        return conclusions

    @cached_property
    def _below(self) -> Below:
        return Below(self.map)
