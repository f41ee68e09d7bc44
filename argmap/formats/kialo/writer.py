"""The writer of Kialo's text: the argument as a tree of numbered lines, with references where it is none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.formats.kialo.markup import TITLE, escape, kept, one_line
from argmap.formats.losses import name_ids
from argmap.formats.steps import end_of, steps_of
from argmap.model import ArgumentMap, Inference

_MOST_DEPTH = 100
"""A branch that is deeper goes on as a thesis of its own: each line begins with the numbers of all lines above it."""

_STEP_ID = re.compile(r"(?:pro|con)-(?P<parent>[\d.]+\.)(?P<number>\d{1,9})")


@dataclass(frozen=True, slots=True)
class _Branch:
    """A claim that speaks for or against another: the word, the claim, and the step's id."""

    stance: str
    premise: str
    step_id: str


@dataclass(slots=True)
class _Line:
    """A line to be written: below which line, as which of those there, for or against it, and which claim."""

    parent: int
    ordinal: int
    stance: str
    claim_id: str
    text: str | None


def write_kialo(argument_map: ArgumentMap) -> str:
    """Return the map as Kialo exports a discussion; see `find_losses` for what it cannot hold.

    Every claim stands once; where it speaks for or against more than one claim, the others refer to it. O(n + m).
    """
    lines = list(_Tree(argument_map).lines())
    theses = [number for number, line in enumerate(lines) if line.parent < 0]
    own = argument_map.extensions.get("kialo")
    question = own.get("question") if isinstance(own, dict) else None
    has_question = len(theses) != 1 or isinstance(question, str)
    numbers: list[str] = []
    homes: dict[str, str] = {}
    for line in lines:
        above = numbers[line.parent] if line.parent >= 0 else "1" if has_question else ""
        numbers.append(f"{above}.{line.ordinal}" if above else str(line.ordinal))
        if line.text is not None:
            homes.setdefault(line.claim_id, numbers[-1])
    written = [f"{TITLE} {escape(one_line(argument_map.title))}".rstrip(), ""]
    if has_question:
        asked = question if isinstance(question, str) else argument_map.title
        written.append(f"1. {escape(kept(asked)) or '?'}")
    for number, line in zip(numbers, lines, strict=True):
        text = f"-> See {homes[line.claim_id]}." if line.text is None else escape(kept(line.text))
        written.append(f"{number}. {line.stance}: {text}" if line.stance else f"{number}. {text}")
    return "\n".join(written) + "\n"


class _Tree:
    """The claims of a map in the order in which they are written."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.texts = {claim.id: claim.text for claim in reversed(argument_map.claims)}
        firsts = {claim.id: number for number, claim in reversed(list(enumerate(argument_map.claims)))}
        self.branches, self.homes = _find_branches(argument_map)
        below = {branch.premise for branches in self.branches.values() for branch in branches}
        tops = [claim.id for claim in argument_map.claims if claim.id not in below]
        self.theses = [name for name in dict.fromkeys(argument_map.main) if name in self.texts] or tops
        self.all = list(dict.fromkeys(claim.id for claim in argument_map.claims))
        self.repeated = [claim for n, claim in enumerate(argument_map.claims) if firsts[claim.id] != n]

    def lines(self) -> Iterator[_Line]:
        """Yield the lines, each after the one that it is below; iterative."""
        written: set[str] = set()
        theses = list(reversed([*self.theses, *self.all]))
        count = thesis = 0
        stack: list[tuple[int, int, int, _Branch]] = []
        while stack or theses:
            if not stack:
                claim_id = theses.pop()
                if claim_id in written:
                    continue
                thesis += 1
                stack.append((-1, thesis, 0, _Branch("", claim_id, "")))
            parent, ordinal, depth, branch = stack.pop()
            claim_id = branch.premise
            is_home = claim_id not in written and (not branch.stance or self._is_home(branch))
            if is_home and depth >= _MOST_DEPTH:
                theses.append(claim_id)
                is_home = False
            yield _Line(parent, ordinal, branch.stance, claim_id, self.texts[claim_id] if is_home else None)
            if is_home:
                written.add(claim_id)
                below = [branch for branch in self.branches[claim_id] if branch.premise in self.texts]
                stack += reversed([(count, n, depth + 1, branch) for n, branch in enumerate(below, start=1)])
            count += 1
        for claim in self.repeated:
            thesis += 1
            yield _Line(-1, thesis, "", claim.id, claim.text)

    def _is_home(self, branch: _Branch) -> bool:
        """Tell whether the claim is to stand here: where its id says, if it came from a file of Kialo's."""
        home = self.homes.get(branch.premise, branch.step_id)
        return branch.step_id == home and branch.premise not in self.theses


def _find_branches(argument_map: ArgumentMap) -> tuple[dict[str, list[_Branch]], dict[str, str]]:
    """Return what is below each claim, in order, and for claims of a file of Kialo's the step where it stands."""
    firsts = {step.id: step.premises[0] for step in reversed(steps_of(argument_map))}
    branches: dict[str, list[_Branch]] = defaultdict(list)
    homes: dict[str, str] = {}
    claims = {claim.id: number for number, claim in enumerate(argument_map.claims)}
    for step in steps_of(argument_map):
        target = end_of(step)
        if target not in claims:
            target = firsts.get(target, target)
        for premise in dict.fromkeys(step.premises):
            branches[target].append(_Branch("Pro" if isinstance(step, Inference) else "Con", premise, step.id))
            if step.id in {f"pro-{premise}", f"con-{premise}"}:
                homes[premise] = step.id
    for below in branches.values():
        numbers = [_STEP_ID.fullmatch(branch.step_id) for branch in below]
        if all(numbers):
            below.sort(key=lambda branch: int(branch.step_id.rpartition(".")[2]))
        else:
            below.sort(key=lambda branch: claims.get(branch.premise, 0))
    return branches, homes


def find_losses(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Tell what of a map an export of Kialo cannot hold, beyond fields."""
    claims = {claim.id for claim in argument_map.claims}
    steps = steps_of(argument_map)
    linked = [step.id for step in steps if len(set(step.premises)) > 1]
    on_steps = [attack.id for attack in argument_map.attacks if attack.target not in claims]
    loose = [step.id for step in steps if {*step.premises, end_of(step)} - claims and step.id not in on_steps]
    changed = [claim.id for claim in argument_map.claims if kept(claim.text) != claim.text]
    theses = [name for name in argument_map.main if name in claims]
    below = {premise for step in steps for premise in step.premises}
    others = [claim.id for claim in argument_map.claims if theses and claim.id not in below and claim.id not in theses]
    told = (
        (linked, "kialo cannot link premises: those of {} each stand by themselves"),
        (on_steps, "kialo cannot attack a step: {} become attacks on its first premise"),
        (loose, "kialo cannot refer to what nothing defines: {} lose that end"),
        (others, "kialo has no claims beside its theses: {} become theses"),
        (changed, "kialo cannot hold white space around texts: that of {} is left out"),
    )
    sentences = [sentence.format(name_ids(ids)) for ids, sentence in told if ids]
    if argument_map.title != one_line(argument_map.title):
        sentences.append("kialo holds a title of one line")
    return tuple(sentences)
