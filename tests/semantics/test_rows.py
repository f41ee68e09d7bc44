"""Rows of numbers in one array, held against lists of lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics.rows import Rows

lists = st.lists(st.lists(st.integers(0, 9), max_size=4), max_size=8)


def rows_of(lists_of_numbers: list[list[int]]) -> Rows:
    rows = Rows()
    for row in lists_of_numbers:
        rows.add(row)
    return rows


def as_lists(rows: Rows) -> list[list[int]]:
    return [list(row) for row in rows]


@given(lists, lists, st.lists(st.integers(0, 9), max_size=4))
def test_rows_are_as_lists_of_lists(first: list[list[int]], second: list[list[int]], single: list[int]) -> None:
    rows = rows_of(first)
    rows.add_all(rows_of(second))
    rows.add_single(single)
    expected = [*first, *second, *([item] for item in single)]
    assert as_lists(rows) == expected
    assert [list(rows[number]) for number in range(len(rows))] == expected
    assert list(rows.lengths()) == [len(row) for row in expected]
    assert as_lists(Rows((item for row in expected for item in row), map(len, expected))) == expected


@given(lists)
def test_the_index_of_rows_tells_where_each_number_is(drawn: list[list[int]]) -> None:
    expected = [[row for row, items in enumerate(drawn) for item in items if item == number] for number in range(10)]
    assert as_lists(rows_of(drawn).index(10)) == expected
