"""Reading and writing maps."""

from argmap.formats.catalogue import NATIVE, UnknownFormatError, all_specs, find_spec, format_names
from argmap.formats.files import load, loads, read, read_any, read_bytes, read_stream
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
from argmap.formats.losses import LossError, LossWarning
from argmap.formats.native import edit_text, format_text, read_text, schema
from argmap.formats.notices import NOTICES, Notice
from argmap.formats.pages import format_as_dict, format_list, format_page, formats_page
from argmap.formats.recognise import Recognition, format_of_name, recognise
from argmap.formats.result import LoadResult
from argmap.formats.saving import dumps, losses, save
from argmap.formats.spec import FormatSpec

__all__ = [
    "NATIVE",
    "NOTICES",
    "FormatSpec",
    "FrameworkFormat",
    "LoadResult",
    "LossError",
    "LossWarning",
    "Notice",
    "Recognition",
    "UnknownFormatError",
    "all_specs",
    "dumps",
    "edit_text",
    "find_spec",
    "format_as_dict",
    "format_list",
    "format_names",
    "format_of_name",
    "format_page",
    "format_text",
    "formats_page",
    "load",
    "load_framework",
    "loads",
    "losses",
    "read",
    "read_any",
    "read_apx",
    "read_bytes",
    "read_framework",
    "read_framework_stream",
    "read_iccma",
    "read_stream",
    "read_text",
    "read_tgf",
    "recognise",
    "save",
    "save_framework",
    "schema",
    "write_apx",
    "write_framework",
    "write_iccma",
    "write_tgf",
]
