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
    told = outline_rows(argument_map, findings=findings, focus=focus, depth=depth)
    lines = [clean(argument_map.title), ""] if clean(argument_map.title) else []
    lines += [row.as_text() for row in told.main]
    apart = [row.as_text() for row in told.apart]
    if apart:
        lines += ["", theme.ASIDE, *apart] if told.main else apart
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One line of an outline: a claim, or the word of a step.

    Attributes:
        level: how deep it is set in, from 0.
        element_id: the claim, the inference or the attack.
        word: what it calls itself, for example Reason or because.
        text: what the claim says; "" for a step.
        lead: what stands before the word: a sign, or the question that the claim answers.
        notes: what else there is to say in brackets.
        is_step: True for the word of a step.
        is_repeated: True for a claim that is told above with all that bears on it.
    """

    level: int
    element_id: str
    word: str
    text: str = ""
    lead: str = ""
    notes: tuple[str, ...] = ()
    is_step: bool = False
    is_repeated: bool = False

    def as_text(self) -> str:
        """Return the line."""
        start = _INDENT * min(self.level, _DEEPEST) + self.lead
        tail = f" ({'; '.join(self.notes)})" if self.notes else ""
        if self.is_step:
            return f"{start}{self.word}{tail}"
        if self.is_repeated:
            return f"{start}{theme.SEE_ABOVE} [{self.element_id}]"
        words = f"{self.text} " if self.text else ""
        return f"{start}{self.word}: {words}[{self.element_id}]{tail}"


@dataclass(frozen=True, slots=True)
class OutlineRows:
    """The rows of an outline: the arguments of the main claims, and what none of them leads to."""

    main: tuple[OutlineRow, ...]
    apart: tuple[OutlineRow, ...]


def outline_rows(
    argument_map: ArgumentMap, *, findings: Sequence[Finding] = (), focus: str | None = None, depth: int | None = None
) -> OutlineRows:
    """Return the outline as rows; see `outline`.

    Raises:
        UnknownElementError: the map has no claim with the id `focus`.
    """
    writer = _Writer(ArgumentGraph(argument_map), dict(find_gaps(findings)))
    scope = find_scope(writer.graph, focus, depth)
    for step in scope.steps:
        writer.steps[goal(step)].append(step)
    writer.more = dict(scope.more)
    shown = set(scope.claims)
    starts = (focus,) if focus is not None else writer.graph.main_claims
    main = tuple(row for start in starts if start in shown for row in writer.argument(start))
    others = _rest_first(scope.claims, scope.steps)
    return OutlineRows(main, tuple(row for claim_id in others for row in writer.argument(claim_id, new=True)))


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

    def argument(self, claim_id: str, *, new: bool = False) -> Iterator[OutlineRow]:
        """Yield the rows of the argument of one claim; nothing if it is told already and only new ones count."""
        if new and claim_id in self.told:
            return
        stack: list[tuple[int, str, str | Step]] = [(0, "", claim_id)]
        while stack:
            level, lead, thing = stack.pop()
            if isinstance(thing, str):
                below = list(self._below(level, thing))
                yield self._claim_row(level, lead, thing)
            else:
                yield self._step_row(level, thing)
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

    def _claim_row(self, level: int, lead: str, claim_id: str) -> OutlineRow:
        claim = self.graph.claims.get(claim_id)
        if claim is None:
            word, text = theme.CARDS[theme.CardKind.UNDEFINED].word, ""
        else:
            word, text = theme.CARDS[card_kind(self.graph, claim)].word, clean(claim.text) or theme.NO_TEXT
        if claim_id in self.told or claim is None:
            is_repeated = claim_id in self.told
            self.told.add(claim_id)
            return OutlineRow(level, claim_id, word, text, lead, is_repeated=is_repeated)
        self.told.add(claim_id)
        notes = [note for note in (paragraphs(self.graph, claim),) if note]
        if claim.implicit and card_kind(self.graph, claim) is not theme.CardKind.UNSTATED:
            notes.append(theme.IMPLICIT)
        if claim_id in self.gaps:
            notes.append(f"gap: {self.gaps[claim_id]}")
        if count := self.more.get(claim_id):
            notes.append(theme.more_below(count))
        return OutlineRow(level, claim_id, word, text, lead, tuple(notes))

    def _step_row(self, level: int, step: Step) -> OutlineRow:
        word = theme.LINES[line_kind(self.graph, step)].word
        notes = [word] if isinstance(step, Attack) else []
        notes += [theme.TOGETHER] if len(set(step.premises)) > 1 else []
        if step.id in self.gaps and step.id not in self.graph.claims:
            notes.append(f"gap: {self.gaps[step.id]}")
        return OutlineRow(level, step.id, pill_kind(self.graph, step), notes=tuple(notes), is_step=True)
