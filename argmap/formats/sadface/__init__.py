"""SADFace, the Simple Argument Description Format: JSON with atoms, schemes and edges.

There are two dialects. Up to 0.2 a step is a node of type `scheme`, named `support` or `conflict`, and edges run from
the premise over the step to what it supports or attacks. From 0.5 on its type is `inference` or `conflict`, and what a
conflict attacks stands before it: the edges run from the attacked atom over the conflict to the attacker.
"""

from argmap.formats.sadface.reader import read
from argmap.formats.sadface.spec import SPEC
from argmap.formats.sadface.writer import write

__all__ = ["SPEC", "read", "write"]
