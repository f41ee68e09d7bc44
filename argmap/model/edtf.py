"""Dates as authors know them: a typed subset of EDTF (ISO 8601-2:2019, Annex A).

The subset is what dates of claims and sources need: years, months, days, seasons, decades and centuries
with unspecified digits, one qualifier at the end, and intervals that may be open or unknown at one end.
The rest of EDTF (sets, exponential years, component-wise qualifiers) is refused with a message.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_POINT = (
    r"(?:\d{4}|\d{3}X|\d{2}XX|\d{4}-(?:0[1-9]|1[0-2]|2[1-4])|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[?~%]?"
)
EDTF_PATTERN = rf"^(?:{_POINT}|{_POINT}/(?:{_POINT}|\.\.)?|(?:\.\.)?/{_POINT})$"
"""The texts that `EdtfDate` accepts, but for the number of days in a month and the order of an interval."""

_MATCH = re.compile(EDTF_PATTERN, re.ASCII)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_EXPECTED = (
    "expected an EDTF date: 2017, 2020-06, 2020-06-30, 2018-21 (spring 2018; 22 summer, 23 autumn, 24 winter), "
    "199X, an interval 1999/2004 or 2017/.., each date with an optional ?, ~ or %"
)


@dataclass(frozen=True)
class EdtfDate:
    """A date or an interval, as exact as its author knows it.

    Two dates are equal if their texts are: `2020` and `2020-01/2020-12` span the same days and say different things.

    Attributes:
        text: the EDTF text, kept as it was written.

    Raises:
        ValueError: the text is not in the subset.

    Examples:
        >>> EdtfDate("2018-21").earliest
        datetime.date(2018, 3, 1)
        >>> EdtfDate("2017/..").latest is None
        True
        >>> EdtfDate("2017").is_before(EdtfDate("2018-02"))
        True
    """

    text: str

    def __post_init__(self) -> None:
        if not _MATCH.fullmatch(self.text):
            raise ValueError(f'found "{self.text[:40]}", {_EXPECTED}')
        earliest, latest = self._span  # a day such as 2021-02-30 fails here
        if earliest and latest and earliest > latest:
            raise ValueError(f'found "{self.text}", expected the start of the interval before its end')

    @property
    def earliest(self) -> date | None:
        """The first day that the date can mean; None if it is open or unknown at the start."""
        return self._span[0]

    @property
    def latest(self) -> date | None:
        """The last day that the date can mean; None if it is open or unknown at the end."""
        return self._span[1]

    @property
    def is_approximate(self) -> bool:
        """True if the date is marked uncertain (?), approximate (~) or both (%)."""
        return any(mark in self.text for mark in "?~%")

    def is_before(self, other: EdtfDate) -> bool:
        """Tell whether every day of this date lies before every day of the other."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def __str__(self) -> str:
        return self.text

    @cached_property
    def _span(self) -> tuple[date | None, date | None]:
        start, slash, end = self.text.partition("/")
        return _point(start)[0], _point(end if slash else start)[1]

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": EDTF_PATTERN.replace(r"\d", "[0-9]"),
            "description": "An EDTF date.",
        }

    @classmethod
    def _validate(cls, value: object) -> EdtfDate:
        if isinstance(value, EdtfDate):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("edtf", "{reason}", {"reason": _EXPECTED})
        try:
            return cls(value)
        except ValueError as error:
            raise PydanticCustomError("edtf", "{reason}", {"reason": str(error)}) from None


def _point(text: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of one date; (None, None) if it is open or unknown."""
    text = text.rstrip("?~%")
    if text in {"", ".."}:
        return None, None
    year_text, *rest = text.split("-")
    first_year = max(int(year_text.replace("X", "0")), 1)
    last_year = max(int(year_text.replace("X", "9")), 1)
    match [int(part) for part in rest]:
        case []:
            return date(first_year, 1, 1), date(last_year, 12, 31)
        case [24]:  # some writers count January, some December: both winters are meant
            return date(first_year, 1, 1), _end_of_month(min(first_year + 1, 9999), 2)
        case [season] if season in _SEASONS:
            first, last = _SEASONS[season]
            return date(first_year, first, 1), _end_of_month(first_year, last)
        case [month]:
            return date(first_year, month, 1), _end_of_month(first_year, month)
        case [month, day]:
            if day > calendar.monthrange(first_year, month)[1]:
                raise ValueError(f'found "{text}", expected a day that the month has')
            return date(first_year, month, day), date(first_year, month, day)
    raise AssertionError(text)  # the pattern allows no more parts


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
