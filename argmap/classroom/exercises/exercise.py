"""What an exercise is, as data: a type says what it trains, an interaction how it is answered.

There are fifteen types and six interactions. Whatever shows, grades or exports exercises needs to know the interactions
only; whatever makes them knows the types.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from argmap.model import ArgumentMap
from argmap.model.ids import Id


class ExerciseType(StrEnum):
    """What an exercise trains; in the order of teaching value."""

    BRIDGE = "bridge"
    BUILD = "build"
    GAP = "gap"
    LINKED = "linked"
    ERROR = "error"
    FILL = "fill"
    ATTACH = "attach"
    ROLE = "role"
    ATTACK = "attack"
    FALLS = "falls"
    CONCLUSION = "conclusion"
    ORDER = "order"
    INDICATORS = "indicators"
    QUESTION = "question"
    WRITE = "write"


class Level(StrEnum):
    """How much an exercise asks of a student."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"

    @property
    def rank(self) -> int:
        """0 for easy, 1 for medium, 2 for hard."""
        return ("easy", "medium", "hard").index(self.value)


Credit = Annotated[float, Field(ge=0, le=1)]
"""The part of the points that an answer earns, 0 to 1."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Part):
    """Something that can be chosen, or put in a place.

    Its id tells nothing about whether it is right.
    """

    id: Id
    text: str = Field(description="Plain text.")
    feedback: str = Field("", description="What to say to a student who chose it.")
    element: Id | None = Field(None, description="The element of the map that it shows.")


class Prompt(_Part):
    """A line that waits for one of the options: a claim without its place, or a slot without its claim."""

    id: Id
    text: str = Field(description="Plain text.")
    feedback: dict[Id, str] = Field(default_factory=dict, description="By option: what to say if it was put here.")
    element: Id | None = Field(None, description="The element of the map that it shows.")


class Provenance(_Part):
    """What an exercise was made from, so that it can be made again."""

    map_digest: str = Field(description="SHA-256 of the map as JSON, in hexadecimal.")
    elements: tuple[Id, ...] = Field((), description="The elements of the map that it is about.")
    seed: int = 0


class _ExerciseBase(_Part):
    id: Id = Field(description="Unique in its set, the same whenever it is made again.")
    type: ExerciseType
    stem: str = Field(description="What is asked; plain text, paragraphs separated by a blank line.")
    figure: ArgumentMap | None = Field(None, description="A map to draw beside the stem.")
    level: Level = Level.MEDIUM
    points: float = Field(1, gt=0, description="What a right answer earns.")
    feedback: str = Field("", description="What to say after any answer: why the key is the key.")
    tags: tuple[str, ...] = ()
    provenance: Provenance
    needs_review: bool = Field(default=False, description="True if a teacher should look at it before a class does.")


def _check_ids(*groups: tuple[Option | Prompt, ...]) -> set[str]:
    for group in groups:
        ids = [item.id for item in group]
        if len(set(ids)) < len(ids):
            raise ValueError("expected options with different ids")
    return {item.id for group in groups for item in group}


def _check_known(found: set[str], known: set[str], what: str) -> None:
    if missing := sorted(found - known):
        raise ValueError(f"{what} names [{missing[0]}], which is not there")


class ChoiceExercise(_ExerciseBase):
    """Choose one option. A response is the id of an option."""

    interaction: Literal["choice"] = "choice"
    options: tuple[Option, ...] = Field(min_length=2)
    key: Id = Field(description="The option that is right.")
    credits: dict[Id, Credit] = Field(default_factory=dict, description="Options that earn a part of the points.")

    @model_validator(mode="after")
    def _key_is_there(self) -> Self:
        _check_known({self.key, *self.credits}, _check_ids(self.options), "the key")
        return self


class ChoicesExercise(_ExerciseBase):
    """Choose every option that is right. A response is a list of ids of options.

    The score is net correct: max(0, (right chosen - wrong chosen) / right).
    """

    interaction: Literal["choices"] = "choices"
    options: tuple[Option, ...] = Field(min_length=2)
    key: tuple[Id, ...] = Field(min_length=1, description="The options that are right.")

    @model_validator(mode="after")
    def _key_is_there(self) -> Self:
        _check_known(set(self.key), _check_ids(self.options), "the key")
        return self


class MatchExercise(_ExerciseBase):
    """Give each prompt an option. A response maps ids of prompts to ids of options.

    The score is the mean over the prompts. Prompts in one group are interchangeable, like the premises of one
    inference: of all ways to read what was put into a group the best counts.
    """

    interaction: Literal["match"] = "match"
    prompts: tuple[Prompt, ...] = Field(min_length=1)
    options: tuple[Option, ...] = Field(min_length=2)
    key: dict[Id, Id] = Field(description="The right option of each prompt.")
    credits: dict[Id, dict[Id, Credit]] = Field(
        default_factory=dict, description="By prompt: options that earn a part of its points."
    )
    groups: tuple[tuple[Id, ...], ...] = Field((), description="Prompts whose options may change places.")
    is_once: bool = Field(default=False, description="True if each option can be put in one place only.")

    @model_validator(mode="after")
    def _key_is_there(self) -> Self:
        prompts, options = _check_ids(self.prompts), _check_ids(self.options)
        if set(self.key) != prompts:
            raise ValueError("expected a key for each prompt")
        _check_known(set(self.key.values()), options, "the key")
        _check_known({prompt for group in self.groups for prompt in group}, prompts, "a group")
        return self


class OrderExercise(_ExerciseBase):
    """Bring the options into an order. A response is a list of ids of options.

    Any order is right in which each option of the key comes after those that `before` puts before it, and which has
    no option that the key does not have.
    """

    interaction: Literal["order"] = "order"
    options: tuple[Option, ...] = Field(min_length=2, description="In the order in which they are shown.")
    key: tuple[Id, ...] = Field(min_length=2, description="A right order; options that are not in it do not belong.")
    before: tuple[tuple[Id, Id], ...] = Field(description="Pairs of which the first has to come before the second.")

    @model_validator(mode="after")
    def _key_is_there(self) -> Self:
        _check_known(set(self.key), _check_ids(self.options), "the key")
        place = {option: number for number, option in enumerate(self.key)}
        _check_known({option for pair in self.before for option in pair}, set(place), "`before`")
        if any(place[first] >= place[second] for first, second in self.before):
            raise ValueError("expected a key in the order that `before` asks for")
        return self


class BuildExercise(_ExerciseBase):
    """Build the map from listed claims. A response is a map with these claims, in argmap's own format.

    Options whose ids no reference has do not belong into the map.
    """

    interaction: Literal["build"] = "build"
    options: tuple[Option, ...] = Field(min_length=2, description="The claims, in the order in which they are shown.")
    key: tuple[ArgumentMap, ...] = Field(min_length=1, description="Reference maps; the best match counts.")

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        _check_ids(self.options)
        return self


class WriteExercise(_ExerciseBase):
    """Write a claim in one's own words. A response is a text; a person marks it, a program only gives hints."""

    interaction: Literal["write"] = "write"
    key: str = Field(description="A model answer.")
    terms: tuple[str, ...] = Field((), description="Words that a good answer is likely to hold; hints, never marks.")


Exercise = Annotated[
    ChoiceExercise | ChoicesExercise | MatchExercise | OrderExercise | BuildExercise | WriteExercise,
    Field(discriminator="interaction"),
]
"""An exercise; the field `interaction` tells how it is answered, the field `type` what it trains."""
