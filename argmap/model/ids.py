"""Identifiers: the one id space that all elements of a map share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

ID_PATTERN = (
    r"^[^\s\x00-\x1f\x7f-\x9f\[\]\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]+$"
)
"""What an id may look like: at least one character, none of them white space, invisible or a square bracket.

Messages set ids in square brackets, so an id that holds one could not be read back from a message. Control characters
and marks of writing direction could make a terminal or a page show another id than the file has.
"""

Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=200),
    Field(description="An id: 1 to 200 characters without white space, invisible characters and square brackets."),
]
"""An id, of an element or of what a field refers to; 1 to 200 characters."""
