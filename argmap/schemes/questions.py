"""Critical questions asked of one inference: what answers each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from argmap.model import Inference
from argmap.schemes.matching import Filling
from argmap.schemes.scheme import CriticalQuestion, Scheme


class Asked(NamedTuple):
    """A critical question of the scheme that an inference follows.

    Attributes:
        question: the question.
        answer: the id of the claim that the inference names as its answer; "" if it names none that is defined.
        premise: the id of the premise that it doubts, if that is grounded, which answers it; "" if not.
        is_owed: False if it does not come up, as the premise that it doubts is missing.
    """

    question: CriticalQuestion
    answer: str = ""
    premise: str = ""
    is_owed: bool = True

    @property
    def is_open(self) -> bool:
        """Tell whether it comes up and nothing answers it."""
        return self.is_owed and not self.answer and not self.premise


def ask(
    scheme: Scheme, inference: Inference, filling: Filling, claims: Collection[str], grounded: Collection[str]
) -> Iterator[Asked]:
    """Yield the critical questions of the scheme and what answers each, in the scheme's order.

    A claim that the inference names as an answer is one. A question that doubts a premise is also answered if the
    premise is grounded, and does not come up as long as a premise that the scheme needs is missing.

    Args:
        scheme: the scheme that the inference follows.
        inference: the inference.
        filling: which claims fill which slots of the scheme.
        claims: the ids of the claims that the map defines.
        grounded: the ids of those that are grounded.
    """
    answers: dict[str, str] = {}
    for name, claim_id in inference.answers.items():
        question = scheme.find_question(name)
        if question is not None and claim_id in claims:
            answers.setdefault(question.id, claim_id)
    missing = {slot.name for slot in (*filling.missing, *filling.unlicensed)}
    for question in scheme.questions:
        premise = filling.filled.get(question.about, "")
        yield Asked(
            question,
            answer=answers.get(question.id, ""),
            premise=premise if premise in grounded else "",
            is_owed=question.about not in missing,
        )
