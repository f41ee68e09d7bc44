"""Reading and writing maps."""

from argmap.formats.files import load, loads, read, read_bytes, read_stream, save
from argmap.formats.frameworks import (
    FrameworkFormat,
    load_framework,
    read_apx,
    read_framework,
    read_framework_stream,
    read_iccma,
    read_tgf,
    save_framework,
    write_apx,
    write_framework,
    write_iccma,
    write_tgf,
)
from argmap.formats.native import dumps, edit_text, format_text, read_text, schema
from argmap.formats.notices import NOTICES, Notice
from argmap.formats.result import LoadResult

__all__ = [
    "NOTICES",
    "FrameworkFormat",
    "LoadResult",
    "Notice",
    "dumps",
    "edit_text",
    "format_text",
    "load",
    "load_framework",
    "loads",
    "read",
    "read_apx",
    "read_bytes",
    "read_framework",
    "read_framework_stream",
    "read_iccma",
    "read_stream",
    "read_text",
    "read_tgf",
    "save",
    "save_framework",
    "schema",
    "write_apx",
    "write_framework",
    "write_iccma",
    "write_tgf",
]
