"""An argumentation scheme: the slots of its premises, its conclusion, and its critical questions."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, model_validator

from argmap.model import Kind

STEP = "step"
"""What a question is about if it is about the step itself."""

CONCLUSION = "conclusion"
"""What a question is about if it is about the conclusion."""

MOST_SLOTS = 20
"""How many slots a scheme may have: matching them with premises takes time in proportion to their number squared."""

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _is_kebab(word: str) -> str:
    if not _KEBAB.fullmatch(word):
        raise ValueError("expected small letters, digits and hyphens between them, such as side-effects")
    return word


Word = Annotated[str, AfterValidator(_is_kebab)]
"""A name in kebab-case."""

Text = Annotated[str, Field(min_length=1)]
"""A text that is not empty."""


def spelling_key(name: str) -> str:
    """Return what is compared of a name: its letters and digits, in small letters, without "argument from" before it.

    Examples:
        >>> [spelling_key(name) for name in ("Argument from Expert Opinion", "expert-opinion", "ExpertOpinion")]
        ['expertopinion', 'expertopinion', 'expertopinion']
    """
    key = "".join(character for character in name.casefold() if character.isalnum())
    return key.removeprefix("argumentfrom") or key


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Slot(_Part):
    """A premise that the scheme asks for."""

    name: Word = Field(description="What the premise is called, unique in the scheme.")
    text: Text = Field(description="The form of the premise, with capital letters for what varies.")
    kinds: tuple[Kind, ...] = Field((), description="The kinds of claims that fit; any if none are named.")
    licence: StrictBool = Field(
        default=False, description="True if it licenses the step; a warrant fills it as well as a premise."
    )
    required: StrictBool = Field(default=True, description="False if the argument can do without it.")

    def fits(self, kind: Kind) -> bool:
        """Tell whether a claim of the kind can fill the slot."""
        return not self.kinds or kind in self.kinds


class Conclusion(_Part):
    """What the scheme concludes."""

    text: Text = Field(description="Its form, with the capital letters of the premises.")
    kinds: tuple[Kind, ...] = Field((), description="The kinds of claims that fit; any if none are named.")


class CriticalQuestion(_Part):
    """A standard doubt about arguments that follow the scheme."""

    id: Word = Field(description="The key that `answers` uses, unique in the scheme.")
    text: Text = Field(description="The question.")
    shifts: StrictBool = Field(
        description="True if to ask it is enough to shift the burden of proof; False if it needs evidence first."
    )
    about: Word = Field(STEP, description="The slot whose premise it doubts, or `step` or `conclusion`.")
    side_effects: StrictBool = Field(
        default=False, description="True if it asks whether what is proposed has other effects."
    )


class SchemeSource(_Part):
    """Where a scheme is described."""

    work: Text = Field(description="Authors and title.")
    year: Annotated[int, Field(strict=True)]
    place: str = Field("", description="The chapter, section or page.")

    def __str__(self) -> str:
        return f"{self.work} ({self.year}){f', {self.place}' if self.place else ''}"


class Scheme(_Part):
    """A pattern of argument that is good as far as nothing speaks against it (Walton's presumptive scheme)."""

    id: Word = Field(description="The name that maps use.")
    name: Text = Field(description="The name in words.")
    about: Text = Field(description="The pattern in one sentence.")
    aif: str = Field("", description="The name in the Argument Interchange Format, as AIFdb spells it; empty if none.")
    aliases: tuple[Text, ...] = Field((), description="Other names by which it is found.")
    premises: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=MOST_SLOTS)]
    conclusion: Conclusion
    questions: tuple[CriticalQuestion, ...] = ()
    burden: str = Field("", description="Whose view `shifts` follows.")
    sources: tuple[SchemeSource, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _names_are_clear(self) -> Scheme:
        names = [slot.name for slot in self.premises]
        _expect_unique("premise", names)
        _expect_unique("question", [question.id for question in self.questions])
        places = (*names, STEP, CONCLUSION)
        for question in self.questions:
            if question.about not in places:
                raise ValueError(f"question {question.id} is about {question.about}, expected {', '.join(places)}")
        if all(slot.licence for slot in self.premises):
            raise ValueError("every premise is a licence, expected one that the step starts from")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which the scheme is found, its id first."""
        return (self.id, self.name, *([self.aif] if self.aif else []), *self.aliases)

    def find_question(self, name: str) -> CriticalQuestion | None:
        """Return the question with an id or a text; upper and lower case, hyphens and spaces are alike."""
        key = spelling_key(name)
        for question in self.questions:
            if key in (spelling_key(question.id), spelling_key(question.text)):
                return question
        return None

    def to_dict(self) -> dict[str, Any]:
        """Return the scheme as JSON values, in the shape of a scheme file."""
        return self.model_dump(mode="json")


def _expect_unique(what: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{what} {name} stands twice, expected a name of its own for each")
