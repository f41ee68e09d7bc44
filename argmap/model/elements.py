"""The elements of a map: claims, proposals, inferences, attacks, sources, parties and waivers.

The classes hold shape, not judgement: what a student's file can contain they can hold, and what is odd about it
becomes a finding. They refuse only what has no meaning, such as an inference with no premise.
"""

from __future__ import annotations

from enum import StrEnum
from math import isfinite
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, StrictBool

from argmap.model.anchor import Anchor
from argmap.model.edtf import EdtfDate
from argmap.model.ids import Id

Weight = Annotated[float, Field(strict=True, ge=0, le=1)]
"""A number from 0 (none) to 1 (full)."""

MOST_DEPTH = 64
"""How deep extensions may be nested, as files are read."""


def _check_extensions(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    level: list[JsonValue] = [value]
    for _ in range(MOST_DEPTH):
        if any(isinstance(item, float) and not isfinite(item) for item in level):
            raise ValueError("expected numbers that JSON has, not infinity or NaN")
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return value
    raise ValueError(f"expected at most {MOST_DEPTH} levels")


Extensions = Annotated[dict[str, JsonValue], AfterValidator(_check_extensions)]
"""JSON that argmap keeps and does not read, by the name of the format that it came from."""


class Kind(StrEnum):
    """What a claim is about, and so what it takes to support it."""

    FACT = "fact"
    CAUSAL = "causal"
    VALUE = "value"
    POLICY = "policy"
    PREDICTION = "prediction"
    DEFINITION = "definition"


class Given(StrEnum):
    """Whether a claim is accepted without support, on purpose."""

    COMMON = "common"
    ASSUMED = "assumed"
    NONE = "none"


class Standard(StrEnum):
    """How much it takes to defeat a claim, after Gordon and Walton, Proof Burdens and Standards (2009)."""

    DIALECTICAL = "dialectical"
    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"


class Element(BaseModel):
    """What all elements with an id have."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id = Field(description="Unique among all elements of the map.")
    note: str = Field("", description="A remark of the map's author.")
    extensions: Extensions = Field(default_factory=dict, description="Kept as it is, by format.")


class _ClaimBase(Element):
    text: str = Field(description="The claim as one sentence.")
    given: Given = Field(Given.NONE, description="Accepted without support, on purpose.")
    cites: tuple[Id, ...] = Field((), description="The sources that back the claim.")
    implicit: StrictBool = Field(default=False, description="True if the article needs the claim and never states it.")
    by: Id | None = Field(None, description="The party that says it, if not the article's author.")
    at: tuple[Anchor, ...] = Field((), description="Where it is stated.")
    when: EdtfDate | None = Field(None, description="When what it speaks of happened (EDTF).")
    standard: Standard | None = Field(None, description="Proof standard; the map's if it is left out.")
    weight: Weight | None = Field(None, description="Base strength, 0 to 1.")
    tags: tuple[str, ...] = ()


class Claim(_ClaimBase):
    """A statement that somebody can accept or reject."""

    type: Literal["claim"] = "claim"
    kind: Kind = Kind.FACT


class Proposal(_ClaimBase):
    """A claim that somebody should do something."""

    type: Literal["proposal"] = "proposal"
    kind: Literal[Kind.POLICY] = Kind.POLICY
    agent: Id | None = Field(None, description="The party that should act.")
    action: str = Field("", description="What it should do.")
    reciprocates: Id | None = Field(None, description="The proposal that it answers.")


AnyClaim = Annotated[Claim | Proposal, Field(discriminator="type")]
"""A claim of either type; the field `type` tells which."""


class Inference(Element):
    """A step from premises to a conclusion; several premises are linked: they work only together."""

    premises: tuple[Id, ...] = Field(min_length=1, description="The claims it starts from.")
    conclusion: Id = Field(description="The claim it leads to.")
    scheme: str | None = Field(None, description="The argumentation scheme it follows.")
    warrant: Id | None = Field(None, description="The claim that licenses the step.")
    answers: dict[str, Id] = Field(default_factory=dict, description="Critical question to the claim that answers it.")
    weight: Weight | None = Field(None, description="Strength of the step, 0 to 1.")
    by: Id | None = Field(None, description="The party that draws it, if not the article's author.")
    at: tuple[Anchor, ...] = Field((), description="Where it is drawn.")


class Attack(Element):
    """Premises that speak against a claim, an inference or another attack."""

    premises: tuple[Id, ...] = Field(min_length=1, description="The claims it starts from.")
    target: Id = Field(description="The claim, inference or attack that it is against.")
    weight: Weight | None = Field(None, description="Strength of the attack, 0 to 1.")
    by: Id | None = Field(None, description="The party that raises it, if not the article's author.")
    at: tuple[Anchor, ...] = Field((), description="Where it is raised.")


class Source(Element):
    """A document, a report or a witness that claims cite."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: EdtfDate | None = None
    url: str = ""
    party: Id | None = Field(None, description="The interested party that it comes from.")
    medium: str = ""


class Party(Element):
    """Somebody who says, wants or does something in the argument."""

    name: str = ""
    interests: tuple[str, ...] = ()


class Waiver(BaseModel):
    """A finding that the map's author accepts, with the reason."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str = Field(description="The code of the rule, for example SUP001.")
    element: Id | None = Field(None, description="The element; left out, the map as a whole.")
    reason: str = Field("", description="Why the finding is accepted.")
    extensions: Extensions = Field(default_factory=dict, description="Kept as it is, by format.")
