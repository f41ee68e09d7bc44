"""Reading and writing maps."""

from argmap.formats.files import load, loads, read, read_bytes
from argmap.formats.native import read_text
from argmap.formats.notices import NOTICES, Notice
from argmap.formats.result import LoadResult

__all__ = ["NOTICES", "LoadResult", "Notice", "load", "loads", "read", "read_bytes", "read_text"]
