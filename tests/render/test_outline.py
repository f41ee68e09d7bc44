"""Outlines: rows, and what a reader of Markdown makes of them."""

from __future__ import annotations

import pytest
import strategies
from hostile_texts import HOSTILE
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from syrupy.assertion import SnapshotAssertion

from argmap.model import ArgumentMap, Claim, Inference
from argmap.model.markdown import escape_markdown
from argmap.render import PictureOptionError, find_outline, outline, render
from argmap.render.text import clean
from argmap.render.theme import CardKind, PillKind

# As the preset of most viewers has it; that of CommonMark leaves out what is nested more than ten items deep.
READER = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def read(text: str) -> list[Token]:
    return READER.parse(text)


def items(text: str) -> list[str]:
    """Return what a reader shows of each item of a list and each heading."""
    return [
        "".join(part.content for part in token.children if part.type in {"text", "code_inline"})
        for token in read(text)
        if token.type == "inline"
    ]


def kinds(text: str) -> set[str]:
    tokens = read(text)
    every = [*tokens, *(part for token in tokens for part in token.children or ())]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in every}


def test_the_markdown_of_a_small_map_is_as_agreed(
    small_map: ArgumentMap, make_gap, snapshot: SnapshotAssertion
) -> None:
    assert outline(small_map, findings=[make_gap("close", "No value given")], format="markdown") == snapshot


def test_rows_say_what_each_line_is(small_map: ArgumentMap) -> None:
    told = find_outline(small_map, depth=1)
    rows = [(row.level, row.kind, row.word, row.element_id, row.lead) for row in told.main[:4]]
    assert rows == [
        (0, CardKind.THESIS, "Main claim", "wet", ""),
        (1, PillKind.BECAUSE, "because", "i1", ""),
        (2, CardKind.CLAIM, "Claim", "rain", ""),
        (2, CardKind.UNSTATED, "Unstated", "law", "+"),
    ]
    assert [row.is_step for row in told.main[:3]] == [False, True, False]
    assert [row.element_id for row in told.main if row.is_repeated] == ["wet"]


def test_addresses_in_texts_are_no_links_where_a_reader_looks_for_some() -> None:
    assert escape_markdown("see http://a.example, www.a.example: or 1.5") == (
        r"see http\://a.example, www\.a.example: or 1.5"
    )


def test_hostile_text_is_shown_as_it_is_in_markdown() -> None:
    claims = tuple(Claim(id=f"h{number}", text=text) for number, text in enumerate(HOSTILE))
    text = outline(ArgumentMap(title="# 1. <b>*a*</b> #", claims=claims), format="markdown")
    expected = [f"Claim: {clean(text)} [h{number}]" for number, text in enumerate(HOSTILE)]
    assert items(text) == ["# 1. <b>*a*</b> #", *expected]
    assert kinds(text) <= {
        "heading",
        "bullet_list",
        "list_item",
        "paragraph",
        "inline",
        "text",
        "strong",
        "code_inline",
    }


@settings(max_examples=80, deadline=None)
@given(strategies.maps | strategies.structures)
def test_both_formats_say_the_same(argument_map: ArgumentMap) -> None:
    plain = [line.strip() for line in outline(argument_map).splitlines() if line.strip()]
    told = [" ".join(line.split()) for line in items(outline(argument_map, format="markdown"))]
    assert [line.replace(":", "") for line in told] == [" ".join(line.split()).replace(":", "") for line in plain]


def test_items_are_nested_as_the_argument_is(small_map: ArgumentMap) -> None:
    depth, deepest, word = 0, {}, ""
    for token in read(outline(small_map, format="markdown")):
        depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if token.type == "inline":
            word = token.content
            deepest[word.split(" `")[0]] = depth
    assert deepest["**Main claim:** The street is wet"] == 1
    assert deepest["**Evidence:** The gauge shows 5 mm"] == 5


def test_a_long_chain_is_told_without_deep_recursion(tmp_path) -> None:
    claims = tuple(Claim(id=f"c{i}", text=f"Claim {i}") for i in range(5000))
    steps = tuple(Inference(id=f"i{i}", premises=(f"c{i + 1}",), conclusion=f"c{i}") for i in range(4999))
    path = render(ArgumentMap(claims=claims, inferences=steps), tmp_path / "m.md")
    assert path.read_text().count("- *because*") == 4999


def test_an_unknown_format_is_refused(small_map: ArgumentMap) -> None:
    with pytest.raises(PictureOptionError, match="found outline format 'html', expected one of text, markdown"):
        outline(small_map, format="html")


def test_files_of_outlines_have_the_title_that_is_asked_for(small_map: ArgumentMap, tmp_path) -> None:
    assert render(small_map, tmp_path / "m.md", title="Other").read_text().startswith("# Other\n")
    assert render(small_map, tmp_path / "m.txt", title="").read_text().startswith("Main claim: ")
