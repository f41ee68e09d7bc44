"""The map itself: one immutable value that holds a whole argument."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from argmap.model.elements import (
    AnyClaim,
    Attack,
    Claim,
    Extensions,
    Inference,
    Party,
    Proposal,
    Source,
    Standard,
    Waiver,
)
from argmap.model.ids import Id
from argmap.model.methods import MapMethods

AnyElement = Claim | Proposal | Inference | Attack | Source | Party
"""An element with an id."""

SECTIONS = ("sources", "parties", "claims", "inferences", "attacks")
"""The fields of a map that hold elements with ids, in the order in which a file reads best."""


class ArgumentMap(MapMethods, BaseModel):
    """The argument of an article: claims, the inferences between them and the attacks on them.

    The tuples keep the order of the file. Ids that nothing defines, ids defined twice, cycles and empty texts
    can all be held: they are findings of the checks, not errors of the model.

    Examples:
        >>> m = ArgumentMap(title="Rain", claims=[Claim(id="wet", text="The street is wet")])
        >>> m.claims[0].text
        'The street is wet'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = ""
    language: str = Field("en", description="BCP 47 language of the texts.")
    article: Id | None = Field(None, description="The source that is mapped.")
    main: tuple[Id, ...] = Field((), description="The main claims; computed from structure if left out.")
    standard: Standard = Field(Standard.DIALECTICAL, description="Proof standard of claims that name none.")
    note: str = ""
    sources: tuple[Source, ...] = ()
    parties: tuple[Party, ...] = ()
    claims: tuple[AnyClaim, ...] = ()
    inferences: tuple[Inference, ...] = ()
    attacks: tuple[Attack, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    extensions: Extensions = Field(default_factory=dict, description="Kept as it is, by format.")

    def elements(self) -> Iterator[AnyElement]:
        """Yield every element with an id: sources, parties, claims, inferences, attacks."""
        yield from self.sources
        yield from self.parties
        yield from self.claims
        yield from self.inferences
        yield from self.attacks
