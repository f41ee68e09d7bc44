"""Why an element is in, out or undecided, in plain sentences and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from argmap.checks.words import name_ids
from argmap.model import Given
from argmap.model.printable import one_line
from argmap.semantics import Label, Labels, Link, Reason, Why, WhyStep, WhyTelling

_INDENT = "  "
_DEEPEST = 40
"""Indentation stops growing here: a chain of thousands of claims would else fill gigabytes with spaces."""
_MOST_NAMED = 4


def label_why_as_text(why: Why, labels: Labels, depth: int | None = None) -> str:
    """Return a why in plain sentences: one that sums it up, then the tree of reasons.

    Args:
        why: the reasons for a label.
        labels: the labels that it is from.
        depth: tell only the reasons that lie at most so many inferences or attacks deep; None for all.
    """
    tell = _Teller(labels)
    lines = [tell.headline(why)]
    most = None if depth is None else 2 * depth  # a claim and a step for each
    for step in why.steps if most is None else [step for step in why.steps if step.depth <= most]:
        indent = _INDENT * min(step.depth, _DEEPEST)
        lines += [f"{indent}{line}" for line in tell.step(step)]
    return "\n".join(lines) + "\n"


def label_why_as_object(why: Why, labels: Labels) -> dict[str, Any]:
    """Return a why as JSON values: `element`, `stance`, `label`, `reason`, `summary` (a sentence) and `steps`.

    Each step has `depth`, `element`, `link` (top, support or attack), `label`, `reason`, `rank` and `telling` (here,
    above or back).
    """
    return {
        "element": why.element_id,
        "stance": labels.compilation.reading.stance.value,
        "label": why.steps[0].label.label.value,
        "reason": why.steps[0].label.reason.value,
        "summary": _Teller(labels).headline(why),
        "steps": [
            {
                "depth": step.depth,
                "element": step.element_id,
                "link": step.link.value,
                "label": step.label.label.value,
                "reason": step.label.reason.value,
                "rank": step.label.rank,
                "telling": step.telling.value,
            }
            for step in why.steps
        ],
    }


@dataclass(frozen=True, slots=True)
class _Teller:
    """Finds the words for a why."""

    labels: Labels

    def headline(self, why: Why) -> str:
        """Return the sentence that sums up the why."""
        top = why.steps[0]
        return f"[{why.element_id}] is {top.label.label}: {self._gist(why)}."

    def step(self, step: WhyStep) -> Iterator[str]:
        """Yield the lines of one step: the element, and why it has its label."""
        lead = {Link.TOP: "", Link.SUPPORT: "for: ", Link.ATTACK: "against: "}[step.link]
        name = f"{lead}{self._name(step.element_id)}"
        if step.telling is WhyTelling.ABOVE:
            yield f"{name}: {step.label.label}, as told above"
        elif step.telling is WhyTelling.BACK:
            ring = "ring of attacks" if step.label.label is Label.UNDECIDED else "circle of support"
            yield f"{name}: here the {ring} closes"
        else:
            yield f"{name}: {step.label.label}, {self._because(step)}"

    # --- the sum ---

    def _gist(self, why: Why) -> str:
        steps = why.steps
        match steps[0].label.reason:
            case Reason.ACCEPTED | Reason.REJECTED:
                return f"so it is supposed to be ({steps[0].label.reason})"
            case Reason.HELD | Reason.SUPPORTED:
                return self._gist_in(steps)
            case Reason.CIRCULAR:
                circle = [
                    step.element_id for step in steps if step.label.reason is Reason.CIRCULAR and self._is_claim(step)
                ]
                return f"{name_ids(list(dict.fromkeys(circle)))} lean on one another, and on nothing else that stands"
            case Reason.STAND_OFF:
                ring = [
                    step.element_id for step in steps if step.telling is WhyTelling.HERE and not self._is_claim(step)
                ]
                return f"a ring of attacks stands between it and a verdict, through {name_ids(ring)}"
            case Reason.UNSUPPORTED | Reason.DEFEATED | Reason.UNDERCUT:
                return self._gist_out(steps)
        assert_never(steps[0].label.reason)

    def _gist_in(self, steps: Sequence[WhyStep]) -> str:
        leaves = [step.element_id for step in steps if step.label.reason in {Reason.HELD, Reason.ACCEPTED}]
        beaten = [step.element_id for step in steps if step.link is Link.ATTACK and step.label.label is Label.OUT]
        rests = "it holds by itself" if leaves[:1] == [steps[0].element_id] else f"it rests on {name_ids(leaves)}"
        return (
            f"{rests}; {name_ids(beaten)} {_is(beaten)} out"
            if beaten
            else f"{rests}, and nothing that is in attacks it"
        )

    def _gist_out(self, steps: Sequence[WhyStep]) -> str:
        """Return what each way down meets: an attack that is in, or a claim with nothing behind it."""
        starts = [number for number, step in enumerate(steps) if step.depth == 1]
        if not starts:
            return self._unsupported(steps[0])
        ways = [steps[start:end] for start, end in zip(starts, [*starts[1:], len(steps)], strict=True)]
        if len(ways) == 1:
            return self._failure(ways[0], "the only reason for it" if self._is_claim(steps[0]) else "it")
        told = [self._failure(way, f"[{way[0].element_id}]") for way in ways[:_MOST_NAMED]]
        more = [f"and {len(ways) - _MOST_NAMED} more such"] if len(ways) > _MOST_NAMED else []
        return "; ".join([*told, *more])

    def _failure(self, way: Sequence[WhyStep], subject: str) -> str:
        """Return in a clause why what speaks for an element does not help.

        Args:
            way: the steps down from it.
            subject: the words for it.
        """
        spine: list[WhyStep] = []
        for step in way:
            if step.link is Link.ATTACK:
                return self._attacked(spine, step, subject)
            if spine and step.depth != spine[-1].depth + 1:
                break
            spine.append(step)
        claims = [step for step in spine if self._is_claim(step)]
        return (
            f"{subject} rests on [{claims[-1].element_id}], {self._nothing(claims[-1])}"
            if claims
            else f"{subject} fails"
        )

    def _attacked(self, spine: Sequence[WhyStep], attack: WhyStep, subject: str) -> str:
        answer = "what attacks that is out" if self._cons(attack.element_id) else "nothing attacks that"
        if not spine:
            return f"[{attack.element_id}] is against it; {answer}"
        if self._is_claim(spine[-1]):
            return f"{subject} rests on [{spine[-1].element_id}], which [{attack.element_id}] defeats; {answer}"
        return f"[{attack.element_id}] undercuts {'it' if len(spine) == 1 else f'[{spine[-1].element_id}]'}; {answer}"

    def _nothing(self, step: WhyStep) -> str:
        return "for which nothing speaks" if self._is_bare(step) else "for which nothing that speaks is in"

    # --- one step ---

    def _because(self, step: WhyStep) -> str:
        is_claim = self._is_claim(step)
        match step.label.reason:
            case Reason.HELD:
                return self._own(step.element_id)
            case Reason.SUPPORTED:
                if is_claim:
                    return "by the reason below"
                return (
                    "as its premises are"
                    if self._cons(step.element_id)
                    else "as its premises are and nothing attacks it"
                )
            case Reason.UNSUPPORTED:
                return self._unsupported(step)
            case Reason.DEFEATED:
                return "defeated by the attack below"
            case Reason.UNDERCUT:
                return "as the attack below is in"
            case Reason.CIRCULAR:
                return "it only leans on what leans on it"
            case Reason.STAND_OFF:
                return "nothing decides what is below"
            case Reason.ACCEPTED | Reason.REJECTED:
                return f"as supposed ({step.label.reason})"
        assert_never(step.label.reason)

    def _own(self, claim_id: str) -> str:
        graph = self.labels.compilation.graph
        claim = graph.claims[claim_id]
        if not graph.is_held(claim_id):
            return "as the argument needs it" if claim.implicit else "as it is asserted"
        if claim.given is not Given.NONE:
            return "as it is given"
        return f"as it cites {name_ids(graph.backing(claim))}"

    def _unsupported(self, step: WhyStep) -> str:
        if not self._is_claim(step):
            return "as the premise below is out"
        if step.element_id not in self.labels.compilation.graph.claims:
            return "no claim has this id"
        if not self._is_bare(step):
            return "as nothing that speaks for it is in"
        graph = self.labels.compilation.graph
        return "what speaks for it weighs too little" if graph.has_reason(step.element_id) else "nothing speaks for it"

    # --- what is asked of the map ---

    def _is_claim(self, step: WhyStep) -> bool:
        return step.element_id not in self.labels.atoms.step_ids

    def _is_bare(self, step: WhyStep) -> bool:
        claims = self.labels.compilation.graph.claims
        return self._is_claim(step) and (
            step.element_id not in claims or not self.labels.compilation.pros(step.element_id)
        )

    def _cons(self, step_id: str) -> bool:
        return bool(self.labels.compilation.graph.attacks_on(step_id))

    def _name(self, element_id: str) -> str:
        claim = self.labels.compilation.graph.claims.get(element_id)
        if claim is None:
            noun = self.labels.compilation.graph.type_of(element_id)
            return f"{noun} [{element_id}]" if noun in {"inference", "attack"} else f"[{element_id}]"
        return f"[{element_id}] {one_line(claim.text)}".rstrip()


def _is(ids: Sequence[str]) -> str:
    return "is" if len(ids) == 1 else "are"
