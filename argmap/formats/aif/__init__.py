"""The AIF family: AIFdb JSON, xAIF and OVA3, and OVA2."""

from argmap.formats.aif.layout import Layout
from argmap.formats.aif.reader import read
from argmap.formats.aif.spec import AIF, OVA2, XAIF
from argmap.formats.aif.writer import write_aifdb, write_ova2, write_xaif
from argmap.formats.foreign import kept_by
from argmap.model import ArgumentMap

SPECS = (AIF, XAIF, OVA2)
"""The formats of the family."""

__all__ = ["AIF", "OVA2", "SPECS", "XAIF", "Layout", "read", "write", "write_aifdb", "write_ova2", "write_xaif"]


def write(argument_map: ArgumentMap) -> str:
    """Return the map in the layout of the document that it came from, else as AIFdb JSON."""
    match kept_by(argument_map, "aif").get("layout"):
        case Layout.XAIF.value:
            return write_xaif(argument_map)
        case Layout.OVA2.value:
            return write_ova2(argument_map)
    return write_aifdb(argument_map)
