"""arggraph, the XML of the argumentative microtexts: discourse units, what argues for and against, and undercuts."""

from argmap.formats.arggraph.reader import read
from argmap.formats.arggraph.spec import SPEC
from argmap.formats.arggraph.writer import write

__all__ = ["SPEC", "read", "write"]
