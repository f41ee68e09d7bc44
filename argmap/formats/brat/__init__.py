"""brat stand-off, as the Argument Annotated Essays have it: spans of a text that are claims, relations and stances.

A file `essay.ann` speaks of the characters of `essay.txt` beside it. Relations have one premise each; claims reach the
major claims by their stance.
"""

from argmap.formats.brat.reader import read
from argmap.formats.brat.spec import SPEC
from argmap.formats.brat.writer import write, write_companion

__all__ = ["SPEC", "read", "write", "write_companion"]
