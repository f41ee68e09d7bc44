"""The argument as an indented outline in plain text, for terminals and wherever no picture can be drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argmap.graph import ArgumentGraph, Step, goal
from argmap.model import ArgumentMap, Attack, Finding, Inference
from argmap.render import theme
from argmap.render.build import card_kind, find_gaps, line_kind, paragraphs, pill_kind, tail_claims
from argmap.render.scope import find_scope
from argmap.render.text import clean

_INDENT = "  "
_DEEPEST = 40
"""Indentation stops growing here: a chain of thousands of claims would else fill gigabytes with spaces."""


def outline(
    argument_map: ArgumentMap,
    *,
    findings: Sequence[Finding] = (),
    focus: str | None = None,
    depth: int | None = None,
) -> str:
    """Return the argument as an indented outline: main claims first, below each claim what speaks for and against it.

    A claim that is met again is referred to and not repeated. What no main claim leads to comes last. O(n + m).

    Args:
        argument_map: the map.
        findings: what the checks found; gaps that no waiver accepts are marked.
        focus: the id of a claim, to show only the argument for and against it.
        depth: how many steps below the focus, or below the main claims, are shown; None for all.

    Raises:
        UnknownElementError: the map has no claim with the id `focus`.

    Examples:
        >>> from argmap.model import Draft
        >>> draft = Draft(title="Rain")
        >>> wet = draft.claim("The street is wet", main=True)
        >>> _ = draft.support(wet, draft.claim("It has rained", id="rain"))
        >>> print(outline(draft.build()))
        Rain
        <BLANKLINE>
        Main claim: The street is wet [the-street-is-wet]
          because
            Reason: It has rained [rain]
        <BLANKLINE>
    """
    writer = _Writer(ArgumentGraph(argument_map), dict(find_gaps(findings)))
    scope = find_scope(writer.graph, focus, depth)
    for step in scope.steps:
        writer.steps[goal(step)].append(step)
    writer.more = dict(scope.more)
    shown = set(scope.claims)
    starts = (focus,) if focus is not None else writer.graph.main_claims
    lines = [clean(argument_map.title), ""] if clean(argument_map.title) else []
    lines += [line for start in starts if start in shown for line in writer.argument(start)]
    rest = [line for claim_id in _rest_first(scope.claims, scope.steps) for line in writer.argument(claim_id, new=True)]
    if rest:
        lines += ["", theme.ASIDE, *rest] if starts else rest
    return "\n".join(lines) + "\n"


def _rest_first(claim_ids: Sequence[str], steps: Sequence[Step]) -> Iterator[str]:
    """Yield the claims that no step uses, then all, so that an argument is told from its top where it has one."""
    used = {claim_id for step in steps for claim_id in step.premises}
    yield from (claim_id for claim_id in claim_ids if claim_id not in used)
    yield from claim_ids


@dataclass
class _Writer:
    graph: ArgumentGraph
    gaps: dict[str, str]
    steps: dict[str, list[Step]] = field(default_factory=lambda: defaultdict(list))
    more: dict[str, int] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    told_steps: set[str] = field(default_factory=set)

    def argument(self, claim_id: str, *, new: bool = False) -> Iterator[str]:
        """Yield the lines of the argument of one claim; nothing if it is told already and only new ones count."""
        if new and claim_id in self.told:
            return
        stack: list[tuple[int, str, str | Step]] = [(0, "", claim_id)]
        while stack:
            level, lead, thing = stack.pop()
            if isinstance(thing, str):
                below = list(self._below(level, thing))
                yield self._claim_line(level, lead, thing)
            else:
                yield self._step_line(level, thing)
                below = list(self._parts(level, thing))
            stack += reversed(below)

    def _below(self, level: int, claim_id: str) -> Iterator[tuple[int, str, str | Step]]:
        if claim_id not in self.told:
            for step in self.steps.get(claim_id, ()):
                yield level + 1, "", step

    def _parts(self, level: int, step: Step) -> Iterator[tuple[int, str, str | Step]]:
        for number, claim_id in enumerate(tail_claims(step)):
            yield level + 1, "+ " if number else "", claim_id
        if isinstance(step, Inference):
            for question, claim_id in step.answers.items():
                yield level + 1, f"{theme.ANSWER} {clean(question)}: ", claim_id
        # Steps against this step; one that is against itself is told once.
        if step.id not in self.told_steps:
            self.told_steps.add(step.id)
            if step.id not in self.graph.claims:
                yield from ((level + 1, "", attack) for attack in self.steps.get(step.id, ()))

    def _claim_line(self, level: int, lead: str, claim_id: str) -> str:
        start = _INDENT * min(level, _DEEPEST) + lead
        if claim_id in self.told:
            return f"{start}{theme.SEE_ABOVE} [{claim_id}]"
        self.told.add(claim_id)
        claim = self.graph.claims.get(claim_id)
        if claim is None:
            return f"{start}{theme.CARDS[theme.CardKind.UNDEFINED].word}: [{claim_id}]"
        notes = [note for note in (paragraphs(self.graph, claim),) if note]
        kind = theme.CARDS[card_kind(self.graph, claim)].word
        if claim.implicit and card_kind(self.graph, claim) is not theme.CardKind.UNSTATED:
            notes.append(theme.IMPLICIT)
        if claim_id in self.gaps:
            notes.append(f"gap: {self.gaps[claim_id]}")
        if count := self.more.get(claim_id):
            notes.append(theme.more_below(count))
        tail = f" ({'; '.join(notes)})" if notes else ""
        return f"{start}{kind}: {clean(claim.text) or theme.NO_TEXT} [{claim_id}]{tail}"

    def _step_line(self, level: int, step: Step) -> str:
        kind = pill_kind(self.graph, step)
        word = theme.LINES[line_kind(self.graph, step)].word
        notes = [word] if isinstance(step, Attack) else []
        notes += [theme.TOGETHER] if len(set(step.premises)) > 1 else []
        if step.id in self.gaps and step.id not in self.graph.claims:
            notes.append(f"gap: {self.gaps[step.id]}")
        tail = f" ({'; '.join(notes)})" if notes else ""
        return f"{_INDENT * min(level, _DEEPEST)}{kind}{tail}"
