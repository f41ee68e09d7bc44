"""The writer of outlines: a line for each claim, further in than what it speaks for or against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.formats.losses import name_ids
from argmap.formats.outline.lines import Role, write_text
from argmap.formats.outline.reader import TITLE, says_same
from argmap.formats.steps import Step, end_of, steps_of
from argmap.model import ArgumentMap, Inference

_INDENTATION = "  "
_MOST_DEPTH = 200
"""A branch that is deeper goes on at the left, as lines are as long as they are deep."""


def write_outline(argument_map: ArgumentMap) -> str:
    """Return the map as an outline; see `find_losses` for what it cannot hold.

    A claim with several ends is written below each of them, with what speaks for and against it at the first. O(n + m).
    """
    title = " ".join(argument_map.title.split())
    lines = [f"{TITLE} {title}"] if title else []
    lines += _Tree(argument_map).lines()
    return "\n".join(lines) + "\n"


class _Tree:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.texts = {c.id: write_text(c.text, is_implicit=c.implicit) for c in reversed(argument_map.claims)}
        self.below: dict[str, list[tuple[Role, Step]]] = defaultdict(list)
        for step in steps_of(argument_map):
            role = Role.REASON if isinstance(step, Inference) else Role.OBJECTION
            self.below[end_of(step)].append((role, step))
        upper = {name for step in steps_of(argument_map) for name in step.premises}
        mains = [name for name in dict.fromkeys(argument_map.main) if name in self.texts]
        tops = mains or [claim.id for claim in argument_map.claims if claim.id not in upper]
        self.tops = list(reversed([*tops, *dict.fromkeys(claim.id for claim in argument_map.claims)]))

    def lines(self) -> Iterator[str]:
        """Yield the lines, but none for a claim without text that nothing is about; iterative."""
        written: set[str] = set()
        stack: list[tuple[int, str, str, tuple[str, ...]]] = []
        while stack or self.tops:
            if not stack:
                claim_id = self.tops.pop()
                if claim_id not in written:
                    stack.append((0, "", claim_id, ()))
                continue
            depth, word, claim_id, steps = stack.pop()
            line = f"{_INDENTATION * depth}{word}{' ' if word else ''}{self.texts[claim_id]}".rstrip()
            below: list[tuple[int, str, str, tuple[str, ...]]] = []
            for step_id in steps:
                below += self._step_lines(depth + 1, [(Role.UNDERCUT, step) for _, step in self.below[step_id]])
            if claim_id not in written and depth < _MOST_DEPTH:
                written.add(claim_id)
                below += self._step_lines(depth + 1, self.below[claim_id])
            elif claim_id not in written:
                self.tops.append(claim_id)
            if line or below:
                yield line
            stack += reversed(below)

    def _step_lines(
        self, depth: int, branches: list[tuple[Role, Step]]
    ) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
        """Yield a line for each premise; below the last are the undercuts of the step."""
        for role, step in branches:
            premises = [name for name in dict.fromkeys(step.premises) if name in self.texts]
            for number, premise in enumerate(premises):
                is_last = number == len(premises) - 1
                undercut = (step.id,) if is_last and step.id in self.below and depth < _MOST_DEPTH else ()
                yield depth, (role if number == 0 else Role.MEMBER).value, premise, undercut


def find_losses(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Tell what of a map an outline cannot hold, beyond fields."""
    claims = {claim.id for claim in argument_map.claims}
    steps = steps_of(argument_map)
    step_ids = {step.id for step in steps}
    ends = claims | step_ids
    loose = [step.id for step in steps if set(step.premises) - claims or end_of(step) not in ends]
    texts = [claim.text for claim in argument_map.claims]
    same = [argument_map.claims[n].id for group in says_same(texts).values() if len(group) > 1 for n in group]
    changed = [claim.id for claim in argument_map.claims if " ".join(claim.text.split()) != claim.text]
    empty = [claim.id for claim in argument_map.claims if not claim.text.strip()]
    reasons_for_steps = [step.id for step in argument_map.inferences if step.conclusion in step_ids - claims]
    main = set(argument_map.main)
    upper = {name for step in steps for name in step.premises}
    others = [claim.id for claim in argument_map.claims if main and claim.id not in upper and claim.id not in main]
    told = (
        (loose, "an outline cannot refer to what nothing defines: {} lose that end"),
        (same, "an outline takes claims with one text for one claim: {}"),
        (empty, "an outline cannot hold a claim without text: {}"),
        (changed, "an outline holds a claim in one line: the white space of {} becomes single spaces"),
        (reasons_for_steps, "an outline cannot give reasons for a step: {} become undercuts"),
        (others, "an outline has no claims beside its main ones: {} become main claims"),
    )
    return tuple(sentence.format(name_ids(ids)) for ids, sentence in told if ids)
