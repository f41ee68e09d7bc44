"""Outlines as teachers type them: indented lines with because and but, in the manner of Rationale."""

from argmap.formats.outline.reader import read_outline
from argmap.formats.outline.spec import SPEC
from argmap.formats.outline.writer import write_outline

__all__ = ["SPEC", "read_outline", "write_outline"]
