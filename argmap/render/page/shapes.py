"""The shape of the data that a page carries for its script; what is empty is left out."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class PassageData(TypedDict):
    """Where something is stated.

    `opens` is what follows the address of the source, or of the article where no source is named, in the link that
    opens the passage; it is missing if there is no such address.
    """

    words: str
    source: NotRequired[str]
    opens: NotRequired[str]


class SourceData(TypedDict):
    """A source: its title and the rest of what is known, as one line."""

    title: str
    about: NotRequired[str]
    link: NotRequired[str]


class QuestionData(TypedDict):
    """A critical question, with the id of the claim that answers it, or of the premise that stands on grounds."""

    text: str
    answer: NotRequired[str]
    premise: NotRequired[str]
    asked: NotRequired[bool]


class ElementData(TypedDict):
    """What claims and steps have in common."""

    id: str
    by: NotRequired[str]
    passages: NotRequired[list[PassageData]]
    note: NotRequired[str]
    weight: NotRequired[float]


class ClaimData(ElementData):
    """A claim: what it says, what it is and what stands behind it."""

    text: str
    look: str
    role: NotRequired[str]
    kind: str
    number: NotRequired[str]
    implicit: NotRequired[bool]
    given: NotRequired[str]
    held: NotRequired[bool]
    cites: NotRequired[list[str]]
    when: NotRequired[str]
    standard: NotRequired[str]
    tags: NotRequired[list[str]]
    agent: NotRequired[str]
    action: NotRequired[str]
    reciprocates: NotRequired[str]


class StepData(ElementData):
    """An inference or an attack; `goal` is what it leads to or is against."""

    type: str
    word: str
    relation: NotRequired[str]
    goal: str
    premises: list[str]
    warrant: NotRequired[str]
    scheme: NotRequired[str]
    answers: NotRequired[list[str]]
    questions: NotRequired[list[QuestionData]]


class ReadingData(TypedDict):
    """How the map is read when the page is opened; see `Reading`.

    `thresholds` has the numbers in the standards of proof by name, each from 0 to 1.
    """

    stance: str
    accept: list[str]
    reject: list[str]
    standard: NotRequired[str]
    thresholds: dict[str, float]


class PageData(TypedDict):
    """All of it but the findings, which stand in the page as text.

    Of several claims with one id the one that counts for labels is there; steps are all there, inferences first.
    """

    title: str
    article: str
    standard: str
    main: list[str]
    claims: list[ClaimData]
    steps: list[StepData]
    sources: dict[str, SourceData]
    parties: dict[str, str]
    bearing: dict[str, dict[str, list[str]]]
    layers: list[str]
    roles: bool
    collapsed: list[str]
    reading: ReadingData
