"""Argdown: the plain text format for argument maps by Christian Voigt and Gregor Betz (https://argdown.org)."""

from argmap.formats.argdown.counts import Counts, count
from argmap.formats.argdown.reader import Mode, read
from argmap.formats.argdown.spec import SPEC
from argmap.formats.argdown.writer import write

__all__ = ["SPEC", "Counts", "Mode", "count", "read", "write"]
