"""`fmt` changes the layout of a file and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from strategies import maps

from argmap.formats import dumps, format_text, loads
from argmap.model import ArgumentMap, LoadError

MESSY = """\
# A map of rain
argmap:   1
title:    "Rain"   # quoted on purpose

claims:
      # what is seen
      wet:
           text:     The street is wet
           cites:  [ a ,b ]
           note: |
             # not a comment
               indented

      rain: {text: It has rained,   kind:   causal}
      # nothing follows this
inferences:
# the step
      i: {premises: rain, conclusion: wet}


sources:
      a:
      b: {title: "No, it is not"}
"""

EVEN = """\
# A map of rain
argmap: 1
title: "Rain"      # quoted on purpose

claims:
  # what is seen
  wet:
    text: The street is wet
    cites: [a, b]
    note: |
      # not a comment
        indented

  rain: {text: It has rained, kind: causal}
  # nothing follows this
inferences:
  # the step
  i: {premises: rain, conclusion: wet}


sources:
  a:
  b: {title: "No, it is not"}
"""


def test_layout_is_made_even_and_comments_order_and_quotation_marks_stay() -> None:
    assert format_text(MESSY) == EVEN
    assert loads(EVEN) == loads(MESSY)


def test_an_even_layout_stays_as_it_is() -> None:
    assert format_text(EVEN) == EVEN


def test_json_is_indented_and_keeps_its_order() -> None:
    text = '{"claims":{"b":"B","a":"A"},"argmap":1}'
    assert format_text(text, "m.json") == ('{\n  "claims": {\n    "b": "B",\n    "a": "A"\n  },\n  "argmap": 1\n}\n')


@settings(max_examples=20, deadline=None)
@given(maps)
def test_formatting_keeps_the_map_and_is_done_at_once(drawn: ArgumentMap) -> None:
    once = format_text(dumps(drawn))
    assert loads(once) == drawn
    assert format_text(once) == once


def formatted_or_refused(text: str) -> str:
    """Return the formatted text; the text as it is if formatting it would lose something."""
    try:
        return format_text(text)
    except LoadError:
        return text


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nclaims:\n  a: {text: x, # one\n    given: common}\n",
        "argmap: 1\nclaims: {a: x, b: y}\ninferences:\n  i:\n    premises: [a, # one\n      b]\n    conclusion: a\n",
        "argmap: 1\nclaims: { # one\n  a: x, # two\n  b: y }\n",
        "# one\n---\nargmap: 1\n# two\n...\n# three\n",
        "argmap: 1\ntitle:\n  # one\n  Rain\n",
        "argmap: 1\ninferences:\n  - # one\n    id: i\n    # two\n    premises: a\n    conclusion: b\n",
    ],
)
def test_no_comment_is_lost_and_one_run_is_enough(text: str) -> None:
    formatted = formatted_or_refused(text)
    assert formatted.count("#") == text.count("#")
    assert formatted_or_refused(formatted) == formatted


@pytest.mark.parametrize("name", ["m.yaml", "m.json"])
@pytest.mark.parametrize(
    "text",
    [
        '{"argmap": 1, "claims": {"a": "one", "a": "two"}}',
        '{"argmap": 1, "extensions": {"x": 1, "x": 2}}',
        '{"argmap": 1, "extensions": {"x": {"y": 1, "y": 2}}}',
        '{"argmap": 1, "claims": {"a": {"text": "t", "at": {"paragraph": 1, "paragraph": 2}}}}',
    ],
)
def test_what_stands_twice_is_not_thrown_away(text: str, name: str) -> None:
    with pytest.raises(LoadError, match="FMT003"):
        format_text(text, name)


def test_a_long_text_with_two_spaces_is_formatted_all_the_same() -> None:
    for start in range(100):
        sentences = "The council closes it.  The count found cars.  They only pass.  So be it."
        text = f"argmap: 1\ntitle: {'x' * start} {sentences}\n"
        assert loads(format_text(text)) == loads(text)
