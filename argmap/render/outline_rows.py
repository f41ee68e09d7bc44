"""The argument told from its main claims down, as rows: what outlines in any format are written from."""

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
from argmap.render.theme import CARDS, CardKind, PillKind


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row of an outline: a claim, or a step.

    Attributes:
        level: how far it is set in, 0 for where an argument begins; no end to it.
        kind: how it is drawn: for a claim its card, for a step its word.
        word: what it calls itself, for example "Reason" or "because".
        text: the claim, clean; "" for steps and for what nothing defines.
        element_id: the id of the claim or step.
        lead: what comes before it: "+" for a further linked premise, or the critical question that it answers.
        notes: what else there is to say, for example the paragraph or a gap.
        is_repeated: True if the claim is told above, with all that bears on it.
    """

    level: int
    kind: CardKind | PillKind
    word: str
    text: str
    element_id: str
    lead: str = ""
    notes: tuple[str, ...] = ()
    is_repeated: bool = False

    @property
    def is_step(self) -> bool:
        """True for an inference or an attack."""
        return isinstance(self.kind, PillKind)


@dataclass(frozen=True, slots=True)
class Outline:
    """An argument as rows.

    Attributes:
        title: of the map, clean.
        main: the arguments of the main claims, or of the focus.
        apart: what no main claim leads to; all of it if there is no main claim.
    """

    title: str
    main: tuple[OutlineRow, ...]
    apart: tuple[OutlineRow, ...]


def find_outline(
    argument_map: ArgumentMap,
    *,
    findings: Sequence[Finding] = (),
    focus: str | None = None,
    depth: int | None = None,
) -> Outline:
    """Return the argument as rows; a claim that is met again is referred to and not repeated; O(n + m).

    Args:
        argument_map: the map.
        findings: what the checks found; gaps that no waiver accepts are noted.
        focus: the id of a claim, for only the argument for and against it.
        depth: how many steps below the focus, or below the main claims, there are; None for all.

    Raises:
        UnknownElementError: the map has no claim with the id `focus`.
    """
    return tell_outline(ArgumentGraph(argument_map), findings=findings, focus=focus, depth=depth)


def tell_outline(graph: ArgumentGraph, *, findings: Sequence[Finding], focus: str | None, depth: int | None) -> Outline:
    """Return the rows of `find_outline` for a map whose structure is known."""
    walker = _Walker(graph, dict(find_gaps(findings)))
    scope = find_scope(graph, focus, depth)
    for step in scope.steps:
        walker.steps[goal(step)].append(step)
    walker.more = dict(scope.more)
    shown = set(scope.claims)
    starts = (focus,) if focus is not None else graph.main_claims
    rows = tuple(row for start in starts if start in shown for row in walker.argument(start))
    rest = tuple(
        row for claim_id in _rest_first(scope.claims, scope.steps) for row in walker.argument(claim_id, new=True)
    )
    return Outline(clean(graph.map.title), rows, rest)


def _rest_first(claim_ids: Sequence[str], steps: Sequence[Step]) -> Iterator[str]:
    """Yield the claims that no step uses, then all, so that an argument is told from its top where it has one."""
    used = {claim_id for step in steps for claim_id in step.premises}
    yield from (claim_id for claim_id in claim_ids if claim_id not in used)
    yield from claim_ids


@dataclass
class _Walker:
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
            yield level + 1, "+" if number else "", claim_id
        if isinstance(step, Inference):
            for question, claim_id in step.answers.items():
                yield level + 1, f"{theme.ANSWER} {clean(question)}:", claim_id
        # Steps against this step; one that is against itself is told once.
        if step.id not in self.told_steps:
            self.told_steps.add(step.id)
            if step.id not in self.graph.claims:
                yield from ((level + 1, "", attack) for attack in self.steps.get(step.id, ()))

    def _claim_row(self, level: int, lead: str, claim_id: str) -> OutlineRow:
        claim = self.graph.claims.get(claim_id)
        kind = CardKind.UNDEFINED if claim is None else card_kind(self.graph, claim)
        text = "" if claim is None else clean(claim.text) or theme.NO_TEXT
        is_repeated = claim_id in self.told
        self.told.add(claim_id)
        if is_repeated or claim is None:
            return OutlineRow(level, kind, CARDS[kind].word, text, claim_id, lead, is_repeated=is_repeated)
        notes = [note for note in (paragraphs(self.graph, claim),) if note]
        if claim.implicit and kind is not CardKind.UNSTATED:
            notes.append(theme.IMPLICIT)
        if claim_id in self.gaps:
            notes.append(f"gap: {self.gaps[claim_id]}")
        if count := self.more.get(claim_id):
            notes.append(theme.more_below(count))
        return OutlineRow(level, kind, CARDS[kind].word, text, claim_id, lead, tuple(notes))

    def _step_row(self, level: int, step: Step) -> OutlineRow:
        kind = pill_kind(self.graph, step)
        notes = [theme.LINES[line_kind(self.graph, step)].word] if isinstance(step, Attack) else []
        notes += [theme.TOGETHER] if len(set(step.premises)) > 1 else []
        if step.id in self.gaps and step.id not in self.graph.claims:
            notes.append(f"gap: {self.gaps[step.id]}")
        return OutlineRow(level, kind, kind.value, "", step.id, notes=tuple(notes))
