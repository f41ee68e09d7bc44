"""Edge lists as CSV: a row for each premise, with what it speaks for or against, as people keep in spreadsheets."""

from argmap.formats.edge_list.reader import read_edge_list
from argmap.formats.edge_list.spec import SPEC
from argmap.formats.edge_list.writer import write_edge_list

__all__ = ["SPEC", "read_edge_list", "write_edge_list"]
