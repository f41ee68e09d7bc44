"""How a claim is supported, in plain sentences and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, assert_never

from argmap.checks.words import join_words, name_ids
from argmap.graph import ArgumentGraph
from argmap.model import Given
from argmap.model.printable import one_line, printable
from argmap.semantics import Account, ClaimStep, InferenceStep, Repairs, Standing, Telling

_INDENT = "  "
_DEEPEST = 20
"""Indentation stops growing here: a chain of thousands of claims would else fill gigabytes with spaces."""
_MOST_NAMED = 12


def account_as_text(account: Account, graph: ArgumentGraph, repairs: Repairs) -> str:
    """Return the account in plain sentences.

    Args:
        account: how the claim is supported.
        graph: the structure of the map, for the words of its claims.
        repairs: what would ground the claim, if it is not grounded; the first counts.
    """
    tell = _Teller(graph)
    lines: list[str] = []
    for step in account.steps:
        level = step.depth * 2 + isinstance(step, InferenceStep)
        indent = _INDENT * min(level, _DEEPEST)
        lines += [
            f"{indent}{line}"
            for line in (tell.inference(step) if isinstance(step, InferenceStep) else tell.claim(step))
        ]
    return "\n".join([*lines, "", *tell.ends(account, repairs)]) + "\n"


def account_as_object(account: Account, repairs: Repairs) -> dict[str, Any]:
    """Return the account as JSON values.

    It has `claim`, `grounded`, `rests_on` and `stops` (lists of ids), `repair` (a list of ids: a cheapest set of
    claims to back, empty if the claim is grounded), and `steps`: each a claim (`depth`,
    `claim_id`, `standing`, `telling`, `sources`, `is_warrant`) or an inference (`depth`, `inference_id`, `premises`,
    `missing`).
    """
    return {
        "claim": account.claim_id,
        "grounded": account.is_grounded,
        "rests_on": account.rests_on,
        "stops": account.stops,
        "repair": repairs.found[0].backing if repairs.found else (),
        "steps": [asdict(step) for step in account.steps],
    }


@dataclass(frozen=True, slots=True)
class _Teller:
    """Finds the words for the steps of an account."""

    graph: ArgumentGraph

    def claim(self, step: ClaimStep) -> Iterator[str]:
        """Yield the lines of a claim: the claim itself, and what it stands on."""
        claim = self.graph.claims.get(step.claim_id)
        name = f"[{step.claim_id}]{' (warrant)' if step.is_warrant else ''}"
        if step.telling is Telling.ABOVE:
            yield f"{name} is {_verdict(step.standing.is_grounded)}, as told above."
            return
        yield f"{name} {one_line(claim.text)}".rstrip() if claim else name
        yield f"  {self._standing(step)}"

    def inference(self, step: InferenceStep) -> Iterator[str]:
        """Yield the line of an inference."""
        together = " of these together" if len(step.premises) > 1 else ""
        verdict = f"breaks at {name_ids(step.missing, _MOST_NAMED)}" if step.missing else "holds"
        yield f"because{together} (inference [{step.inference_id}] {verdict}):"

    def ends(self, account: Account, repairs: Repairs) -> Iterator[str]:
        """Yield the summary: where support stops, what it rests on, and what would ground the claim."""
        yield f"[{account.claim_id}] is {_verdict(account.is_grounded)}."
        if account.rests_on:
            yield f"Sources and givens that were reached: {name_ids(account.rests_on, _MOST_NAMED)}."
        if account.stops:
            yield f"Support stops at {name_ids(account.stops, _MOST_NAMED)}."
        for repair in repairs.found[:1]:
            least = ", at the least cost" if repair.is_exact else ""
            yield f"Backing {name_ids(repair.backing, _MOST_NAMED)} would ground it{least}."

    def _standing(self, step: ClaimStep) -> str:
        if step.telling is Telling.CIRCLE:
            return "Its support leads back to it, and a circle grounds nothing."
        if step.telling is Telling.LEFT_OUT:
            return f"It is {_verdict(step.standing.is_grounded)}; its reasons are left out here."
        return f"{self._unstated(step)}{self._ground(step)}"

    def _unstated(self, step: ClaimStep) -> str:
        claim = self.graph.claims.get(step.claim_id)
        return "It is never stated. " if claim and claim.implicit else ""

    def _ground(self, step: ClaimStep) -> str:
        match step.standing:
            case Standing.CITED:
                return f"It cites {join_words([self._source(source_id) for source_id in step.sources])}."
            case Standing.GIVEN:
                is_common = self.graph.claims[step.claim_id].given is Given.COMMON
                return f"It is given, as {'common ground' if is_common else 'an assumption'}."
            case Standing.ASSUMED:
                return "It is taken as held here."
            case Standing.CONCLUDED:
                return "It is grounded by reasons."
            case Standing.UNGROUNDED:
                return f"It is not grounded: {self._count_lines(step.claim_id)}."
            case Standing.BARE:
                return "Here support stops: it has no reason and no source."
            case Standing.UNDEFINED:
                return "Here support stops: no claim has this id."
        assert_never(step.standing)

    def _count_lines(self, claim_id: str) -> str:
        count = len(self.graph.inferences_to(claim_id))
        if count == 1:
            return "the only inference to it does not hold"
        return f"{'neither' if count == 2 else 'none'} of the {count} inferences to it holds"

    def _source(self, source_id: str) -> str:
        source = self.graph.sources[source_id]
        about = ", ".join(filter(None, (source.author, source.publisher, str(source.date or ""))))
        title = f'"{source.title}"' if source.title else f"[{source_id}]"
        return printable(f"{title} ({about})" if about else title)


def _verdict(is_grounded: bool) -> str:
    return "grounded" if is_grounded else "not grounded"
