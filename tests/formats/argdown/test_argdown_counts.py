"""Argdown files are counted as Argdown counts them; each number here was taken from Argdown's own parser (1.7.5)."""

from __future__ import annotations

import pytest
from argdown_snippets import SNIPPETS

from argmap.formats.argdown import Counts, count, read


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_file_has_as_much_as_argdown_finds_in_it(name: str) -> None:
    text, expected = SNIPPETS[name]
    assert count(text) == Counts(*expected)


@pytest.mark.parametrize("name", SNIPPETS)
def test_what_argdown_accepts_is_read_whole(name: str) -> None:
    text, _ = SNIPPETS[name]
    result = read(text)
    assert [finding for finding in result.findings if finding.code == "FMT002"] == []
    assert result.is_whole
