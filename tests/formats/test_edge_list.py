"""Edge lists: columns by their usual names, what stands between cells, and cells that a spreadsheet would run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap as am
from argmap.formats.edge_list import read_edge_list, write_edge_list
from argmap.formats.edge_list.columns import guard, unguard

FIXTURES = Path(__file__).parent / "bridges"


MAYBE = 'found the relation "maybe", expected one that supports or attacks (write supports or attacks)'


def told(text: str) -> list[str]:
    return [str(finding) for finding in read_edge_list(text, "a.csv").findings]


def test_rows_of_one_step_are_linked_and_an_edge_may_lead_to_a_step() -> None:
    found = am.load(FIXTURES / "bridge.csv")
    (step,) = found.inferences
    assert (step.id, step.weight) == ("g1", 0.8)
    assert step.premises == ("Most-cars-only-pass-through", "Cars-that-pass-through-can-go-round")
    assert [attack.target for attack in found.attacks] == ["The-bridge-should-close", "g1"]
    assert found.claims[3].text == "Shops need deliveries, every day"


def test_other_columns_are_kept_and_told() -> None:
    result = am.read(FIXTURES / "bridge.csv")
    assert result.map.inferences[0].extensions == {"csv": {"seen by": "Ada"}}
    assert [finding.message for finding in result.findings] == ["the columns `seen by` are kept as extensions"]
    assert "seen by" in write_edge_list(result.map).splitlines()[0]


def test_tabs_and_signs_are_read_and_told() -> None:
    result = am.read(FIXTURES / "bridge.tsv")
    assert [finding.message for finding in result.findings] == ["the cells were read as separated by tabs"]
    assert (len(result.map.inferences), len(result.map.attacks)) == (1, 1)
    assert str(result.source_map.place(("attacks", 0))).endswith("bridge.tsv:3:1")


@pytest.mark.parametrize("header", ["from;to", "Premise;Conclusion", "CHILD;Parent", "source id;target id"])
def test_the_usual_names_of_columns_are_known(header: str) -> None:
    found = read_edge_list(f"{header}\na;b\n").map
    assert (found.inferences[0].premises, found.inferences[0].conclusion) == (("a",), "b")


def test_without_a_column_of_relations_every_edge_is_a_reason_and_that_is_told() -> None:
    assert told("from,to\na,b\n") == ["a.csv:1:1: FMT035 found no column `relation`: every edge was read as a reason"]


def test_without_names_of_columns_the_first_three_are_taken_and_that_is_told() -> None:
    result = read_edge_list("rain,wet,supports\nsun,wet,attacks\n", "a.csv")
    assert (len(result.map.inferences), len(result.map.attacks)) == (1, 1)
    assert [finding.code for finding in result.findings] == ["FMT035"]


def test_what_is_wrong_in_a_row_is_told_with_its_line_and_the_rest_is_read() -> None:
    text = 'from,to,relation,weight\n"a\nb",c,supports,2\n,c,supports,\nd,c,maybe,\ne,c,attacks,0.5\n'
    assert told(text) == [
        'a.csv:2:1: FMT006 found the weight "2", expected a number from 0 to 1',
        "a.csv:4:1: FMT005 the row has nothing that the edge starts from",
        f"a.csv:5:1: FMT006 {MAYBE}",
    ]
    found = read_edge_list(text).map
    assert ([step.premises for step in found.inferences], found.attacks[0].weight) == ([("a-b",)], 0.5)


def test_a_quotation_mark_that_never_ends_is_told_where_its_row_begins() -> None:
    assert told('from,to,type\na,b,pro\n"c,d\ne,f\n')[0].startswith("a.csv:3:1: FMT002 the row cannot be read")


def test_ends_that_have_texts_beside_them_are_ids() -> None:
    found = read_edge_list("from,from_text,to,to_text,relation\na,It rains,b,It is wet,pro\nc,,b,,con\n").map
    assert [(claim.id, claim.text) for claim in found.claims] == [("a", "It rains"), ("b", "It is wet")]
    assert found.attacks[0].premises == ("c",)  # which nothing defines, as a check tells


def test_no_cell_that_is_written_is_a_formula() -> None:
    draft = am.Draft()
    draft.support(draft.claim('=HYPERLINK("x")', id="=a"), draft.claim("@SUM(1)", id="+b"), note="-1", id="-s")
    written = write_edge_list(draft.build())
    assert not [cell for line in written.splitlines() for cell in line.split(",") if cell.strip('"')[:1] in set("=+-@")]
    assert read_edge_list(written).map == draft.build()


def test_a_guarded_name_of_a_column_is_read_without_its_guard() -> None:
    result = read_edge_list("from,to,relation,'=seen by\na,b,pro,'-1\n")
    assert [finding.message for finding in result.findings] == ["the columns `=seen by` are kept as extensions"]
    assert result.map.inferences[0].extensions == {"csv": {"=seen by": "-1"}}


@given(st.text(alphabet="'=+-@\ta", max_size=6))
def test_what_is_guarded_comes_back(cell: str) -> None:
    assert unguard(guard(cell)) == cell
