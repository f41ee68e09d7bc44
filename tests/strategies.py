"""Hypothesis strategies that draw maps, broken ones included: dangling ids, cycles, self-attacks, repeated ids.

Drawing a map takes longer than most of what is asked of it, and its time goes with the number of choices; so what has
few values is one choice among all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TypeVar

from hypothesis import strategies as st

from argmap.model import (
    ArgumentMap,
    Attack,
    Claim,
    Confidence,
    EdtfDate,
    Finding,
    Given,
    Inference,
    Kind,
    Party,
    Place,
    Proposal,
    Severity,
    Source,
    Standard,
    Waiver,
)
from argmap.model.anchor import Anchor

T = TypeVar("T")


def _one_or_none(values: Sequence[T]) -> st.SearchStrategy[T | None]:
    """Choose a value in half of the cases, and none in the others."""
    return st.sampled_from((*(None for _ in values), *values))


def _several(values: Sequence[T], least: int, most: int) -> st.SearchStrategy[tuple[T, ...]]:
    """Choose from `least` to `most` values, repeated ones included; each number of them is as likely as the others."""
    return st.sampled_from(
        [
            chosen
            for number in range(least, most + 1)
            for chosen in product(values, repeat=number)
            for _ in range(len(values) ** (most - number))
        ]
    )


IDS = ("a", "b", "c", "d", "e", "f", "x-1", "2018", "ü", "no", "1e5", "'q'", "#1", ":", "-", "*y", "&z")
ids = st.sampled_from(IDS)
FEW_IDS = ("a", "b", "c", "d", "e")
few_ids = st.sampled_from(FEW_IDS)
some_id = _one_or_none(IDS)
texts = st.one_of(
    st.sampled_from(
        ("", " ", "true", "null", "2018", "1e3", "a: b", "- x", "# c", "a\nb", "\t", '"', "'", "{", "~", "?", "?why")
    ),
    st.sampled_from(("two  spaces " * 15 + "x", "a\tb\\c " * 25)),
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=30),
)
words = st.one_of(st.just("x"), texts.filter(lambda text: text != ""))
some_date = _one_or_none(
    [EdtfDate(text) for text in ("2017", "2018-21", "2020-06", "2020-06-30", "1999/2004", "2017/..", "199X~")]
)
weights = st.none() | st.floats(0, 1)
_plain_values = (
    st.sampled_from((None, False, True))
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)


def _with_containers(inner: st.SearchStrategy) -> st.SearchStrategy:
    return _plain_values | st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)


json_values = _with_containers(_with_containers(_with_containers(_plain_values)))
"""Values that JSON can hold, with three containers in one another at most; `st.recursive` takes three times as long."""

_no_extensions = st.builds(dict)
extensions = _no_extensions | _no_extensions | st.dictionaries(texts, json_values, min_size=1, max_size=2)
anchors = st.one_of(
    st.builds(Anchor, paragraph=st.integers(1, 99), source=some_id),
    st.builds(Anchor, paragraph=st.none() | st.integers(1, 99), start=words, end=texts, source=some_id),
    st.builds(Anchor, start=words, prefix=texts, suffix=texts),
)
several_anchors = st.lists(anchors, max_size=2).map(tuple)
few = _several(IDS, 0, 3)
some = _several(IDS, 1, 3)
said = {"by": some_id, "at": several_anchors, "note": texts, "extensions": extensions}
claim_fields = said | {
    "id": ids,
    "text": texts,
    "given": st.sampled_from(Given),
    "cites": few,
    "implicit": st.booleans(),
    "when": some_date,
    "standard": _one_or_none(tuple(Standard)),
    "weight": weights,
    "tags": st.lists(texts, max_size=2).map(tuple),
}
claims = st.builds(Claim, kind=st.sampled_from(Kind), **claim_fields) | st.builds(
    Proposal, agent=some_id, action=texts, reciprocates=some_id, **claim_fields
)
scheme_names = st.sampled_from(("practical-reasoning", "Sign", "argument from reciprocity", "values", "rumour"))
inferences = st.builds(
    Inference,
    id=ids,
    premises=some,
    conclusion=ids,
    scheme=st.none() | scheme_names | texts,
    warrant=some_id,
    answers=st.dictionaries(st.sampled_from(("side-effects", "feasible")) | texts, ids, max_size=2),
    weight=weights,
    **said,
)
attacks = st.builds(Attack, id=ids, premises=some, target=ids, weight=weights, **said)
sources = st.builds(Source, id=ids, title=texts, date=some_date, url=texts, party=some_id)
parties = st.builds(Party, id=ids, name=texts, interests=st.lists(texts, max_size=2).map(tuple))
waivers = st.builds(Waiver, rule=texts, element=some_id, reason=texts, extensions=extensions)


def _tuples(elements: st.SearchStrategy, most: int = 4) -> st.SearchStrategy:
    return st.lists(elements, max_size=most).map(tuple)


maps = st.builds(
    ArgumentMap,
    title=texts,
    language=texts,
    article=some_id,
    main=few,
    standard=st.sampled_from(Standard),
    note=texts,
    sources=_tuples(sources, 2),
    parties=_tuples(parties, 2),
    claims=_tuples(claims),
    inferences=_tuples(inferences),
    attacks=_tuples(attacks, 3),
    waivers=_tuples(waivers, 2),
    extensions=extensions,
)
"""Maps with every field, most of them broken."""

_plain = [
    {"id": i, "text": "t", "given": given, "implicit": implicit}
    for i, given, implicit in product(FEW_IDS, Given, (False, True))
]
_plain_claims = st.sampled_from([Claim(kind=kind, **fields) for kind in Kind for fields in _plain]) | st.sampled_from(
    [Proposal(reciprocates=other, **fields) for other in (*(None for _ in FEW_IDS), *FEW_IDS) for fields in _plain]
)
_plain_inferences = st.builds(
    Inference,
    id=st.sampled_from(("i", "j", "k", "l")),
    premises=_several(FEW_IDS, 1, 3),
    conclusion=few_ids,
    warrant=_one_or_none(FEW_IDS),
)
_plain_attacks = st.builds(
    Attack,
    id=st.sampled_from(("p", "q", "r")),
    premises=_several(FEW_IDS, 1, 2),
    target=st.sampled_from(("a", "b", "c", "i", "j", "p", "q")),
)
structures = st.builds(
    ArgumentMap,
    main=_several(FEW_IDS, 0, 2),
    claims=_tuples(_plain_claims, 6),
    inferences=_tuples(_plain_inferences, 6),
    attacks=_tuples(_plain_attacks, 4),
)
"""Maps that are all structure: dense, with cycles, self-support, self-attacks and ids that nothing defines."""

_some_weights = _one_or_none((0.0, 0.2, 0.3, 0.5, 0.6, 0.9, 1.0))
_every_standard = st.sampled_from(Standard)
_standards = _one_or_none(tuple(Standard))


@st.composite
def weighed_structures(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map that is all structure, with weights and standards of proof."""
    drawn = draw(structures)
    return drawn.model_copy(
        update={
            "standard": draw(_every_standard),
            "claims": tuple(
                claim.model_copy(update={"weight": draw(_some_weights), "standard": draw(_standards)})
                for claim in drawn.claims
            ),
            "inferences": tuple(step.model_copy(update={"weight": draw(_some_weights)}) for step in drawn.inferences),
            "attacks": tuple(step.model_copy(update={"weight": draw(_some_weights)}) for step in drawn.attacks),
        }
    )


any_text = st.one_of(
    st.text(max_size=20),  # surrogates and control characters too
    st.sampled_from(
        ("]]>", "](x) {0}", "::error::x", "a\r\nb", "%0A", "\x1b[2J", "\x9b31m", "\ufffe", "\ud800", "|", "`", "<b>")
    ),
)
places = st.builds(Place, file=st.just("a.yaml"), line=st.integers(1, 99), column=st.integers(1, 99))
findings = st.builds(
    Finding,
    code=st.sampled_from(("SUP001", "ATK001", "STR001", "FMT004", "XYZ999")),
    severity=st.sampled_from(Severity),
    confidence=st.sampled_from(Confidence),
    message=any_text.filter(bool),
    fix=any_text,
    element=st.none() | any_text,
    path=st.sampled_from(((), ("claims", 0), ("claims", 0, "at", 1))),
    evidence=st.lists(st.one_of(few_ids, any_text), max_size=3).map(tuple),
    place=st.none() | places,
    waived=st.none() | any_text,
    baselined=st.booleans(),
    gap=any_text,
)
"""Findings that say anything at all."""
