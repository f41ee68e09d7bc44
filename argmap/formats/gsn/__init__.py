"""GSN, the Goal Structuring Notation, in the YAML of gsn2x."""

from argmap.formats.gsn.reader import read_gsn
from argmap.formats.gsn.spec import SPEC
from argmap.formats.gsn.writer import write_gsn

__all__ = ["SPEC", "read_gsn", "write_gsn"]
