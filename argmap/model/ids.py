"""Identifiers: the one id space that all elements of a map share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

ID_PATTERN = r"^[^\s\x00-\x1f\x7f\[\]]+$"
"""What an id may look like: at least one character, no white space, no control character, no square bracket.

Messages set ids in square brackets, so an id that holds one could not be read back from a message.
"""

Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=200),
    Field(description="An id: 1 to 200 characters without white space and square brackets."),
]
"""An id, of an element or of what a field refers to; 1 to 200 characters."""
