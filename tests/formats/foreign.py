"""What tests of foreign formats share: documents drawn at random, broken texts, and maps that a format can hold."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import strategies as st

from argmap.formats.result import LoadResult
from argmap.model import ArgumentMap, Attack, Claim, Inference, Party, Severity

names = st.sampled_from(("a", "b", "c", "d", "e", "f", "7", "x-1", "ü"))
plain_texts = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=25)
scalars = (
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False, allow_infinity=False) | plain_texts
)


@st.composite
def plain_maps(draw: st.DrawFn, *, with_parties: bool = True) -> ArgumentMap:
    """Draw a map whose ids are all defined once: claims, inferences, attacks on anything, and who says what."""
    claim_ids = draw(st.lists(names, min_size=1, max_size=6, unique=True))
    step_count = draw(st.integers(0, 4))
    kinds = draw(st.lists(st.sampled_from(("inference", "attack")), min_size=step_count, max_size=step_count))
    steps = [f"s{number}" for number in range(step_count)]
    parties = draw(st.lists(st.sampled_from(("nato", "russia", "person-3")), max_size=2, unique=True))
    parties = parties if with_parties else []
    some = st.lists(st.sampled_from(claim_ids), min_size=1, max_size=3, unique=True).map(tuple)
    by = st.none() | st.sampled_from(parties) if parties else st.none()
    return ArgumentMap(
        parties=[Party(id=party, name=party.title() + " of the Earth") for party in parties],
        claims=[Claim(id=claim_id, text=draw(plain_texts), by=draw(by)) for claim_id in claim_ids],
        inferences=[
            Inference(
                id=step,
                premises=draw(some),
                conclusion=draw(st.sampled_from(claim_ids)),
                scheme=draw(st.sampled_from((None, "expert-opinion", "sign", "rumour"))),
            )
            for step, kind in zip(steps, kinds, strict=True)
            if kind == "inference"
        ],
        attacks=[
            Attack(id=step, premises=draw(some), target=draw(st.sampled_from([*claim_ids, *steps])))
            for step, kind in zip(steps, kinds, strict=True)
            if kind == "attack"
        ],
    )


def without_extensions(found: ArgumentMap | None) -> ArgumentMap:
    """Return the map without what formats keep in it."""
    assert found is not None
    update: dict[str, Any] = {"extensions": {}}
    for section in ("sources", "parties", "claims", "inferences", "attacks"):
        update[section] = tuple(element.model_copy(update={"extensions": {}}) for element in getattr(found, section))
    return found.model_copy(update=update)


def damaged(text: str, seed: int) -> str:
    """Return the text with a part cut out, repeated or replaced."""
    chance = random.Random(seed)
    start, length = chance.randrange(len(text)), chance.randint(1, 12)
    piece = chance.choice(
        ("", "{", "}", "[", "]", '"', "\\", "0", "null", ",", ":", "<", ">", "&", "\t", text[start:][:40])
    )
    return text[:start] + piece + text[start + length :]


def problems(result: LoadResult) -> list[str]:
    """Return code and severity of each finding, and check that each has a place in the file."""
    assert all(finding.place is not None for finding in result.findings)
    assert result.map is not None or any(finding.severity is Severity.ERROR for finding in result.findings)
    return [f"{finding.code} {finding.severity}" for finding in result.findings]


def as_json(text: str) -> Any:
    """Return what a JSON text says."""
    return json.loads(text)
