"""What differs between a student's map and the reference, said in the words of the claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from argmap.classroom.grading.ladder import Ladder
from argmap.classroom.grading.map_marks import own_id
from argmap.classroom.grading.replies import Replies
from argmap.graph.links import Link, Linked, LinkLabel


class MistakeKind(StrEnum):
    """What kind of difference it is; in the order in which differences are told."""

    MISSING_CLAIM = "missing claim"
    EXTRA_CLAIM = "extra claim"
    REVERSED = "wrong way round"
    WRONG_LABEL = "wrong kind of link"
    OTHER_REPLY = "reply of the other kind"
    TOO_HIGH = "too high up"
    WRONG_PARENT = "wrong place"
    MISSING_LINK = "missing link"
    EXTRA_LINK = "extra link"
    SPLIT = "taken apart"
    MERGED = "taken together"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference between a student's map and the reference.

    Attributes:
        kind: what kind of difference it is.
        elements: ids of the claims that it is about, in the reference as far as it has them.
        line: what to say about it.
    """

    kind: MistakeKind
    elements: tuple[str, ...]
    line: str


Quote = Callable[[str], str]
"""Gives the words for a name: a claim in quotation marks, a step by what it leads to."""

_NO_BOXES: Mapping[str, str] = MappingProxyType({})

_DOES: Mapping[LinkLabel, str] = {
    LinkLabel.SUPPORT: "a reason for",
    LinkLabel.ATTACK: "an objection to",
    LinkLabel.UNDERCUT: "an objection to",
}


def find_mistakes(
    student: Linked,
    reference: Linked,
    quote: Quote,
    given: frozenset[str] = frozenset(),
    boxes: Mapping[str, str] = _NO_BOXES,
) -> list[Mistake]:
    """Return how a student's map differs from the reference, each difference once; O(n + m) but for ways up.

    Args:
        student: the student's map, under the names of the reference.
        reference: the reference.
        quote: gives the words for a name.
        given: claims that students were handed, which nobody has to find.
        boxes: claims that the student's map lacks, and the name of the claim in whose box they stand.
    """
    return _Comparison(student, reference, quote, given, boxes).find()


@dataclass
class _Comparison:
    student: Linked
    reference: Linked
    quote: Quote
    given: frozenset[str]
    boxes: Mapping[str, str]
    missing: dict[str, list[Link]] = field(default_factory=dict)
    extra: dict[str, list[Link]] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    objections: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self) -> list[Mistake]:
        self.ends = {**self.student.ends, **self.reference.ends}
        self.objections = {**self.student.objections, **self.reference.objections}
        self.missing = _by_child(self.reference.links - self.student.links)
        self.extra = _by_child(self.student.links - self.reference.links)
        found = [
            *self._claims(),
            *self._reversed(),
            *self._replies(),
            *self._relabelled(),
            *self._moved(),
            *self._left(),
            *self._pairs(),
        ]
        order = list(MistakeKind)
        told = [replace(mistake, elements=tuple(map(own_id, mistake.elements))) for mistake in found]
        return sorted(told, key=lambda mistake: (order.index(mistake.kind), mistake.elements, mistake.line))

    def _claims(self) -> Iterator[Mistake]:
        for claim in self.reference.claims - self.student.claims:
            box = self.boxes.get(claim)
            what = f"has no box of its own; it stands in {self.quote(box)}" if box else "is missing"
            yield Mistake(MistakeKind.MISSING_CLAIM, (claim,), f"the claim {self.quote(claim)} {what}")
        for claim in self.student.claims - self.reference.claims:
            what = "does not belong into the map" if own_id(claim) in self.given else "is not in the reference"
            yield Mistake(MistakeKind.EXTRA_CLAIM, (claim,), f"the claim {self.quote(claim)} {what}")

    def _reversed(self) -> Iterator[Mistake]:
        for links in list(self.extra.values()):
            for link in list(links):
                right = Link(link.parent, link.child, link.label)
                if right in self.missing.get(right.child, ()):
                    self._drop(link, right)
                    line = f"{self._told(link)}; it is the other way round"
                    yield Mistake(MistakeKind.REVERSED, (right.child, right.parent), line)

    def _replies(self) -> Iterator[Mistake]:
        replies = Replies(self.reference.links - self.student.links, self.objections)
        for links in list(self.extra.values()):
            for link in list(links):
                forms = [right for right in replies.other_forms(link) if right in self.missing.get(link.child, ())]
                if forms:
                    self._drop(link, forms[0])
                    line = f"{self._told(link)}; nearly right, but it {self._replies_by(link, forms[0])}"
                    yield Mistake(MistakeKind.OTHER_REPLY, (link.child, self._aim(forms[0])), line)

    def _replies_by(self, link: Link, right: Link) -> str:
        if right.label is LinkLabel.UNDERCUT:
            return f"leaves {self.quote(link.parent)} standing, and denies that this counts as an objection"
        return f"denies {self.quote(right.parent)} itself"

    def _relabelled(self) -> Iterator[Mistake]:
        for links in list(self.extra.values()):
            for link in list(links):
                same = [right for right in self.missing.get(link.child, ()) if self._aim(right) == self._aim(link)]
                if same:
                    self._drop(link, same[0])
                    line = f"{self._told(link)}; it is {self._does(same[0], again=link)}"
                    yield Mistake(MistakeKind.WRONG_LABEL, (link.child, self._aim(same[0])), line)

    def _moved(self) -> Iterator[Mistake]:
        ladder = Ladder(self.reference.links)
        every = [link for links in self.extra.values() for link in links]
        for link in sorted(every, key=lambda link: (-ladder.nearness(link), link)):
            below = [
                right
                for right in self.missing.get(link.child, ())
                if right.label is link.label and ladder.leads_up(right.parent, link.parent)
            ]
            if below and (near := ladder.nearness(link)):
                steps = "one step" if near == 1 / 2 else f"{round(1 / near) - 1} steps"
                line = f"{self._told(link)}; right direction, but {steps} too high: it is {self._does(below[0])}"
                yield self._moved_to(link, below[0], MistakeKind.TOO_HIGH, line)
            elif rights := self.missing.get(link.child):
                same = [right for right in rights if right.label is link.label]
                right = (same or rights)[0]
                line = f"{self._told(link)}; it is {self._does(right)}"
                yield self._moved_to(link, right, MistakeKind.WRONG_PARENT, line)

    def _moved_to(self, link: Link, right: Link, kind: MistakeKind, line: str) -> Mistake:
        self._drop(link, right)
        return Mistake(kind, (link.child, self._aim(right)), line)

    def _left(self) -> Iterator[Mistake]:
        known = self.student.claims
        for links in self.missing.values():
            for link in links:
                # That a claim is missing tells that its links are.
                if link.child in known and (self._aim(link) in known or link.label is LinkLabel.UNDERCUT):
                    line = f"{self.quote(link.child)} is {self._does(link)}; that link is missing"
                    yield Mistake(MistakeKind.MISSING_LINK, (link.child, self._aim(link)), line)
        for links in self.extra.values():
            for link in links:
                line = f"{self._told(link)}; the reference has no such link"
                yield Mistake(MistakeKind.EXTRA_LINK, (link.child, self._aim(link)), line)

    def _pairs(self) -> Iterator[Mistake]:
        ours, theirs = _siblings(self.student), _siblings(self.reference)
        for one, other in (self.reference.pairs - self.student.pairs) & ours:
            line = f"{self.quote(one)} and {self.quote(other)} stand apart; they only work together"
            yield Mistake(MistakeKind.SPLIT, (one, other), line)
        for one, other in (self.student.pairs - self.reference.pairs) & theirs:
            line = f"{self.quote(one)} and {self.quote(other)} are taken together; each counts by itself"
            yield Mistake(MistakeKind.MERGED, (one, other), line)

    def _drop(self, link: Link, right: Link) -> None:
        self.extra[link.child].remove(link)
        self.missing[right.child].remove(right)

    def _aim(self, link: Link) -> str:
        """Return the claim that the link leads to in the end; the step if it leads to none."""
        return self.ends.get(link.parent, link.parent) if link.label is LinkLabel.UNDERCUT else link.parent

    def _told(self, link: Link) -> str:
        return f"{self.quote(link.child)} is given as {self._does(link)}"

    def _does(self, link: Link, again: Link | None = None) -> str:
        if link.label is LinkLabel.UNDERCUT:
            if link.parent in self.objections:
                return f"a reply to the objection {' and '.join(map(self.quote, self.objections[link.parent]))}"
            return f"an objection to the step that leads to {self.quote(self._aim(link))}"
        aim = "it" if again is not None and again.label is not LinkLabel.UNDERCUT else self.quote(link.parent)
        return f"{_DOES[link.label]} {aim}"


def _by_child(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(links):
        found[link.child].append(link)
    return dict(found)


def _siblings(linked: Linked) -> set[tuple[str, str]]:
    """Return the pairs of claims, each sorted, that have links of one label to the same parent."""
    groups: dict[tuple[str, LinkLabel], list[str]] = defaultdict(list)
    for link in sorted(linked.links):
        groups[link.parent, link.label].append(link.child)
    return {pair for group in groups.values() for pair in combinations(group, 2)}
