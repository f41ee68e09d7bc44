"""Reading and writing abstract argumentation frameworks: the ICCMA format, apx and tgf."""

from argmap.formats.frameworks.apx import quoted, read_apx, write_apx
from argmap.formats.frameworks.files import (
    FrameworkFormat,
    find_format,
    load_framework,
    read_framework,
    read_framework_stream,
    save_framework,
    write_framework,
)
from argmap.formats.frameworks.iccma import read_iccma, write_iccma
from argmap.formats.frameworks.tgf import read_tgf, write_tgf

__all__ = [
    "FrameworkFormat",
    "find_format",
    "load_framework",
    "quoted",
    "read_apx",
    "read_framework",
    "read_framework_stream",
    "read_iccma",
    "read_tgf",
    "save_framework",
    "write_apx",
    "write_framework",
    "write_iccma",
    "write_tgf",
]
