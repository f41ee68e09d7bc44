"""argmap's own format, in YAML and in JSON."""

from argmap.formats.native.editor import edit_text
from argmap.formats.native.layout import format_text
from argmap.formats.native.reader import VERSION, read_text
from argmap.formats.native.schema import schema
from argmap.formats.native.writer import dumps

__all__ = ["VERSION", "dumps", "edit_text", "format_text", "read_text", "schema"]
