"""An Argdown document as Argdown understands it: what has one title is one, and relations are resolved.

This is the model that Argdown's own JSON has: equivalence classes, arguments with their premise-conclusion structures,
and relations, each once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.formats.argdown.document import Data, Document, Line, Occurrence, Relation, RelationKind, Step, Structure

_SYMMETRIC = frozenset({RelationKind.CONTRADICTORY, RelationKind.CONTRARY})


@dataclass(slots=True, eq=False)
class Node:
    """All statements of one title (an equivalence class), or an argument.

    Attributes:
        is_argument: whether it is an argument.
        title: its title; None if it has none, and so a single member.
        members: where it is stated or named, in the order of the document.
        structures: the premise-conclusion structures of an argument; Argdown has at most one.
    """

    is_argument: bool
    title: str | None
    members: list[Occurrence] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)

    @property
    def definition(self) -> Occurrence | None:
        """The member whose text counts: the last that is marked as canonical, else the last that has a text."""
        defined = [member for member in self.members if not member.is_reference]
        for member in reversed(defined):
            if member.data and member.data.get("isCanonical"):
                return member
        return defined[-1] if defined else None

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all members."""
        if len(self.members) == 1:
            return self.members[0].tags
        return tuple(dict.fromkeys(tag for member in self.members for tag in member.tags))

    @property
    def data(self) -> Data:
        """The data of all members; where two have a field, that of the later."""
        data: Data = {}
        for member in self.members:
            if member.data:
                data.update(member.data)
        return data

    @property
    def section(self) -> int:
        """The number of its section: the first in which it is defined, or that it is put in, else the first of all."""
        section = 0
        for member in self.members:
            is_in_group = (member.data or {}).get("isInGroup")
            if is_in_group is True or (not member.is_reference and is_in_group is None and not section):
                section = member.section
        return section or self.members[0].section if self.members else section


End = Node | Step
"""What a relation can go from and to."""


@dataclass(slots=True, eq=False)
class Link:
    """A relation, with all the places where it is written.

    Attributes:
        kind: what it is.
        source: where it starts; of a symmetric one, what is written first.
        target: where it leads.
        start: offset of the first place where it is written.
    """

    kind: RelationKind
    source: Node
    target: End
    start: int


@dataclass
class Debate:
    """What an Argdown document says.

    Attributes:
        document: the document.
        is_strict: whether relations between statements are logical ones.
        statements: the equivalence classes, in the order in which they are first written.
        arguments: the arguments, those without a title too.
        links: the relations.
        node_of: the id() of an occurrence to what it is a member of.
    """

    document: Document
    is_strict: bool
    statements: list[Node] = field(default_factory=list)
    arguments: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    node_of: dict[int, Node] = field(default_factory=dict)

    def node(self, occurrence: Occurrence) -> Node:
        """Return what an occurrence is a member of."""
        return self.node_of[id(occurrence)]


def understand(document: Document, *, is_strict: bool) -> Debate:
    """Return what a document says; O(size of the document).

    Args:
        document: the document.
        is_strict: whether support between statements is read as entailment, and attack as contrariness.
    """
    debate = Debate(document, is_strict)
    _join_titles(debate)
    _assign_structures(debate)
    _resolve(debate)
    return debate


def _join_titles(debate: Debate) -> None:
    titled: tuple[dict[str, Node], dict[str, Node]] = ({}, {})
    lists = (debate.statements, debate.arguments)
    node_of = debate.node_of
    for occurrence in debate.document.occurrences:
        is_argument, title = occurrence.is_argument, occurrence.title
        node = None if title is None else titled[is_argument].get(title)
        if node is None:
            node = Node(is_argument, title)
            lists[is_argument].append(node)
            if title is not None:
                titled[is_argument][title] = node
        node.members.append(occurrence)
        node_of[id(occurrence)] = node


def _assign_structures(debate: Debate) -> None:
    for structure in debate.document.structures:
        if structure.argument is None:
            node = Node(True, None)
            debate.arguments.append(node)
        else:
            node = debate.node(structure.argument)
        node.structures.append(structure)


def _resolve(debate: Debate) -> None:
    """Give each relation the ends that Argdown gives it, and join those that say the same."""
    links: dict[tuple[RelationKind, int, int], Link] = {}
    steps = {id(line.step) for structure in debate.document.structures for line in structure.lines}
    for relation in debate.document.relations:
        source, target = _ends(debate, relation)
        kind = relation.kind
        if isinstance(source, Step) or (isinstance(target, Step) and id(target) not in steps):
            continue  # an inference does nothing, and one without a conclusion is none; the parser has noted both
        source = _source(debate, source)
        if kind is RelationKind.UNDERCUT and isinstance(target, Node) and target.structures:
            target = target.structures[-1].lines[-1].step or target
        if debate.is_strict and not source.is_argument and isinstance(target, Node) and not target.is_argument:
            kind = _STRICT.get(kind, kind)
        key = (kind, id(source), id(target))
        again = (kind, id(target), id(source))
        if key not in links and not (kind in _SYMMETRIC and again in links):
            links[key] = Link(kind, source, target, relation.start)
    debate.links = _without_redundant(list(links.values()), debate)


_STRICT = {RelationKind.SUPPORT: RelationKind.ENTAILS, RelationKind.ATTACK: RelationKind.CONTRARY}


def _ends(debate: Debate, relation: Relation) -> tuple[End, End]:
    parent: End = relation.parent if isinstance(relation.parent, Step) else debate.node(relation.parent)
    child = debate.node(relation.child)
    if relation.is_outgoing:
        return parent, child
    if relation.kind is RelationKind.UNDERCUT and relation.line is not None and relation.line.step is not None:
        return child, relation.line.step
    return child, parent


def _source(debate: Debate, source: Node) -> Node:
    """Return what a relation goes from: of an argument with a structure, its main conclusion."""
    if not source.structures:
        return source
    return debate.node(source.structures[-1].lines[-1].statement)


def _without_redundant(links: list[Link], debate: Debate) -> list[Link]:
    """Leave out attacks on an argument by what attacks one of its premises."""
    attacked: set[tuple[int, int]] = set()
    for link in links:
        if link.kind is RelationKind.ATTACK or link.kind in _SYMMETRIC:
            attacked.add((id(link.source), id(link.target)))
            if link.kind in _SYMMETRIC:
                attacked.add((id(link.target), id(link.source)))
    return [link for link in links if not _is_redundant(link, attacked, debate)]


def _is_redundant(link: Link, attacked: set[tuple[int, int]], debate: Debate) -> bool:
    target = link.target
    if link.kind is not RelationKind.ATTACK or link.source.is_argument or isinstance(target, Step):
        return False
    return any((id(link.source), id(debate.node(line.statement))) in attacked for line in premises(target))


def premises(argument: Node) -> list[Line]:
    """Return the lines of an argument's structures that no step leads to."""
    return [line for structure in argument.structures for line in structure.lines if line.step is None]
