"""What differs between two maps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.graph.matching import Matching, Names, Pairs, match_maps
from argmap.model import AnyElement, ArgumentMap, Attack, Inference, Waiver
from argmap.model.collector import collector_paused

Part = AnyElement | Waiver
"""Whatever a map holds in a list of its own."""

KINDS = ("sources", "parties", "claims", "inferences", "attacks", "waivers")
"""The lists of a map, in the order in which differences are told."""

_MORE_THAN_EQUAL = frozenset(
    {"premises", "main", "answers", "conclusion", "warrant", "reciprocates", "target", "element", "extensions"}
)
"""Fields whose values can be equal and mean something else: another element, or true and not 1."""

_OF_MAP = ("title", "language", "article", "main", "standard", "note", "extensions")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with another value.

    Attributes:
        field: its name.
        before, after: its values, as the maps hold them; None where an element has no such field.
    """

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Change:
    """An element that both maps have, and not the same in both.

    Attributes:
        before, after: the element in either map; of a renamed claim the ids differ.
        fields: the fields that differ, in the order in which files have them.
    """

    before: Part
    after: Part
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Differences:
    """What differs between two maps; false if nothing does.

    Attributes:
        fields: the fields of the map itself that differ.
        removed: what only the map before has, in its order.
        changed: what both have and is not the same, in the order of the map after.
        added: what only the map after has, in its order.
        matching: the maps, and which of their elements are the same.
    """

    fields: tuple[FieldChange, ...]
    removed: tuple[Part, ...]
    changed: tuple[Change, ...]
    added: tuple[Part, ...]
    matching: Matching = field(repr=False, compare=False)

    def __bool__(self) -> bool:
        return bool(self.fields or self.removed or self.changed or self.added)


@collector_paused()
def diff(before: ArgumentMap, after: ArgumentMap) -> Differences:
    """Return what was added, removed and changed between two maps; O(n log n).

    Elements with one id are the same element. A claim whose id is in one map only is the same as one of the other map
    for which that holds too and whose text is equal but for case and white space: it was renamed. Inferences and
    attacks with the same premises that lead to the same are the same step, whatever their ids: those are often only
    numbers, and no difference by themselves; of the others, those with one id and a premise in common are the same.
    Order is no difference: neither that of the file, nor that in a list.

    Args:
        before: the map to start from, for example the reference.
        after: the map to compare with it, for example a student's.

    Examples:
        >>> from argmap.model import Claim
        >>> before = ArgumentMap(claims=[Claim(id="wet", text="The street is wet")])
        >>> rain = Claim(id="rain", text="It rains")
        >>> after = ArgumentMap(claims=[Claim(id="street", text="The street is wet"), rain])
        >>> found = diff(before, after)
        >>> [claim.id for claim in found.added]
        ['rain']
        >>> [(change.field, change.before, change.after) for change in found.changed[0].fields]
        [('id', 'wet', 'street')]
    """
    matching = match_maps(before, after)
    kinds: list[Pairs[Part]] = [getattr(matching, kind) for kind in KINDS]
    return Differences(
        fields=tuple(_field_changes(before, after, _OF_MAP, matching)),
        removed=tuple(part for pairs in kinds for part in pairs.removed),
        changed=tuple(change for pairs in kinds for change in _changes(pairs, matching)),
        added=tuple(part for pairs in kinds for part in pairs.added),
        matching=matching,
    )


def _changes(pairs: Pairs[Part], matching: Matching) -> Iterator[Change]:
    for before, after in pairs.both:
        if fields := tuple(_field_changes(before, after, _names_of_fields(before, after), matching)):
            yield Change(before, after, fields)


def _names_of_fields(before: Part, after: Part) -> Iterator[str]:
    """Yield the fields that either has; a claim and a proposal can be the same element."""
    longer = max(type(before).model_fields, type(after).model_fields, key=len)
    return (name for name in longer if name != "id" or not isinstance(before, Inference | Attack))


def _field_changes(
    before: Part | ArgumentMap, after: Part | ArgumentMap, names: Iterable[str], matching: Matching
) -> Iterator[FieldChange]:
    for name in names:
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old == new and (not old or name not in _MORE_THAN_EQUAL):
            continue
        if _meaning(name, old, matching.names_before) != _meaning(name, new, matching.names_after):
            yield FieldChange(name, old, new)


def _meaning(field_name: str, value: object, names: Names) -> object:
    """Return what a field says: ids by the names that both maps have for them, lists without their order."""
    match field_name, value:
        case _, None | "":
            # A claim that is no proposal has no action, which is no other than an empty one.
            return None
        case (("premises" | "main"), tuple()):
            return sorted(names.claim(claim_id) for claim_id in value)
        case "answers", dict():
            return {question: names.claim(claim_id) for question, claim_id in value.items()}
        case (("conclusion" | "warrant" | "reciprocates"), str()):
            return names.claim(value)
        case (("target" | "element"), str()):
            return names.element(value)
        case "extensions", _:
            # As JSON, in which true is not 1.
            return json.dumps(value, sort_keys=True)
        case _, tuple():
            return sorted(map(repr, value))
        case _:
            return value
