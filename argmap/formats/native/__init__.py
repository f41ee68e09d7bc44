"""argmap's own format, in YAML and in JSON."""

from argmap.formats.native.reader import VERSION, read_text

__all__ = ["VERSION", "read_text"]
