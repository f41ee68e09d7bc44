"""Carneades' YAML: statements, arguments with undercutters, issues with proof standards, assumptions."""

from argmap.formats.carneades.reader import read_carneades
from argmap.formats.carneades.spec import SPEC
from argmap.formats.carneades.writer import write_carneades

__all__ = ["SPEC", "read_carneades", "write_carneades"]
