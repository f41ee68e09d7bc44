"""The elements of a map by id, and every use of an id."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from argmap.graph.anchors import AnchorUse, find_anchors
from argmap.graph.lookup import SINGULAR, by_id, find_duplicates, first_paths
from argmap.graph.references import Reference, find_references, find_undefined_references
from argmap.model import AnyClaim, ArgumentMap, Party, Path, Source, UnknownElementError
from argmap.model.nearest import NearestWords


class Elements:
    """Tells what a map defines, under which ids, and what names what; see `ArgumentGraph` for what leads to what.

    Attributes:
        map: the map.
        claims, sources, parties: id to element.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.claims: Mapping[str, AnyClaim] = by_id(argument_map.claims)
        self.sources: Mapping[str, Source] = by_id(argument_map.sources)
        self.parties: Mapping[str, Party] = by_id(argument_map.parties)

    def claim(self, claim_id: str) -> AnyClaim:
        """Return the claim with the id.

        Raises:
            UnknownElementError: the map has no such claim; it names the nearest id.
        """
        if claim_id not in self.claims:
            raise UnknownElementError(claim_id, NearestWords(self.claims).find(claim_id))
        return self.claims[claim_id]

    def path(self, element_id: str) -> Path:
        """Return the path of the first element of the file that has the id; () if there is none."""
        return self._paths.get(element_id, ())

    def type_of(self, element_id: str) -> str | None:
        """Return "claim", "inference", "attack", "source" or "party"; None if nothing has the id."""
        path = self.path(element_id)
        return SINGULAR[str(path[0])] if path else None

    def find_references(self) -> Iterator[Reference]:
        """Yield every use of an id in the map, in file order."""
        return find_references(self.map)

    def find_undefined_references(self) -> Iterator[Reference]:
        """Yield every use of an id that no element of an expected type has, in file order."""
        return iter(self._undefined_references)

    @cached_property
    def anchors(self) -> tuple[AnchorUse, ...]:
        """Every anchor of the map: those of claims, then of inferences, then of attacks, each in file order."""
        return tuple(find_anchors(self.map))

    @cached_property
    def cited_sources(self) -> frozenset[str]:
        """The ids that claims cite, that anchors name as their source, or that is the article."""
        cited = {self.map.article} if self.map.article is not None else set()
        for claim in self.map.claims:
            cited.update(claim.cites)
        cited.update(use.source for use in self.anchors if use.source)
        return frozenset(cited)

    def find_ids(self, types: Iterable[str]) -> Iterator[str]:
        """Yield the ids of all elements of the types: claim, inference, attack, source, party."""
        for element_type in sorted(types):
            yield from self._defined[element_type]

    def find_duplicate_ids(self) -> Iterator[tuple[str, Path]]:
        """Yield the id and the path of every element whose id an earlier one has, in file order."""
        return find_duplicates(self.map)

    @cached_property
    def _undefined_references(self) -> tuple[Reference, ...]:
        return tuple(find_undefined_references(self.map, self._defined))

    @cached_property
    def _defined(self) -> Mapping[str, Collection[str]]:
        """Type of element to the ids that elements of the type have."""
        return {
            "claim": self.claims,
            "source": self.sources,
            "party": self.parties,
            "inference": dict.fromkeys(inference.id for inference in self.map.inferences),
            "attack": dict.fromkeys(attack.id for attack in self.map.attacks),
        }

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return first_paths(self.map)
