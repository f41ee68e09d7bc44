"""What an argument graph of Carneades is."""

from __future__ import annotations

from argmap.formats.carneades.reader import read_carneades, recognise_carneades
from argmap.formats.carneades.writer import NAME, find_own_attacks, write_carneades
from argmap.formats.fields import STRUCTURE
from argmap.formats.losses import name_ids
from argmap.formats.read_back import find_lost
from argmap.formats.spec import FormatSpec
from argmap.model import ArgumentMap

_HOLDS = (
    STRUCTURE
    | {"title", "note", "extensions", "claims.id", "claims.given", "claims.standard", "claims.extensions"}
    | {f"inferences.{name}" for name in ("id", "scheme", "warrant", "weight", "extensions")}
    | {"attacks.id"}
)


def _find_losses(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Tell what changes when the map is written and read, and what only argmap reads of what is written."""
    lost = find_lost(argument_map, write_carneades, read_carneades, _HOLDS, {NAME})
    own = find_own_attacks(argument_map)
    if not own:
        return lost
    return (*lost, f"carneades has no word for the attacks {name_ids(own)}: they stand under `meta` for argmap alone")


SPEC = FormatSpec(
    name=NAME,
    title="an argument graph of Carneades 4, in YAML",
    suffixes=(".carneades.yml", ".carneades.yaml"),
    recognise=recognise_carneades,
    read=read_carneades,
    write=write_carneades,
    holds=_HOLDS,
    remarks="Read up to 2 MB. Positions of an issue become attacks on one another. The roles of premises, schemes, "
    "weighing functions, languages and tests are kept as extensions and not used. Two claims that attack each other "
    "are written as an issue if they have the same standard and are in no other, and an attack by one claim on an "
    "inference as its undercutter; the attacks get the ids that the reader makes. Attacks that are neither stand under "
    "`meta`, where only argmap reads them. White space in texts becomes single spaces.",
    source="Gordon and others, Carneades 4: https://carneades.github.io",
    find_losses=_find_losses,
    namespaces=(NAME,),
)
