"""arguebuf's own JSON: the protobuf message `Graph` as JSON has it, with nodes and edges by their ids."""

from argmap.formats.arguebuf.reader import read
from argmap.formats.arguebuf.spec import SPEC
from argmap.formats.arguebuf.writer import write

__all__ = ["SPEC", "read", "write"]
