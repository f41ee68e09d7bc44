"""What each claim of a map is to each other one: the categories that measures of agreement count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from argmap.classroom.agreement.chance import alpha_of
from argmap.graph.links import Linked, LinkLabel

NO_RELATION = "none"
"""The category of a pair of claims of which the first is no premise for or against the second."""

MOST_CLAIMS = 200
"""The agreement of a class is counted over at most so many claims."""


def relations(linked: Linked, claims: Collection[str]) -> dict[tuple[str, str], str]:
    """Return the relation of each ordered pair of the claims that has one; of a pair with several, all of them.

    An undercut is a relation to the claim that the step leads to in the end.
    """
    found: dict[tuple[str, str], str] = {}
    for link in sorted(linked.links):
        parent = linked.ends.get(link.parent, "") if link.label is LinkLabel.UNDERCUT else link.parent
        pair = link.child, parent
        if link.child != parent and link.child in claims and parent in claims:
            found[pair] = f"{found[pair]}+{link.label}" if pair in found else link.label.value
    return found


def class_alpha(maps: Iterable[Linked], claims: Collection[str]) -> float | None:
    """Return Krippendorff's alpha (nominal) of many maps over the relations of all ordered pairs of the claims.

    A map tells nothing about pairs with a claim that it lacks. O(claims² · maps).

    Returns:
        At most 1; None if there are more than `MOST_CLAIMS` claims, or no two maps have two of them in common.
    """
    if len(claims) > MOST_CLAIMS:
        return None
    known = sorted(claims)
    present: Counter[tuple[str, str]] = Counter()
    related: dict[tuple[str, str], Counter[str]] = {}
    for linked in maps:
        own = [claim for claim in known if claim in linked.claims]
        present.update((one, other) for one in own for other in own if one != other)
        for pair, relation in relations(linked, frozenset(own)).items():
            related.setdefault(pair, Counter())[relation] += 1
    together: Counter[tuple[str, str]] = Counter()
    for pair, number in present.items():
        if number > 1:
            given = related.get(pair, Counter[str]())
            _add(together, given + Counter({NO_RELATION: number - given.total()}), number)
    return alpha_of(together) if together else None


def _add(together: Counter[tuple[str, str]], given: Mapping[str, int], number: int) -> None:
    for one, count in given.items():
        for other, other_count in given.items():
            together[one, other] += count * (other_count - (one == other)) / (number - 1)  # type: ignore[assignment]
