"""An Argdown document as it is written: what stands where, before titles are joined and relations are resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Data = dict[str, Any]
"""What stands in braces, or in the front matter."""


class RelationKind(StrEnum):
    """What one statement, argument or inference does to another."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    ENTAILS = "entails"
    CONTRARY = "contrary"


@dataclass(slots=True)
class Occurrence:
    """One place where a statement or an argument is stated or named.

    Attributes:
        start: offset of its first character.
        is_argument: whether it is an argument, in angle brackets, with a description for a text.
        title: what stands in its brackets; None for a statement without.
        is_reference: whether it only names what is defined elsewhere.
        text: the text without marks, tags at its end and line ends.
        markup: the text as it is written, if something in it is emphasised, a link or a special character; else "".
        tags: in the order in which they stand.
        data: what stands in its braces.
        section: number of the section that it stands in, from 1; 0 before the first heading.
    """

    start: int
    is_argument: bool = False
    title: str | None = None
    is_reference: bool = False
    text: str = ""
    markup: str = ""
    tags: tuple[str, ...] = ()
    data: Data | None = None
    section: int = 0


@dataclass(slots=True)
class Step:
    """The line or lines between premises and a conclusion.

    Attributes:
        start: offset of its first hyphen.
        rules: the rules of inference that it names.
        data: what stands in its braces.
    """

    start: int
    rules: tuple[str, ...] = ()
    data: Data | None = None


@dataclass(slots=True)
class Line:
    """A numbered line of a premise-conclusion structure; a conclusion has the step that leads to it."""

    statement: Occurrence
    number: int
    step: Step | None = None


@dataclass(slots=True)
class Structure:
    """A premise-conclusion structure.

    Attributes:
        start: offset of its first line.
        argument: the argument just before it; None if there is none.
        lines: premises and conclusions; the last is a conclusion, and each step has something before it.
        section: number of the section that it stands in.
    """

    start: int
    argument: Occurrence | None
    lines: list[Line] = field(default_factory=list)
    section: int = 0


@dataclass(slots=True)
class Relation:
    """A relation as it is written: a child under a parent.

    Attributes:
        start: offset of its sign.
        kind: support, attack, undercut or contradictory.
        parent: what it is written under.
        child: what stands after the sign.
        is_outgoing: whether it goes from the parent to the child.
        line: the line of a structure that the parent is; None elsewhere.
    """

    start: int
    kind: RelationKind
    parent: Occurrence | Step
    child: Occurrence
    is_outgoing: bool
    line: Line | None = None


@dataclass(slots=True)
class Section:
    """A heading, and what follows up to the next.

    Attributes:
        start: offset of its first sign.
        level: how many signs it has, 1 or more.
        title: its text.
        markup: the text as it is written, if it has marks; else "".
        tags: in the order in which they stand.
        data: what stands in its braces.
    """

    start: int
    level: int
    title: str
    markup: str = ""
    tags: tuple[str, ...] = ()
    data: Data | None = None


@dataclass(slots=True)
class Mention:
    """A statement or an argument that a text speaks of, without a relation."""

    start: int
    title: str
    is_argument: bool


@dataclass(slots=True)
class Document:
    """All that is written in a file.

    Attributes:
        front_matter: the data at its top; None if there are none.
        occurrences: statements and arguments in the order in which they stand, those of structures too.
        structures: the premise-conclusion structures.
        relations: the relations in the order in which they stand.
        sections: the headings.
        mentions: what texts speak of.
    """

    front_matter: Data | None = None
    occurrences: list[Occurrence] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
