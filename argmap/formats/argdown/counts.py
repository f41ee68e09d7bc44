"""How much there is in an Argdown file, counted as Argdown counts."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.formats.argdown.debate import understand
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.problems import Piece, Places, Problems
from argmap.formats.argdown.reader import mode_of
from argmap.formats.text import normalise


@dataclass(frozen=True, slots=True)
class Counts:
    """What Argdown's own JSON of a file has.

    Attributes:
        arguments: the arguments, those without a title too.
        statements: the equivalence classes: statements, those with one title counted once.
        relations: the relations, those that are written twice counted once.
        structures: the arguments with a premise-conclusion structure.
    """

    arguments: int
    statements: int
    relations: int
    structures: int


def count(text: str) -> Counts:
    r"""Return the counts of a text; O(length of the text).

    Examples:
        >>> count("[wet]: The street is wet.\n  <+ <rain>: It has rained.")
        Counts(arguments=1, statements=1, relations=1, structures=0)
    """
    text = normalise(text)
    document = parse(text, Problems(Places((Piece(0, "", text, 0),))))
    front_matter = document.front_matter or {}
    debate = understand(document, is_strict=mode_of(front_matter) == "strict")
    model = front_matter.get("model")
    is_exploded = isinstance(model, dict) and model.get("explodeArguments") is True
    arguments, structures = 0, 0
    for node in debate.arguments:
        steps = sum(line.step is not None for structure in node.structures for line in structure.lines)
        parts = steps if is_exploded else min(steps, 1)
        arguments += max(parts, 1)
        structures += parts
    return Counts(arguments, len(debate.statements), len(debate.links), structures)
