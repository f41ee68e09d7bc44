"""`fmt` changes the layout of a file and nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from strategies import maps

from argmap.formats import dumps, format_text, loads
from argmap.model import ArgumentMap

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


@settings(max_examples=60, deadline=None)
@given(maps)
def test_formatting_keeps_the_map_and_is_done_at_once(drawn: ArgumentMap) -> None:
    once = format_text(dumps(drawn))
    assert loads(once) == drawn
    assert format_text(once) == once
