"""AML: Araucaria's trees are read."""

from __future__ import annotations

import pytest
from formats.foreign import damaged, problems
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.aml import SPEC, read
from argmap.model import Attack, Inference

TRACKS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ARG SYSTEM "argument.dtd">
<ARG>
  <?Araucaria UTF-8?>
  <SCHEMESET><SCHEME><NAME>Argument From Sign</NAME><FORM><PREMISE>A</PREMISE></FORM></SCHEME></SCHEMESET>
  <TEXT>A bear passed. Here are tracks. It was no bear, said Tom. The snow is fresh. So it was today.</TEXT>
  <EDATA><AUTHOR>x</AUTHOR><DATE>2003-05-02</DATE><SOURCE>Notes</SOURCE><COMMENTS/></EDATA>
  <AU>
    <PROP identifier="A" missing="no">
      <PROPTEXT offset="0">A bear passed</PROPTEXT>
      <INSCHEME scheme="Argument From Sign" schid="0"/>
    </PROP>
    <REFUTATION><AU>
      <PROP identifier="B" missing="no"><PROPTEXT offset="32">It was no bear</PROPTEXT><OWNER name="Tom"/></PROP>
    </AU></REFUTATION>
    <CA><AU>
      <PROP identifier="C" missing="no"><PROPTEXT offset="15">Here are tracks</PROPTEXT>
        <INSCHEME scheme="Argument From Sign" schid="0"/></PROP>
      <LA>
        <AU><PROP identifier="D" missing="yes"><PROPTEXT offset="-1">Tracks last</PROPTEXT></PROP></AU>
        <AU><PROP identifier="E" missing="no"><PROPTEXT offset="58">The snow is fresh</PROPTEXT></PROP></AU>
      </LA>
    </AU></CA>
  </AU>
</ARG>
"""


def test_convergent_and_linked_premises_and_refutations_are_read() -> None:
    found = read(TRACKS).whole_map()
    assert [(claim.id, claim.text, claim.implicit, claim.by, len(claim.at)) for claim in found.claims] == [
        ("A", "A bear passed", False, None, 1),
        ("B", "It was no bear", False, "owner-1", 1),
        ("C", "Here are tracks", False, None, 1),
        ("D", "Tracks last", True, None, 0),
        ("E", "The snow is fresh", False, None, 1),
    ]
    assert found.inferences == (
        Inference(id="inference-1", premises=["C"], conclusion="A", scheme="sign"),
        Inference(id="inference-2", premises=["D", "E"], conclusion="C"),
    )
    assert found.attacks == (Attack(id="attack-1", premises=["B"], target="A"),)
    assert (found.parties[0].name, found.sources[0].title, str(found.sources[0].date)) == ("Tom", "Notes", "2003-05-02")


def test_the_set_of_schemes_is_told() -> None:
    assert [str(finding) for finding in read(TRACKS, "a.aml").findings] == [
        "a.aml:5:3: FMT012 the set of 1 scheme is left out; claims name theirs"
    ]


def test_broken_pieces_are_told_with_their_places() -> None:
    result = read("<ARG>\n<AU><CA/><X/>\n</AU></ARG>", "a.aml")
    assert [str(finding) for finding in result.findings] == [
        "a.aml:2:1: FMT012 an AU has no PROP, so that its claim has no text",
        "a.aml:2:5: FMT012 a CA of [claim-1] has no AU in it and is left out",
        "a.aml:2:10: FMT012 element `X` in an AU is left out",
    ]


@pytest.mark.parametrize("text", ["", "<OTHER/>", "<ARG>" + "<AU>" * 100_000, "<ARG>&x;</ARG>"])
def test_what_is_no_aml_is_refused(text: str) -> None:
    result = read(text)
    assert (result.map, len(result.findings)) == (None, 1)


def test_a_deep_tree_is_read() -> None:
    text = "<ARG>" + "<AU><PROP/><CA>" * 2000 + "<AU><PROP/></AU>" + "</CA></AU>" * 2000 + "</ARG>"
    assert len(read(text).whole_map().claims) == 2001


@given(seed=st.integers(0, 10**6))
@settings(max_examples=60)
def test_a_damaged_file_raises_nothing(seed: int) -> None:
    problems(read(damaged(damaged(TRACKS, seed), seed + 1)))


def test_it_is_recognised_and_not_written() -> None:
    assert (SPEC.recognise(TRACKS), SPEC.write) == ("XML with the elements `ARG` and `AU`", None)
