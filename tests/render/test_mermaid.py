"""Mermaid text: what Mermaid itself makes of it, and that no text of a map is anything but text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unittest import mock

import mermaidx
import pytest
import strategies
from defusedxml import ElementTree
from hostile_texts import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from mermaidx.engine import Engine
from syrupy.assertion import SnapshotAssertion

from argmap import diff
from argmap.model import ArgumentMap, Attack, Claim, Confidence, Draft, Finding, Severity
from argmap.render import load_theme, to_mermaid
from argmap.render.comparison import build_comparison
from argmap.render.mermaid import escape_label, picture_as_mermaid
from argmap.render.options import Options
from argmap.render.text import clean
from argmap.render.theme import CardKind

HTML = "{http://www.w3.org/1999/xhtml}"
JOINER = "\N{WORD JOINER}"
LINE = re.compile(
    r"""\ \ (?:
        \w+\["(?P<card>(?:[^"#<>&;:`*_{}\[\]\\$%|~=^+@]|\#\w+;|<br/>)*)"\]:::[a-z]+
      | \w+\(\["(?:[^"#<>&;:`]|\#\w+;)*"\]\):::[a-z-]+
      | \w+\ (?:---|-\.-|-->|-\.->|-\.-x)\ \w+
      | classDef\ [a-z-]+\ [-a-z]+:[^;"]+
      | class\ [\w,]+\ [a-z]+
      | linkStyle\ [\d,]+\ stroke:\#\w{6,8},stroke-width:2px
    )""",
    re.VERBOSE,
)


@pytest.fixture(autouse=True, scope="module")
def one_engine() -> Iterator[None]:
    """Keep Mermaid's engine from one drawing to the next: a new one takes five times as long as a flowchart."""
    with mock.patch.object(Engine, "_ensure_fresh_context"):
        yield


def drawn(text: str) -> tuple[str, list[str]]:
    """Return the title and the labels that Mermaid draws, a line break as a space."""
    root = ElementTree.fromstring(mermaidx.render(text).svg())
    labels = [
        " ".join(" ".join(part for part in label.itertext()).split()).replace(JOINER, "")
        for label in root.iter(f"{HTML}span")
        if "nodeLabel" in label.get("class", "")
    ]
    # A line from a box to itself runs through boxes without text.
    labels = [label for label in labels if label]
    titles = [element.text for element in root.iter() if "TitleText" in element.get("class", "")]
    return titles[0] if titles else "", labels


def test_the_mermaid_text_of_a_small_map_is_as_agreed(
    small_map: ArgumentMap, make_gap, snapshot: SnapshotAssertion
) -> None:
    assert to_mermaid(small_map, findings=[make_gap("close", "No value given")]) == snapshot


def test_mermaid_draws_every_card_and_every_word(small_map: ArgumentMap, make_gap) -> None:
    title, labels = drawn(to_mermaid(small_map, findings=[make_gap("close", "No value given")]))
    assert title == "Is the street wet?"
    assert set(labels) == {
        "? GAP No value given",
        "BECAUSE",
        "BUT rebuts",
        "BUT undercuts",
        "HOWEVER undermines",
        "MISSING",
        "SHOWN BY",
        "« REPLY The roof has a hole",
        "» PROPOSAL · ¶ 5, 8 Close the street",
        "… UNSTATED · implicit Rain wets streets",
        "■ EVIDENCE The gauge shows 5 mm",
        "● CLAIM · ¶ 2 It has rained",
        "▼ OBJECTION The gauge is broken",
        "▼ OBJECTION There is a roof over the street",
        "● MAIN CLAIM · ¶ 1 The street is wet",
    }


def test_hostile_text_is_shown_as_it_is() -> None:
    claims = tuple(Claim(id=f"h{number}", text=text) for number, text in enumerate(HOSTILE))
    title, labels = drawn(to_mermaid(ArgumentMap(title="<b>a & b</b> #35; `c`: d", claims=claims)))
    assert title == "‹b›a & b‹/b› #35; `c`: d"
    assert labels == [f"● CLAIM {clean(text)}" for text in HOSTILE]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_holds_no_sign_that_means_something(text: str) -> None:
    assert re.fullmatch(r"(?:[^\"#<>&;:`*_{}\[\]\\$%|~=^+@]|#\w+;)*", escape_label(clean(text)))


def everywhere(argument_map: ArgumentMap) -> list[Finding]:
    return [
        Finding("X", Severity.WARNING, Confidence.HIGH, "m", element=element.id, gap='gap "#1" <b>')
        for element in argument_map.elements()
    ]


@settings(max_examples=60, deadline=None)
@given(strategies.maps | strategies.structures)
def test_every_line_is_one_of_few_forms(argument_map: ArgumentMap) -> None:
    text = to_mermaid(argument_map, findings=everywhere(argument_map))
    start = text.index("flowchart ")
    lines = text[start:].split("\n")
    assert lines[0] == "flowchart BT"
    assert [line for line in lines[1:-1] if not LINE.fullmatch(line)] == []


@settings(max_examples=2, deadline=None)
@given(strategies.maps, strategies.maps, st.sampled_from(["up", "down", "left", "right", "auto", "columns"]))
def test_mermaid_can_draw_any_two_maps(before: ArgumentMap, after: ArgumentMap, orientation: str) -> None:
    options = Options(orientation=orientation, findings=everywhere(after))
    picture = build_comparison(diff(before, after), options)
    _, labels = drawn(picture_as_mermaid(picture, options))
    assert len(labels) == len(picture.cards) + len(picture.pills)


def test_the_orientation_is_the_direction_of_the_chart(small_map: ArgumentMap) -> None:
    directions = {way: to_mermaid(small_map, orientation=way) for way in ("auto", "up", "down", "left", "right")}
    found = {way: re.search(r"^flowchart (\w+)$", text, re.MULTILINE)[1] for way, text in directions.items()}
    assert found == {"auto": "BT", "up": "BT", "down": "TB", "left": "RL", "right": "LR"}


def test_layers_are_words_beside_those_of_the_card(small_map: ArgumentMap) -> None:
    _, labels = drawn(to_mermaid(small_map, layers=["labels", "numbers"]))
    assert "… UNSTATED · implicit · √ IN · 1A-b Rain wets streets" in labels


def test_attacks_in_a_circle_and_answers_are_drawn() -> None:
    draft = Draft()
    main = draft.claim("Main", id="main", main=True)
    draft.support(main, draft.claim("Reason"), answers={"why": draft.claim("Answer", id="answer")})
    built = draft.build()
    circle = (Attack(id="x", premises=("answer",), target="y"), Attack(id="y", premises=("answer",), target="x"))
    _, labels = drawn(to_mermaid(built.model_copy(update={"attacks": circle})))
    assert len(labels) == 3 + 3


def test_the_colours_are_those_of_the_theme(small_map: ArgumentMap) -> None:
    plain, dark = to_mermaid(small_map), to_mermaid(small_map, theme="dark")
    fills = [re.search(r"classDef reply fill:(#\w+)", text)[1] for text in (plain, dark)]
    assert fills[0] == "#FAEEF5"
    assert fills[1] == load_theme("dark").cards[CardKind.REPLY].tint != fills[0]
