"""Writing a map and reading it again gives an equal map, whatever the map."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from strategies import maps

from argmap.formats import dumps, read_text
from argmap.model import ArgumentMap


@pytest.mark.parametrize("format_name", ["yaml", "json"])
@settings(max_examples=60, deadline=None)
@given(maps)
def test_reading_what_was_written_gives_an_equal_map(format_name: str, drawn: ArgumentMap) -> None:
    text = dumps(drawn, format=format_name)
    result = read_text(text, f"map.argmap.{format_name}")
    assert result.findings == ()
    assert result.map == drawn
    assert dumps(result.map, format=format_name) == text
