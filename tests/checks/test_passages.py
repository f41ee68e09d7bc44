"""Passages: finding the words of an anchor in a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Anchor, Match, Passages

LETTER = """\
The bridge should be closed to cars. Two cars
out of   three only pass through.

“The shops”, they say, ‘need’ the cars’ drivers – all 14,200 of them.

Close the bridge; close it soon. Straße und CAFÉ.
"""


BESIDE = "not found beside its prefix or suffix: its own words are in paragraph 1"
FOLLOW = "not found: its start words are in paragraph 3, its end words do not follow"


def passages(anchor: Anchor, text: str = LETTER) -> list[str]:
    return [text[match.start : match.end] for match in Passages(text).find_matches(anchor)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"start": "the BRIDGE should"}, ["The bridge should"]),
        ({"start": "two cars out of three"}, ["Two cars\nout of   three"]),
        ({"start": " two\tcars "}, ["Two cars"]),
        ({"start": "bridge"}, ["bridge", "bridge"]),
        ({"start": "ridge"}, []),
        ({"start": "car"}, []),
        ({"start": "bridge should", "end": "cars"}, ["bridge should be closed to cars"]),
        ({"start": "two", "end": "through"}, ["Two cars\nout of   three only pass through"]),
        ({"start": "pass through", "end": "the shops"}, []),
        ({"start": "cars", "prefix": "closed to"}, ["cars"]),
        ({"start": "cars", "prefix": "osed to"}, []),
        ({"start": "cars", "suffix": "out of three"}, ["cars"]),
        ({"start": "close", "suffix": "it"}, ["close"]),
        ({"start": "two", "end": "cars", "suffix": "out"}, ["Two cars"]),
        ({"start": "14,200"}, ["14,200"]),
        ({"start": "200"}, []),
        ({"start": "“The shops”"}, ["“The shops”"]),
        ({"start": '"The shops"'}, []),
        ({"start": "strasse"}, ["Straße"]),
        ({"start": "cafe\u0301"}, ["CAFÉ"]),
        ({"paragraph": 2}, ["“The shops”, they say, ‘need’ the cars’ drivers – all 14,200 of them."]),
        ({"paragraph": 4}, []),
        ({"start": "  "}, []),
    ],
)  # fmt: skip
def test_words_are_found_as_browsers_find_them(fields, expected):
    assert passages(Anchor(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"start": "closed to cars"}, ""),
        ({"start": "closed to cars", "paragraph": 1}, ""),
        ({"start": "closed to cars", "paragraph": 2}, "found in paragraph 1, not 2"),
        ({"start": "bridge"}, "found 2 times: paragraphs 1 and 3"),
        ({"start": "bridge", "paragraph": 3}, "found 2 times: paragraphs 1 and 3"),
        ({"start": "close"}, "found 2 times: paragraph 3"),
        ({"start": "tram"}, "not found"),
        ({"start": '"the shops"'}, "not found, but for quotation marks or dashes: paragraph 2"),
        ({"start": "drivers - all"}, "not found, but for quotation marks or dashes: paragraph 2"),
        ({"start": "two cars", "prefix": "red"}, BESIDE),
        ({"start": "soon", "end": "tram"}, FOLLOW),
        ({"paragraph": 3}, ""),
        ({"paragraph": 9}, "paragraph 9 is not there: the text has 3 paragraphs"),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_words(fields, problem):
    assert Passages(LETTER).find_problem(Anchor(**fields)) == problem


def test_paragraphs_are_blocks_between_blank_lines():
    text = "\n \n  one\r\none \r\n\t\r\n\r\ntwo\n\n\n"
    found = Passages(text)
    assert found.paragraph_count == 2
    assert [found.paragraph(number) for number in range(4)] == ["", "one\r\none", "two", ""]
    assert Passages("").find_problem(Anchor(paragraph=1)) == "paragraph 1 is not there: the text has 0 paragraphs"


def test_many_matches_are_counted_up_to_a_limit():
    problem = Passages("\n\n".join(["a"] * 300)).find_problem(Anchor(start="a"))
    assert problem == "found 100 times or more: paragraphs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and others"


def test_a_range_ends_at_the_first_end_after_its_start():
    assert passages(Anchor(start="a", end="b"), "b a x b b a b") == ["a x b", "a b"]


def test_scripts_without_spaces_have_no_word_boundaries():
    assert passages(Anchor(start="加里宁格勒"), "俄罗斯在加里宁格勒集结") == ["加里宁格勒"]


def test_matches_in_a_decomposed_text_keep_their_marks():
    assert passages(Anchor(start="café"), "Le cafe\u0301 noir") == ["cafe\u0301"]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("a " * 100_000, Anchor(start="a", end="b")),
        ("a" * 200_000, Anchor(start="a" * 1000)),
        ("a " * 100_000, Anchor(start="a " * 500, end="a b")),
        ("ab " * 300_000, Anchor(start="ab " * 100_000 + "a", prefix="ab " * 1000)),
        (" " * 200_000, Anchor(start="a")),
        ("\n" * 200_000, Anchor(start="(a+)+$", prefix="(", suffix="[")),
    ],
)
def test_hostile_texts_take_no_more_than_linear_time(text, anchor):
    started = time.process_time()
    Passages(text).find_problem(anchor)
    assert time.process_time() - started < 8


@given(
    text=st.text(alphabet="ab ß.'’\n\u0301É,1-"), start=st.text(alphabet="ab ßé", min_size=1), end=st.text(max_size=2)
)
def test_a_match_lies_in_its_paragraph_and_the_words_of_a_paragraph_are_found_in_it(text, start, end):
    found = Passages(text)
    for match in found.find_matches(Anchor(start=start, end=end)):
        assert isinstance(match, Match)
        whole = found.find_matches(Anchor(paragraph=match.paragraph))[0]
        assert whole.start <= match.start < match.end <= whole.end
    for number in range(1, found.paragraph_count + 1):
        words = Anchor(start=found.paragraph(number), paragraph=number)
        assert number in {match.paragraph for match in found.find_matches(words)}


@given(text=st.text(), start=st.text(min_size=1), end=st.text(), prefix=st.text(), suffix=st.text())
def test_no_text_and_no_anchor_breaks_the_search(text, start, end, prefix, suffix):
    Passages(text).find_problem(Anchor(start=start, end=end, prefix=prefix, suffix=suffix))
