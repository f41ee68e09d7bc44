"""Anchors: what they can hold, and the links that they make."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from argmap.formats.native.anchor_line import format_anchor_line, parse_anchor_line
from argmap.model import Anchor, is_web_address

PAGE = "https://example.org/letter"


@pytest.mark.parametrize(
    ("fields", "fragment"),
    [
        ({"start": "two cars"}, "text=two%20cars"),
        ({"start": "two cars", "end": "pass through"}, "text=two%20cars,pass%20through"),
        ({"start": "a-b", "end": "c,d&e"}, "text=a%2Db,c%2Cd%26e"),
        ({"start": "b", "prefix": "a", "suffix": "c"}, "text=a-,b,-c"),
        ({"start": "Bürger’s"}, "text=B%C3%BCrger%E2%80%99s"),
        ({"paragraph": 3}, ""),
    ],
)
def test_the_fragment_is_a_text_directive(fields: dict[str, object], fragment: str) -> None:
    assert Anchor.model_validate(fields).fragment == fragment


def test_a_link_opens_the_page_at_the_passage() -> None:
    assert Anchor(start="two cars").link(PAGE) == f"{PAGE}#:~:text=two%20cars"
    assert Anchor(start="two cars").link(f"{PAGE}#part") == f"{PAGE}#part:~:text=two%20cars"
    assert Anchor(paragraph=2).link(PAGE) == PAGE


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.b", "http://["]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert not is_web_address(url)
    assert Anchor(start="x").link(url) is None


@pytest.mark.parametrize("fields", [{}, {"end": "x"}, {"paragraph": 1, "end": "x"}, {"paragraph": 0}])
def test_an_anchor_that_names_nothing_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Anchor.model_validate(fields)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("6", {"paragraph": 6}),
        ('"a b"', {"start": "a b"}),
        ('6 "a b"', {"paragraph": 6, "start": "a b"}),
        ('6 "a" ... "b"', {"paragraph": 6, "start": "a", "end": "b"}),
        ('6 "a" … "b"', {"paragraph": 6, "start": "a", "end": "b"}),
        ('abc-2020 6 "a"', {"source": "abc-2020", "paragraph": 6, "start": "a"}),
        ('abc "a"', {"source": "abc", "start": "a"}),
        ("abc 6", {"source": "abc", "paragraph": 6}),
        ("abc", None),
        ("0", None),
        ("6 a b", None),
        ('6 "a" ... ', None),
        ('"a" "b"', None),
        ("", None),
    ],
)
def test_a_line_is_an_anchor_or_is_none(line: str, fields: dict[str, object] | None) -> None:
    assert parse_anchor_line(line) == fields


def test_what_a_line_cannot_say_needs_the_long_form() -> None:
    assert format_anchor_line({"start": 'a "b" c'}) is None
    assert format_anchor_line({"start": "a", "prefix": "b"}) is None
    assert format_anchor_line({"source": "12", "paragraph": 3}) == "12 3"
    assert format_anchor_line({"source": "12", "start": "a"}) is None
