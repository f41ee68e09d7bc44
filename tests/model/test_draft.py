"""Drafts: a map built step by step in Python."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from argmap.model import Anchor, ArgumentMap, Claim, Draft, Proposal


def test_the_map_of_the_design_can_be_built() -> None:
    draft = Draft(title="Is NATO provoking the build-up?")
    provoked = draft.claim("NATO's conduct provokes the build-up in Kaliningrad", kind="causal", main=True)
    surge = draft.claim("NATO war games near Russia have surged", cites="army-2020", when="2020-01")
    draft.support(provoked, surge, draft.claim("States arm the borders they are pressed on", implicit=True))
    draft.attack(provoked, draft.claim("Russian aircraft probe NATO members too"))
    built = draft.build()
    assert built.main == ("natos-conduct-provokes-the-build",)
    assert built.inferences[0].premises == ("nato-war-games-near-russia", "states-arm-the-borders-they")
    assert built.attacks[0].target == provoked.id
    assert built.claims[1].cites == ("army-2020",)
    assert str(built.claims[1].when) == "2020-01"


def test_the_same_calls_make_the_same_map() -> None:
    def build() -> ArgumentMap:
        draft = Draft()
        for _ in range(3):
            draft.support(draft.claim("So it is"), draft.claim("…"), draft.claim("…"))
        return draft.build()

    assert build() == build()
    assert [claim.id for claim in build().claims] == [
        "so-it-is",
        "c1",
        "c2",
        "so-it-is-2",
        "c3",
        "c4",
        "so-it-is-3",
        "c5",
        "c6",
    ]
    assert [inference.id for inference in build().inferences] == ["i1", "i2", "i3"]


def test_elements_stand_for_their_ids() -> None:
    draft = Draft(article="letter", language="de")
    council = draft.party("council", name="The council", interests=["quiet"])
    count = draft.source("count", title="Traffic count", party=council, date="2024-03")
    close = draft.proposal("Close the bridge", id="close", agent=council, main=True)
    traffic = draft.claim(
        "Cars pass through", id="traffic", cites=[count], by=council, at=Anchor(paragraph=1), tags=["x"]
    )
    step = draft.support(close, traffic, warrant="w", answers={"CQ1": traffic})
    undercut = draft.attack(step, traffic)
    draft.attack(undercut, close)
    draft.waive("SUP001", close, reason="known")
    built = draft.build()
    assert isinstance(built.claims[0], Proposal)
    assert (built.claims[0].agent, built.claims[1].by, built.sources[0].party) == ("council",) * 3
    assert built.claims[1].cites == ("count",)
    assert built.inferences[0].answers == {"CQ1": "traffic"}
    assert [attack.target for attack in built.attacks] == ["i1", "a1"]
    assert built.waivers[0].element == "close"
    assert (built.article, built.language) == ("letter", "de")


def test_a_map_does_not_change() -> None:
    draft = Draft()
    claim = draft.claim("It rains")
    built = draft.build()
    with pytest.raises(ValidationError):
        claim.text = "It shines"  # type: ignore[misc]
    draft.claim("It shines")
    assert built.claims == (claim,)


@pytest.mark.parametrize("bad", ["", "a b", "a\tb", "a[b]", "x" * 201])
def test_an_id_without_meaning_is_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        Claim(id=bad, text="t")


def test_an_inference_without_premises_is_refused() -> None:
    with pytest.raises(ValidationError):
        Draft().support("a")
