"""Reading and writing maps."""

from argmap.formats.files import load, loads, read, read_bytes, read_stream, save
from argmap.formats.native import dumps, edit_text, format_text, read_text, schema
from argmap.formats.notices import NOTICES, Notice
from argmap.formats.result import LoadResult

__all__ = [
    "NOTICES",
    "LoadResult",
    "Notice",
    "dumps",
    "edit_text",
    "format_text",
    "load",
    "loads",
    "read",
    "read_bytes",
    "read_stream",
    "read_text",
    "save",
    "schema",
]
