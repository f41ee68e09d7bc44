"""The body of an Argdown file: definitions with the relations between them, then the structures, by section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.argdown.document import Data, RelationKind
from argmap.formats.argdown.edges import Edge, Edges, kept
from argmap.formats.argdown.markup import safe_title, written_data, written_rules, written_tags, written_text
from argmap.formats.argdown.to_map import NAMESPACE
from argmap.model import ArgumentMap, Claim, Inference, Proposal

_INCOMING = {
    RelationKind.SUPPORT: "<+",
    RelationKind.ATTACK: "<-",
    RelationKind.UNDERCUT: "<_",
    RelationKind.CONTRADICTORY: "><",
}
_OUTGOING = {
    RelationKind.SUPPORT: "+>",
    RelationKind.ATTACK: "->",
    RelationKind.UNDERCUT: "_>",
    RelationKind.CONTRADICTORY: "><",
}
_INDENTATION = "  "
_MOST_DEPTH = 30
"""Statements without a title are written under one another so deep; deeper ones get a title."""


@dataclass
class Drawing:
    """The body of a file, and what has which title in it.

    Attributes:
        text: the body.
        titles: the ids of what has a title to the titles, for statements and for arguments.
        untitled: the ids of the claims and of the inferences without a title, in the order in which they are written.
        crowded: the ids of claims that were to have no title and yet need one: more than one place names them.
    """

    text: str = ""
    titles: tuple[dict[str, str], dict[str, str]] = field(default_factory=lambda: ({}, {}))
    untitled: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    crowded: set[str] = field(default_factory=set)


def draw(argument_map: ArgumentMap, edges: Edges, titled: set[str]) -> Drawing:
    """Return the body of a file with a map; O(size of the map).

    Args:
        argument_map: the map.
        edges: what Argdown can draw of it.
        titled: ids of claims and inferences that get a title although they had none.
    """
    return _Writer(argument_map, edges, titled).write()


class _Writer:
    def __init__(self, argument_map: ArgumentMap, edges: Edges, titled: set[str]) -> None:
        self.map = argument_map
        self.edges = edges
        self.titled = titled
        self.drawing = Drawing()
        self.claims: dict[str, Claim | Proposal] = {}
        for claim in argument_map.claims:
            self.claims.setdefault(claim.id, claim)
        self.homed: set[str] = set()
        self.stated: set[str] = set()
        self.written: set[Edge] = set()
        self.by_source: defaultdict[str, list[Edge]] = defaultdict(list)
        self.blocks: list[str] = []
        self.used_titles: tuple[dict[str, int], dict[str, int]] = ({}, {})

    def write(self) -> Drawing:
        self._find_homes()
        sections = _sections(self.map)
        claims = _by_section(self.claims.values(), len(sections))
        mains = _by_section((steps[-1] for steps in self.edges.structures.values()), len(sections))
        for number in range(len(sections) + 1):
            if number:
                self.blocks.append(_heading(sections[number - 1]))
            structures = [(main, self._is_untitled_argument(main)) for main in mains[number]]
            for main, is_untitled in structures:  # first, as one after an argument would belong to it
                if is_untitled:
                    self._structure(main)
            for claim in claims[number]:
                if not self._is_untitled(claim.id):
                    self._claim(claim)
            for main, is_untitled in structures:
                if not is_untitled:
                    self._structure(main)
            for claim in claims[number]:
                if self._is_untitled(claim.id):  # last, as it may stand under something else
                    self._claim(claim)
        self.drawing.text = "\n\n".join(self.blocks) + "\n" if self.blocks else ""
        return self.drawing

    def _find_homes(self) -> None:
        """Find the statements without a title that stand in a structure, and what leads away from those without."""
        in_structures: defaultdict[str, int] = defaultdict(int)
        for steps in self.edges.structures.values():
            for claim_id in _lines(steps):
                in_structures[claim_id] += 1
        for claim_id, count in in_structures.items():
            if self._is_untitled(claim_id):
                self.homed.add(claim_id)
                if count > 1:
                    self.drawing.crowded.add(claim_id)
        for edges in self.edges.by_target.values():
            for edge in edges:
                if self._is_untitled(edge.source) and (edge.target in self.claims or self._has_title(edge.target)):
                    self.by_source[edge.source].append(edge)

    def _is_untitled(self, end: str) -> bool:
        claim = self.claims.get(end)
        return claim is not None and end not in self.titled and kept(claim).get("untitled") is True

    def _has_title(self, main: str) -> bool:
        steps = self.edges.structures.get(main)
        return steps is not None and not self._is_untitled_argument(steps[-1])

    def _is_untitled_argument(self, main: Inference) -> bool:
        is_undercut_only = all(edge.kind is RelationKind.UNDERCUT for edge in self.edges.by_target.get(main.id, ()))
        return kept(main).get("untitled") is True and main.id not in self.titled and is_undercut_only

    def _claim(self, claim: Claim | Proposal) -> None:
        own = kept(claim)
        if claim.id in self.homed or own.get("warrant_of") in self.edges.structures:
            return
        self.blocks.append("\n".join((self._defined(claim), *self._relations(claim.id, 0))))

    def _defined(self, claim: Claim | Proposal) -> str:
        """Return a claim in full; it is noted that it is written."""
        own = kept(claim)
        text, tags = written_text(claim.text, own.get("markup"), claim.tags)
        signs = written_tags(tags)
        after = signs + _data(own.get("data"))
        if self._is_untitled(claim.id) and (text or signs):
            self.homed.add(claim.id)
            self.drawing.untitled[0].append(claim.id)
            self.stated.add(claim.id)
            return f"{text}{after}".strip()
        is_bare = not text or (own.get("undefined") is True and claim.text == _wanted_title(claim))
        title = self._title(claim.id)
        return f"{title}{after}" if is_bare else f"{title}: {text}{after}"

    def _title(self, claim_id: str) -> str:
        """Return the title of a claim, or of what should be one, in its brackets."""
        claim = self.claims.get(claim_id)
        is_argument = claim is not None and kept(claim).get("argument") is True
        return self._titled(claim_id, claim, is_argument=is_argument)

    def _title_of_argument(self, main: str) -> str:
        """Return the title of the argument whose last step is meant, in its brackets."""
        return self._titled(main, self.edges.structures[main][-1], is_argument=True)

    def _titled(self, element_id: str, element: Claim | Proposal | Inference | None, *, is_argument: bool) -> str:
        titles = self.drawing.titles[is_argument]
        if element_id not in titles:
            wanted = element_id if element is None else _wanted_title(element)
            titles[element_id] = self._free_title(wanted, is_argument=is_argument)
        return f"<{titles[element_id]}>" if is_argument else f"[{titles[element_id]}]"

    def _free_title(self, wanted: str, *, is_argument: bool) -> str:
        used = self.used_titles[is_argument]
        base = safe_title(wanted, is_argument=is_argument) or ("argument" if is_argument else "statement")
        title, number = base, used.get(base, 2)
        while title in used:
            title, number = f"{base} ({number})", number + 1
        used[base] = number
        used[title] = 2
        return title

    def _relations(self, end: str, depth: int) -> Iterator[str]:
        """Yield the lines under a statement or an argument, with what is written in full under them."""
        stack = [(depth + 1, self._edges_at(end))]
        while stack:
            depth, edges = stack[-1]
            edge_and_side = next(edges, None)
            if edge_and_side is None:
                stack.pop()
                continue
            edge, sign, other = edge_and_side
            if edge in self.written:
                continue
            if not self._is_untitled(other):
                self.written.add(edge)
                is_structure = other == edge.target and other not in self.claims and other in self.edges.structures
                title = self._title_of_argument(other) if is_structure else self._title(other)
                yield f"{_INDENTATION * depth}{sign} {title}"
            elif other not in self.homed and depth <= _MOST_DEPTH:
                self.written.add(edge)
                self.homed.add(other)
                yield f"{_INDENTATION * depth}{sign} {self._defined(self.claims[other])}"
                stack.append((depth + 1, self._edges_at(other)))
            elif self._is_untitled(end) or depth > 1 or edge not in self.by_source[other]:
                self.drawing.crowded.add(other)

    def _edges_at(self, end: str) -> Iterator[tuple[Edge, str, str]]:
        """Yield the relations of a statement or an argument, each with its sign and the other end."""
        for edge in self.edges.by_target.get(end, ()):
            yield edge, _INCOMING[edge.kind], edge.source
        for edge in self.by_source.get(end, ()):
            if edge.target != end:
                yield edge, _OUTGOING[edge.kind], edge.target

    def _structure(self, main: Inference) -> None:
        steps = self.edges.structures[main.id]
        own = kept(main)
        is_untitled = self._is_untitled_argument(main)
        if is_untitled:
            self.drawing.untitled[1].append(main.id)
        else:
            title = self._title_of_argument(main.id)
            text, tags = _written(own, "description")
            after = written_tags(tags) + _data(own.get("data"))
            head = f"{title}: {text}{after}" if text else f"{title}{after}"
            self.blocks.append("\n".join((head, *self._relations(main.id, 0))))
        self.blocks.append("\n".join(self._lines_of(steps, is_untitled=is_untitled)))

    def _lines_of(self, steps: list[Inference], *, is_untitled: bool) -> Iterator[str]:
        numbers: dict[str, int] = {}
        count, since = 0, [0]
        unused = _texts(kept(steps[-1]).get("unused"))
        for step in steps:
            for claim_id in (*(unused if step is steps[0] else ()), *step.premises):
                if claim_id not in numbers:
                    count += 1
                    numbers[claim_id] = count
                    yield from self._line(count, claim_id)
            uses = [numbers[premise] for premise in step.premises]
            is_usual = uses == list(range(max(since[-1], 1), count + 1))
            yield from self._step(step, [] if is_usual else uses)
            if step is not steps[-1] or is_untitled:
                yield from self._relations(step.id, 0)
            count += 1
            since.append(count)
            numbers.setdefault(step.conclusion, count)
            yield from self._line(count, step.conclusion)

    def _line(self, number: int, claim_id: str) -> Iterator[str]:
        claim = self.claims.get(claim_id)
        if claim is None or not self._is_untitled(claim_id) or claim_id in self.stated:
            yield f"({number}) {self._title(claim_id)}"
            return
        yield f"({number}) {self._defined(claim)}"
        yield from self._relations(claim_id, 0)

    def _step(self, step: Inference, uses: list[int]) -> Iterator[str]:
        own = kept(step)
        rules = written_rules((step.scheme,) if step.scheme else _texts(own.get("rules")))
        step_data = own.get("step_data")
        data: Data = {"uses": uses} if uses else {}
        if isinstance(step_data, dict):
            data.update(step_data)
        if not rules and not data:
            yield "----"
            return
        yield from ("--", " ".join(filter(None, (rules, written_data(data) if data else ""))), "--")


def _lines(steps: Iterable[Inference]) -> dict[str, None]:
    """Return the claims that a structure has lines for, in order."""
    return dict.fromkeys(claim_id for step in steps for claim_id in (*step.premises, step.conclusion))


def _by_section(elements: Iterable[Any], count: int) -> list[list[Any]]:
    """Return the elements by the number of their section; those of none come first."""
    sections: list[list[Any]] = [[] for _ in range(count + 1)]
    for element in elements:
        number = kept(element).get("section")
        is_known = isinstance(number, int) and not isinstance(number, bool) and 0 < number <= count
        sections[number if is_known and isinstance(number, int) else 0].append(element)
    return sections


def _sections(argument_map: ArgumentMap) -> list[Data]:
    own = argument_map.extensions.get(NAMESPACE)
    sections = own.get("sections") if isinstance(own, dict) else None
    return [section for section in sections if isinstance(section, dict)] if isinstance(sections, list) else []


def _heading(section: Data) -> str:
    level = section.get("level")
    signs = "#" * (min(max(level, 1), 99) if isinstance(level, int) else 1)
    text, tags = _written(section, "title")
    if not text and not tags:
        text = "\\ "  # Argdown wants something there; an escaped blank says nothing
    return f"{signs} {text}{written_tags(tags)}{_data(section.get('data'))}"


def _wanted_title(element: Claim | Proposal | Inference) -> str:
    title = kept(element).get("title")
    return title if isinstance(title, str) and title.strip() else element.id


def _data(data: Any) -> str:
    return f" {written_data(data)}" if isinstance(data, dict) and data else ""


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()


def _written(own: Data, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text that stands under a name as it is written, and the tags to be written after it."""
    text, tags = own.get(name), _texts(own.get("tags"))
    return written_text(text, own.get("markup"), tags) if isinstance(text, str) and text.strip() else ("", tags)
