"""Kialo's export of a discussion as text: numbered lines, each for or against the one above it."""

from argmap.formats.kialo.reader import read_kialo
from argmap.formats.kialo.spec import SPEC
from argmap.formats.kialo.writer import write_kialo

__all__ = ["SPEC", "read_kialo", "write_kialo"]
