"""Dates: the subset of EDTF that is read, what each spans, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import EdtfDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2020-06", date(2020, 6, 1), date(2020, 6, 30)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-06-30", date(2020, 6, 30), date(2020, 6, 30)),
        ("2018-21", date(2018, 3, 1), date(2018, 5, 31)),
        ("2018-22", date(2018, 6, 1), date(2018, 8, 31)),
        ("2018-23", date(2018, 9, 1), date(2018, 11, 30)),
        ("2018-24", date(2018, 1, 1), date(2019, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2017?", date(2017, 1, 1), date(2017, 12, 31)),
        ("2017-05~", date(2017, 5, 1), date(2017, 5, 31)),
        ("1999/2004", date(1999, 1, 1), date(2004, 12, 31)),
        ("2017/..", date(2017, 1, 1), None),
        ("../2017", None, date(2017, 12, 31)),
        ("2017/", date(2017, 1, 1), None),
        ("/2017", None, date(2017, 12, 31)),
        ("0000", date(1, 1, 1), date(1, 12, 31)),
        ("9999-24", date(9999, 1, 1), date(9999, 2, 28)),
    ],
)
def test_a_date_spans_its_days(text: str, earliest: date | None, latest: date | None) -> None:
    read = EdtfDate(text)
    assert (read.earliest, read.latest, str(read)) == (earliest, latest, text)


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/", "20", "2017-13", "2017-25", "2017-00", "2021-02-29", "2017-06-31", "2004/1999", "Y17E7",
     "[2017,2018]", "2017-?06", "2017-06-1X", "1X9X", "2017 ", "２０１７", "2017/2018/2019", "June 2017"],
)  # fmt: skip
def test_the_rest_is_refused_with_what_was_found_and_expected(text: str) -> None:
    with pytest.raises(ValueError, match=r"found .*, expected "):
        EdtfDate(text)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2017", "2018", True),
        ("2018", "2018-06", False),
        ("2017/..", "2020", False),
        ("../2017", "2018", True),
        ("2019", "2020/..", True),
        ("2019", "../2020", False),
        ("2018-21", "2018-06", True),
    ],
)
def test_before_means_every_day_before_every_day(one: str, other: str, before: bool) -> None:
    assert EdtfDate(one).is_before(EdtfDate(other)) is before


def test_a_qualifier_marks_a_date_as_approximate() -> None:
    assert [EdtfDate(text).is_approximate for text in ("2017", "2017?", "2017~", "2017%", "2017/2018~")] == [
        False, True, True, True, True,
    ]  # fmt: skip


@given(st.dates())
def test_a_day_spans_itself(day: date) -> None:
    read = EdtfDate(day.isoformat())
    assert read.earliest == read.latest == day


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    try:
        read = EdtfDate(text)
    except ValueError:
        return
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest
